"""The day a document was written, as the document itself tells it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import takewhile

from quizgen.language.calendar.expression import Expression, Role
from quizgen.language.calendar.roles import role_of
from quizgen.language.calendar.rule import behind
from quizgen.language.calendar.scanner import scan
from quizgen.language.calendar.value import exists
from quizgen.language.calendar.vocabulary import DASH
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_TOP = 1500
"""How many characters from the top a dateline, or the date on a line of its own, is looked for."""
_PLACE_BEFORE = Pattern(
    r"(?:^|\n)[ \t]*(?:[A-Z][A-Z.'\u2019 /-]{2,40}(?:, ?[A-Z][A-Za-z.' ]{1,30})?)[,:]?[ \t]+"
    r"(?:\([A-Z][\w ]{1,20}\)[ \t]*)?$"
)
_DATELINE_AFTER = Pattern(
    rf"[ \t]*(?:\([A-Z][\w /.-]{{1,30}}\)[ \t]*)?(?:{DASH}{{1,2}}|_|:|/)|[ \t]*\([A-Z][A-Za-z]+\)"
)
_LINE_BEFORE = Pattern(
    r"(?:^|\n)[ \t]*(?:#+ |\*+|_)?"
    r"(?:(?:Date|Published|Posted|Released?|Issued|Dated|For immediate release)[ \t]*(?:on)?[:,]?[ \t]*)?$",
    re.IGNORECASE,
)
_LINE_AFTER = Pattern(r"[ \t]*(?:\*+|_)?(?:[ \t]*[|\u2022\u00b7][^\n]{0,60})?[ \t]*(?:\r?\n|$)")
_OPENING_BEFORE = Pattern(r"(?:^|\n)[ \t]*(?:On|Today,)[ \t]+(?:the[ \t]+)?$")
_THIS_DAY = Pattern(r"\bon this (?:the )?$")
"""As solemn texts say: ``met on this 26th day of April, 2023``."""
_DRIFT = dt.timedelta(days=6)
"""A dateline may be so much earlier than the day a document is filed under."""


def document_date(text: str, expressions: Sequence[Expression] | None = None) -> tuple[dt.date, Span] | None:
    """The day a document bears, with its place, or None where that is not certain.

    It stands in a dateline (``GENEVA, 9 October 2024 -``), on a line of its own near the top, or opens the
    first sentence (``On December 3, 2021, the presidents held ...``) of a text that tells of nothing later.

    Args:
        text: the document's text.
        expressions: its calendar expressions in their order, if known; else it is scanned here.
    """
    told = tuple(scan(text)) if expressions is None else expressions
    top = tuple(takewhile(lambda expression: expression.span.end <= _TOP, told))
    for expression in top:
        day = _day(expression)
        if day is not None and behind(text, expression.span.start, _THIS_DAY):
            return day, expression.span
        if day is not None and (_in_dateline(text, expression.span) or _on_own_line(text, expression.span)):
            return day, expression.span
    if top and (day := _day(top[0])) is not None and _opens(text, told, day):
        return day, top[0].span
    return None


def writing_day(text: str, expressions: Sequence[Expression], filed: dt.date) -> dt.date:
    """What ``today`` means: the dateline's day, where it is shortly before the day of filing, else that."""
    for expression in expressions:
        if expression.span.start > _TOP:
            break
        if expression.month and expression.day and _in_dateline(text, expression.span):
            year = expression.year or filed.year - ((expression.month, expression.day) > (filed.month, filed.day))
            if exists(year, expression.month, expression.day):
                day = dt.date(year, expression.month, expression.day)
                return day if dt.timedelta(0) <= filed - day <= _DRIFT else filed
    return filed


def _day(expression: Expression) -> dt.date | None:
    value = expression.absolute
    return value.first_day if value is not None and value.day is not None else None


def _in_dateline(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 90) : span.start]
    return _PLACE_BEFORE.search(before) is not None and _DATELINE_AFTER.match(text, span.end) is not None


def _on_own_line(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 60) : span.start]
    return _LINE_BEFORE.search(before) is not None and _LINE_AFTER.match(text, span.end) is not None


def _opens(text: str, told: Sequence[Expression], day: dt.date) -> bool:
    """Whether a text opens with that day as its news: nothing it dates lies between then and long after."""
    start = told[0].span.start
    if not _OPENING_BEFORE.search(text[max(0, start - 20) : start]):
        return False
    return not any(_tells_of_later(text, expression, day) for expression in told[1:])


def _tells_of_later(text: str, expression: Expression, day: dt.date) -> bool:
    """Whether a date is after the given day, and no mere deadline."""
    value = expression.absolute
    if value is None or value.first_day <= day:
        return False
    return role_of(text, expression) not in (Role.BY, Role.UNTIL, Role.BEFORE)
