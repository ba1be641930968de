"""Grammar of dates that begin with a figure, bare years apart: ``3 December 2021``, ISO, ``12/31/1999``."""

from __future__ import annotations

import re

from quizgen.language.calendar.expression import Anchor, Expression, Role, Shift, Unit
from quizgen.language.calendar.months import said_direction
from quizgen.language.calendar.rule import Reading, Rule, behind
from quizgen.language.calendar.value import exists
from quizgen.language.calendar.vocabulary import (
    CAPITALISED,
    DASH,
    DAY,
    DAY_ORDINAL,
    GAP,
    YEAR,
    day_number,
    month_number,
)
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_OPEN = r"(?![0-9]|[.,:][0-9])"
_OF = rf"(?:{GAP}(?:day{GAP})?(?:of{GAP})?|-|{GAP}?{DASH}{GAP}?)"
_MONTH_AFTER = rf"{_OF}(?P<month>{CAPITALISED})"
_YEAR_AFTER = rf"(?:[\s\u00a0]?,[\s\u00a0]{{0,3}}|{GAP}|-)(?:of{GAP})?(?P<year>{YEAR}){_OPEN}(?!s\b)"
_JOIN = rf"(?:{GAP}(?:and|or|to|through|until|till|&){GAP}(?:the{GAP})?|{GAP}?{DASH}{GAP}?|/|,{GAP})"
_GOES_ON = "the|a|he|she|it|they|and|but|at|in|by|when|after|with|from|to|was|were|his|her|their|for"
_ON_THE = Pattern(r"\b(?:on|until|till|by|from|and|to|of|before|after) the[\s\u00a0]$", re.IGNORECASE)


def _iso_day(match: re.Match[str], rule: str) -> Reading:
    year, month, day = (int(part) for part in match.group(1, 2, 3))
    if not exists(year, month, day):
        return None
    return Expression(Span(match.start(), match.end(3)), rule, year, month, day)


def _numeric_day(match: re.Match[str], rule: str) -> Reading:
    """Day and month in figures: certain only where one of them can be no month, or both are the same."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    orders = {(second, first), (first, second)}
    dates = [(month, day) for month, day in orders if exists(year, month, day)]
    if len(dates) != 1:
        return None
    return Expression(Span(match.start(), match.end()), rule, year, *dates[0])


def _day_month(match: re.Match[str], rule: str) -> Reading:
    """``3 December``, ``the 3rd of December, 2021``."""
    groups = match.groupdict()
    month, day = month_number(groups["month"]), day_number(groups["day"])
    year = int(groups["year"]) if groups.get("year") else None
    if (
        month is None
        or not exists(year or 2000, month, day)
        or match.string[match.start() - 1 : match.start()] in tuple("$.,:/")
    ):
        return None
    direction, start = (None, match.start()) if year else said_direction(match.string, match.start())
    return Expression(Span(start, match.end()), rule, year, month, day, direction=direction)


def _days_month(match: re.Match[str], rule: str) -> Reading:
    """``12-14 March 1943``, ``12 and 14 March``: month and year stand with the last day."""
    groups = match.groupdict()
    month = month_number(groups["month"])
    year = int(groups["year"]) if groups.get("year") else None
    joined = match["join"]
    ranged = not re.search(r"and|or|&|,", joined)
    roles = (Role.RANGE_START, Role.RANGE_END) if ranged else (Role.PLAIN, Role.PLAIN)
    first, last = day_number(groups["first"]), day_number(groups["day"])
    if month is None:
        return None
    if not (exists(year or 2000, month, first) and exists(year or 2000, month, last) and first < last):
        return None
    return (
        Expression(Span(match.start(), match.end("first")), rule, year, month, first, role=roles[0]),
        Expression(Span(match.start("day"), match.end()), rule, year, month, last, role=roles[1]),
    )


def _ordinal_day(match: re.Match[str], rule: str) -> Reading:
    """``on the 26th``: a day of the month told last."""
    if not behind(match.string, match.start(), _ON_THE):
        return None
    shift = Shift(Anchor.CONTEXT, Unit.DAY, 0)
    return Expression(Span(match.start(), match.end()), rule, day=day_number(match["day"]), shift=shift)


def _century(match: re.Match[str], rule: str) -> Reading:
    return Expression(Span(match.start(), match.end()), rule, role=Role.CENTURY)


NUMBER_RULES = (
    Rule("century", rf"{DAY}(?:st|nd|rd|th)(?:{GAP}|-)(?:century|centuries)\b", _century),
    Rule("iso-day", rf"({YEAR})-([01][0-9])-([0-3][0-9])(?![0-9-])", _iso_day),
    Rule(
        "numeric-day",
        rf"([0-3]?[0-9])([/.-])([0-3]?[0-9])\2({YEAR})(?![0-9]|[/.-][0-9])",
        _numeric_day,
    ),
    Rule(
        "days-month-year",
        rf"(?P<first>{DAY_ORDINAL})(?P<join>{_JOIN})(?P<day>{DAY_ORDINAL}){_MONTH_AFTER}{_YEAR_AFTER}",
        _days_month,
    ),
    Rule("day-month-year", rf"(?P<day>{DAY_ORDINAL}){_MONTH_AFTER}{_YEAR_AFTER}", _day_month),
    Rule(
        "days-month",
        rf"(?P<first>{DAY_ORDINAL})(?P<join>{_JOIN})(?P<day>{DAY_ORDINAL}){_MONTH_AFTER}",
        _days_month,
    ),
    Rule(
        "day-month",
        rf"(?P<day>{DAY_ORDINAL}){_MONTH_AFTER}(?!{GAP}{DAY}\b(?!{GAP}{CAPITALISED}))",
        _day_month,
    ),
    Rule(
        "ordinal-day",
        rf"(?P<day>{DAY}(?:st|nd|rd|th))(?!{GAP}(?!(?:{_GOES_ON})\b)[A-Za-z]|-)",
        _ordinal_day,
    ),
)
