"""What the bundled lists know of single words: titles, heads of names, countries, given names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from quizgen.language import data

MONTHS = frozenset(
    "January February March April May June July August September October November December Jan. Feb. Mar. Apr. "
    "Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.".split()
)
WEEKDAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
PERIODS = frozenset(["week", "month", "year"])
BRITISH = dict.fromkeys(("Britain", "England", "Scotland", "Wales"), "the United Kingdom")
"""The United Kingdom by another name, and its parts, under the name by which lists have it."""
FORMER = {"the Soviet Union": "Russia", "West Germany": "Germany", "East Germany": "Germany"}
"""States that are no more, and the one that lists have in their place."""


class Country(NamedTuple):
    """A country or region."""

    name: str
    """Its usual English name, with its article where it takes one."""
    adjectives: tuple[str, ...]
    """``Lao``, ``Laotian``: what its side, its government and its people are called by."""


@cache
def _marked(name: str) -> dict[str, str]:
    """Words of a list whose lines begin with a letter, by that letter; the first letter a word has wins."""
    marks: dict[str, str] = {}
    for line in data.lines(name):
        mark, _, listed = line.partition(" ")
        for word in listed.split():
            marks.setdefault(word, mark)
    return marks


@cache
def _plain(name: str) -> frozenset[str]:
    return frozenset(word for line in data.lines(name) for word in line.split())


_CALLINGS = ("ologist", "ographer")
"""How callings end that no list has all of: volcanologist, cartographer."""


def title_mark(word: str) -> str:
    """``O`` for an office, ``H`` for a mere honorific, empty for neither; ``word`` in lower case."""
    return _marked("titles.txt").get(word, "") or ("O" if word.endswith(_CALLINGS) else "")


def programme_sort(word: str) -> str:
    """The sort of programme whose name ``word`` (lower case) closes: P, A, B, W, E, or empty."""
    return _marked("programme_heads.txt").get(word, "")


@cache
def landscape() -> dict[str, tuple[str, ...]]:
    """Well-known mountains, waters, lands and buildings by the noun that asks for them."""
    listed = (line.partition(": ") for line in data.lines("landscape.txt"))
    return {noun: tuple(names.split(", ")) for noun, _, names in listed}


def is_organisation_head(word: str) -> bool:
    """Whether ``word`` (lower case) closes the name of an organisation."""
    return word in _plain("organisation_heads.txt")


def is_called_by_word(word: str) -> bool:
    """Whether a well-known body is called by the ordinary word ``word`` (lower case)."""
    return word in _plain("called_by_words.txt")


def is_event_head(word: str) -> bool:
    """Whether ``word`` (lower case) is a noun that names an event."""
    return word in _plain("event_heads.txt")


def given_name_sex(word: str) -> str:
    """``M``, ``F`` or ``B`` for a given name as it is written, empty for any other word."""
    return _marked("given_names.txt").get(word, "")


@cache
def _countries() -> dict[str, Country]:
    known: dict[str, Country] = {}
    for line in data.lines("countries.txt"):
        name, adjectives, others = ([*line.split("|"), "", ""])[:3]
        country = Country(name, tuple(adjectives.split(",")))
        for called in (name, *others.split(",")):
            if called:
                known.setdefault(called, country)
        for adjective in filter(None, country.adjectives):
            known.setdefault(adjective, country)
    return known


def country(called: str) -> Country | None:
    """The country that ``called`` names, or is the adjective of; None when it is no country."""
    return _countries().get(called)


def is_country_name(called: str) -> bool:
    """Whether ``called`` is the country itself and no adjective of it."""
    found = country(called)
    return found is not None and called not in found.adjectives


@cache
def country_names() -> tuple[str, ...]:
    """The usual names of all countries, in alphabetical order."""
    return tuple(sorted({found.name for found in _countries().values()}))


@cache
def regions() -> tuple[tuple[str, ...], ...]:
    """Countries, region by region."""
    return tuple(tuple(line.split(", ")) for line in data.lines("neighbours.txt"))


def neighbours(name: str) -> tuple[str, ...]:
    """Countries of the same region as the country called ``name``, without it."""
    within = (name, BRITISH.get(name, FORMER.get(name, name)))  # Britain is near to what the United Kingdom is near to
    return tuple(
        dict.fromkeys(
            near for own in within for region in regions() if own in region for near in region if near not in within
        )
    )
