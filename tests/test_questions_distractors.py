"""Wrong choices: of the answer's type, wrong for certain, and the same every time."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from language_tools import understood, wrong

from quizgen.language.calendar import parse_iso
from quizgen.language.gazetteer import country
from quizgen.model.fact import AnswerType, Question
from quizgen.questions import pools
from quizgen.questions.distractors import WANTED, distractors
from quizgen.questions.normal import holds, normal

TEXT = """
President Tomas Rivas of Peru met Prime Minister Jan Novak in Lima on 4 May 1962. Dr. Dana Whitfield and
Anna Frey were there too. Rivas and Novak signed the Lima Agreement and the Pacific Tuna Agreement, and they
spoke of the Blue Harbour Initiative. The European Commission and the University of Vienna (UV) had sent
letters from Austria, Chile and Norway on 9 June 1961 and in March 1960. The Polar Institute was founded in
1911, the UV in 1365.
"""


def asked(answer: str, kind: AnswerType, text: str = "Who opened the bridge?", **more: object) -> Question:
    return Question(aspect="who", text=text, answer=answer, type=kind, **more)  # type: ignore[arg-type]


QUESTIONS = [
    asked("Tomas Rivas", AnswerType.PERSON, accept=("Rivas", "President Tomas Rivas")),
    asked("Dana Whitfield", AnswerType.PERSON, "Who thanked Anna Frey for the bridge?"),
    asked("Hermann Obermaier-Lichtenberg", AnswerType.PERSON),
    asked("the European Commission", AnswerType.ORGANISATION, accept=("European Commission", "Commission")),
    asked("the University of Vienna", AnswerType.ORGANISATION, accept=("UV",)),
    asked("Norway", AnswerType.COUNTRY),
    asked("the Chilean side", AnswerType.COUNTRY, "Which side opened the bridge?", accept=("Chile",)),
    asked("the Lima Agreement", AnswerType.PROGRAMME, "Which agreement was signed?", accept=("Lima Agreement",)),
    asked("the Blue Harbour Initiative", AnswerType.PROGRAMME, "Which initiative was praised?"),
    asked("4 May 1962", AnswerType.DATE, "On what date did it open?", value="1962-05-04"),
    asked("March 1960", AnswerType.DATE, "In which month did it open?", value="1960-03"),
    asked("1911", AnswerType.DATE, "In which year did it open?", value="1911"),
    asked("the 60th", AnswerType.ORDINAL, "Which anniversary was it?", value="60", accept=("60th", "sixtieth")),
    asked("the 1st", AnswerType.ORDINAL, "Which anniversary was it?", value="1"),
    asked("the founding of the Polar Institute", AnswerType.EVENT, "The 50th anniversary of what was it?"),
    wrong(
        asked("Tomas Rivas and Jan Novak", AnswerType.GROUP, rivals=("Tomas Rivas", "Jan Novak")),
        reason="each choice holds one of the speakers, which counts as a right answer",
    ),
]


def right(question: Question) -> list[str]:
    return [question.answer, *question.accept]


@pytest.mark.parametrize("question", QUESTIONS)
def test_there_are_three_and_none_is_right_or_told(question: Question) -> None:
    chosen = distractors(question, understood(TEXT))
    assert len(chosen) == WANTED
    assert len({normal(one) for one in chosen}) == WANTED
    for one in chosen:
        assert all(normal(one) != normal(answer) for answer in right(question))
        if question.type not in (AnswerType.DATE, AnswerType.ORDINAL):
            assert not any(holds(one, answer) or holds(answer, one) for answer in right(question))
            assert not holds(question.text, one)


@pytest.mark.parametrize("question", QUESTIONS[:-1])
def test_the_lengths_are_alike(question: Question) -> None:
    for one in distractors(question, understood(TEXT)):
        longer, shorter = sorted((len(one), len(question.answer)), reverse=True)
        assert longer <= 2.2 * shorter or longer - shorter <= 8


@pytest.mark.parametrize("question", QUESTIONS[:-1])
def test_they_are_the_same_every_time(question: Question) -> None:
    assert distractors(question, understood(TEXT)) == distractors(question, understood(TEXT))


def test_people_of_the_document_come_first() -> None:
    chosen = distractors(asked("Tomas Rivas", AnswerType.PERSON), understood(TEXT))
    assert set(chosen) == {"Jan Novak", "Dana Whitfield", "Anna Frey"}


def test_a_person_under_another_name_is_no_choice() -> None:
    u = understood("Dana Whitfield met Ada Lund. Whitfield spoke. Ms. Whitfield left with Karl Maier.")
    chosen = distractors(asked("Dana Whitfield", AnswerType.PERSON), u)
    assert not any("Whitfield" in one for one in chosen)


@pytest.mark.parametrize("told", ["rivals", "forbidden"])
def test_what_would_be_right_as_well_is_no_choice(told: str) -> None:
    other = ("Jan Novak",)
    question = asked("Tomas Rivas", AnswerType.PERSON, rivals=other if told == "rivals" else ())
    assert "Jan Novak" not in distractors(question, understood(TEXT), other if told == "forbidden" else ())


def test_what_the_kind_knows_comes_before_all_else() -> None:
    question = asked("the oak", AnswerType.PHRASE, choices=("the ash", "the elm", "the oak", "the ash", "the fir"))
    assert distractors(question, understood(TEXT)) == ("the ash", "the elm", "the fir")


def test_a_country_stands_with_countries() -> None:
    chosen = distractors(asked("Norway", AnswerType.COUNTRY), understood(TEXT))
    assert all(country(one) for one in chosen)
    assert {"Austria", "Chile"} & set(chosen)


def test_a_side_stands_with_sides() -> None:
    chosen = distractors(asked("the Chilean side", AnswerType.COUNTRY, "Which side agreed?"), understood(TEXT))
    assert all(re.fullmatch(r"the [A-Z]\w+(?: \w+)* side", one) for one in chosen)


def test_an_agreement_stands_with_agreements() -> None:
    chosen = distractors(
        asked("the Lima Agreement", AnswerType.PROGRAMME, "Which agreement was signed?"), understood(TEXT)
    )
    assert chosen[0] == "the Pacific Tuna Agreement"
    assert all(one.startswith("the ") and "Agreement" in one for one in chosen)


def test_a_body_whose_name_is_spelled_out_is_no_choice_beside_its_letters() -> None:
    text = "The UN Reef Council and the United Nations Reef Council met the Tuna Reef Council and the Whale Council."
    given = distractors(asked("the UN Reef Council", AnswerType.PROGRAMME, "Which council met?"), understood(text))
    assert "the United Nations Reef Council" not in given


def test_an_ordinal_stands_with_ordinals_near_it() -> None:
    chosen = distractors(asked("the 60th", AnswerType.ORDINAL, "Which one?", value="60"), understood(TEXT))
    assert set(chosen) == {"the 50th", "the 65th", "the 70th"}


@pytest.mark.parametrize(
    ("value", "answer", "first"),
    [("1962-05-04", "4 May 1962", "9 June 1961"), ("1960-03", "March 1960", None), ("1370", "1370", "1365")],
)
def test_dates_of_the_document_come_first_when_they_are_as_exact(value: str, answer: str, first: str | None) -> None:
    chosen = distractors(asked(answer, AnswerType.DATE, "When was it?", value=value), understood(TEXT))
    assert first is None or chosen[0] == first


def test_dates_of_another_age_are_no_choices() -> None:
    chosen = distractors(asked("1911", AnswerType.DATE, "When was it?", value="1911"), understood(TEXT))
    assert chosen
    assert all(abs(int(year) - 1911) <= 25 for year in chosen)


def test_a_span_does_not_end_before_it_begins() -> None:
    question = "From 1909 until which year did it stand?"
    chosen = distractors(asked("1911", AnswerType.DATE, question, value="1911"), understood(TEXT))
    assert chosen
    assert all(int(year) > 1909 for year in chosen)


ISO = st.dates().map(str).flatmap(lambda day: st.sampled_from((day, day[:7], day[:4])))


@given(
    iso=ISO,
    question=st.sampled_from(("When was it?", "In which year did the war of 1914 end?", "On 4 May 1962?")),
)
@example(iso="0001-01-01", question="When?")
@example(iso="9999-12-31", question="When?")
@example(iso="2024-02-29", question="When?")
def test_a_date_stands_with_dates_as_exact_as_itself(iso: str, question: str) -> None:
    answer = parse_iso(iso)
    chosen = distractors(asked(answer.spoken, AnswerType.DATE, question, value=iso), understood("It was old."))
    assert len(chosen) == WANTED
    assert answer.spoken not in chosen
    figures = {"day": r"\d{1,2} [A-Z]\w+ \d{1,4}", "month": r"[A-Z]\w+ \d{1,4}", "year": r"\d{1,4}"}
    assert all(re.fullmatch(figures[answer.granularity], one) for one in chosen)
    assert len(set(chosen)) == WANTED


@given(number=st.integers(2, 2000))
def test_any_ordinal_has_three_others(number: int) -> None:
    answer = f"the {number}th"
    chosen = distractors(asked(answer, AnswerType.ORDINAL, value=str(number)), understood("It was old."))
    assert len(set(chosen)) == WANTED
    assert f"the {number}" not in {re.sub(r"\D+$", "", one) for one in chosen}


def test_what_the_same_maker_made_too_is_no_choice() -> None:
    question = asked("the Belt and Road Initiative", AnswerType.PROGRAMME, "Which initiative did Xi Jinping propose?")
    chosen = distractors(question, understood(TEXT))
    assert len(chosen) == WANTED
    assert not {"the Global Security Initiative", "the Global Development Initiative"} & set(chosen)


def test_an_unusual_anniversary_hides_among_its_like() -> None:
    chosen = distractors(
        asked("the 32nd", AnswerType.ORDINAL, "Which anniversary was it?", value="32"), understood(TEXT)
    )
    assert set(chosen) == {"the 31st", "the 33rd", "the 30th"}


def test_events_are_of_about_the_year_and_never_of_it() -> None:
    question = asked(
        "the founding of the Polar Institute", AnswerType.EVENT, "The 60th anniversary of what was it in 2021?"
    )
    chosen = distractors(question, understood(TEXT))
    years = {name: year for year, name in pools.events()}
    assert all(0 < abs(years[name] - 1961) <= 6 for name in chosen)


def test_a_longer_name_of_the_same_is_no_choice() -> None:
    text = "They built the Blue Telescope. The Blue Sky Telescope saw a star. The Red Telescope saw none."
    chosen = distractors(asked("the Blue Telescope", AnswerType.PROGRAMME, "Which telescope?"), understood(text))
    assert not any("Blue" in name for name in chosen)


def test_whom_a_question_names_by_the_surname_is_no_choice() -> None:
    question = asked("Tomas Rivas", AnswerType.PERSON, "Who thanked Prime Minister Novak for the bridge?")
    assert "Jan Novak" not in distractors(question, understood(TEXT))


def test_two_choices_have_no_given_name_together() -> None:
    u = understood("Rosa Moe met Ada Lund and Karl Maier. Ada Brandt left. Karl Frey spoke to Nils Berg.")
    given = [one.split()[0] for one in distractors(asked("Rosa Moe", AnswerType.PERSON), u)]
    assert len(set(given)) == len(given) == WANTED


def test_who_says_i_stands_among_people() -> None:
    u = understood("Quillon Varga Ltd sold herring. Dana Whitfield and Karl Maier left. The Polar Institute closed.")
    question = asked("Quillon", AnswerType.ORGANISATION, "Who said: “I sold my herring in Lima”?")
    assert {"Whitfield", "Maier", "Dana Whitfield", "Karl Maier"} & set(distractors(question, u))
    question = asked("Quillon", AnswerType.ORGANISATION, "Who said: “We sold herring in Lima”?")
    assert not {"Whitfield", "Maier", "Dana Whitfield", "Karl Maier"} & set(distractors(question, u))


def test_chinese_names_of_one_family_may_stand_together() -> None:
    u = understood("Dr. Wang Na met Dr. Wang Zilong and Dr. Zhang Wei in Beijing.")
    assert "Wang Zilong" in distractors(asked("Wang Na", AnswerType.PERSON), u)


def test_a_country_that_the_question_tells_and_a_continent_are_no_choices() -> None:
    u = understood("Norway thanked Chile. Africa and Norway built a mill in Austria. Sweden left.")
    chosen = distractors(asked("Norway", AnswerType.COUNTRY, "Which country thanked the Chilean divers?"), u)
    assert not {"Chile", "Africa"} & set(chosen)
    assert "Austria" in chosen


def test_who_is_called_by_a_given_name_of_two_parts_is_no_choice() -> None:
    u = understood("Ana Reis met Kim Chang-yong. Chief Changyong Kim spoke. Mayor Karl Holm spoke. Anna Frey left.")
    chosen = distractors(asked("Ana Reis", AnswerType.PERSON, "Who said: “Since June, Chang-yong has led”?"), u)
    assert not any("Kim" in one for one in chosen)


def test_of_two_people_every_name_stands_as_often_among_the_choices() -> None:
    question = asked("Joe Biden and Dina Boluarte", AnswerType.GROUP, "Who discussed trade?")
    text = "President Joe Biden met President Dina Boluarte of Peru on 15 November 2024. They discussed trade."
    choices = distractors(question, understood(text))
    names = Counter(name for pair in (question.answer, *choices) for name in pair.split(" and "))
    assert len(choices) == WANTED
    assert set(names.values()) == {2}
