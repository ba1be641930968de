"""A card being asked: how, what the learner gave, and which grade that suggests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.model.review import Grade, Mode
from quizgen.study.session import Shown

if TYPE_CHECKING:
    from quizgen.study.judging import Judgement

_LONGEST_S = 120.0
"""Whoever takes longer has left the table: the rest does not count as time on the card."""
_MODES = (Mode.FLIP, Mode.CHOICE, Mode.TYPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One card while it is on the table."""

    shown: Shown
    mode: Mode
    choices: tuple[str, ...]
    """In the order shown; empty unless the mode is choice."""
    since: float
    """The stopwatch when the question was first shown, in seconds."""
    revealed: bool = False
    typed: str | None = None
    judgement: Judgement | None = None
    chosen: int | None = None
    """Place among the choices, counted from 0."""

    @property
    def suggested(self) -> Grade | None:
        """The grade that the answer given suggests; None where nothing was typed or chosen."""
        if self.judgement is not None:
            return self.judgement.suggested
        if self.chosen is not None:
            return Grade.GOOD if self.is_right(self.chosen) else Grade.AGAIN
        return None

    def is_right(self, place: int) -> bool:
        """Whether the choice at a place is the answer."""
        return self.choices[place] == self.shown.card.answer

    def seconds(self, stopwatch: float) -> float:
        """Time on the card, by what the stopwatch says now."""
        return min(max(0.0, stopwatch - self.since), _LONGEST_S)

    def reveal(self) -> Asking:
        """The answer is shown without one having been given."""
        return replace(self, revealed=True)

    def type(self, text: str) -> Asking:
        """An answer was typed."""
        from quizgen.study.judging import judge

        return replace(self, revealed=True, typed=text, judgement=judge(self.shown.card, text))

    def choose(self, place: int) -> Asking:
        """A choice was taken, counted from 0."""
        return replace(self, revealed=True, chosen=place)


def ask(shown: Shown, wanted: Mode, since: float) -> Asking:
    """Put a card on the table, asked as wanted; a card without choices is flipped instead.

    Args:
        shown: the session's card.
        wanted: the learner's way of being asked.
        since: the stopwatch, in seconds.
    """
    offered = _choices(shown) if wanted is Mode.CHOICE else ()
    mode = Mode.FLIP if wanted is Mode.CHOICE and not offered else wanted
    return Asking(shown=shown, mode=mode, choices=offered, since=since)


def _choices(shown: Shown) -> tuple[str, ...]:
    from quizgen.study.choices import choices

    return choices(shown.deck.id, shown.card, shown.state.reviews)


def next_mode(asking: Asking) -> Mode:
    """The way of asking that comes after this card's."""
    modes = [mode for mode in _MODES if mode is not Mode.CHOICE or asking.shown.card.distractors]
    return modes[(modes.index(asking.mode) + 1) % len(modes)]
