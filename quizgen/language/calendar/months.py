"""Grammar of dates that begin with the name of a month: ``December 3, 2021``, ``Aug. 7-9``, ``in May``."""

from __future__ import annotations

import re

from quizgen.language.calendar.expression import Direction, Expression, Role
from quizgen.language.calendar.rule import Reading, Rule, behind
from quizgen.language.calendar.value import exists
from quizgen.language.calendar.vocabulary import (
    CAPITALISED,
    DASH,
    DAY,
    DAY_ORDINAL,
    GAP,
    MONTH,
    YEAR,
    day_number,
    month_number,
)
from quizgen.language.calendar.wordlists import before_in, listed, word_after, word_before
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_OPEN = r"(?![0-9]|[.,:][0-9]|%)"
_YEAR_AFTER = rf"(?:[\s\u00a0]?,[\s\u00a0]{{0,3}}|{GAP})(?:of{GAP})?(?P<year>{YEAR}){_OPEN}(?!s\b)"
_JOIN = rf"(?:{GAP}(?:and|or|to|through|until|till|&){GAP}(?:the{GAP})?|{GAP}?{DASH}{GAP}?|/|,{GAP})"

_SAID_DIRECTION = Pattern(
    r"\b(?:(?P<past>last|this past|the past|the previous|the preceding)"
    r"|(?P<next>next|this coming|the coming|coming)|(?P<same>this|the same))[\s\u00a0]{1,3}$",
    re.IGNORECASE,
)
_AFTER_A_MONTH = Pattern(rf"\b(?:{MONTH}|{YEAR})(?:{GAP}(?:and|or|to){GAP}|{DASH})$")
_THEN_A_MONTH = Pattern(rf"(?:{GAP}(?:and|or|to){GAP}|{DASH}){MONTH}")
_NAME_AFTER = Pattern(r"[\s\u00a0](?:[A-Z][a-z]|said|says|told|was born)")


def said_direction(text: str, start: int) -> tuple[Direction | None, int]:
    """What ``last``, ``next`` or ``this`` before a place says, and where the expression then begins."""
    found = behind(text, start, _SAID_DIRECTION)
    if found is None:
        return None, start
    direction: Direction = -1 if found["past"] else 1 if found["next"] else 0
    return direction, start - len(found[0])


def month_and_days(match: re.Match[str], rule: str) -> Reading:
    """``July 3``, ``July 3, 1863``, ``July 3 and 4, 1863``: one expression a day."""
    groups = match.groupdict()
    month = month_number(groups["month"])
    year = int(groups["year"]) if groups.get("year") else None
    days = [day_number(groups["day"])]
    if groups.get("more"):
        days += [int(day) for day in re.findall(DAY, groups["more"])]
    if month is None or not all(exists(year or 2000, month, day) for day in days):
        return None
    if (month, days) == (9, [11]) and word_after(match.string, match.end()).startswith(("attack", "terror")):
        return None  # the name of what happened in 2001, whenever the text was written
    if len(days) == 1:
        direction, start = said_direction(match.string, match.start())
        return Expression(Span(start, match.end()), rule, year, month, days[0], direction=None if year else direction)
    return tuple(_one_of_several(match, rule, year, month, days, index) for index in range(len(days)))


def _one_of_several(
    match: re.Match[str], rule: str, year: int | None, month: int, days: list[int], index: int
) -> Expression:
    """A day of a list or range; the month stands with the first, the year with the last."""
    places = [(match.start(), match.end("day"))]
    places += [
        (match.start("more") + found.start(), match.start("more") + found.end())
        for found in re.finditer(DAY, match["more"])
    ]
    start, end = places[index]
    if index == len(days) - 1:
        end = match.end()
    ranged = len(days) == 2 and bool(re.search(rf"{DASH}|to|through|until|till", match["more"]))
    role = (Role.RANGE_START, Role.RANGE_END)[index] if ranged else Role.PLAIN
    return Expression(Span(start, end), rule, year, month, days[index], role=role)


def _month_year(match: re.Match[str], rule: str) -> Reading:
    return Expression(Span(match.start(), match.end()), rule, int(match["year"]), month_number(match["month"]))


def _month_alone(match: re.Match[str], rule: str) -> Reading:
    """A month without day or year, unless it is a verb, a name, or comes every year."""
    text, start, written = match.string, match.start(), match["month"]
    if word_before(text, start).lower() in ("every", "each", "all"):
        return None
    placed = (
        before_in("before_month", text, start)
        or text[max(0, start - 4) : start].lower() == "mid-"
        or behind(text, start, _AFTER_A_MONTH) is not None
        or _THEN_A_MONTH.match(text, match.end()) is not None
    )
    short = month_number(written) != 5 and len(written.rstrip(".")) <= 4 and written.lower() not in ("june", "july")
    if (short and not written.endswith(".")) or (written.isupper() and len(written) <= 5):
        return None
    if not placed and (short or _may_be_no_month(match)):
        return None
    direction, begin = said_direction(text, start)
    return Expression(Span(begin, match.end()), rule, month=month_number(written), direction=direction)


def _may_be_no_month(match: re.Match[str]) -> bool:
    """Whether a month that no preposition introduces may be none: ``May said``, ``the March on``."""
    text, start, end = match.string, match.start(), match.end()
    if match["month"].lower() not in listed("word_months"):
        return _NAME_AFTER.match(text, end) is not None
    after = word_after(text, end)
    described = after.islower() and len(after) > 3 and after not in listed("after_a_march")
    before = word_before(text, start).lower()
    return not (described and (before in listed("article") or before.endswith(("'s", "\u2019s"))))


MONTH_RULES = (
    Rule(
        "month-days-year",
        rf"(?P<month>{CAPITALISED}){GAP}(?P<day>{DAY_ORDINAL})\b(?P<more>(?:{_JOIN}{DAY_ORDINAL}\b){{1,4}}){_YEAR_AFTER}",
        month_and_days,
    ),
    Rule(
        "month-day-year",
        rf"(?P<month>{CAPITALISED}){GAP}(?:the{GAP})?(?P<day>{DAY_ORDINAL})\b{_YEAR_AFTER}",
        month_and_days,
    ),
    Rule(
        "month-days",
        rf"(?P<month>{CAPITALISED}){GAP}(?P<day>{DAY_ORDINAL})\b"
        rf"(?P<more>(?:{_JOIN}{DAY_ORDINAL}\b(?!{GAP}{CAPITALISED}){_OPEN}(?!{GAP}[a-z]+s\b)){{1,4}})",
        month_and_days,
    ),
    Rule(
        "month-day",
        rf"(?P<month>{CAPITALISED}){GAP}(?:the{GAP})?(?P<day>{DAY_ORDINAL})\b{_OPEN}",
        month_and_days,
    ),
    Rule(
        "month-year",
        rf"(?P<month>{CAPITALISED}){_YEAR_AFTER}",
        _month_year,
    ),
    Rule("month", rf"(?P<month>{CAPITALISED})", _month_alone),
)
