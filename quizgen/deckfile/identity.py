"""Provisional ids: what a card is called until its file gives it an id of its own."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable


class ProvisionalIds:
    """Gives ids to cards that have none; the same cards in the same order always get the same ids."""

    def __init__(self, taken: Iterable[str]) -> None:
        """
        Args:
            taken: the ids that other cards of the deck were given.
        """
        self._taken = set(taken)
        self._repeats: Counter[str] = Counter()

    def give(self, question: str, answer: str) -> str:
        """An id from the question; where that is taken, from the answer too; where that is, with a number."""
        question, answer = normalised(question), normalised(answer)
        name = _digest(question)
        if name in self._taken:
            base = name = _digest(f"{question}\n{answer}")
            while name in self._taken:
                self._repeats[base] += 1
                name = f"{base}-{self._repeats[base] + 1}"
        self._taken.add(name)
        return name


def normalised(text: str) -> str:
    """``text`` without what a careless edit changes: case, white space, the form of accents."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _digest(text: str) -> str:
    return f"card-{hashlib.sha256(text.encode()).hexdigest()[:10]}"
