"""Study days: integers that start at a set hour of the learner's night and never move afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

Clock = Callable[[], datetime]
"""Tells the learner's local time, aware of its zone."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Moment(NamedTuple):
    """A reading of the clock, as the log keeps it."""

    instant: int
    """UTC milliseconds since 1970."""
    offset_minutes: int
    """The local clock's distance from UTC."""
    day: int
    """The study day."""


def moment(local: datetime, rollover_hour: int) -> Moment:
    """Read an aware local time as a moment.

    Args:
        local: the local time, aware of its zone.
        rollover_hour: hour of the local clock at which a study day starts, 0 to 23.

    Raises:
        ValueError: if ``local`` knows no zone.
    """
    offset = local.utcoffset()
    if offset is None:
        raise ValueError("a study moment needs a time that knows its zone")
    minutes = offset // timedelta(minutes=1)
    return Moment(milliseconds(local), minutes, study_day(local, minutes, rollover_hour))


def milliseconds(instant: datetime) -> int:
    """UTC milliseconds since 1970 of an aware time."""
    return (instant - _EPOCH) // timedelta(milliseconds=1)


def instant_at(milliseconds: int) -> datetime:
    """The UTC instant so many milliseconds after 1970 began."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


def study_day(instant: datetime, offset_minutes: int, rollover_hour: int) -> int:
    """The study day of an instant, in days since 1970-01-01.

    Args:
        instant: an aware time, of any zone.
        offset_minutes: the learner's distance from UTC at that instant.
        rollover_hour: hour of the local clock at which a study day starts, 0 to 23.
    """
    # In UTC, since adding to a local time would count the clock's hours, not those that pass.
    shifted = instant.astimezone(UTC) + timedelta(minutes=offset_minutes, hours=-rollover_hour)
    return (shifted - _EPOCH).days


def next_rollover(instant: datetime, offset_minutes: int, rollover_hour: int) -> datetime:
    """The UTC instant at which the next study day starts, if the zone's offset stays as it is.

    Args:
        instant, offset_minutes, rollover_hour: as for ``study_day``.
    """
    day = study_day(instant, offset_minutes, rollover_hour) + 1
    return _EPOCH + timedelta(days=day, hours=rollover_hour, minutes=-offset_minutes)


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def weekday(day: int) -> str:
    """The weekday of a study day, as one of ``WEEKDAYS``."""
    return WEEKDAYS[(day + 3) % 7]  # 1970-01-01 was a Thursday


def date_of(day: int) -> date:
    """The date of a study day."""
    return _EPOCH.date() + timedelta(days=day)


def day_of(day: date) -> int:
    """The study day of a date."""
    return (day - _EPOCH.date()).days


def elapsed_days(before: int, now: int) -> int:
    """Study days gone by; none when the clock or the zone was set back."""
    return max(0, now - before)


def local_clock(timezone: str | None = None) -> Clock:
    """The machine's clock in the named IANA zone, or in the machine's own.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: if the zone is unknown.
    """
    if timezone is None:
        return lambda: datetime.now(UTC).astimezone()
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(timezone)
    return lambda: datetime.now(zone)
