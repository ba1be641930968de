"""Which of a text's paragraphs are English: the toolkit understands no other language."""

from __future__ import annotations

from itertools import islice

from quizgen.language.once import once
from quizgen.language.understanding import Understanding

_ENOUGH = 7
"""Words in small letters below which a paragraph is too short to tell."""
_MANY = 12
"""Words in small letters above which English must show."""
_SHARE = 0.04
"""The least share of frequent English words; prose has a third, a list of names and figures still a tenth."""


def foreign_paragraphs(u: Understanding) -> frozenset[int]:
    """The numbers of the paragraphs that are long enough to tell, and not English."""
    return frozenset(number for number, english in _paragraphs(u).items() if not english)


def is_foreign(u: Understanding) -> bool:
    """Whether a text has paragraphs long enough to tell, and most are not English."""
    told = list(_paragraphs(u).values())
    return told.count(False) * 2 > len(told)


def word_count(u: Understanding, most: int) -> int:
    """How many words a text has, figures and marks left out; counted no further than ``most``."""
    return sum(1 for _ in islice((w for s in u.sentences for w in s.words if w.text[0].isalpha()), most))


@once
def _paragraphs(u: Understanding) -> dict[int, bool]:
    """The numbers of the paragraphs long enough to tell, and whether each is English."""
    found: dict[int, bool] = {}
    for number, voice in u.tally.voices.items():
        if voice.words >= _ENOUGH:
            rare = voice.english < _SHARE * voice.words and voice.words >= _MANY
            found[number] = not rare and (voice.english > voice.foreign or not voice.foreign)
    return found
