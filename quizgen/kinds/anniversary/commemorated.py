"""Anniversaries told without "the Nth": by a heading and "N years ago today", and by the years that are celebrated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.kinds.anniversary.event import event_end
from quizgen.kinds.anniversary.fact import Anniversary
from quizgen.language.asking import text_of
from quizgen.language.calendar.vocabulary import NUMBER, count
from quizgen.language.once import once
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import owner, pointing, pronoun
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_HEADED = re.compile(
    r"\b(?:[Oo]n|[Mm]arking|[Cc]ommemorating|[Cc]elebrating) [Tt]he [Aa]nniversary [Oo]f (?P<event>.+)$"
)
_AGO = re.compile(
    rf"\b(?:(?P<n>{NUMBER}) years ago (?:today|on this day)|on this day (?P<m>{NUMBER}) years ago)\b", re.I
)
_YEARS = rf"\b(?:celebrat|commemorat|mark)(?:e|es|ing|s)? (?P<n>{NUMBER}) years of (?=\w)"
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
        if not _stands(event):
            yield Dropped(rule="headed", guard="event-points-outside", span=place)
            continue
        yield Anniversary(
            rule="headed", subject=event, evidence=(heading.span, u.proof(told)), number=number, event=event,
            year=u.reference.year, guards=("event", "day-told"),
        )  # fmt: skip


def _stands(event: str) -> bool:
    return not (owner(event) or pointing(event) or pronoun(event))


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
    """ "as we celebrate 250 years of American independence": how many years of it?"""
    told = sentence.span.of(u.text)
    for match in re.finditer(_YEARS, told, re.IGNORECASE) if "years of" in told.lower() else ():
        number = count(match["n"])
        start = sentence.word_at(sentence.span.start + match.end())
        end = event_end(sentence, start)
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        if number is None or not _LEAST <= number <= _MOST or end == start:
            continue
        event = text_of(u.text, sentence.words, start, end)
        if not _stands(event) or not re.search(r"[A-Z]", event):
            yield Dropped(rule="years-of", guard="event-points-outside", span=span)
        elif u.reference is None or u.is_quoted(span) or match[0].lower().startswith(("marked", "celebrated")):
            yield Dropped(rule="years-of", guard="no-certain-year", span=span)
        else:
            yield Anniversary(
                rule="years-of", subject=f"years of {event}", evidence=(u.proof(span),), number=number, event=event,
                year=u.reference.year, guards=("event", "year"),
            )  # fmt: skip
