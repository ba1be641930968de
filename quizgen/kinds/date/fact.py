"""What a dated event is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from quizgen.language.calendar import CalendarDate, DateMention
from quizgen.language.pattern import Pattern
from quizgen.language.standalone import generic
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Fact

_COUNTED = Pattern(r"\b(?:later|earlier|after|before|following|same|that|next|previous)\b")
"""What counts a time from another that the text tells before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent(Fact):
    """An event and when it was."""

    when: CalendarDate
    until: CalendarDate | None = None
    """Where it went on for years, the last of them."""
    begun: str = ""
    """How its beginning is asked for, where it went on: "did Anna Roe begin to teach in Graz"; may be empty."""
    ended: str = ""
    """How its end is asked for, of what was made: "was construction of the hall completed"; may be empty."""
    season: str = ""
    """The part of the year, where the text tells it: "summer"."""
    context: str | None = None
    asked: str
    """The event as the tail of a question: "was the treaty signed in Rome"."""
    derived: bool
    """Whether the date comes from outside its expression: "today"."""


def event(
    u: Understanding,
    date: DateMention,
    rule: str,
    subject: str,
    asked: str,
    worth: float = 1.0,
) -> DatedEvent | None:
    """The fact that something asked about, such as "was the treaty signed", was at ``date``."""
    if date.value is None:
        return None
    worth *= {"day": 1.2, "month": 1.0, "year": 1.0}[date.value.granularity]
    return DatedEvent(
        rule=rule, subject=subject, when=date.value, asked=asked, derived=date.relative, worth=worth,
        evidence=_proofs(u, date), guards=("plain-date", "not-quoted", "own-clause"),
        context=u.title if _needs_title(u, asked) else None,
    )  # fmt: skip


def _proofs(u: Understanding, date: DateMention) -> tuple[Span, ...]:
    """The sentence of a date, with the one that names whom its "he" is, and the one that a "later" is counted from."""
    own = u.proof(date.span)
    proofs = {own}
    who = u.coreference.subject_of(u.sentence_at(date.span.start).index)
    if who is not None and who.indirect and len(who.entities) == 1 and not who.entities[0].is_named_in(own):
        proofs.add(u.proof(who.entities[0].last_before(own.start).span))
    if _COUNTED.search(date.span.of(u.text)):
        behind = bisect_right(u.dates, date.span.start, key=lambda d: d.span.end)
        before = (u.dates[i] for i in range(behind - 1, -1, -1))
        counted_from = next((d for d in before if d.value is not None and not d.relative), None)
        proofs.update([u.proof(counted_from.span)] if counted_from else [])
    return tuple(sorted(proofs))


def _needs_title(u: Understanding, asked: str) -> bool:
    """Whether only the title tells of what "the project" in a question is, or the question names nothing."""
    vague = generic(asked) or not re.search(r"[A-Z]", asked)
    return bool(u.title) and vague and re.sub(r"\s*\([^)]*\)$", "", u.title) not in asked
