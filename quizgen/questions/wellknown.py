"""Well-known programmes, agreements, bodies, works and meetings: what they are about, where, and since when."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from quizgen.language.gazetteer import BRITISH, FORMER, country
from quizgen.language.pattern import Pattern
from quizgen.questions import pools

_FOLDER = Path(__file__).parent / "data" / "programmes"
_WORD = Pattern(r"[^\W\d_][\w’'.-]*")
_MONEY = Pattern(r"\b(?:US|A|C|NZ|HK|S|R)\$")
"""Money, which tells nothing of a place."""
_SAME = BRITISH | FORMER | {"Latin America": "America", "the Caribbean": "America"}
"""Countries that are told by another name in the lists."""


class WellKnown(NamedTuple):
    """A line of the lists."""

    name: str
    """With its article."""
    year: int
    """When it began."""
    fields: frozenset[str]
    places: frozenset[str]
    """Countries and continents; empty for what belongs to the whole world."""


@cache
def wellknown(noun: str) -> tuple[WellKnown, ...]:
    """What a noun in lower case asks for: "treaty", "railway"."""
    return tuple(map(_read, _lines().get(noun, ())))


@cache
def _read(line: str) -> WellKnown:
    name, year, fields, places = (part.strip() for part in line.split("|"))
    return WellKnown(name, int(year), frozenset(fields.split()), frozenset(filter(None, places.split(", "))))


@cache
def _lines() -> dict[str, list[str]]:
    """What the lists tell under each noun: a text asks for few."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    nouns: list[str] = []
    for file in sorted(_FOLDER.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                nouns = line.strip("[]").split()
            elif line and not line.startswith("#"):
                for noun in nouns:
                    found[noun].append(line)
    return dict(found)


@cache
def continents(place: str) -> frozenset[str]:
    """The continents of a country; of a continent itself."""
    listed = pools.by_field("continents.txt")
    return frozenset(name for name, countries in listed.items() if place == name or place in countries)


@cache
def _cities() -> dict[str, str]:
    listed = pools.by_field("cities.txt").items()
    return {city: nation for nation, cities in listed for city in cities}


@lru_cache(maxsize=4096)
def places_in(text: str) -> frozenset[str]:
    """The countries and continents that a text names, or names a city of, as the lists name them."""
    words = _WORD.findall(_MONEY.sub(" ", text))
    pairs = (f"{one} {other}" for one, other in itertools.pairwise(words) if other[0].isupper())
    parts = (part for word in words if word[0].isupper() for part in {word, *re.split(r"[-–]", word)})
    found = (_named(form.removesuffix("’s").removesuffix("'s")) for form in (*pairs, *parts))
    return frozenset(_SAME.get(name, name) for name in found if name)


def _named(form: str) -> str:
    nation = country(form) or country(form.removesuffix("s"))
    return nation.name if nation is not None else _cities().get(form, "")
