"""Which of a text's paragraphs are English: the toolkit understands no other language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from quizgen.language import data
from quizgen.language.sentences import Sentence

_ENOUGH = 7
"""Words in small letters below which a paragraph is too short to tell."""
_MANY = 12
"""Words in small letters above which English must show."""
_SHARE = 0.04
"""The least share of frequent English words; prose has a third, a list of names and figures still a tenth."""


def foreign_paragraphs(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the paragraphs that are long enough to tell, and not English."""
    return frozenset(number for number, english in _paragraphs(sentences) if not english)


def is_foreign(sentences: Sequence[Sentence]) -> bool:
    """Whether a text has paragraphs long enough to tell, and most are not English."""
    told = [english for _, english in _paragraphs(sentences)]
    return told.count(False) * 2 > len(told)


def word_count(sentences: Sequence[Sentence]) -> int:
    """How many words a text has, figures and marks left out."""
    return sum(w.text[0].isalpha() for s in sentences for w in s.words)


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, bool]]:
    """The numbers of the paragraphs long enough to tell, and whether each is English."""
    english, foreign = _frequent()
    for number, group in groupby(sentences, key=lambda s: s.paragraph):
        words = [w.text for s in group if not s.heading for w in s.words if w.text.islower()]
        if len(words) >= _ENOUGH:
            ours, others = sum(w in english for w in words), sum(w in foreign for w in words)
            rare = ours < _SHARE * len(words) and len(words) >= _MANY
            yield number, not rare and (ours > others or not others)


@cache
def _frequent() -> tuple[frozenset[str], frozenset[str]]:
    """Frequent words of English, and those of other languages that are none."""
    words: dict[bool, set[str]] = {True: set(), False: set()}
    for line in data.lines("frequent_words.txt"):
        language, _, listed = line.partition(" ")
        words[language == "English"].update(listed.split())
    return frozenset(words[True]), frozenset(words[False] - words[True])
