"""Anniversaries told by a count: "its tenth year in service", "the BBC turned 100"."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.anniversary.event import event_end, holder_before, sole_subject
from quizgen.kinds.anniversary.fact import Anniversary
from quizgen.kinds.anniversary.year import year_told
from quizgen.language.asking import text_of
from quizgen.language.calendar.vocabulary import NUMBER, count
from quizgen.language.ordinals import parse_ordinal
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import noun_phrase_end
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import owner, stands_alone
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_NTH_YEAR = Pattern(
    r"\b(?:mark|celebrat|enter|begin|complet)\w* [^.;,]{0,60}?"
    r"\b(?P<nth>\d{1,4}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?) year (?=(?:in|of|as) )"
)
_WILL = Pattern(r"\bwill\b[^,;]*$")
_TURNED = Pattern(rf"\bturn(?:s|ed) (?P<n>{NUMBER})(?= (?:this|in|on|last)\b|[,.;]| today)")
_GOES_ON = frozenset(["in", "of", "at", "for"])
_LEAST = 2


def counted(u: Understanding, sentence: Sentence) -> Iterator[Anniversary | Dropped]:
    """Yield the years that a body, a place or a work reaches."""
    told = sentence.span.of(u.text)
    if " year " in told:
        yield from _nth_year(u, sentence, told)
    if "turn" in told:
        yield from _turned(u, sentence, told)


def _nth_year(u: Understanding, sentence: Sentence, told: str) -> Iterator[Anniversary | Dropped]:
    for found in _NTH_YEAR.finditer(told):
        number = parse_ordinal(found["nth"])
        if number is None or number < _LEAST:
            continue
        span = Span(sentence.span.start + found.start("nth"), sentence.span.start + found.end())
        start = sentence.word_at(span.end)
        end = _end(sentence, start)
        of = text_of(u.text, sentence.words, start, end)
        own = u.text[: span.start].endswith(("its ", "their "))
        holder = (
            (sole_subject(u, sentence, span.start) or _of_its(u, sentence))
            if own
            else holder_before(u, sentence, span.start)
        )
        year = year_told(u, sentence, span)
        if not holder or end == start + 1 or not stands_alone(of):
            yield Dropped(rule="nth-year", guard="no-certain-holder", span=span)
        elif year is None:
            yield Dropped(rule="nth-year", guard="no-certain-year", span=span)
        else:
            yield Anniversary(
                rule="nth-year", subject=f"year {of} of {holder}", evidence=(u.proof(span),), number=number, event="",
                holder=holder, year=year, span_of=of, guards=("holder", "year"),
                ahead=_WILL.search(told[: found.start("nth")]) is not None,
            )  # fmt: skip


def _end(sentence: Sentence, start: int) -> int:
    """Where "of excellence in teaching" is over, whose first preposition stands at ``start``."""
    words = sentence.words
    end = event_end(sentence, start + 1)
    while end < len(words) - 1 and words[end].lower in _GOES_ON and words[end + 1].tag in ("NN", "NNS", "JJ", "VBG"):
        end = noun_phrase_end(words, end + 1)
    return end


def _of_its(u: Understanding, sentence: Sentence) -> str | None:
    """The subject of a sentence where it is no person, by its words where it has no name: "the Elm website"."""
    main = next((c for c in u.clauses[sentence.index] if c.subject is not None), None)
    if main is None or main.subject is None:
        return None
    a, b = main.subject
    named = text_of(u.text, sentence.words, a, b)
    thing = any(w.is_name for w in sentence.words[a:b]) and sentence.words[b - 1].tag == "NN"
    return named if thing and not owner(named) else None


def _turned(u: Understanding, sentence: Sentence, told: str) -> Iterator[Anniversary | Dropped]:
    for found in _TURNED.finditer(told):
        span = Span(sentence.span.start + found.start(), sentence.span.start + found.end())
        number, year = count(found["n"]), year_told(u, sentence, span)
        if year is None and u.reference and found[0].startswith("turns") and not u.speech_about(span):
            year = u.reference.year
        holder = sole_subject(u, sentence, span.start)
        if number is None or number < _LEAST or holder is None:
            continue
        if year is None:
            yield Dropped(rule="turned", guard="no-certain-year", span=span)
        else:
            yield Anniversary(
                rule="turned", subject=f"age of {holder}", evidence=(u.proof(span),), number=number, event="",
                holder=holder, year=year, guards=("holder", "year"),
            )  # fmt: skip
