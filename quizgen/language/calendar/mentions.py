"""Expressions in, mentions out: each gets the date it means, by the first rule that makes it certain."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence

from quizgen.language.calendar.expression import Anchor, DateMention, Expression, Role
from quizgen.language.calendar.reference import writing_day
from quizgen.language.calendar.resolve import Resolution, from_document_day
from quizgen.language.calendar.roles import is_rough, joined, role_of
from quizgen.language.calendar.tense import tense_at
from quizgen.language.calendar.thread import Thread, is_narrative
from quizgen.language.calendar.value import exists
from quizgen.language.sentences import Sentence

_TIMELESS = frozenset((Role.DECADE, Role.CENTURY, Role.PART))


class Resolver:
    """Gives the expressions of one text their dates, in the order of the text."""

    def __init__(
        self,
        text: str,
        expressions: Sequence[Expression],
        reference: dt.date | None,
        sentences: Sequence[Sentence],
    ) -> None:
        self._text = text
        self._expressions = _with_neighbours(text, expressions)
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._narrative = is_narrative(expressions, reference)
        self._today: dt.date | None = None
        """The day of writing."""
        if reference is not None:
            self._today = writing_day(text, expressions, reference)
        self._thread = Thread()

    def mentions(self) -> list[DateMention]:
        """Every mention, with its date where it is certain."""
        return [self._mention(expression) for expression in self._expressions]

    def _mention(self, expression: Expression) -> DateMention:
        sentence = self._sentence(expression.span.start)
        found = self._resolve(expression, sentence)
        value, basis = found or (None, None)
        mention = DateMention(
            span=expression.span,
            value=value,
            rule=expression.rule,
            basis=basis,
            relative=expression.absolute is None,
            role=expression.role,
            approximate=is_rough(self._text, expression),
        )
        self._thread.follow(self._text, mention, value or expression.absolute, sentence)
        return mention

    def _sentence(self, start: int) -> Sentence:
        return self._sentences[max(0, bisect_right(self._starts, start) - 1)]

    def _resolve(self, expression: Expression, sentence: Sentence) -> Resolution:
        if expression.role in _TIMELESS or (expression.approximate and expression.shift):
            return None
        if expression.absolute is not None:
            return expression.absolute, "stated"
        if expression.shift is not None and expression.shift.anchor is Anchor.CONTEXT:
            return self._thread.counted_from(self._text, expression, news=not self._narrative)
        if self._narrative or self._thread.is_telling(self._text, expression, self._today):
            if self._today is not None and expression.shift is not None and expression.shift.amount == 0:
                return from_document_day(expression, self._today, tense_at(sentence, expression.span))
            return self._thread.year_for(self._text, expression, sentence)
        if self._today is None:
            return None
        if sentence.heading and expression.day is None and expression.shift is None:
            return None  # headlines have a tense of their own: "Minister to Come Monday"
        return from_document_day(expression, self._today, tense_at(sentence, expression.span))


def _with_neighbours(text: str, expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions with their roles; ends of ranges and lists that lack a year share their neighbour's."""
    out = [one._replace(role=role_of(text, one)) for one in expressions]
    for index in range(len(out) - 1, 0, -1):
        first, second = out[index - 1], out[index]
        how = joined(text, first, second)
        if not how:
            continue
        if how == "range" and first.role not in _TIMELESS and second.role not in _TIMELESS:
            first, second = first._replace(role=Role.RANGE_START), second._replace(role=Role.RANGE_END)
        out[index - 1], out[index] = _sharing_year(first, second)
    for index in range(1, len(out)):
        if joined(text, out[index - 1], out[index]):
            out[index - 1], out[index] = _sharing_year(out[index - 1], out[index])
    return out


def _sharing_year(first: Expression, second: Expression) -> tuple[Expression, Expression]:
    """``June-August 1942``, ``28 December 1941 to 3 January``: one year is said, the other follows."""
    if first.month is None or second.month is None or (first.year is None) == (second.year is None):
        return first, second
    back = (second.month, second.day or 0) < (first.month, first.day or 0)
    if first.year is None and second.year is not None:
        year = second.year - back
        return (first._replace(year=year), second) if _there_is(first, year) else (first, second)
    assert first.year is not None
    year = first.year + back
    return (first, second._replace(year=year)) if _there_is(second, year) else (first, second)


def _there_is(expression: Expression, year: int) -> bool:
    return exists(year, expression.month, expression.day)
