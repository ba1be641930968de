"""The fields of well-known people, told by the words of a text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.questions.signs import Signs, by_head, told_by

_WORD = Pattern(r"\w{3,}")
_SIGNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "science": (
        tuple(
            "physics physicist chemi laborator scienti particle experiment theory species astronom planet telescope "
            "galax research botan biolog geolog mathemati".split()
        ),
        (),
    ),
    "medicine": (
        tuple("disease vaccin physician surgeon hospital epidemic patient fever medic penicillin antibiotic".split()),
        (),
    ),
    "computing": (tuple("comput software internet program algorithm hypertext".split()), ()),
    "writer": (tuple("poet poem novel literature literary playwright verse author".split()), ()),
    "painter": (tuple("paint impressionis sculpt canvas portrait gallery".split()), ()),
    "musician": (tuple("compos opera waltz symphon orchestr album singer song musician".split()), ()),
    "film": (tuple("film actor actress cinema movie hollywood".split()), ()),
    "architect": (tuple("architect bridge tower cathedral engineer".split()), ()),
    "religion": (tuple("church theolog reformation bible monk sermon papal gospel".split()), ()),
    "explorer": (tuple("expedition voyage explor antarctic polar astronaut spaceflight".split()), ()),
    "sport": (
        tuple("olympic champion football athlet medal marathon tournament league stadium coach runner".split()),
        (),
    ),
    "business": (tuple("compan invest manufactur market shareholder billion revenue".split()), ()),
    "economy": (tuple("econom monetary inflation".split()), ("central bank",)),
    "leader": (
        tuple("president bilateral readout summit cooperation".split()),
        ("prime minister", "white house", "foreign minister"),
    ),
    "statesman": (tuple("war treaty parliament army election governor senator congress".split()), ()),
    "ruler": (tuple("king queen emperor sultan dynast reign throne empire duke".split()), ()),
}
"""What tells the field of a text: how its words begin, and pairs of words."""
_PAIRS = Pattern("|".join(pair for _, pairs in _SIGNS.values() for pair in pairs), re.IGNORECASE)


@once
def fields(u: Understanding) -> list[str]:
    """The fields of well-known people, the likeliest for the document first."""
    words = Counter[str]()
    for word, times in u.tally.written.items():
        for part in _WORD.findall(word.lower()) if word[:1].isalpha() else ():
            words[part] += times
    held = _signs_among(words)
    paired = Counter(pair[0].lower() for pair in _PAIRS.finditer(u.text))
    found = {field: held[field] + sum(paired[pair] for pair in pairs) for field, (_, pairs) in _SIGNS.items()}
    return sorted(found, key=lambda field: (-found[field], field))


def field_told(text: str) -> str | None:
    """The field whose signs a few words themselves hold: who discovered a vaccine is asked of physicians."""
    held = _signs_among(Counter(_WORD.findall(text.lower())))
    best = max(_SIGNS, key=lambda field: held[field])
    return best if held[best] else None


def _signs_among(words: Counter[str]) -> Counter[str]:
    """How often words in lower case begin with a sign of each field."""
    found = Counter[str]()
    for word, times in words.items():
        for field in told_by(word, _signs()):
            found[field] += times
    return found


@cache
def _signs() -> Signs:
    return by_head({field: begun for field, (begun, _) in _SIGNS.items()})
