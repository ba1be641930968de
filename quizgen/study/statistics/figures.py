"""The figures of learning, as plain values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from quizgen.study.statistics.recall import Recall

MATURE_DAYS = 21
"""A card is mature when it waited for its review so many days or more; the view ``answer`` says the same."""

MONTH = 30
"""Study days that count as the last month, today among them."""


class Stage(IntEnum):
    """Where a card stood when it was answered."""

    NEW = 0
    LEARNING = 1
    YOUNG = 2
    MATURE = 3


@dataclass(frozen=True, slots=True)
class StudyDay:
    """What was done on a study day."""

    day: int
    answers: int
    duration_ms: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """The study days of the last year."""

    first: int
    """The study day a year ago."""
    last: int
    """Today."""
    days: tuple[StudyDay, ...]
    """Those with an answer, in order."""
    streak: int
    """Days in a row with an answer, up to today or yesterday."""

    @property
    def month(self) -> tuple[StudyDay, ...]:
        """Those of the last thirty days with an answer."""
        return tuple(day for day in self.days if day.day > self.last - MONTH)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Reviews and learning cards to come, if each were answered on its day."""

    backlog: int
    """Due before today."""
    coming: tuple[int, ...]
    """Due today, tomorrow and so on."""


@dataclass(frozen=True, slots=True)
class Period:
    """True retention over some days up to today."""

    name: str
    days: int
    young: Recall
    mature: Recall

    @property
    def total(self) -> Recall:
        """Young and mature together."""
        return self.young + self.mature


@dataclass(frozen=True, slots=True)
class Buttons:
    """How often each grade was given at a stage."""

    stage: Stage
    """NEW counts among LEARNING."""
    grades: tuple[int, int, int, int]
    """Again, hard, good, easy."""


@dataclass(frozen=True, slots=True)
class Hour:
    """What was done in an hour of the local clock."""

    hour: int
    answers: int
    recall: Recall


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many cards have a value in each class."""

    edges: tuple[float, ...]
    """Where one class ends and the next begins; the value of an edge belongs to the later one."""
    counts: tuple[int, ...]
    """One more than there are edges."""

    @classmethod
    def of(cls, values: Sequence[float], edges: tuple[float, ...]) -> Histogram:
        """Sort values into classes."""
        ordered = sorted(values)
        below = [0, *(bisect_left(ordered, edge) for edge in edges), len(ordered)]
        return cls(edges, tuple(after - before for before, after in pairwise(below)))

    @property
    def cards(self) -> int:
        """All cards."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Memories:
    """How well the cards are remembered today."""

    stability: Histogram
    """Days."""
    middle: float | None
    """The median stability, in days."""
    difficulty: Histogram
    """From 1 to 10."""
    retrievability: Histogram
    """The probability of recall."""
    known: float
    """How many cards would be known if all were asked."""


@dataclass(frozen=True, slots=True)
class DeckFigures:
    """One deck: what was done in the last year, and where its cards stand now."""

    deck: str
    title: str
    answers: int
    duration_ms: int
    recall: Recall
    new: int | None
    """Cards never answered; None where the deck's file is not at hand."""
    learning: int
    young: int
    mature: int


@dataclass(frozen=True, slots=True)
class KindFigures:
    """Cards of one kind of fact, in all decks at hand and over all time."""

    kind: str
    cards: int
    """Those that have been reviewed."""
    recall: Recall


@dataclass(frozen=True, slots=True)
class Statistics:
    """All figures, of one study day."""

    day: int
    aim: float
    """The retention wanted."""
    calendar: Calendar
    forecast: Forecast
    retention: tuple[Period, ...]
    buttons: tuple[Buttons, ...]
    """Of the last year."""
    hours: tuple[Hour, ...]
    """All 24, of the last year."""
    memories: Memories
    decks: tuple[DeckFigures, ...]
    kinds: tuple[KindFigures, ...]
