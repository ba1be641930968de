"""What a text is about, told by how its words begin: trade, climate, sport."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.questions import pools
from quizgen.questions.signs import Signs, by_head, told_by

_WORD = Pattern(r"[^\W\d_]{3,}")
_CLEAR = 0.5
"""The part of the signs of the likeliest field that another must have to be told too."""


def fields_of(weighed: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """The fields that texts tell, the likeliest first; none where no word is a sign of any.

    Args:
        weighed: the texts, each with how much a word of it counts.
    """
    found: Counter[str] = Counter()
    for text, weight in weighed:
        for word in set(_WORD.findall(text.lower())):
            for field in _fields_of_word(word):
                found[field] += weight
    return _clearest(found)


@once
def fields_told(u: Understanding) -> tuple[str, ...]:
    """The fields of a whole document, the likeliest first."""
    found: Counter[str] = Counter()
    for word, times in u.tally.written.items():
        for field in _fields_of_word(word.lower()):
            found[field] += times
    return _clearest(found)


def _clearest(found: Mapping[str, int]) -> tuple[str, ...]:
    most = max(found.values(), default=0)
    clear = (field for field, count in found.items() if count >= _CLEAR * most)
    return tuple(sorted(clear, key=lambda field: (-found[field], field)))


@lru_cache(maxsize=8192)
def _fields_of_word(word: str) -> tuple[str, ...]:
    return tuple(told_by(word, _signs()))


@cache
def _signs() -> Signs:
    return by_head({field: listed.split() for field, (listed, *_) in pools.by_field("fields.txt").items()})
