"""What words a document has, counted once for all that ask, while its sentences are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from quizgen.language import data
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word

_NOUNS = frozenset(["NN", "NNS", "VBG"])
_OWNS = frozenset(["'s", "’s", "'S", "’S"])
_PART = Pattern(r"\w+")


class Voice:
    """How English a paragraph reads, by its words in small letters."""

    __slots__ = ("english", "foreign", "words")

    def __init__(self) -> None:
        self.words = 0
        self.english = 0
        """Those that are frequent in English."""
        self.foreign = 0
        """Those that are frequent in another language, and not in English."""


class Tally:
    """The words of a document, in the order of the text."""

    def __init__(self) -> None:
        self.written: Counter[str] = Counter()
        """How often each stands there, as it is written."""
        self.named: Counter[str] = Counter()
        """How often each, in lower case, is of a name inside a sentence."""
        self.nouns: set[str] = set()
        """The common nouns, in lower case."""
        self.first_places: dict[str, int] = {}
        """Where each first stands, in lower case; of one with hyphens also each part."""
        self.voices: dict[int, Voice] = {}
        """How each paragraph reads that is no heading."""

    def add(self, sentence: Sentence) -> None:
        """Count the words of one sentence."""
        words, written = sentence.words, self.written
        starts, _, texts, lowers, tags = zip(*words, strict=True)
        self.nouns.update([lower for lower, tag in zip(lowers, tags, strict=True) if tag in _NOUNS])
        for text, start in zip(texts, starts, strict=True):
            if text not in written:
                self._place(text, start)
        written.update(texts)
        if not _OWNS.isdisjoint(texts):
            self._add_owners(words)
        if not sentence.heading:
            if "NNP" in tags:
                self.named.update([word.lower for word in words[1:] if word.tag == "NNP"])
            self._listen(sentence.paragraph, [text for text in texts if text.islower()])

    def _add_owners(self, words: Iterable[Word]) -> None:
        """Places of words together with the mark of possession that is written with them."""
        for owner, mark in pairwise(words):
            if mark.text in _OWNS and mark.start == owner.end:
                self.first_places.setdefault(f"{owner.text}{mark.text}".lower(), owner.start)

    def _place(self, word: str, start: int) -> None:
        """Note where a word stands that has not stood before."""
        self.first_places.setdefault(word.lower(), start)
        for part in _PART.finditer(word) if len(word) > 1 and not word.isalnum() else ():
            self.first_places.setdefault(part[0].lower(), start + part.start())

    def _listen(self, paragraph: int, small: list[str]) -> None:
        english, foreign = _frequent()
        voice = self.voices.setdefault(paragraph, Voice())
        voice.words += len(small)
        voice.english += sum(map(english.__contains__, small))
        voice.foreign += sum(map(foreign.__contains__, small))


@cache
def _frequent() -> tuple[frozenset[str], frozenset[str]]:
    """Frequent words of English, and those of other languages that are none."""
    words: dict[bool, set[str]] = {True: set(), False: set()}
    for line in data.lines("frequent_words.txt"):
        language, _, listed = line.partition(" ")
        words[language == "English"].update(listed.split())
    return frozenset(words[True]), frozenset(words[False] - words[True])
