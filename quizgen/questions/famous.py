"""What the bundled lists know of people by their names: for which countries they speak, in what field, and when."""

from __future__ import annotations

from functools import cache, lru_cache

from quizgen.language.gazetteer import given_name_sex
from quizgen.questions import pools
from quizgen.questions.normal import normal

_AHEAD = 20
"""Years before office and after it in which somebody may be told of as well."""


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """The last word of a name, as names are compared."""
    return _last(normal(name))


def _last(compared: str) -> str:
    return compared.removesuffix(" jr").rpartition(" ")[2]


def untitled(name: str) -> str:
    """A name without the offices before it: Prime Minister Ana Reis."""
    words = name.split()
    while len(words) > 1 and words[0] in _OFFICES:
        words = words[1:]
    return " ".join(words)


_OFFICES = frozenset(
    "President Prime Minister Vice Deputy Foreign Chancellor Secretary Premier Senator Governor Ambassador King Queen "
    "Secretary-General Sir Dr. Mr. Mrs. Ms. Prof Prof.".split()
)


@cache
def _terms() -> dict[str, list[tuple[str, str, int, int]]]:
    """The terms of leaders by their surnames: name, country, first and last year."""
    found: dict[str, list[tuple[str, str, int, int]]] = {}
    for listed in (pools.leaders(), pools.foreign_ministers(), pools.ministers()):
        for nation, terms in listed.items():
            for name, first, last in terms:
                compared = normal(name)
                found.setdefault(_last(compared), []).append((compared, nation, first, last))
    return found


@lru_cache(maxsize=4096)
def nations_led(name: str, year: int | None = None) -> tuple[str, ...]:
    """The countries that somebody spoke for who is called so, once for each time in office.

    Args:
        name: perhaps with an initial more or less, or a short given name: Joseph R. Biden, Jr. is Joe Biden; a mere
            surname only for those in office in that year, where they are all of one country.
        year: of the text.
    """
    words = normal(untitled(name)).removesuffix(" jr").split()
    same = [term for term in _terms().get(surname(name), ()) if len(words) > 1 and _same_given(words, term[0].split())]
    if len(words) == 1 and year is not None:
        timely = [term for term in _terms().get(surname(name), ()) if term[2] <= year <= term[3]]
        same = timely if len({term[1] for term in timely}) == 1 else []
    timely = [term for term in same if year is None or term[2] <= year <= term[3]]
    return tuple(nation for _, nation, _, _ in timely or same)


def _same_given(words: list[str], other: list[str]) -> bool:
    if words == other:
        return True
    if len(other) < 2 or words[0][0] != other[0][0]:
        return False
    return words[0] in (other[0], other[0][0]) or {words[0], other[0]} in _SHORT  # S. Jaishankar


_SHORT = [{"joe", "joseph"}, {"bill", "william"}, {"mike", "michael"}, {"tony", "anthony"}, {"jim", "james"}]


@cache
def _known() -> dict[str, tuple[pools.Known, ...]]:
    found: dict[str, tuple[pools.Known, ...]] = {}
    for known in pools.people():
        key = normal(known.name)
        found[key] = (*found.get(key, ()), known)
    return found


def known_as(name: str) -> tuple[pools.Known, ...]:
    """Those well known in a field by a name."""
    return _known().get(normal(name), ())


@lru_cache(maxsize=4096)
def lifetime(name: str) -> tuple[int, int] | None:
    """From when to when somebody well known can have been grown up, as far as the lists tell."""
    if people := known_as(name):
        return min(one.born for one in people) + GROWN, max(one.died for one in people)
    words = normal(name).removesuffix(" jr").split()
    terms = [t for t in _terms().get(surname(name), ()) if len(words) > 1 and _same_given(words, t[0].split())]
    return (min(t[2] for t in terms) - _AHEAD, max(t[3] for t in terms) + _AHEAD) if terms else None


GROWN = 18
"""Years of age from which somebody can be told of."""


def is_famous(name: str) -> bool:
    """Whether the lists know somebody."""
    return bool(nations_led(name) or known_as(name))


def sex_by_name(name: str) -> str:
    """``M``, ``F`` or ``B`` as the lists and the given name tell; empty where neither does."""
    return sex_of(name) if is_famous(name) else given_name_sex(name.split()[0])


def sex_of(name: str) -> str:
    """``M`` or ``F`` of somebody the lists know; most of those whom the given name does not tell are men."""
    told = pools.sexes().get(name) or given_name_sex(name.split()[0])
    return told if told in ("M", "F") else "M"


@cache
def _family_names() -> frozenset[str]:
    known = (surname(one.name) for one in pools.people())
    common = (normal(family) for names in pools.ordinary_names().values() for family in names.family)
    return frozenset((*known, *common, *_terms()))


def is_family_name(word: str) -> bool:
    """Whether somebody whom the lists know, or many a person of a country, has a word as family name."""
    return normal(word) in _family_names()
