"""Calendar expressions of English prose, with the dates they certainly mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from quizgen.language.calendar.expression import DateMention, Expression, Role
from quizgen.language.calendar.mentions import Resolver
from quizgen.language.calendar.scanner import scan
from quizgen.language.calendar.value import CalendarDate, parse_iso
from quizgen.language.sentences import Sentence, split_sentences

__all__ = ["CalendarDate", "DateMention", "Role", "find_dates", "parse_iso"]


def find_dates(
    text: str,
    *,
    reference: dt.date | None = None,
    sentences: Sequence[Sentence] | None = None,
    expressions: Sequence[Expression] | None = None,
) -> tuple[DateMention, ...]:
    """Find the calendar expressions of a text, in their order; they do not overlap.

    Args:
        text: English prose.
        reference: the day of writing, if known; a text that tells of times long past keeps to its own dates.
        sentences: the sentences in their order, if known; else they are split here.
        expressions: what `scan` finds in the text, if known; else it is scanned here.
    """
    expressions = tuple(scan(text)) if expressions is None else expressions
    if not expressions:
        return ()
    return tuple(Resolver(text, expressions, reference, sentences or split_sentences(text)).mentions())
