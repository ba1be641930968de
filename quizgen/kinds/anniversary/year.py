"""The year in which an anniversary fell, where the text makes it certain."""

from __future__ import annotations

from quizgen.language.calendar import DateMention, Role
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_MARKED_BEFORE = Pattern(
    r"(?:mark|celebrat|commemorat|observ)\w*\b[^.;]{0,130}$|\b(?:is|was)\b[^.;,]{0,70}$|\b[Oo]n (?:the|its|their|our) $"
)
_MARKED_AFTER = Pattern(
    r"[^.;]{0,120}\b(?:is|was|were|will be) (?:being )?(?:marked|celebrated|commemorated|observed)\b"
    r"| (?:celebration|commemoration|ceremony)"
)
_MARKS = Pattern(r" (?:also )?(?:marks|marked|is|was|sees|saw) (?:the |its )?")
"""What stands between a year and its anniversary: "This year *marks the* 40th"."""
_THIS_WEEK = Pattern(r"(?:^|, )[Tt]his (?:week|month|\w+day) marks (?:the )?$")
"""A time too short to be a year of its own, which lies in that of a dated report."""
_BEHIND = Pattern(r" (?:in )?")
"""What stands between an anniversary and the year it is told with."""
_AS_YEAR = Pattern(r"\b([Aa]s|[Ww]hile|[Bb]ecause) (?P<year>1[5-9]\d\d|20\d\d) (?:marks|marked|is|was) (?:the |its )?$")


_ORDINAL = Pattern(r"\b(\d{1,3})(?:st|nd|rd|th)\b")


def year_marked(u: Understanding, sentence: Sentence, span: Span) -> int | None:
    """The year an anniversary is said to be marked in: told with it, in the same clause, as a plain date."""
    lead, tail = u.text[sentence.span.start : span.start], u.text[span.end : sentence.span.end]
    if not (_MARKED_BEFORE.search(lead) or _MARKED_AFTER.match(tail)):
        return None
    for date in u.dates_by_sentence.get(sentence.index, ()):
        if (
            date.value is not None
            and _MARKS.fullmatch(u.text, date.span.end, span.start)
            and (not _is_quoted(u, span) or _is_of_now(u, sentence))
        ):
            return date.value.year
    if _THIS_WEEK.search(lead) and u.reference is not None and not _is_quoted(u, span):
        return u.reference.year
    if (found := _AS_YEAR.search(lead)) and not _is_quoted(u, span):
        return int(found["year"])
    return year_told(u, sentence, span)


def _is_quoted(u: Understanding, span: Span) -> bool:
    """Whether a place stands in somebody's words, whose "this year" may be another than the document's."""
    return any(s.manner == "direct" and s.content.contains(span) for s in u.speech_about(span))


def _is_of_now(u: Understanding, sentence: Sentence) -> bool:
    """Whether a sentence tells no time but that of its document: said "this year", and not "in 1994"."""
    dates = [d for d in u.dates_by_sentence.get(sentence.index, ()) if d.value is not None]
    now = u.reference.year if u.reference else None
    return bool(dates) and all(d.relative and d.value is not None and d.value.year == now for d in dates)


def year_told(u: Understanding, sentence: Sentence, span: Span) -> int | None:
    """The one year of the plain dates of the clause that holds a place."""
    if _is_quoted(u, span) and not _is_of_now(u, sentence):
        return None
    dates = [
        d for d in u.dates_by_sentence.get(sentence.index, ())
        if d.value is not None and d.role in (Role.PLAIN, Role.NAME) and not d.approximate
    ]  # fmt: skip
    near = [d for d in dates if _same_clause(u, sentence, d, span)]
    years = {d.value.year for d in near if d.value is not None}
    if len(years) > 1:  # Founded in 1924, the mill marks its 100th anniversary | this year
        years = {
            d.value.year for d in near if d.value is not None and _BEHIND.fullmatch(u.text, span.end, d.span.start)
        }
    behind = all(d.span.start >= span.end for d in near)
    return (_of_anniversary(u, span, years.pop(), behind)) if len(years) == 1 else None


def _of_anniversary(u: Understanding, span: Span, year: int, behind: bool) -> int:
    """The year of an anniversary, where that told behind it is of the event: "60th anniversary of the pact of 1964"."""
    number = _ORDINAL.search(span.of(u.text))
    later = year + int(number[1]) if number and behind else year
    known = {d.value.year for d in u.dates if d.value is not None} | ({u.reference.year} if u.reference else set())
    return later if later in known and (u.reference is None or u.reference.year != year) else year


def _same_clause(u: Understanding, sentence: Sentence, date: DateMention, span: Span) -> bool:
    clauses = [u.clause_at(sentence, place.start) for place in (date.span, span)]
    return clauses[0] is clauses[1]
