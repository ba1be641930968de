"""From what an expression says to the date it means, where the day of writing is known."""

from __future__ import annotations

import datetime as dt

from quizgen.language.calendar.expression import Anchor, Direction, Expression, Role, Unit
from quizgen.language.calendar.tense import Cue, Tense
from quizgen.language.calendar.value import CalendarDate, exists

NEAR_DAYS = 150
NEAR_MONTHS = 4

Resolution = tuple[CalendarDate, str] | None
"""A date and the name of the rule that gave it."""


def from_document_day(expression: Expression, today: dt.date, cue: Cue) -> Resolution:
    """What an expression without a year means to one who writes on ``today``."""
    if expression.shift is not None:
        return _shifted(expression, today) if expression.shift.anchor is Anchor.DOCUMENT else None
    if expression.month is None:
        return _weekday(expression, today, cue)
    if expression.day is None:
        return _month(expression, today, cue)
    return _day(expression, today, cue)


def _shifted(expression: Expression, today: dt.date) -> Resolution:
    shift = expression.shift
    assert shift is not None
    day = CalendarDate.of(today)
    try:
        if shift.unit is Unit.DAY:
            return day.shifted(days=shift.amount), "document-day"
        if shift.unit is Unit.MONTH:
            return day.truncated("month").shifted(months=shift.amount), "document-month"
        return day.truncated("year").shifted(years=shift.amount), "document-year"
    except ValueError:
        return None


def _way(expression: Expression, tense: Tense) -> tuple[Direction | None, str]:
    """Which side of today a date lies on, and what says so."""
    if expression.direction is not None:
        return expression.direction, "said-direction"
    if tense is Tense.PAST:
        return -1, "past-tense"
    if tense is Tense.FUTURE:
        return 1, "future-tense"
    return None, "nearest"


def _weekday(expression: Expression, today: dt.date, cue: Cue) -> Resolution:
    assert expression.weekday is not None
    way, basis = _way(expression, cue.tense)
    behind = (today.weekday() - expression.weekday) % 7
    if expression.direction in (-1, 1):
        days = -(behind or 7) if way == -1 else 7 - behind
    elif expression.role is Role.UNTIL and way == -1:
        return None  # "waited until Tuesday" and "put off until Tuesday" look in opposite directions
    elif way == 1 or (way == 0 and cue.tense is not Tense.PAST):
        days = -behind % 7
    elif cue.tense is Tense.UNKNOWN and behind:
        return None
    else:
        days = -behind
    return CalendarDate.of(today + dt.timedelta(days=days)), basis


def _month(expression: Expression, today: dt.date, cue: Cue) -> Resolution:
    assert expression.month is not None
    ahead = expression.month - today.month
    if expression.direction == 0:
        return CalendarDate(today.year, expression.month), "said-direction"
    way, basis = _way(expression, cue.tense)
    if expression.direction is None and not cue.firm:
        near = (ahead + 5) % 12 - 5
        if abs(near) <= NEAR_MONTHS:
            year, month = divmod(today.year * 12 + today.month - 1 + near, 12)
            return CalendarDate(year, month + 1), "nearest"
    if way == -1:
        back = ahead > 0 or (ahead == 0 and expression.direction == -1)
        return CalendarDate(today.year - back, expression.month), basis
    if way == 1:
        on = ahead < 0 or (ahead == 0 and expression.direction == 1)
        return CalendarDate(today.year + on, expression.month), basis
    return None


def _day(expression: Expression, today: dt.date, cue: Cue) -> Resolution:
    assert expression.month is not None
    assert expression.day is not None
    way, basis = _way(expression, cue.tense)
    days = [
        dt.date(year, expression.month, expression.day)
        for year in (today.year - 1, today.year, today.year + 1)
        if exists(year, expression.month, expression.day)
    ]
    if expression.weekday is not None:
        days = [day for day in days if day.weekday() == expression.weekday]
        way, basis = None, "weekday-fits"
    elif expression.direction is None and not (cue.firm and way == -1):
        near = [day for day in days if abs(day - today).days <= NEAR_DAYS]
        if near:
            days, way, basis = near, None, "nearest"
    if way == -1:
        days = [day for day in days if day <= today]
    elif way == 1:
        days = [day for day in days if day >= today]
    if not days:
        return None
    return CalendarDate.of(min(days, key=lambda day: abs(day - today))), basis
