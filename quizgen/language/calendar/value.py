"""A date as texts give it: a day, a month or a year of the Gregorian calendar."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import total_ordering
from typing import Literal

from quizgen.language.pattern import Pattern

Granularity = Literal["year", "month", "day"]

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_ISO = Pattern(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@total_ordering
@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, month or year that exists; ``ValueError`` for one that does not, such as 30 February."""

    year: int
    """Of the common era, 1 to 9999."""
    month: int | None = None
    """1 to 12; None where only the year is known."""
    day: int | None = None
    """1 to 31; None where only the month is known."""

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"no such year: {self.year}")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs a month")
            return
        if not 1 <= self.month <= 12:
            raise ValueError(f"no such month: {self.month}")
        if self.day is not None and not 1 <= self.day <= days_in_month(self.year, self.month):
            raise ValueError(f"no such day: {self.year}-{self.month}-{self.day}")

    def __lt__(self, other: CalendarDate) -> bool:
        """By beginning; a year comes before its January, and January before its first day."""
        return self._key() < other._key()

    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    @classmethod
    def of(cls, day: dt.date) -> CalendarDate:
        """The day of a ``datetime.date``."""
        return cls(day.year, day.month, day.day)

    @property
    def granularity(self) -> Granularity:
        """How exactly the time is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it: ``2021-12-03``, ``2021-12`` or ``2021``."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def spoken(self) -> str:
        """As English prose writes it: ``3 December 2021``, ``December 2021`` or ``2021``."""
        parts = [str(self.year)]
        if self.month is not None:
            parts.insert(0, MONTH_NAMES[self.month - 1])
        if self.day is not None:
            parts.insert(0, str(self.day))
        return " ".join(parts)

    @property
    def first_day(self) -> dt.date:
        """The day it begins with."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The day it ends with."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or days_in_month(self.year, month))

    def contains(self, other: CalendarDate) -> bool:
        """Whether all of ``other`` lies within this day, month or year."""
        return self.first_day <= other.first_day and other.last_day <= self.last_day

    def truncated(self, granularity: Granularity) -> CalendarDate:
        """The month or year it lies in; itself where it is no finer than that."""
        if granularity == "year":
            return CalendarDate(self.year)
        return CalendarDate(self.year, self.month) if granularity == "month" else self

    def shifted(self, *, years: int = 0, months: int = 0, days: int = 0) -> CalendarDate:
        """This date moved, at the same granularity.

        A day that the new month lacks becomes its last (31 January and a month is 28 February).
        ``ValueError`` for a shift finer than the date, or out of the calendar.
        """
        if (months and self.month is None) or (days and self.day is None):
            raise ValueError(f"{self.iso} is not known finely enough for that shift")
        index = (self.year + years) * 12 + (self.month or 1) - 1 + months
        year, month = index // 12, index % 12 + 1
        if self.day is None:
            return CalendarDate(year, month if self.month else None)
        day = min(self.day, days_in_month(year, month))
        try:
            return CalendarDate.of(dt.date(year, month, day) + dt.timedelta(days=days))
        except OverflowError as error:
            raise ValueError("out of the calendar") from error


def days_in_month(year: int, month: int) -> int:
    """How many days that month of that year has."""
    return calendar.monthrange(year, month)[1]


def parse_iso(text: str) -> CalendarDate:
    """The date that ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` gives; ``ValueError`` for anything else."""
    found = _ISO.fullmatch(text)
    if not found or not text.isascii():
        raise ValueError(f"not an ISO date: {text!r}")
    year, month, day = found.groups()
    return CalendarDate(int(year), int(month) if month else None, int(day) if day else None)


def exists(year: int, month: int | None = None, day: int | None = None) -> bool:
    """Whether there is such a date."""
    try:
        CalendarDate(year, month, day)
    except ValueError:
        return False
    return True
