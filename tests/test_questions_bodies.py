"""Organisations as wrong choices: of the answer's own sort."""

from __future__ import annotations

from itertools import islice

import pytest
from language_tools import understood

from quizgen.model.fact import AnswerType, Question
from quizgen.questions import pools
from quizgen.questions.bodies import organisations, sort_of
from quizgen.questions.normal import normal
from quizgen.questions.present import is_somebody

PAGE = "The Tarn Company sold telephones and mobile networks. Its revenue grew, and the market for handsets grew too."


def asked(answer: str, text: str = "Who closed the mill?") -> Question:
    return Question(aspect="who", text=text, answer=answer, type=AnswerType.ORGANISATION)


def chosen(answer: str, text: str, number: int = 3) -> list[str]:
    return list(islice((o for o in organisations(asked(answer), understood(text)) if o != answer), number))


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("the University of Bergen", "university"),
        ("the Lima High Court", "court"),
        ("the Royal Tarn Academy of Sciences", "academy"),
        ("the Tarn Institute of Dramatic Arts", "academy arts"),
        ("the Department of Herring", "department"),
        ("the Ministry of Mills", "department"),
        ("the City Council", "local"),
        ("Tarn City Council", "local named"),
        ("the Reserve Bank of Peru", "bank"),
        ("the Andean Development Bank", "bank development"),
        ("the Tarn Gazette", "newspaper"),
        ("Quill Motors Inc.", "company telecom"),
        ("General Electric Co", "company industry"),
        ("Karl Tarnquist Ltd.", "company telecom"),
        ("FIFA", "sport"),
        ("the IMF", "economy short"),
        ("Republicans", "partisans"),
    ],
)
def test_the_sort_of_an_organisation(name: str, sort: str) -> None:
    assert sort_of(name, asked(name), understood(PAGE)) == sort


@pytest.mark.parametrize(
    ("answer", "text", "key"),
    [
        ("the Lima High Court", "India praised the Lima High Court. India and India's mills closed.", "court, India"),
        ("the Home Office", "The Home Office closed the mill. It cost £40.", "department, the United Kingdom"),
        ("the Tarn Academy of Sciences", "The Tarn Academy of Sciences closed the mill.", "academy"),
        ("the Secretary-General", "The Secretary-General closed the mill.", "office"),
    ],
)
def test_those_of_the_sort_and_the_country_come_first(answer: str, text: str, key: str) -> None:
    assert set(pools.by_field("organisations.txt")[key]).issuperset(chosen(answer, text))


def test_those_of_the_document_come_first_where_they_are_of_the_sort() -> None:
    text = (
        "The University of Bergen closed the mill. Oslo University and the Tarn Gazette praised the herring of Norway."
    )
    first, *others = chosen("the University of Bergen", text)
    assert first == "Oslo University"
    assert "the Tarn Gazette" not in others


def test_letters_that_name_a_thing_are_no_company() -> None:
    text = f"{PAGE} GSM and DSL were new. The Tarn Company closed the mill."
    assert not {"GSM", "DSL"} & set(chosen("the Tarn Company", text, 12))


def test_no_organisation_stands_twice_in_a_list() -> None:
    for names in pools.by_field("organisations.txt").values():
        assert len(set(map(normal, names))) == len(names)


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("The fact-checking website Trueno closed the mill.", "Trueno", "website"),
        ("Trueno, a newspaper of the miners, closed the mill.", "Trueno", "newspaper"),
        (
            "The miners read a newspaper. Much later, and in another country, Trueno closed the mill.",
            "Trueno",
            "charity",
        ),
        ("Trueno closed the mill. The United Nations met.", "Trueno", "world"),
    ],
)
def test_a_noun_beside_a_name_tells_its_sort(text: str, name: str, sort: str) -> None:
    assert sort_of(name, asked(name), understood(text)) == sort


def test_a_town_or_a_state_is_no_organisation_to_choose() -> None:
    text = "The NAACP closed the mill, said Oklahoma City. Ohio said no, said Ohio. The NAACP met in Oklahoma City."
    assert not {"Oklahoma City", "Ohio"} & set(chosen("the NAACP", text, 12))


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Quillon closed the mill, and he sold his herring.", "Quillon", True),
        ("Quillon closed the mill, which it had built with its own money.", "Quillon", False),
        ("Osama bin Dalur closed the mill. Osama bin Dalur left.", "Osama bin Dalur", True),
    ],
)
def test_a_speaker_of_unknown_words_is_somebody_by_what_is_told(text: str, name: str, told: bool) -> None:
    assert is_somebody(name, understood(text)) is told


def test_a_department_of_a_state_stands_among_departments() -> None:
    name = "the State Department Herring Center"
    assert sort_of(name, asked(name), understood("The State Department Herring Center closed.")) == "department"


def test_a_people_stands_among_peoples() -> None:
    assert {"Canadians", "Cubans", "Chileans", "Peruvians"} & set(chosen("Mexicans", "Mexicans closed the mill.", 12))


def test_a_firm_that_may_be_the_same_by_another_name_is_no_choice() -> None:
    text = f"{PAGE} The Quill Herring Company merged with Quill Foods Inc. The Varga Company sold telephones."
    assert "the Quill Herring Company" not in chosen("Quill Foods Inc.", text, 12)


def test_two_national_bodies_are_two() -> None:
    text = "The National University of Peru closed. The National College of Peru praised the National Museum of Peru."
    assert chosen("the National University of Peru", text)


def test_a_body_that_every_country_has_stands_among_those_of_others() -> None:
    made = chosen("the Norwegian Foreign Ministry", "Norway thanked Peru. Peru and Norway met. Peru left.")
    assert made[0] == "the Peruvian Foreign Ministry"
    assert all(name.endswith(" Foreign Ministry") for name in made)


def test_no_body_of_today_stands_in_an_old_war() -> None:
    u = understood("The Herring Alliance declared war in 1702. In 1704 the fleet of the Tarn League was lost.")
    question = asked("the Herring Alliance", "Who declared war in 1702?")
    assert not {"the United Nations", "the European Commission", "the African Union"} & set(organisations(question, u))
