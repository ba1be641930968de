"""Anniversaries told without "the Nth": by a heading and "N years ago today", and by the years that are celebrated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.kinds.anniversary.event import event_end, is_generic, sole_subject
from quizgen.kinds.anniversary.fact import Anniversary
from quizgen.kinds.anniversary.year import year_told
from quizgen.language.asking import text_of
from quizgen.language.calendar.vocabulary import NUMBER, count
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands, stands_alone
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_HEADED = Pattern(r"\b(?:[Oo]n|[Mm]arking|[Cc]ommemorating|[Cc]elebrating) [Tt]he [Aa]nniversary [Oo]f (?P<event>.+)$")
_AGO = Pattern(rf"\b(?:(?P<n>{NUMBER}) years ago (?:today|on this day)|on this day (?P<m>{NUMBER}) years ago)\b", re.I)
_YEARS = Pattern(
    rf"\b(?P<verb>(?:celebrat|commemorat|mark)(?:e|es|ing|ed|s)?) (?:its |their )?(?P<n>{NUMBER}) years\b"
    r"(?! (?:ago|since|later|old))",
    re.IGNORECASE,
)
_LATER = Pattern(r"\b(?:will|would|to|if|next|plan\w*|prepar\w+|had)\b")
"""What looks forward to a celebration, or back at it from another year."""
_PRAISE = Pattern(r"^(?:glorious|great|proud|wonderful|remarkable|successful) ")
_A_FEAST = Pattern(r"\b(?:[Jj]ubilee|[Aa]nniversary|[Cc]ente\w+|[Bb]irthday)\b")
"""What is itself a feast of years: the Queen's Diamond Jubilee."""
_LEAST, _MOST = 2, 5000
"""Years of an anniversary."""


def in_heading(u: Understanding) -> Iterator[Anniversary | Dropped]:
    """ "Statement on the Anniversary of the Elmsford Fire", and in it "Three years ago today ..."."""
    for heading in u.sentences:
        headed = _HEADED.search(heading.span.of(u.text)) if heading.heading else None
        if headed is None:
            continue
        place = Span(heading.span.start + headed.start("event"), heading.span.start + headed.end("event"))
        found = _first_ago(u)
        if found is None or u.reference is None:
            yield Dropped(rule="headed", guard="no-certain-number", span=place)
            continue
        number, told = found
        event = _in_prose(" ".join(headed["event"].split()))
        if not stands(event):
            yield Dropped(rule="headed", guard="event-points-outside", span=place)
            continue
        yield Anniversary(
            rule="headed", subject=event, evidence=(heading.span, u.proof(told)), number=number, event=event,
            year=u.reference.year, guards=("event", "day-told"),
        )  # fmt: skip


def _in_prose(heading: str) -> str:
    """A heading's event with its small words small."""
    return re.sub(r"\b(The|Of|On|In|At|And|For|To|A|An)\b", lambda m: m[0].lower(), heading)


@once
def _first_ago(u: Understanding) -> tuple[int, Span] | None:
    """How many years ago today something happened, where the document tells that once and for all."""
    numbers = {count(m["n"] or m["m"]): Span(*m.span()) for m in _AGO.finditer(u.text)}
    certain = {n: span for n, span in numbers.items() if n is not None and _LEAST <= n <= _MOST}
    return next(iter(certain.items())) if len(certain) == len(numbers) == 1 else None


def years_of(u: Understanding, sentence: Sentence) -> Iterator[Anniversary | Dropped]:
    """ "as we celebrate 250 years of American independence", "Elmsford (celebrating 150 years)"."""
    told = sentence.span.of(u.text)
    for match in _YEARS.finditer(told) if " years" in told.lower() else ():
        number = count(match["n"])
        if number is None or not _LEAST <= number <= _MOST:
            continue
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        start = min(sentence.word_at(span.end - 1) + 1, len(sentence.words))
        end = _end_of_what(sentence, start)
        what = text_of(u.text, sentence.words, start, end)
        of = what.startswith("of ") and re.search(r"[A-Z]", what) is not None
        holder = None if of else _celebrating(u, sentence, span)
        year = _year(u, sentence, span, match["verb"].lower())
        if not stands_alone(what) or not (of or holder):
            yield Dropped(rule="years-of", guard="event-points-outside", span=span)
        elif holder and _A_FEAST.search(holder):
            yield Dropped(rule="years-of", guard="no-certain-holder", span=span)
        elif u.is_quoted(span) or u.reference is None or (year is None and not sentence.heading):
            yield Dropped(rule="years-of", guard="no-certain-year", span=span)
        else:
            yield Anniversary(
                rule="years-of", subject=f"years {what} of {holder}" if holder else f"years {what}",
                evidence=(u.proof(span),), number=number, event=_PRAISE.sub("", what.removeprefix("of ")) if of else "",
                holder=holder or "", span_of="" if of else what, year=year, guards=("event", "year"),
            )  # fmt: skip


def _end_of_what(sentence: Sentence, start: int) -> int:
    """Where what the years are of is over: "of independence", "as a university"; ``start`` where nothing follows."""
    words = sentence.words
    if start >= len(words) or words[start].lower not in ("of", "as", "in"):
        return start
    end = event_end(sentence, start + 1)
    return start if end == start + 1 else end


def _celebrating(u: Understanding, sentence: Sentence, span: Span) -> str | None:
    """Who celebrates: the body or place named right before, or the subject of the clause."""
    words = sentence.words
    i = sentence.word_at(span.start) - 1
    while i > 0 and (words[i].text in ("(", ",") or words[i].tag == "RB"):
        i -= 1
    small = i > 0 and words[i].tag == "NN" and words[i].lower in ("city", "town", "school", "university", "club")
    end = words[i - small].end if i >= 0 else 0
    entity = next((e for m in u.mentions[sentence.index] if m.span.end == end and (e := u.aliases.at(m))), None)
    mark = next((m for m in u.mentions[sentence.index] if m.span.end == end), None)
    if mark is not None and mark.first > 1 and words[mark.first - 1 - (words[mark.first - 1].tag == "DT")].tag == "CC":
        return _both(u, sentence, span)
    if entity is not None and entity.kind is not NameKind.PERSON and not is_generic(entity.name):
        return f"the {words[i].lower} of {entity.name}" if small else u.named(entity.name)
    return sole_subject(u, sentence, span.start)


def _both(u: Understanding, sentence: Sentence, span: Span) -> str | None:
    """The two that celebrate together."""
    clause = u.clause_at(sentence, span.start)
    return subject_text(u, sentence, clause) if clause is not None else None


def _year(u: Understanding, sentence: Sentence, span: Span, verb: str) -> int | None:
    """The year that is told, or the document's where it speaks of its own time; a heading may look forward."""
    if (year := year_told(u, sentence, span)) is not None:
        return year
    lead = sentence.span.of(u.text)[: span.start - sentence.span.start]
    if sentence.heading or verb.endswith("ed") or _LATER.search(lead) or u.reference is None:
        return None
    return u.reference.year
