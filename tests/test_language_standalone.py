"""What points outside a phrase, and how the pair a document is about is named."""

from __future__ import annotations

import pytest
from language_tools import understood

from quizgen.language.standalone import name_the_pair, owner, pointing, pronoun, the_pair, without_links


@pytest.mark.parametrize(
    "phrase",
    [
        "our plan",
        "the plan of today",
        "this year",
        "these days",
        "the two sides",
        "the people here",
        "three years ago",
        "both countries",
        "the former",
        "such a plan",
        "the bridge then",
        "your king",
        "I was there",
        "next month",
    ],
)
def test_what_points_outside(phrase: str) -> None:
    assert pointing(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "the King in 1990",
        "Elizabeth I of England",
        "those who fell in Flanders",
        "in the house of Ada",
        "Harald I",
        "the Ministry of Information",
        "such as oaks",
        "the usual plan",
        "the eyes of the yew",
    ],
)
def test_what_stands_alone(phrase: str) -> None:
    assert pointing(phrase) == ""


@pytest.mark.parametrize(
    ("phrase", "own_pronoun", "own_owner"),
    [
        ("it rained", "it", ""),
        ("the item of the hero", "", ""),
        ("his plan", "", "his"),
        ("all was theirs", "theirs", ""),
        ("Its founding", "", "Its"),
        ("they and their ships", "they", "their"),
    ],
)
def test_pronouns(phrase: str, own_pronoun: str, own_owner: str) -> None:
    assert (pronoun(phrase), owner(phrase)) == (own_pronoun, own_owner)


@pytest.mark.parametrize(
    ("linked", "free"),
    [
        ("the bridge also opened", "the bridge opened"),
        ("the bridge, however, opened", "the bridge opened"),
        ("the bridge opened", "the bridge opened"),
        ("the Alsos Mission", "the Alsos Mission"),
    ],
)
def test_links_to_the_text_before_are_dropped(linked: str, free: str) -> None:
    assert without_links(linked) == free


def test_the_two_countries_are_named_where_there_are_two() -> None:
    two = understood("Ships left Norway for Chile. Norway sold fish to Chile. In May, Norway met Chile.").aliases
    assert the_pair(two) == ("Norway", "Chile")
    assert name_the_pair("the trade between the two countries", two) == "the trade between Norway and Chile"
    assert name_the_pair("the peoples of Norway", two) == "the peoples of Norway"


def test_the_two_countries_are_not_named_where_there_are_three() -> None:
    three = understood(
        "Ships left Norway for Chile and Peru. Norway sold fish to Chile and Peru. Norway met Chile and Peru."
    )
    assert the_pair(three.aliases) is None
    assert name_the_pair("the two countries", three.aliases) == "the two countries"
    named = name_the_pair("as the ties of Norway and Chile grow, the two countries trade", three.aliases)
    assert named == "as the ties of Norway and Chile grow, Norway and Chile trade"
    assert name_the_pair("Ana and Otto left the two countries", three.aliases) == "Ana and Otto left the two countries"
