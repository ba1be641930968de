"""Whether every question came through: a written file read back, and compared with its paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.exports.shared.format import Asked
from quizgen.quiz.item import Item


class Verified(NamedTuple):
    """How a file compares with the items it was made of."""

    right: int
    """Questions that came through with their right answer and their wrong ones."""
    total: int
    faults: tuple[str, ...]
    """What is wrong with the others, by the ids of their cards."""


def compare(items: Sequence[Item], read: Sequence[Asked], *, choices: bool = True) -> Verified:
    """Compare items with what was read of them, in order; spaces and line breaks count as one space.

    Args:
        items: what was written.
        read: what was read of it.
        choices: whether the format holds the wrong answers as well.
    """
    faults = [
        f"{item.card.id}: {fault}"
        for item, asked in zip(items, read, strict=False)
        if (fault := _fault(item, asked, choices))
    ]
    if len(items) != len(read):
        faults.append(f"{len(items)} questions were written and {len(read)} read")
    return Verified(max(0, len(items) - len(faults)), len(items), tuple(faults))


def _fault(item: Item, asked: Asked, choices: bool) -> str:
    if plain(asked.question) != plain(item.stem):
        return "the question is another"
    many = len(item.cards) > 1
    if [plain(text) for text in asked.right[: None if many else 1]] != [
        plain(text) for text in item.right[: None if many else 1]
    ]:
        return "the right answer is another"
    if choices and not set(map(plain, item.wrong)) <= set(map(plain, asked.wrong)) - {plain(item.right[0])}:
        return "the wrong answers are others"
    return ""


def plain(text: str) -> str:
    """``text`` with single spaces."""
    return " ".join(text.split())
