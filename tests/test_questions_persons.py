"""People as wrong choices: of the document's countries and of its time."""

from __future__ import annotations

import datetime as dt
from itertools import islice

import pytest

from quizgen.language.gazetteer import country, given_name_sex
from quizgen.language.understanding import Understanding, understand
from quizgen.model.document import Document
from quizgen.model.fact import AnswerType, Question
from quizgen.questions import pools
from quizgen.questions.persons import people, people_named

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
    offered = [
        p
        for p in people(ASKED, u)
        if p in starts and p not in {name for listed in pools.people().values() for name, _, _ in listed}
    ]
    assert offered
    assert all(starts[name] <= year + 1 for name in offered)


def test_what_only_looks_like_a_person_is_no_choice() -> None:
    u = written("Ana Reis read the King James Bible. Dr. Karl Brandt and Hugo Maier listened.", 2014)
    assert people_named(u)[:3] == ["Karl Brandt", "Ana Reis", "Hugo Maier"]
    assert "James Bible" not in people_named(u)


def test_every_country_of_the_list_is_known() -> None:
    unions = {"the United Nations", "the European Union", "the African Union", "NATO"}
    known = {nation for nation in pools.leaders() if (c := country(nation)) is not None and c.name == nation}
    assert pools.leaders().keys() - known <= unions
    assert all(first <= last for listed in pools.leaders().values() for _, first, last in listed)


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
    terms = {name: (first, last) for name, first, last in pools.leaders()[nation]}
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
