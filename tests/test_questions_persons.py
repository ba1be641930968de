"""People as wrong choices: of the document's countries and of its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import islice

import pytest
from language_tools import understood

from quizgen.language.gazetteer import country, given_name_sex
from quizgen.language.understanding import Understanding, understand
from quizgen.model.document import Document
from quizgen.model.fact import AnswerType, Question
from quizgen.questions import pools
from quizgen.questions.famous import nations_led
from quizgen.questions.ordinary import ordinary_people
from quizgen.questions.persons import people
from quizgen.questions.present import is_somebody, people_named

ASKED = Question(aspect="who", text="Who opened the bridge?", answer="Ana Reis", type=AnswerType.PERSON)


def written(text: str, year: int) -> Understanding:
    return understand(Document(text=text, date=dt.date(year, 5, 4)))


def test_leaders_are_of_the_countries_told_of_and_in_office() -> None:
    u = written("President Ana Reis of Chile spoke of cooperation between Chile and Japan in Tokyo.", 2014)
    offered = list(islice((p for p in people(ASKED, u) if p != "Ana Reis"), 3))
    terms = {n: (a, b) for nation in ("Chile", "Japan") for n, a, b in pools.leaders()[nation]}
    assert all(name in terms and terms[name][0] <= 2014 <= terms[name][1] for name in offered)


def test_where_a_question_names_the_country_compatriots_are_offered() -> None:
    text = "President Ana Reis of Chile met Chancellor Karl Brandt of Germany. Brandt said Germany backs free trade."
    u = written(text, 2014)
    asked = Question(aspect="who", text="Who said Germany backs trade?", answer="Karl Brandt", type=AnswerType.PERSON)
    germans = {name for name, _, _ in pools.leaders()["Germany"]}
    first, *others = islice((p for p in people(asked, u) if p != "Karl Brandt"), 3)
    assert first == "Ana Reis"
    assert germans.issuperset(others)


@pytest.mark.parametrize("year", [1885, 1963, 2014])
def test_nobody_is_offered_long_before_his_time(year: int) -> None:
    u = written("President Ana Reis of Chile spoke of cooperation between Chile and Japan.", year)
    terms = sorted((first, name) for listed in pools.leaders().values() for name, first, _ in listed)
    starts = {name: first for first, name in reversed(terms)}
    offered = [p for p in people(ASKED, u) if p in starts and p not in {known.name for known in pools.people()}]
    assert offered or year < 1900
    assert all(starts[name] <= year + (10 if year < 1990 else 1) for name in offered)


def test_what_only_looks_like_a_person_is_no_choice() -> None:
    u = written("Ana Reis read the King James Bible. Dr. Karl Brandt and Hugo Maier listened.", 2014)
    assert people_named(u)[:3] == ["Karl Brandt", "Ana Reis", "Hugo Maier"]
    assert "James Bible" not in people_named(u)


def test_every_country_of_the_list_is_known() -> None:
    bodies = {
        "the United Nations", "the European Union", "the African Union", "NATO", "ASEAN", "the World Bank",
        "the International Monetary Fund", "the World Trade Organization",
        "the World Intellectual Property Organization",
    }  # fmt: skip
    named = {nation for listed in (pools.leaders(), pools.foreign_ministers(), pools.ministers()) for nation in listed}
    named |= {one.country for one in pools.people()} | set(pools.ordinary_names())
    assert {nation for nation in named if (c := country(nation)) is None or c.name != nation} <= bodies


@pytest.mark.parametrize("listed", [pools.leaders, pools.foreign_ministers, pools.ministers])
def test_terms_end_after_they_begin(listed: Callable[[], dict[str, tuple[pools.Term, ...]]]) -> None:
    assert all(first <= last for terms in listed().values() for _, first, last in terms)


def test_nobody_of_the_lists_lives_too_long_or_in_two_ways() -> None:
    assert all(15 < one.died - one.born < 110 or one.died == 2099 for one in pools.people())
    assert len({(one.name, one.field, one.country) for one in pools.people()}) == len(pools.people())
    leaders = {name for terms in pools.leaders().values() for name, _, _ in terms}
    assert {name for listed in pools.heads().values() for name in listed} <= leaders
    everyone = leaders | {one.name for one in pools.people()}
    for terms in (*pools.foreign_ministers().values(), *pools.ministers().values()):
        everyone |= {name for name, _, _ in terms}
    assert set(pools.sexes()) <= everyone


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("Roads minister Karl Maier spoke. The Home Office and the NHS will pay £40.", "the United Kingdom"),
        ("Roads minister Karl Maier spoke. The mill cost 40 tenge, and the Akim was glad.", "Kazakhstan"),
        ("Roads minister Karl Maier spoke of an offence against the programme of the mills.", "the United Kingdom"),
    ],
)
def test_bodies_money_and_spelling_tell_the_country_of_a_text(text: str, nation: str) -> None:
    u = written(text, 2014)
    asked = Question(aspect="who", text="Who spoke?", answer="Karl Maier", type=AnswerType.PERSON)
    listed = (*pools.leaders()[nation], *pools.ministers().get(nation, ()))
    terms = {name: (first, last) for name, first, last in listed}
    offered = next(p for p in people(asked, u) if p != "Karl Maier")
    assert offered in terms
    assert terms[offered][0] <= 2014 <= terms[offered][1]


def test_a_question_that_says_she_offers_women() -> None:
    u = written("Anna Frey met Karl Maier and Hugo Brandt. She said she was glad.", 2014)
    asked = Question(aspect="who", text="Who said she was glad?", answer="Anna Frey", type=AnswerType.PERSON)
    assert all(given_name_sex(name.split()[0]) == "F" for name in islice(people(asked, u), 4))


def test_a_name_that_only_stands_behind_at_is_no_person() -> None:
    u = written("Anna Frey met Hugo Brandt at Maxwell Chambers.", 2014)
    assert "Maxwell Chambers" not in people_named(u)


def offered(question: str, answer: str, text: str, year: int, number: int = 3) -> list[str]:
    u = written(text, year)
    asked = Question(aspect="who", text=question, answer=answer, type=AnswerType.PERSON)
    return list(islice((p for p in people(asked, u) if p != answer), number))


def test_an_office_stands_among_those_who_held_it_before_or_after() -> None:
    text = "President Barack Obama of the United States met President Ana Reis of Chile."
    heads = set(pools.heads()["the United States"])
    assert heads.issuperset(
        offered("Who was the President of the United States in May 2014?", "Barack Obama", text, 2014)
    )
    text = "Foreign Minister Fumio Kishida of Japan met President Ana Reis of Chile."
    terms = {name: (a, b) for name, a, b in pools.foreign_ministers()["Japan"]}
    chosen = offered("Who was the Foreign Minister of Japan in May 2014?", "Fumio Kishida", text, 2014)
    assert all(name in terms and not terms[name][0] <= 2014 <= terms[name][1] for name in chosen)


def test_a_leader_with_an_initial_is_known() -> None:
    text = "President Joseph R. Biden met President Ana Reis of Chile. Biden praised the herring."
    americans = {name for name, _, _ in pools.leaders()["the United States"]}
    assert americans.issuperset(offered("Who praised the herring?", "Joseph R. Biden", text, 2023)[1:])


def test_the_report_of_a_meeting_offers_the_two_countries_alone() -> None:
    text = "President Joe Biden met President Gabriel Boric of Chile. They spoke of Russia and Russian oil. Biden left."
    both = {name for nation in ("the United States", "Chile") for name, _, _ in pools.leaders()[nation]}
    assert both.issuperset(offered("Who spoke of oil?", "Joe Biden", text, 2023, 6))


def test_somebody_unknown_stands_beside_people_of_common_names() -> None:
    text = "The Finnish chemist Aino Lehto opened the mill in Turku. Lehto spoke of herring in Finland."
    names = pools.ordinary_names()["Finland"]
    chosen = offered("Who opened the mill?", "Aino Lehto", text, 2014)
    assert all(name.split()[0] in (*names.men, *names.women) and name.split()[-1] in names.family for name in chosen)
    assert chosen == offered("Who spoke of herring?", "Aino Lehto", text, 2014)


def test_a_chinese_name_begins_with_the_family() -> None:
    text = "The Chinese chemist Fang Wenhua opened the mill in Beijing. Fang spoke of China."
    family = pools.ordinary_names()["China"].family
    assert all(name.split()[0] in family for name in offered("Who opened the mill?", "Fang Wenhua", text, 2014))


def test_a_polish_woman_has_the_family_name_of_a_woman() -> None:
    assert not any(name.endswith("ski") for name in ordinary_people("Anna", "F", ["Poland"]))
    assert any(name.endswith("ova") for name in ordinary_people("Anna", "F", ["Russia"]))


def test_a_father_stands_among_others_of_his_name() -> None:
    u = understood("Ana Holm is a Danish painter. Her father, Karl Holm, sold herring.", "Ana Holm")
    asked = Question(aspect="who", text="Who is Ana Holm's father?", answer="Karl Holm", type=AnswerType.PERSON)
    chosen = list(islice((p for p in people(asked, u) if p != "Karl Holm"), 3))
    assert all(name.endswith(" Holm") for name in chosen)


def test_nobody_of_another_age_is_offered() -> None:
    text = (
        "In 1365 Duke Rudolf IV founded the school in Graz. In 1955 Chancellor Leopold Figl closed it. "
        "In 1960 Hugo Brandt of Austria opened it."
    )
    chosen = offered("Who founded the school in 1365?", "Rudolf IV", text, 2014)
    assert {one.name for one in pools.people() if one.born < 1365 <= one.died}.issuperset(chosen)


@pytest.mark.parametrize(
    ("name", "year", "nation"),
    [
        ("Joseph R. Biden, Jr.", 2023, "the United States"),
        ("Biden", 2023, "the United States"),
        ("Biden", 1950, None),
        ("Hunter Biden", 2023, None),
        ("Francois Mitterrand", 1982, "France"),
        ("Ana Reis", 2023, None),
    ],
)
def test_for_whom_somebody_speaks(name: str, year: int, nation: str | None) -> None:
    assert list(dict.fromkeys(nations_led(name, year))) == ([nation] if nation else [])


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Anna Frey wrote to the Christian Nobility. The Christian Nobility never replied.", "Christian Nobility"),
        ("Anna Frey sang in Mozart's Don Quill. She loved Mozart's Don Quill.", "Don Quill"),
    ],
)
def test_what_stands_as_things_do_is_no_person(text: str, thing: str) -> None:
    assert thing not in people_named(written(text, 2014))


def test_whom_a_country_owns_is_a_person() -> None:
    assert "Hugo Brandt" in people_named(written("Anna Frey met Norway's Hugo Brandt.", 2014))


def test_a_president_stands_behind_the_runners() -> None:
    text = "Paavo Nurmi met President Calvin Coolidge. Karl Frey and Nils Berg ran in Turku. Nurmi won."
    chosen = offered("Who won?", "Paavo Nurmi", text, 1925, 4)
    assert chosen.index("Calvin Coolidge") > chosen.index("Karl Frey")


def test_somebody_of_no_told_country_is_of_that_of_another_with_the_office() -> None:
    text = (
        "Senator Ana Reis of Australia met Senator Hugo Brandt. Chile, Chilean mills and Chilean herring were praised."
    )
    chosen = offered("Who praised the mills?", "Hugo Brandt", text, 2014)
    terms = (*pools.leaders()["Australia"], *pools.ministers()["Australia"])
    assert chosen[0] == "Ana Reis"
    assert {name for name, _, _ in terms}.issuperset(chosen[1:])


def test_a_woman_in_what_is_said_asks_for_no_woman() -> None:
    text = "Secretary-General Ban Ki-moon of the United Nations said that a woman should follow him."
    question = "Who said he backed the idea of a woman as secretary general?"
    terms = {name for name, _, _ in pools.leaders()["the United Nations"]}
    assert terms.issuperset(offered(question, "Ban Ki-moon", text, 2014))


def test_the_republic_of_korea_is_south_korea() -> None:
    text = "President Yoon Suk Yeol of the Republic of Korea met President Ana Reis of Chile."
    chosen = offered("Who was the President of the Republic of Korea in May 2023?", "Yoon Suk Yeol", text, 2023)
    assert set(pools.heads()["South Korea"]).issuperset(chosen)


def test_an_office_of_a_body_that_the_lists_do_not_have_offers_no_leaders_of_states() -> None:
    text = "President Ana Reis of the Chilean Herring Society met Hugo Brandt and Rosa Moe. Chile was praised."
    chosen = offered("Who was the President of the Chilean Herring Society in May 2014?", "Ana Reis", text, 2014)
    assert not {name for name, _, _ in pools.leaders()["Chile"]} & set(chosen)


def test_those_who_speak_come_before_leaders_who_do_not() -> None:
    text = "Ana Reis said that the mill is old. Jacques Chirac walked to Lima. Hugo Brandt said that the mill is new."
    chosen = offered("Who said that the mill is old?", "Ana Reis", text, 2004)
    assert chosen.index("Hugo Brandt") < chosen.index("Jacques Chirac")


def test_the_prime_minister_is_known_with_the_office_before_the_name() -> None:
    assert nations_led("Prime Minister Justin Trudeau", 2020) == ("Canada",)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Clean Rivers Watch said that the mill is old. Clean Rivers Watch closed.", "Clean Rivers Watch"),
        ("Anna Frey Suffered said so. Hugo Brandt left.", "Anna Frey Suffered"),
        ("Orlando Republican said that the mill is old. Hugo Brandt left.", "Orlando Republican"),
    ],
)
def test_what_reads_as_no_name_is_no_person(text: str, thing: str) -> None:
    assert thing not in people_named(written(text, 2014))


def test_beside_the_author_of_a_speech_stand_compatriots() -> None:
    text = "We thank Prime Minister Saad Hariri of Lebanon. I welcome the plan of 2002. We commend Anna Frey."
    title = "Statement by Ambassador Lars Holm of Sweden at the debate on fish"
    u = understand(Document(text=f"{title}\n\n{text} Lars Holm thanked all.", title=title, date=dt.date(2017, 1, 4)))
    asked = Question(aspect="who", text="Who welcomed the plan of 2002?", answer="Lars Holm", type=AnswerType.PERSON)
    swedes = {name for name, first, last in pools.leaders()["Sweden"] if first <= 2017 <= last}
    assert next(people(asked, u)) in swedes


SPEAKERS = [
    ("Marx saw class. Weber argued that faith built mills.", "Weber", True),
    ("The party began. Then ambassador Quorn said that the mill was old.", "Quorn", True),
    ("Ana Packer-Quorn led the office. “We are young”, Packer Quorn said.", "Packer Quorn", True),
    ("Quorn said that its mill was old.", "Quorn", False),
]


@pytest.mark.parametrize(("text", "name", "somebody"), SPEAKERS)
def test_a_speaker_of_unknown_name_is_somebody_or_a_body(text: str, name: str, somebody: bool) -> None:
    assert is_somebody(name, understood(text)) is somebody


def test_who_is_only_told_as_leading_is_nobody() -> None:
    u = understood("The President Ana Reis-led Government met Karl Holm. Mr. Karl Holm spoke.")
    assert not any(name.endswith("-led") for name in people_named(u))


def test_an_initial_stands_for_a_given_name() -> None:
    (name, *_) = pools.foreign_ministers()["India"][-1]
    given, _, rest = name.rpartition(" ")
    assert "India" in nations_led(f"{given[:1]}. {rest}")


def test_a_surname_stands_among_surnames_wherever_they_stand() -> None:
    u = understood("Zhang sold peaches in China. Mr. Xiong Yujin and Mr. Wang Zilong thanked Zhang in Beijing.")
    asked = Question(aspect="who", text="Who sold peaches?", answer="Zhang", type=AnswerType.PERSON)
    assert {"Xiong", "Wang"} == set(islice((name for name in people(asked, u) if name != "Zhang"), 2))


def test_a_father_has_a_name_of_his_country_and_not_that_of_his_child() -> None:
    text = "Pablo Rivas was a Peruvian painter. Pablo Rivas was born in Lima, Peru, to José Mendez. Claude Monet came."
    asked = Question(aspect="who", text="Who was Pablo Rivas's father?", answer="José Mendez", type=AnswerType.PERSON)
    offered = list(islice(people(asked, understood(text)), 4))
    assert "Claude Monet" not in offered
    assert not any(name.startswith("Pablo") for name in offered)


def test_what_tells_no_time_is_of_today() -> None:
    u = understood("Minister Ana Reis of New Zealand announced that the fund would pay for mills in New Zealand.")
    asked = Question(aspect="who", text="Who announced the fund?", answer="Ana Reis", type=AnswerType.PERSON)
    terms: dict[str, int] = {}
    for listed in (pools.leaders(), pools.ministers(), pools.foreign_ministers()):
        for name, _, last in listed.get("New Zealand", ()):
            terms[name] = max(last, terms.get(name, 0))
    offered = list(islice((name for name in people(asked, u) if name != "Ana Reis"), 3))
    assert all(terms[name] > 2000 for name in offered)


def test_of_many_speakers_each_card_has_others() -> None:
    names = ["Ana Reis", "Karl Holm", "Anna Frey", "Hugo Maier", "Dora Lund", "Jan Novak"]
    text = " ".join(f"{name} said that the {thing} was dear." for name, thing in zip(names, "abcdef", strict=True))
    u = understood(f"Maria Voss was not there. {text}")
    offered = []
    for thing in "xyzuvw":
        asked = Question(aspect="who", text=f"Who praised {thing}?", answer="Ana Reis", type=AnswerType.PERSON)
        offered.append(tuple(islice((name for name in people(asked, u) if name != "Ana Reis"), 3)))
    assert len(set(offered)) > 1
    assert all("Maria Voss" not in three for three in offered)
