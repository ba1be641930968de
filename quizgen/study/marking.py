"""Marking: what an answer to a question of a paper is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.quiz.item import Item, Mode
from quizgen.study.judging import Verdict, judge

_WORTH = {Verdict.RIGHT: 1.0, Verdict.CLOSE: 0.5, Verdict.WRONG: 0.0, Verdict.EMPTY: 0.0}


@dataclass(frozen=True, slots=True)
class Marked:
    """An item of a paper, what was answered, and what that is worth."""

    item: Item
    given: tuple[str, ...]
    """The choice taken, or what was typed; for matching, one for each question. Empty where nothing was answered."""
    shares: tuple[float, ...]
    """How far each card was known, from 0 to 1."""
    duration_ms: int

    @property
    def scored(self) -> float:
        """Points."""
        return self.item.points * sum(self.shares) / len(self.shares)

    @property
    def right(self) -> bool:
        """Whether all of it is."""
        return all(share == 1 for share in self.shares)


def mark(item: Item, given: Sequence[str], duration_ms: int = 0) -> Marked:
    """Mark an answer: a typed one that is close, such as a slip of the fingers, is worth half.

    Args:
        item: what was asked.
        given: see ``Marked.given``.
        duration_ms: time taken.
    """
    return Marked(item, tuple(given), _shares(item, given), duration_ms)


def _shares(item: Item, given: Sequence[str]) -> tuple[float, ...]:
    if not given:
        return (0.0,) * len(item.cards)
    if item.mode is Mode.MATCHING:
        return tuple(float(text == card.answer) for text, card in zip(given, item.cards, strict=True))
    if item.mode is Mode.SHORT:
        return (_WORTH[judge(item.card, given[0]).verdict],)
    return (float(given[0] in item.right),)
