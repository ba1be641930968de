"""Facts into cards: identity, evidence, and one card for one question."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from language_tools import understood

from quizgen.kinds import Kind, all_kinds
from quizgen.language.understanding import Understanding, understand
from quizgen.model.card import Card
from quizgen.model.document import Document, Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question
from quizgen.questions.making import Made, Refused, make_cards


def made(text: str, *kinds: str, date: dt.date | None = None) -> tuple[list[Made], list[Refused]]:
    found = all_kinds()
    wanted = [found[kind] for kind in kinds] or list(found.values())
    return make_cards(understand(Document(text=text, date=date)), wanted)


def cards(text: str, *kinds: str, date: dt.date | None = None) -> list[Card]:
    return [one.card for one in made(text, *kinds, date=date)[0]]


def only(text: str, *kinds: str) -> Card:
    (card,) = cards(text, *kinds)
    return card


OPENED = "The Harlow Tunnel was opened in Essex on 3 May 1962."


def test_an_id_tells_kind_and_aspect() -> None:
    card = only(OPENED, "date")
    assert re.fullmatch(r"date-when-[0-9a-f]{10}", card.id)
    assert re.fullmatch(r"[0-9a-f]{10}", card.fact or "")


@pytest.mark.parametrize(
    "text",
    [
        "The Harlow Tunnel was opened in Essex on 4 May 1962.",  # another answer
        "The Harlow Tunnel was opened in Essex on May 3, 1962.",
        "On 3 May 1962 the Harlow Tunnel was opened in Essex.",
        "Heavy rain fell for a week.\n\nThe Harlow Tunnel was opened in Essex on 3 May 1962.",
        "The Harlow Tunnel was opened in\nEssex on 3 May 1962. Heavy rain fell for a week.",
    ],
)
def test_an_id_outlives_a_corrected_answer_and_a_reworded_document(text: str) -> None:
    assert [card.id for card in cards(text, "date")] == [only(OPENED, "date").id]


@pytest.mark.parametrize(
    "text",
    [
        "The Harlow Tunnel was closed in Essex on 3 May 1962.",
        "The Marlow Tunnel was opened in Essex on 3 May 1962.",
    ],
)
def test_another_event_has_another_id(text: str) -> None:
    assert [card.id for card in cards(text, "date")] != [only(OPENED, "date").id]


def test_the_cards_of_one_fact_are_siblings() -> None:
    text = "In 2018 Elsa Holm marked the 250th anniversary of the founding of the Royal Academy."
    siblings = cards(text, "anniversary")
    assert len(siblings) == 3
    assert len({card.fact for card in siblings}) == 1
    assert len({card.id for card in siblings}) == 3


def test_two_events_are_no_siblings() -> None:
    text = f"{OPENED} Elsa Holm was born in Turku in 1902."
    assert len({card.fact for card in cards(text, "date")}) == 2


def told(*facts: tuple[str, str, str]) -> Kind:
    """A kind that finds subjects, and asks of each a question with an answer."""

    def find(u: Understanding) -> Iterator[Fact]:
        for subject, _, _ in facts:
            yield Fact(rule="told", subject=subject, evidence=(Span(0, 5),))

    left = list(facts)

    def ask(fact: Fact, u: Understanding) -> Iterator[Question]:
        _, question, answer = left.pop(0)
        choices = ("the ash", "the elm", "the fir")
        yield Question(aspect="what", text=question, answer=answer, type=AnswerType.PHRASE, choices=choices)

    return Kind(name="told", rules=("told",), find=find, ask=ask)


def test_of_facts_with_one_subject_each_has_its_own_id() -> None:
    kind = told(("the cup", "Who won it first?", "Leeds"), ("The Cup", "Who won it next?", "York"))
    found, refused = make_cards(understood("A cup."), [kind])
    assert refused == []
    assert len({one.card.id for one in found}) == 2


def test_of_three_facts_with_one_subject_and_one_answer_each_has_its_own_id() -> None:
    answers = [("the cup", f"Who won the cup in {year}?", "Leeds") for year in (1961, 1962, 1963)]
    found, refused = make_cards(understood("A cup."), [told(*answers)])
    assert refused == []
    assert len({one.card.id for one in found}) == 3


def test_a_question_that_has_two_answers_is_not_asked() -> None:
    kind = told(("the cup", "Who won the cup?", "Leeds"), ("a cup", "Who won the Cup?", "York"))
    found, refused = make_cards(understood("A cup."), [kind])
    assert found == []
    assert [one.reason for one in refused] == ["second-right-answer"] * 2


def test_a_question_is_asked_once() -> None:
    kind = told(("the cup", "Who won the cup?", "Leeds"), ("a cup", "Who won the Cup?", "Leeds"))
    found, refused = make_cards(understood("A cup."), [kind])
    assert len(found) == 1
    assert [one.reason for one in refused] == ["asked-already"]


def test_what_is_asked_again_in_more_words_is_asked_once() -> None:
    longer = "Which team won the silver cup of Graz in the summer, before a large crowd?"
    kind = told(("the cup", "Who won the silver cup of Graz?", "Leeds"), ("a cup", longer, "Leeds"))
    found, refused = make_cards(understood("A cup."), [kind])
    assert [one.card.question for one in found] == ["Who won the silver cup of Graz?"]
    assert [one.reason for one in refused] == ["asked-in-other-words"]


def test_two_questions_of_one_answer_are_both_asked() -> None:
    kind = told(
        ("the cup", "Who won the silver cup of Graz?", "Leeds"), ("a cup", "Who lost the bowl of Graz?", "Leeds")
    )
    found, _ = make_cards(understood("A cup."), [kind])
    assert len(found) == 2


def test_what_breaks_a_rule_is_refused_by_its_name() -> None:
    kind = told(("the cup", "Did Leeds win today?", "Leeds"))
    found, refused = make_cards(understood("A cup."), [kind])
    assert found == []
    assert [one.reason for one in refused] == ["gives-its-answer-away"]


def test_what_a_guard_turned_down_is_told() -> None:
    dropped = Dropped(rule="told", guard="negation", span=Span(2, 5))
    kind = Kind(name="told", rules=("told",), find=lambda u: [dropped], ask=lambda fact, u: [])
    assert make_cards(understood("A cup."), [kind]) == ([], [Refused("told", "told", "negation", "cup")])


def test_cards_stand_in_the_order_of_their_evidence() -> None:
    said = '"The river belongs to nobody," said Mayor Hugo Brandt.'
    text = f"{said} {OPENED}\n\nElsa Holm was born in Turku in 1902."
    starts = [card.evidence[0].start for card in cards(text)]
    assert len(starts) > 2
    assert starts == sorted(starts)


def test_what_is_counted_from_the_date_of_the_document_is_derived() -> None:
    (card,) = cards("Marta Lindqvist won the Stockholm Marathon today.", "date", date=dt.date(2019, 10, 12))
    assert (card.value, card.derived) == ("2019-10-12", True)
    assert cards("Marta Lindqvist won the Stockholm Marathon today.", "date") == []


def test_no_accepted_answer_stands_twice() -> None:
    text = 'Dr. Dana Whitfield runs Orion Steel. "The mill is old," said Dana Whitfield. Whitfield left.'
    for card in cards(text):
        assert len({card.answer, *card.accept}) == 1 + len(card.accept)
        assert not set(card.accept) & set(card.distractors)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("The Tarn ferry opens", "From “The Tarn ferry opens”, May 2021"),
        ("Reis sails", "From a report, May 2021"),  # whom the card asks for
        ("Ana Reis: the Tarn ferry opens at noon.", "From “…: the Tarn ferry opens at noon”, May 2021"),
        ("Mayor Reis opens the Tarn ferry at noon", "From “… opens the Tarn ferry at noon”, May 2021"),
    ],
)
def test_a_card_stands_under_the_title_where_that_does_not_tell_the_answer(title: str, told: str) -> None:
    text = "Mayor Ana Reis said that the Tarn ferry will carry salt. Mayor Hugo Brandt said that the mill is old."
    found, _ = make_cards(
        understand(Document(text=text, title=title, date=dt.date(2021, 5, 4))), [all_kinds()["attribution"]]
    )
    assert [one.card.context for one in found if one.card.answer == "Ana Reis"] == [told]


def test_an_article_names_what_it_is_about_above_questions_that_do_not() -> None:
    text = (
        "The Tarn Bridge is a bridge in Peru. Ana Reis painted the Lima gate in 1901. The Tarn Bridge opened in 1911."
    )
    found, _ = make_cards(understand(Document(text=text, title="Tarn Bridge")), [all_kinds()["date"]])
    assert {one.card.answer: one.card.context for one in found} == {"1901": "Tarn Bridge", "1911": None}


def test_what_the_decks_title_tells_may_stand_above_the_other_cards() -> None:
    text = (
        "Mayor Ana Reis said that the Tarn ferry will carry salt to Chile. "
        "Mayor Hugo Brandt said that the Lima mill will grind corn for Peru."
    )
    document = Document(text=text, title="Hugo Brandt opens the mill", date=dt.date(2021, 5, 4))
    found, _ = make_cards(understand(document), [all_kinds()["attribution"]])
    assert {one.card.answer: one.card.context for one in found} == {
        "Ana Reis": "From “Hugo Brandt opens the mill”, May 2021",
        "Hugo Brandt": "From a report, May 2021",  # too little is left without him
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Tarn opened its second gate on 3 May 1911.", "From “The Doors of the Tarn”"),
        ("The Lima Cotton Mill opened on 3 May 1911.", None),
        ("Peru opened a mill on 3 May 1911.", None),
    ],
)
def test_a_date_of_what_has_no_name_stands_under_the_title_without_the_month(text: str, told: str | None) -> None:
    document = Document(text=text, title="The Doors of the Tarn", date=dt.date(2021, 5, 4))
    found, _ = make_cards(understand(document), [all_kinds()["date"]])
    assert [one.card.context for one in found] == [told]


def test_who_met_is_not_asked_where_the_occasion_tells_it() -> None:
    text = (
        "President Tomas Rivas of Peru met President Laura Mendez of Chile in Lima. Peru and Chile discussed the price "
        "of herring in the southern ports. Rivas said that the herring trade had doubled."
    )
    document = Document(text=text, title="", date=dt.date(2021, 5, 4))
    found, refused = make_cards(understand(document), [all_kinds()["attribution"]])
    assert "told-by-the-occasion" in {one.reason for one in refused}
    assert {one.card.context for one in found} == {"From a report on a meeting between Peru and Chile, May 2021"}


def test_a_country_is_not_asked_for_as_a_person() -> None:
    card = only("Denmark stressed that Greenland belongs to the Greenlanders.", "attribution")
    assert card.question == "Which country stressed that Greenland belongs to the Greenlanders?"


def test_of_a_bare_occasion_the_title_is_told_without_the_answer() -> None:
    text = "Tarnopol Museum said that it had bought forty harbour paintings. Ana Reis thanked the Tarnopol Museum."
    document = Document(text=text, title="Tarnopol Museum buys paintings of forty harbours", date=dt.date(2021, 5, 4))
    found, _ = make_cards(understand(document), [all_kinds()["attribution"]])
    told = {one.card.context for one in found if one.card.answer.endswith("Tarnopol Museum")}
    assert told == {"From “… buys paintings of forty harbours”, May 2021"}


def test_where_a_card_asks_for_the_month_the_title_alone_is_told() -> None:
    text = (
        "Anna Frey argued that the mills of Peru had made their owners rich. In May 2021 Hugo Maier opened the Lima "
        "Bridge. Karl Brandt argued that ships had done more for the towns of Peru."
    )
    document = Document(text=text, title="The wealth of towns", date=dt.date(2021, 5, 20))
    found, _ = make_cards(understand(document), all_kinds().values())
    assert "May 2021" in {one.card.answer for one in found}
    assert {one.card.context for one in found if one.card.kind == "attribution"} == {"From “The wealth of towns”"}


def test_a_part_of_a_longer_name_stays_in_a_title() -> None:
    text = "Hugo Maier stated that Dora would tell of the mills in two weeks. Dora Maier built the mills of Peru."
    document = Document(text=text, title="Hold Dora Maier to the mills of Peru", date=dt.date(2021, 5, 4))
    found, _ = make_cards(understand(document), [all_kinds()["attribution"]])
    assert all("Dora …" not in (one.card.context or "") for one in found)


def test_a_title_that_lists_the_answer_among_the_choices_is_not_told_without_it() -> None:
    text = (
        "Anna Frey argued that the mills of Peru had made their owners rich. Karl Brandt argued that ships had done "
        "more for the towns of Peru. Hugo Maier argued that the nets of Chile had fed the poor."
    )
    title = "The theory of mills and ships: Frey, Brandt, and Maier"
    found, _ = make_cards(understand(Document(text=text, title=title)), [all_kinds()["attribution"]])
    assert found
    assert all(one.card.context is None for one in found)


@pytest.mark.parametrize(
    ("said", "kept"), [("the ferry to Cusco had sunk", True), ("reading enriches every life", False)]
)
def test_what_anybody_could_have_said_at_any_time_is_not_asked(said: str, kept: bool) -> None:
    text = f"Anna Frey said that {said}. The lamp oil was dear that winter."
    found, refused = make_cards(understand(Document(text=text, date=dt.date(2021, 5, 4))), [all_kinds()["attribution"]])
    assert bool(found) is kept
    assert kept or "no-occasion" in {one.reason for one in refused}


def test_a_surname_alone_does_not_tell_whose_article_it_is() -> None:
    text = (
        "Ana Rivas (4 May 1931 – 3 March 1999) was a Peruvian engineer. Rivas built mills. Rivas lived in Lima. "
        "In 1961 Carla Rivas founded the Cusco Mill. In 1962 Rivas moved to Cusco."
    )
    found, _ = make_cards(understand(Document(text=text, title="Ana Rivas")), [all_kinds()["date"]])
    under = {one.card.question: one.card.context for one in found}
    assert {told for asked, told in under.items() if "Ana Rivas" not in asked} <= {"Ana Rivas"}
    assert {told for asked, told in under.items() if "Ana Rivas" in asked} == {None}
    assert "Ana Rivas" in under.values()
