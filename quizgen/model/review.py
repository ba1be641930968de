"""Learning: what was done to a card, and the state the card is in after it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Grade(IntEnum):
    """How well a card was known; the numbers are the keys, and FSRS' own."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Mode(StrEnum):
    """How a card was asked."""

    FLIP = "flip"
    TYPED = "typed"
    CHOICE = "choice"


class Phase(IntEnum):
    """Where a card stands in its learning; from LEARNING on the numbers are FSRS' own."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class Kind(StrEnum):
    """What an operation of the log does."""

    REVIEW = "review"
    BURY = "bury"
    """Not shown again on the study day of the operation."""
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    FLAG = "flag"
    UNFLAG = "unflag"
    RESET = "reset"
    """The card is new again; its history stays in the log."""
    KEEP = "keep"
    """The answer changed in the deck, and the learner keeps the schedule."""
    MOVE = "move"
    """A learned card is due on another day, which the learner chose."""
    ADOPT = "adopt"
    """FSRS parameters fitted to the log are in use from now on, for all cards and all they remember; of no card."""
    UNDO = "undo"
    """Takes another operation back, as if it had never been done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The facts of one answer; whatever depended on settings or on other cards is never computed again."""

    grade: Grade
    mode: Mode
    duration_ms: int
    """From the question's showing to the grade."""
    typed: str | None = None
    """What was typed, where it was asked so."""
    answer_hash: str
    """Of the answer the card had then, see ``quizgen.study.changes``; empty where nobody knows it."""
    leech: bool = False
    """This answer brought the card to the leech threshold."""
    elapsed_days: int | None
    """Whole study days since the review before; None at the first."""
    interval_s: int
    """The interval chosen, in seconds; whole days for a card in the review phase."""
    parameters: str
    """Id of the FSRS parameters in use."""
    scheduler: str
    """Id of the scheduler version that chose the interval."""
    phase_before: Phase
    phase_after: Phase
    step_after: int | None
    """The learning step the card is on, counted from 0; None in the review phase."""
    stability_before: float | None
    stability_after: float
    difficulty_before: float | None
    difficulty_after: float
    due_day_before: int | None
    due_day_after: int
    due_at_before: int | None
    due_at_after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One row of the append-only log, from which every card's state follows."""

    id: str
    """Unique across machines; sorts like (instant, machine's randomness)."""
    kind: Kind
    deck: str
    card: str
    instant: int
    """UTC milliseconds since 1970; grows from operation to operation on a card, clock set back or not."""
    offset_minutes: int
    """The local clock's distance from UTC then."""
    day: int
    """The study day then, in days since 1970; never moves when the zone changes."""
    origin: str
    """The progress file it was first written to: only one's own operations are undone."""
    target: str | None = None
    """The operation that an UNDO takes back."""
    text: str | None = None
    """The reason of a FLAG, the answer hash of a KEEP, the study day of a MOVE, the parameters of an ADOPT."""
    review: Review | None = None


class PastAnswer(NamedTuple):
    """What was done to a card in another program."""

    note: str
    """As that program names it."""
    part: int
    """Which of the note's cards, counted from 0."""
    instant: int
    """UTC milliseconds since 1970; later than what was done to the card before."""
    offset_minutes: int
    """The local clock's distance from UTC."""
    day: int
    """The study day, from 4:00 to 4:00."""
    grade: Grade | None
    """None where the card was made new again."""
    duration_ms: int
    days: int | None
    """The interval chosen; None on a learning step."""
    seconds: int
    """The learning step's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """What a card's operations add up to; the default is a card never touched."""

    phase: Phase = Phase.NEW
    step: int | None = None
    stability: float | None = None
    """Days until the probability of recall falls to 90 %."""
    difficulty: float | None = None
    """From 1, easy, to 10."""
    last_day: int | None = None
    """Study day of the last answer, which a card keeps that is made new again."""
    due_day: int | None = None
    """Study day on which it is due."""
    due_at: int | None = None
    """UTC milliseconds at which a learning card is due; None where the day decides."""
    reviews: int = 0
    """Answers given: the repetition number of the next one."""
    lapses: int = 0
    """Times it was forgotten after it had been learned."""
    asked: int = 0
    """Times it was asked after it had been learned, also before it was made new again."""
    recalled: int = 0
    """Those of them at which it was known."""
    leech: bool = False
    suspended: bool = False
    buried_day: int | None = None
    """Hidden on this study day."""
    flag: str | None = None
    """Why it was flagged; empty where no reason was given."""
    answer_hash: str | None = None
    """Of the answer that was learned."""

    @property
    def learning(self) -> bool:
        """Whether it is on a learning or relearning step."""
        return self.phase in (Phase.LEARNING, Phase.RELEARNING)
