"""Towns that can be taken for another: of its country and about its size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain

from quizgen.language import data
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import BRITISH, country, country_names, neighbours
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding

_REACH = 40
"""Characters behind a town's name in which its country is told: "Saclay, near Paris, France"."""
_CAPITALISED = Pattern(r"[A-Z]\w+")
_OF_STATE = Pattern(r", (([A-Z]\w+)(?: [A-Z]\w+)?)")
"""A state behind a town: "Omaha, *Nebraska*"."""


@cache
def _listed() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Cities and towns of each country."""
    found = {}
    for line in data.lines("cities.txt"):
        nation, _, both = line.partition(": ")
        large, _, small = both.partition(" / ")
        found[nation] = (tuple(large.split(", ")), tuple(small.split(", ")))
    return found


@cache
def _nations() -> dict[str, str]:
    return {town: nation for nation, both in _listed().items() for town in chain(*both)}


@cache
def cities() -> tuple[str, ...]:
    """Well-known cities."""
    return tuple(sorted({city for large, _ in _listed().values() for city in large}))


def is_town(name: str) -> bool:
    """Whether the lists have a city or town of that name."""
    return name in _nations()


def towns_like(place: str, named: list[Entity], u: Understanding, seed: str) -> Iterator[str]:
    """Other towns, the likeliest first.

    Args:
        place: a town.
        named: places that the document names.
        u: the document.
        seed: the question, which settles the order of those that are as likely.
    """
    nation = _nations().get(place) or _told_behind(place, u) or _chief(u)
    large, small = _listed().get(nation, ((), ()))
    here = [e.name for e in named if e.name != place]
    own = [name for name in here if _nations().get(name) == nation]
    size = (large, small) if place in large else (small, large)
    native = chain(*(_turned(towns, seed) for towns in size))
    abroad = [name for name in here if name in _nations() and name not in own]
    far = chain(*(_listed()[near][0] for near in neighbours(nation) if near in _listed()))
    if place in cities() and " born" not in seed:
        return chain(own, abroad, native, far, cities())
    return chain(own[:1], native, own[1:], far, abroad, cities())


def cities_abroad(place: str, u: Understanding, seed: str) -> Iterator[str]:
    """Cities of other countries, near ones first: none of them is the capital that ``place`` may be."""
    nation = _nations().get(place) or _told_behind(place, u) or _chief(u)
    near = [city for other in neighbours(nation) if other in _listed() for city in _listed()[other][0][:1]]
    own = set(chain(*_listed().get(nation, ((), ()))))
    yield from (city for city in dict.fromkeys(chain(_turned(tuple(near), seed), cities())) if city not in own)


def _turned(towns: tuple[str, ...], seed: str) -> Iterator[str]:
    turn = sum(map(ord, seed)) % max(1, len(towns))
    yield from (*towns[turn:], *towns[:turn])


def _told_behind(place: str, u: Understanding) -> str:
    """The country that stands behind the name of a town."""
    for at in u.places(place):
        behind = u.text[at + len(place) : at + len(place) + _REACH].split(".")[0]
        if (state := _OF_STATE.match(behind)) and (nation_of := _states().get(state[1]) or _states().get(state[2])):
            return nation_of
        for word in _CAPITALISED.findall(behind):
            nation = country(word)
            if nation is not None and word not in nation.adjectives:
                return BRITISH.get(nation.name, nation.name)
    return ""


@cache
def _states() -> dict[str, str]:
    """The countries of states and provinces."""
    lines = (line.partition(": ") for line in data.lines("states.txt"))
    return {state: nation for nation, _, listed in lines for state in listed.split(", ")}


@once
def _chief(u: Understanding) -> str:
    """The country that a document names most often, by its name or its adjective; empty where it names none."""
    named: Counter[str] = Counter()
    for name in country_names():
        nation = country(name)
        forms = {name, *(nation.adjectives if nation is not None else ())}
        named[BRITISH.get(name, name)] += sum(u.tally.written[form] for form in forms)
    return next((name for name, count in named.most_common(1) if count), "")
