"""Towns as wrong choices: of the same country and about as large."""

from __future__ import annotations

from itertools import islice

import pytest
from language_tools import understood

from quizgen.language import data
from quizgen.language.gazetteer import country
from quizgen.language.names import NameKind
from quizgen.language.towns import cities_abroad, towns_like


def beside(place: str, text: str, asked: str = "was Ana Reis born", number: int = 3) -> list[str]:
    u = understood(text)
    named = [e for e in u.aliases.entities if e.kind is NameKind.PLACE and not country(e.name)]
    return list(islice(towns_like(place, named, u, asked), number))


def listed(nation: str) -> list[list[str]]:
    both = next(line for line in data.lines("cities.txt") if line.startswith(f"{nation}: "))
    return [part.split(", ") for part in both.removeprefix(f"{nation}: ").split(" / ")]


@pytest.mark.parametrize(
    ("place", "text", "nation", "size"),
    [
        ("Skibby", "Ana Reis was born in Skibby, Denmark.", "Denmark", 1),
        ("Skibby", "Ana Reis was born in Skibby. She was a Danish painter of Danish mills.", "Denmark", 1),
        ("Aarhus", "Ana Reis was born in Aarhus.", "Denmark", 0),
        ("Holmby", "Ana Reis, a Danish friend of Danes, was born in Holmby, Nebraska.", "the United States", 1),
    ],
)
def test_a_town_stands_among_those_of_its_country_and_size(place: str, text: str, nation: str, size: int) -> None:
    assert {*listed(nation)[size], place}.issuperset(beside(place, text, number=2))


def test_a_town_of_the_document_in_the_same_country_comes_first() -> None:
    assert beside("Skibby", "Ana Reis was born in Skibby, Denmark. She sold herring in Ribe and Lima.")[0] == "Ribe"


def test_where_something_was_signed_other_cities_of_the_document_come_before_those_of_no_document() -> None:
    text = "The treaty was signed in Paris. Talks had failed in Lima. Others had failed in Oslo."
    assert set(beside("Paris", text, "was the treaty signed", 2)) == {"Lima", "Oslo"}


def test_every_country_of_the_list_is_known_and_no_town_stands_twice() -> None:
    for line in data.lines("cities.txt"):
        nation, _, both = line.partition(": ")
        known = country(nation)
        towns = both.replace(" / ", ", ").split(", ")
        assert known is not None
        assert known.name == nation
        assert len(set(towns)) == len(towns)


def test_no_city_of_the_country_stands_beside_its_capital() -> None:
    u = understood("Copenhagen is the capital of Denmark.")
    near = list(cities_abroad("Copenhagen", u, "What is the capital of Denmark?"))
    assert not {*listed("Denmark")[0], *listed("Denmark")[1]} & set(near)
    assert near[0] in {listed(nation)[0][0] for nation in ("Sweden", "Norway", "Finland", "Iceland", "Estonia")}
