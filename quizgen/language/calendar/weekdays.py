"""Grammar of days of the week: ``on Monday``, ``last Friday``."""

from __future__ import annotations

import re

from quizgen.language.calendar.expression import Expression
from quizgen.language.calendar.months import said_direction
from quizgen.language.calendar.rule import Reading, Rule, behind
from quizgen.language.calendar.vocabulary import GAP, WEEKDAY, weekday_number
from quizgen.language.calendar.wordlists import before_in, listed, word_after
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

WEEKDAY_THEN_DATE = Pattern(rf"{WEEKDAY}(?:,?{GAP}|{GAP}?\()(?:the{GAP})?(?:on{GAP})?")
"""What may stand between a day of the week and the date it belongs to."""

_BEFORE_ANOTHER = Pattern(r"\bthe[\s\u00a0](?:previous|preceding|following|next)[\s\u00a0]$", re.IGNORECASE)
_END_OF_MANY = Pattern(rf"{WEEKDAY}(?:{GAP}(?:through|to|thru){GAP}|-|\u2013)$")
_ONE_OF_MANY = Pattern(
    rf"(?:{GAP}(?:through|to|thru){GAP}|-|\u2013){WEEKDAY}|s\b"
    rf"|(?:{GAP}(?:and|or){GAP}{WEEKDAY})?{GAP}(?:night|morning|evening|afternoon)s\b"
)


def _weekday(match: re.Match[str], rule: str) -> Reading:
    text, start = match.string, match.start()
    if before_in("recurring", text, start) or _ONE_OF_MANY.match(text, match.end()):
        return None
    if behind(text, start, _END_OF_MANY):
        return None
    after = word_after(text, match.end())
    if (after.istitle() and after.lower() in listed("paper")) or behind(text, start, _BEFORE_ANOTHER):
        return None
    direction, begin = said_direction(text, start)
    return Expression(
        Span(begin, match.end()),
        rule,
        weekday=weekday_number(match[0]),
        direction=direction,
        owner=text[match.end() : match.end() + 2] in ("'s", "\u2019s"),
    )


WEEKDAY_RULES = (Rule("weekday", WEEKDAY, _weekday),)
