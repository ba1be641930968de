"""Where a long document's words are put away: sentences that were not looked at lately keep only their places.

A word as an object takes some thirty times the memory of its characters. The kinds of fact go through a document
from its beginning to its end, so that a few hundred sentences at hand are enough.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from operator import add
from typing import Protocol

from quizgen.language.words import Word

_Form = tuple[str, str, str]
"""A word without its place: as it stands, in lower case, its tag."""
Packed = tuple["array[int]", "array[int]"]
"""Where each word of a sentence begins, and the number of its form."""


class Holder(Protocol):
    """A sentence, which gives its words up and takes them back."""

    def put_away(self) -> None:
        """Keep the words packed."""


class Shelf:
    """The sentences of one document whose words are at hand; the longest there is asked to put its words away."""

    def __init__(self, most: int) -> None:
        """
        Args:
            most: how many sentences have their words at hand.
        """
        self._most = most
        self._forms: list[_Form] = []
        self._numbers: dict[_Form, int] = {}
        self._at_hand: deque[Callable[[], Holder | None]] = deque()

    def add(self, holder: Callable[[], Holder | None]) -> None:
        """A sentence that has its words at hand, by a weak reference to it."""
        self._at_hand.append(holder)
        if len(self._at_hand) > self._most and (oldest := self._at_hand.popleft()()) is not None:
            oldest.put_away()

    def pack(self, words: Sequence[Word]) -> Packed:
        """Words in little space."""
        return array("I", [w.start for w in words]), array("I", [self._number(w[2:]) for w in words])

    def unpack(self, packed: Packed) -> tuple[Word, ...]:
        """The words again."""
        starts, numbers = packed
        return words_of(starts, *zip(*map(self._forms.__getitem__, numbers), strict=True))

    def _number(self, form: _Form) -> int:
        """The number of a word's form, a new one where it has none."""
        number = self._numbers.setdefault(form, len(self._forms))
        if number == len(self._forms):
            self._forms.append(form)
        return number


def words_of(
    starts: Sequence[int], texts: Sequence[str], lowers: Sequence[str], tags: Sequence[str]
) -> tuple[Word, ...]:
    """Words of their parts; made in one go, since nothing is made more often."""
    ends = map(add, starts, map(len, texts))
    return tuple(map(_WORD, zip(starts, ends, texts, lowers, tags, strict=True)))


_WORD: Callable[[tuple[int, int, str, str, str]], Word] = partial(tuple.__new__, Word)
