"""The thread of a narrative: the date told last, which later dates take their missing parts from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.language.calendar.expression import Anchor, DateMention, Expression, Role, Unit
from quizgen.language.calendar.resolve import Resolution
from quizgen.language.calendar.roles import in_brackets
from quizgen.language.calendar.value import CalendarDate, exists
from quizgen.language.sentences import Sentence

_NEAR = 400
"""How many characters ``the next day`` may stand from the day it follows."""
_WRAP = 7
"""A month that many before the last one told belongs to the next year: November, then February."""
_EARLIER = re.compile(r"\bhad\b|\bpreviously\b|\bearlier\b|\bformerly\b")
_OFF_THREAD = frozenset((Role.SINCE, Role.BY, Role.CITATION, Role.NAME, Role.LIFESPAN, Role.BEFORE))


@dataclass(slots=True)
class Thread:
    """Follows the dates of a text in their order."""

    last: CalendarDate | None = None
    end: int = 0
    """Where the last date stood."""

    def follow(self, text: str, mention: DateMention, sentence: Sentence) -> None:
        """Take up a date, unless it is said in passing: in brackets, of an earlier time, a bound."""
        if mention.value is None or mention.role in _OFF_THREAD or in_brackets(text, mention.span):
            return
        if _EARLIER.search(text, sentence.span.start, mention.span.start):
            return
        self.last, self.end = mention.value, mention.span.end

    def year_for(self, text: str, expression: Expression, sentence: Sentence) -> Resolution:
        """The date a month or a day without a year means in the course of the narrative."""
        last, month = self.last, expression.month
        if last is None or month is None or expression.weekday is not None:
            return None
        year, basis = last.year, "narrative-year"
        earlier = _EARLIER.search(text, sentence.span.start, expression.span.start) is not None
        if last.month is not None and last.month - month >= _WRAP and not earlier:
            year, basis = last.year + 1, "narrative-next-year"
        if expression.direction == 1 and last.month is not None:
            year, basis = last.year + (month <= last.month), "narrative-next-year"
        elif expression.direction == -1 and last.month is not None:
            year, basis = last.year - (month >= last.month), "narrative-last-year"
        return (CalendarDate(year, month, expression.day), basis) if exists(year, month, expression.day) else None

    def counted_from(self, text: str, expression: Expression) -> Resolution:
        """``the following year``, ``three days later``, ``on the 26th``: counted from the date told last."""
        last, shift = self.last, expression.shift
        if last is None or shift is None or shift.anchor is not Anchor.CONTEXT:
            return None
        near = expression.span.start - self.end <= _NEAR and "\n\n" not in text[self.end : expression.span.start]
        try:
            if expression.day is not None:
                return (CalendarDate(last.year, last.month, expression.day), "narrative-month") if near else None
            if shift.unit is Unit.YEAR:
                return last.truncated("year").shifted(years=shift.amount), "narrative-count"
            if not near:
                return None
            if shift.unit is Unit.MONTH:
                return last.truncated("month").shifted(months=shift.amount), "narrative-count"
            return last.shifted(days=shift.amount), "narrative-count"
        except ValueError:
            return None


def is_narrative(expressions: Sequence[Expression], reference: dt.date) -> bool:
    """Whether a text tells of times long before it was written, so that its dates follow its own thread."""
    years = sorted(one.year for one in expressions if one.year is not None)
    if len(years) < 5:
        return False
    deictic = sum(
        one.weekday is not None and one.year is None or one.shift is not None and one.shift.anchor is Anchor.DOCUMENT
        for one in expressions
    )
    old = sum(year <= reference.year - 2 for year in years)
    return old >= 0.8 * len(years) and deictic <= 0.15 * len(expressions)
