"""The thread of a narrative: the date told last, which later dates take their missing parts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.language.calendar.expression import Anchor, Basis, DateMention, Expression, Role, Unit
from quizgen.language.calendar.resolve import Resolution
from quizgen.language.calendar.roles import in_brackets
from quizgen.language.calendar.value import CalendarDate, exists
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence

_NEAR = 400
"""How many characters ``the next day`` may stand from the day it follows."""
_BESIDE = 200
"""The same for a day in a passage on old times."""
_WRAP = 7
"""A month that many before the last one told belongs to the next year: November, then February."""
_DEICTIC_SHARE, _OLD_SHARE, _ENOUGH = 0.15, 0.6, 5
"""How many of a narrative's dates may hang on the day of writing, how many must be old, of how many years."""
_OPENING = 16
"""A date among so many first characters of a sentence opens it, and takes the story there."""
_EARLIER = Pattern(r"\bhad\b|\bpreviously\b|\bearlier\b|\bformerly\b")
_OFF_THREAD = frozenset((Role.SINCE, Role.CITATION, Role.NAME, Role.BEFORE, Role.RANGE_START))


@dataclass(slots=True)
class Thread:
    """Follows the dates of a text in their order."""

    last: CalendarDate | None = None
    end: int = 0
    """Where the last date stood."""
    aside: int = -_BESIDE
    """Where a date of another year stood that was told in passing."""
    range_start: CalendarDate | None = None
    """The date just told, if a range began with it."""

    def follow(self, text: str, mention: DateMention, value: CalendarDate | None, sentence: Sentence) -> None:
        """Take up a date, unless it is said in passing: in brackets, of an earlier time, a bound, a range.

        ``value`` is the mention's, or the year of a mention without one: ``the summer of 1521``.
        """
        begun = self.range_start
        self.range_start = value if mention.role is Role.RANGE_START else None
        if value is None or mention.role in _OFF_THREAD or in_brackets(text, mention.span):
            return
        if mention.role is Role.RANGE_END and not _short(begun, value):
            self.last = None
        elif not self._in_passing(text, mention, value, sentence):
            self.last, self.end = value, mention.span.end
        elif self.last is not None and value.year != self.last.year:
            self.aside = mention.span.end

    def _in_passing(self, text: str, mention: DateMention, value: CalendarDate, sentence: Sentence) -> bool:
        """Whether a date looks back, or is a bound or a guess: ``built in 1843``, ``until 1950``."""
        if _told_back(text, mention.span.start, sentence):
            return True
        if value.month is not None or self.last is None:
            return False
        opens = mention.span.start - sentence.span.start <= _OPENING
        if mention.role in (Role.UNTIL, Role.FISCAL):
            return True
        return not opens and (mention.approximate or value.year < self.last.year)

    def is_telling(self, text: str, expression: Expression, today: dt.date | None) -> bool:
        """Whether a text otherwise of today is in the midst of old times: a day beside one of long ago."""
        if self.last is None or self.last.day is None or expression.day is None or today is None:
            return False
        between = text[self.end : expression.span.start]
        return self.last.year <= today.year - 2 and len(between) <= _BESIDE and "\n\n" not in between

    def year_for(self, text: str, expression: Expression, sentence: Sentence) -> Resolution:
        """The date a month or a day without a year means in the course of the narrative."""
        last, month = self.last, expression.month
        if last is None or month is None:
            return None
        year, basis = self._year(last, month, expression, _told_back(text, expression.span.start, sentence))
        if not exists(year, month, expression.day):
            return None
        date = CalendarDate(year, month, expression.day)
        if expression.weekday is not None and date.first_day.weekday() != expression.weekday:
            return None
        return date, basis

    def _year(self, last: CalendarDate, month: int, expression: Expression, told_back: bool) -> tuple[int, Basis]:
        if last.month is None:
            return last.year, "narrative-year"
        if expression.direction == -1:
            return last.year - (month >= last.month), "narrative-last-year"
        if expression.direction == 1:
            return last.year + (month <= last.month), "narrative-next-year"
        if last.month - month >= _WRAP and not told_back:
            return last.year + 1, "narrative-next-year"
        return last.year, "narrative-year"

    def counted_from(self, text: str, expression: Expression, *, news: bool) -> Resolution:
        """``the following year``, ``three days later``, ``on the 26th``: counted from the date told last.

        News counts from events, which often bear no date, so there less is certain.
        """
        last, shift = self.last, expression.shift
        if last is None or shift is None or shift.anchor is not Anchor.CONTEXT:
            return None
        if self.aside > self.end and expression.span.start - self.aside <= _BESIDE:
            return None  # told in 1986 of a death in 1989: "the same year" may be either
        between = text[self.end : expression.span.start]
        near = len(between) <= _NEAR and between.count("\n\n") <= 1
        if news and expression.rule != "next-unit" and not (shift.unit is Unit.YEAR and shift.amount > 1 and near):
            return None
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


def is_narrative(expressions: Sequence[Expression], reference: dt.date | None) -> bool:
    """Whether a text tells of times long before it was written, so that its dates follow its own thread.

    A text of unknown date that speaks of "today" or "on Monday" is no narrative: its own day is what counts.
    """
    years = [one.year for one in expressions if one.year is not None]
    deictic = sum(_from_the_writer(one) for one in expressions)
    if deictic > _DEICTIC_SHARE * len(expressions):
        return False
    if reference is None:
        return bool(years)
    old = sum(year <= reference.year - 2 for year in years)
    return len(years) >= _ENOUGH and old >= _OLD_SHARE * len(years)


def _told_back(text: str, place: int, sentence: Sentence) -> bool:
    """Whether the sentence, before a place in it, looks back from where the narrative stands."""
    return _EARLIER.search(text, max(sentence.span.start, place - _NEAR), place) is not None


def _short(start: CalendarDate | None, end: CalendarDate) -> bool:
    """Whether a range lies within a year, so that what is told after it stands near its end."""
    if start is None or start.month is None or end.month is None:
        return False
    return (end.year - start.year) * 12 + end.month - start.month <= 12


def _from_the_writer(expression: Expression) -> bool:
    if expression.shift is not None:
        return expression.shift.anchor is Anchor.DOCUMENT
    return expression.weekday is not None and expression.month is None
