"""The bundled wrong choices, by what they are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

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
def people() -> dict[str, tuple[Term, ...]]:
    """Well-known people by their field, and when they lived."""
    return {field: _terms(listed) for field, listed in by_field("people.txt").items()}


def _terms(listed: tuple[str, ...]) -> tuple[Term, ...]:
    terms = (re.fullmatch(r"(.+) (\d{4})-(\d{4})", term) for term in listed)
    return tuple((term[1], int(term[2]), int(term[3])) for term in terms if term)


def made_by(question: str) -> frozenset[str]:
    """Programmes that somebody a question names is known to have made."""
    makers = by_field("makers.txt").items()
    return frozenset(name for maker, made in makers if stands_in(maker, question) for name in made)


@cache
def events() -> tuple[tuple[int, str], ...]:
    """Well-known events, each after its year."""
    return tuple((int(line[:4]), line[5:]) for line in _lines("events.txt"))


@cache
def regions() -> tuple[tuple[str, ...], ...]:
    """Countries, region by region."""
    return tuple(tuple(line.split(", ")) for line in _lines("neighbours.txt"))


def neighbours(country: str) -> tuple[str, ...]:
    """Countries of the same region as ``country``, without it."""
    found = [name for region in regions() if country in region for name in region if name != country]
    return tuple(dict.fromkeys(found))
