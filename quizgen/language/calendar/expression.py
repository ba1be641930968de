"""What stands in the text, before and after it is known which day, month or year is meant."""

from __future__ import annotations

from enum import Enum
from typing import Literal, NamedTuple

from quizgen.language.calendar.value import CalendarDate
from quizgen.model.document import Span


class Role(Enum):
    """What an expression does in its sentence; only PLAIN dates a happening by itself."""

    PLAIN = "plain"
    RANGE_START = "range start"
    RANGE_END = "range end"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    DECADE = "decade"
    CENTURY = "century"
    PART = "part"
    """A season, a quarter, a half: time that is no day, month or year."""
    FISCAL = "fiscal"
    """A fiscal, school or model year, which is no calendar year."""
    CITATION = "citation"
    """A date of publication: ``(1998)``."""
    NAME = "name"
    """Part of a name: ``Act of 1989``, ``the 1998 World Cup``."""


class Unit(Enum):
    """What a shift counts in."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Anchor(Enum):
    """What an expression is counted from."""

    DOCUMENT = "document"
    """The day of writing: ``today``, ``last month``, ``two years ago``."""
    CONTEXT = "context"
    """The date told last: ``the following year``, ``three days later``."""


Direction = Literal[-1, 0, 1]
"""Before, in the same month or year as, or after the anchor."""


Basis = Literal[
    "stated",
    "document-day",
    "document-month",
    "document-year",
    "said-direction",
    "past-tense",
    "future-tense",
    "nearest",
    "owner",
    "weekday-fits",
    "narrative-year",
    "narrative-next-year",
    "narrative-last-year",
    "narrative-month",
    "narrative-count",
]
"""The rules that give an expression its date."""


class Shift(NamedTuple):
    """A distance in time from an anchor."""

    anchor: Anchor
    unit: Unit
    amount: int
    to_the_day: bool = False
    """Whether the day stays the same: three years ago *today*."""


class Expression(NamedTuple):
    """A calendar expression as it is written, with whatever parts of a date it names."""

    span: Span
    rule: str
    """The name of the rule that found it."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 for Monday to 6 for Sunday."""
    direction: Direction | None = None
    """Said by the expression itself: ``last Friday`` is -1, ``next May`` 1, ``this June`` 0."""
    shift: Shift | None = None
    owner: bool = False
    """Followed by ``'s``: what happened then is spoken of, rather than said to happen."""
    approximate: bool = False
    role: Role = Role.PLAIN

    @property
    def absolute(self) -> CalendarDate | None:
        """The date it names by itself, or None if its year must come from elsewhere."""
        return None if self.year is None else CalendarDate(self.year, self.month, self.day)


class DateMention(NamedTuple):
    """A calendar expression, and the date it certainly means."""

    span: Span
    value: CalendarDate | None
    """None where the text does not make it certain, or it is no day, month or year."""
    rule: str
    """The name of the rule that found the expression."""
    basis: Basis | None
    """The name of the rule that gave the value; None without one."""
    relative: bool
    """Whether the value comes from outside the expression."""
    role: Role = Role.PLAIN
    approximate: bool = False
    """``about 1900``, ``early May``, ``the end of 1990``."""
