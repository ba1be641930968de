"""From what an expression says to the date it means, where the day of writing is known."""

from __future__ import annotations

import datetime as dt

from quizgen.language.calendar.expression import Basis, Direction, Expression, Role, Shift, Unit
from quizgen.language.calendar.tense import Cue, Tense
from quizgen.language.calendar.value import CalendarDate, exists

NEAR_DAYS = 150
"""A day without a year that lies so near means that one: news would name the year of another."""
SOON_DAYS = 60
"""As near, for a day ahead that stands beside a verb in the past: ``declared a dividend payable Dec. 7``."""
NEAR_MONTHS = 4
"""The same for months."""
_LOOKING_BACK = 3
"""Until March, "the year" of a report may well be the one just past."""

Resolution = tuple[CalendarDate, Basis] | None
"""A date and the name of the rule that gave it."""


def from_document_day(expression: Expression, today: dt.date, cue: Cue) -> Resolution:
    """What an expression without a year means to one who writes on ``today``."""
    try:
        if expression.shift is not None:
            return None if _is_an_age(expression, cue) else _shifted(expression, expression.shift, today)
        if expression.month is None:
            return _weekday(expression, today, cue)
        return (_month if expression.day is None else _day)(expression, today, cue)
    except (ValueError, OverflowError):  # before the year 1 or after the year 9999
        return None


def _is_an_age(expression: Expression, cue: Cue) -> bool:
    """Whether ``today`` is these times rather than this day: ``is today the largest port``."""
    return expression.rule == "day-word" and cue.tense is Tense.PRESENT and cue.before and cue.firm


def _shifted(expression: Expression, shift: Shift, today: dt.date) -> Resolution:
    day = CalendarDate.of(today)
    if shift.unit is Unit.DAY:
        return day.shifted(days=shift.amount), "document-day"
    if expression.rule == "course-of-the-year" and today.month <= _LOOKING_BACK:
        return None
    if shift.to_the_day:
        months = shift.amount * (12 if shift.unit is Unit.YEAR else 1)
        month = today.year * 12 + today.month - 1 + months
        return CalendarDate.of(today.replace(year=month // 12, month=month % 12 + 1)), "document-day"
    if shift.unit is Unit.MONTH:
        return day.truncated("month").shifted(months=shift.amount), "document-month"
    return day.truncated("year").shifted(years=shift.amount), "document-year"


def _way(expression: Expression, tense: Tense) -> tuple[Direction | None, Basis]:
    """Which side of today a date lies on, and what says so."""
    if expression.direction is not None:
        return expression.direction, "said-direction"
    if tense is Tense.PAST or tense is Tense.PERFECT:
        return -1, "past-tense"
    if tense is Tense.FUTURE or tense is Tense.TIMETABLE:
        return 1, "future-tense"
    return None, "nearest"


def _weekday(expression: Expression, today: dt.date, cue: Cue) -> Resolution:
    assert expression.weekday is not None
    way, basis = _way(expression, cue.tense)
    behind = (today.weekday() - expression.weekday) % 7
    if expression.owner and not (cue.tense is Tense.FUTURE and cue.before):
        way, basis = -1, "owner"  # "Friday's talks" were held, unless someone "will open Friday's talks"
    if expression.direction in (-1, 1):
        days = -(behind or 7) if way == -1 else 7 - behind
    elif expression.role is Role.UNTIL and way == -1 and cue.before:
        return None  # "waited until Tuesday" and "put off until Tuesday" look in opposite directions
    elif way == 1 or (way == 0 and cue.tense is not Tense.PAST):
        days = -behind % 7
    elif cue.tense in (Tense.UNKNOWN, Tense.PERFECT) and behind:
        return None
    else:
        days = -behind
    return CalendarDate.of(today + dt.timedelta(days=days)), basis


def _surely_past(expression: Expression, cue: Cue) -> bool:
    """Whether the date's own verb is past, and the date no deadline, as in ``put off until May``."""
    return cue.tense is Tense.PAST and cue.firm and expression.role not in (Role.BY, Role.UNTIL)


def _month(expression: Expression, today: dt.date, cue: Cue) -> Resolution:
    assert expression.month is not None
    way, basis = _way(expression, cue.tense)
    ahead = expression.month - today.month
    near = (ahead + 5) % 12 - 5
    if expression.direction == 0 or (ahead == 0 and expression.direction is None):
        years = 0
    elif abs(near) <= NEAR_MONTHS and expression.direction is None and not _surely_past(expression, cue):
        years, basis = (near - ahead) // 12, "nearest"
    elif way == 1:
        years = ahead <= 0
    elif way == -1 or cue.tense is Tense.PRESENT:
        years = -(ahead >= 0)
    else:
        return None
    return CalendarDate(today.year + years, expression.month), basis


def _day(expression: Expression, today: dt.date, cue: Cue) -> Resolution:
    assert expression.month is not None
    assert expression.day is not None
    way, basis = _way(expression, cue.tense)
    days = [
        dt.date(year, expression.month, expression.day)
        for year in (today.year - 1, today.year, today.year + 1)
        if exists(year, expression.month, expression.day)
    ]
    ahead = SOON_DAYS if _surely_past(expression, cue) else NEAR_DAYS
    near = [day for day in days if -NEAR_DAYS <= (day - today).days <= ahead]
    if expression.weekday is not None:
        days, basis = [day for day in days if day.weekday() == expression.weekday], "weekday-fits"
    elif near and expression.direction is None:
        days, basis = near, "nearest"
    elif way == -1:
        days = [day for day in days if day <= today]
    elif way == 1:
        days = [day for day in days if day >= today]
    else:
        return None
    return (CalendarDate.of(min(days, key=lambda day: abs(day - today))), basis) if days else None
