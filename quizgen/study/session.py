"""A study session: what comes next, what an answer does, and how to take it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.review import CardState, Grade, Mode, Operation
from quizgen.study.days import Clock
from quizgen.study.schedule import Outcome
from quizgen.study.settings import Settings
from quizgen.study.store import Store


@dataclass(frozen=True, slots=True)
class Counts:
    """Cards left today, as limits and siblings allow."""

    new: int
    learning: int
    due: int

    @property
    def total(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Shown:
    """The card being asked."""

    deck: Deck
    card: Card
    state: CardState


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer did."""

    operation: Operation
    state: CardState
    leech: bool
    """It is now a leech: offer edit, suspend, keep."""


class Session:
    """One sitting over one or more decks; every method that changes anything has committed when it returns.

    Args:
        store: the progress file.
        decks: what is studied, in order; ids must differ (see ``quizgen.study.shelf``).
        settings: limits, steps and retention.
        clock: the learner's local time.

    All methods may raise ProgressError (a full disk, a file held by another program); the session is then
    as it was before the call.
    """

    def __init__(self, store: Store, decks: Sequence[Deck], settings: Settings, clock: Clock) -> None: ...

    @property
    def current(self) -> Shown | None:
        """The card to show; None when nothing is left, or only learning cards that are not due yet."""

    @property
    def next_learning_at(self) -> int | None:
        """When nothing is shown: the UTC milliseconds at which the next learning card comes today, if any."""

    def resume(self) -> Shown | None:
        """Look again for a card after waiting, or after midnight; keeps the card that is shown."""

    def preview(self) -> Mapping[Grade, Outcome]:
        """The coming interval of each grade for the card shown; what ``answer`` then writes.

        The first call loads the scheduler (some 40 ms): make it when revealing.
        """

    def answer(
        self, grade: Grade, mode: Mode = Mode.FLIP, duration_ms: int = 0, typed: str | None = None
    ) -> Answered:
        """Grade the card shown, commit, and go to the next."""

    def undo(self) -> Operation | None:
        """Take back the last operation on these decks, also of an earlier session; its card is shown again.

        Returns:
            The operation taken back; None when there is none.
        """

    def bury(self) -> Operation:
        """Hide the card shown until the next study day, and go to the next."""

    def suspend(self) -> Operation:
        """Hide the card shown until it is unsuspended, and go to the next."""

    def flag(self, reason: str = "") -> Operation:
        """Flag the card shown as bad, or unflag a flagged one; the card stays."""

    def counts(self) -> Counts:
        """What is left today, the card shown included."""

    @property
    def done(self) -> int:
        """Cards answered in this session that are through for today."""

    @property
    def total(self) -> int:
        """``done`` and all that is left."""

    def changed(self) -> Sequence[Shown]:
        """Cards whose answer in the deck is not the one that was learned: ask keep or reset."""

    def keep(self, deck: str, card: str) -> Operation:
        """The changed card keeps its schedule."""

    def reset(self, deck: str, card: str) -> Operation:
        """The card becomes new again."""

    def replace(self, deck: Deck) -> None:
        """The deck file was edited or read again: go on with its cards as they are now."""
