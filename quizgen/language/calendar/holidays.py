"""Grammar of days with a name that fall on the same date every year: ``Christmas Eve``."""

from __future__ import annotations

import re

from quizgen.language.calendar.expression import Expression
from quizgen.language.calendar.months import said_direction
from quizgen.language.calendar.rule import Reading, Rule
from quizgen.language.calendar.vocabulary import GAP, YEAR
from quizgen.model.document import Span

_DAYS = {
    "New Year's Day": (1, 1),
    "Valentine's Day": (2, 14),
    "Saint Patrick's Day": (3, 17),
    "St. Patrick's Day": (3, 17),
    "Fourth of July": (7, 4),
    "July Fourth": (7, 4),
    "Bastille Day": (7, 14),
    "Halloween": (10, 31),
    "Armistice Day": (11, 11),
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
}

HOLIDAY_NAMES = tuple(_DAYS)
HOLIDAY = "(?:" + "|".join(re.escape(name).replace("'", "['\u2019]") for name in _DAYS) + r")\b"


def _holiday(match: re.Match[str], rule: str) -> Reading:
    month, day = _DAYS[match["name"].replace("\u2019", "'")]
    year = int(match["year"]) if match["year"] else None
    direction, start = (None, match.start()) if year else said_direction(match.string, match.start())
    return Expression(Span(start, match.end()), rule, year, month, day, direction=direction)


HOLIDAY_RULES = (
    Rule(
        "holiday",
        rf"(?P<name>{HOLIDAY})(?:,?{GAP}(?:of{GAP}|in{GAP})?(?P<year>{YEAR})\b)?",
        _holiday,
    ),
)
