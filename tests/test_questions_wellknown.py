"""The lists of well-known programmes, and what a text tells of its field and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.language.gazetteer import country, programme_sort
from quizgen.questions import pools, wellknown
from quizgen.questions.fields import fields_of

FILES = sorted((Path(wellknown.__file__).parent / "data" / "programmes").glob("*.txt"))
NOUNS = sorted({
    noun
    for file in FILES
    for line in file.read_text(encoding="utf-8").splitlines()
    if line.startswith("[")
    for noun in line.strip("[]").split()
})  # fmt: skip


@pytest.mark.parametrize("noun", NOUNS)
def test_every_line_can_be_chosen(noun: str) -> None:
    listed = wellknown.wellknown(noun)
    names = [known.name for known in listed]
    assert names
    assert len(names) == len(set(names))
    for known in listed:
        assert known.fields <= pools.by_field("fields.txt").keys(), known
        assert all(wellknown.continents(place) for place in known.places), known


@pytest.mark.parametrize("continent", sorted(pools.by_field("continents.txt")))
def test_continents_hold_countries(continent: str) -> None:
    for nation in pools.by_field("continents.txt")[continent]:
        found = country(nation)
        assert found is not None, nation
        assert continent in wellknown.continents(nation)


def test_cities_are_of_countries() -> None:
    assert all(country(nation) for nation in pools.by_field("cities.txt"))


def test_topics_are_of_fields() -> None:
    assert {field.removesuffix(" to") for field in pools.by_field("topics.txt")} <= pools.by_field("fields.txt").keys()


@pytest.mark.parametrize(("text", "places"), [
    ("They met in Geneva and Oslo", {"Switzerland", "Norway"}), ("the Peru-Chile border", {"Peru", "Chile"}),
    ("New York’s oldest bridge", {"the United States"}),
    ("a Danish ship, a Scottish crew", {"Denmark", "the United Kingdom"}),
    ("the ports of East Africa", {"Africa"}), ("the harbour of the old town", set()),
])  # fmt: skip
def test_places_are_found_by_country_adjective_and_city(text: str, places: set[str]) -> None:
    assert wellknown.places_in(text) == places


@pytest.mark.parametrize(("text", "field"), [
    ("It lowers tariffs on imports", "trade"), ("a vaccine for infants", "health"),
    ("She won two Olympic medals", "sport"),
    ("a reactor and its uranium", "nuclear"), ("trains will cross the new railway bridge", "transport"),
])  # fmt: skip
def test_a_field_is_told_by_words(text: str, field: str) -> None:
    assert fields_of([(text, 1)])[0] == field


def test_words_of_no_field_tell_none() -> None:
    assert fields_of([("It was the first of three", 1)]) == ()


def test_nouns_are_those_of_programmes() -> None:
    rest = {"report", "book", "show", "series", "contest", "competition", "petition", "exhibition", "day", "operation",
            "court", "tribunal", "appeal", "doctrine"}  # fmt: skip
    assert {noun for noun in NOUNS if not programme_sort(noun)} <= rest | {
        "school", "administration", "secretariat", "synchrotron", "motorway", "superhighway", "tribunal",
    }  # fmt: skip
