"""The bundled wrong choices, by what they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from quizgen.language.whole import stands_in


@cache
def _lines(name: str) -> tuple[str, ...]:
    text = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))


@cache
def by_field(name: str) -> dict[str, tuple[str, ...]]:
    """A list of ``field: name, name`` lines."""
    fields = {}
    for line in _lines(name):
        field, _, listed = line.partition(": ")
        fields[field] = tuple(listed.split(", "))
    return fields


Term = tuple[str, int, int]
"""A name, and the first and the last year."""


@cache
def leaders() -> dict[str, tuple[Term, ...]]:
    """Who spoke for a country, from when to when."""
    return {nation: _terms(listed) for nation, listed in by_field("leaders.txt").items()}


def country_signs() -> dict[str, tuple[str, ...]]:
    """What tells in a text that it is of a country: its bodies, offices and money."""
    return by_field("country_signs.txt")


@cache
def foreign_ministers() -> dict[str, tuple[Term, ...]]:
    """Who led a country's diplomacy, from when to when."""
    return {nation: _terms(listed) for nation, listed in by_field("foreign_ministers.txt").items()}


class Known(NamedTuple):
    """Somebody well known."""

    name: str
    field: str
    """What for: science, sport, ..."""
    country: str
    born: int
    died: int
    """Far ahead for the living."""


@cache
def people() -> tuple[Known, ...]:
    """Well-known people."""
    lines = ((key.split(", ", 1), _terms(listed)) for key, listed in by_field("people.txt").items())
    return tuple(Known(name, field, nation, a, b) for (field, nation), terms in lines for name, a, b in terms)


@cache
def sexes() -> dict[str, str]:
    """``M`` or ``F`` for those of the lists whose given names do not tell it, or tell another."""
    lines = (line.partition(" ") for line in _lines("sexes.txt"))
    return {name: sex for sex, _, listed in lines for name in listed.split(", ")}


@cache
def ministers() -> dict[str, tuple[Term, ...]]:
    """Who else spoke in the affairs of a country, from when to when."""
    return {nation: _terms(listed) for nation, listed in by_field("ministers.txt").items()}


def heads() -> dict[str, tuple[str, ...]]:
    """Who of the leaders headed a state or its government."""
    return by_field("heads.txt")


class Names(NamedTuple):
    """Common names of a country."""

    men: tuple[str, ...]
    women: tuple[str, ...]
    family: tuple[str, ...]


@cache
def ordinary_names() -> dict[str, Names]:
    """Common names by country."""
    found = {}
    for line in _lines("ordinary_names.txt"):
        nations, _, listed = line.partition(": ")
        names = Names(*(tuple(part.split(", ")) for part in listed.split(" / ")))
        found.update(dict.fromkeys(nations.split(", "), names))
    return found


def _terms(listed: tuple[str, ...]) -> tuple[Term, ...]:
    terms = (term.rpartition(" ") for term in listed)
    return tuple((name, int(years[:4]), int(years[5:])) for name, _, years in terms)


def made_by(question: str) -> frozenset[str]:
    """Programmes that somebody a question names is known to have made."""
    makers = by_field("makers.txt").items()
    return frozenset(name for maker, made in makers if stands_in(maker, question) for name in made)


@cache
def events() -> tuple[tuple[int, str], ...]:
    """Well-known events, each after its year."""
    return tuple((int(line[:4]), line[5:]) for line in _lines("events.txt"))
