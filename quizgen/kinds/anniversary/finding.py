"""The anniversaries of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.kinds.anniversary.commemorated import in_heading, years_of
from quizgen.kinds.anniversary.event import event_end, standing_alone
from quizgen.kinds.anniversary.fact import Anniversary
from quizgen.language.calendar import DateMention, Role
from quizgen.language.clauses import ClauseKind
from quizgen.language.ordinals import parse_ordinal
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_NTH = re.compile(r"\b(?P<nth>\d{1,4}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\s+anniversary\b", re.IGNORECASE)
_CENTENARY = re.compile(
    r"\b(?P<nth>centenary|centennial|bicentenary|bicentennial|tercentenary|sesquicentennial)\b", re.I
)
_AHEAD = re.compile(
    r"\b(?:ahead of|before|until|upcoming|approaching|forthcoming|eve of|nearly|almost|prepar\w+|will|next|towards?"
    r"|in advance|later|plan\w*|would|should|if)\b",
    re.IGNORECASE,
)
_MARKED_BEFORE = re.compile(
    r"(?:mark|celebrat|commemorat|observ)\w*\b[^.;]{0,130}$|\b(?:is|was)\b[^.;,]{0,70}$|\b[Oo]n (?:the|its|their|our) $"
)
_MARKED_AFTER = re.compile(r"[^.;]{0,120}\b(?:is|was|were) (?:being )?(?:marked|celebrated|commemorated|observed)\b")
_CONGRATULATES = re.compile(r"\bcongratulat", re.IGNORECASE)


def find(u: Understanding) -> Iterator[Anniversary | Dropped]:
    """Yield the anniversaries of a document."""
    yield from in_heading(u)
    for sentence in u.sentences:
        if sentence.heading:
            continue
        yield from years_of(u, sentence)
        told = sentence.span.of(u.text)
        lower = told.lower()
        found = (*_NTH.finditer(told), *_CENTENARY.finditer(told)) if "anniver" in lower or "cente" in lower else ()
        for match in found:
            number = parse_ordinal(match["nth"])
            if number and number > 1:
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                yield _nth(u, sentence, span, number)
        for mention in u.mentions[sentence.index]:
            if mention.text.startswith("Year of "):
                yield _named_year(u, sentence, mention.span)


def _nth(u: Understanding, sentence: Sentence, span: Span, number: int) -> Anniversary | Dropped:
    index = next(i for i, w in enumerate(sentence.words) if w.end >= span.end)
    following = sentence.words[index + 1].lower if index + 1 < len(sentence.words) else ""
    if following != "of":
        return _own(u, sentence, span, number)
    end = event_end(sentence, index + 2)
    if end == index + 2:
        return Dropped(rule="nth-of", guard="no-event", span=span)
    place = Span(sentence.words[index + 2].start, sentence.words[end - 1].end)
    event = standing_alone(u, sentence, place)
    if event is None:
        return Dropped(rule="nth-of", guard="event-points-outside", span=place)
    return _told(u, sentence, span, "nth-of", number, event)


def _own(u: Understanding, sentence: Sentence, span: Span, number: int) -> Anniversary | Dropped:
    """ "the University celebrated its 650th anniversary in 2015"."""
    subject = u.coreference.subject_of(sentence.index)
    before = u.text[max(0, span.start - 5) : span.start].lower()
    year = _year(u, sentence, span)
    clause = u.clause_at(sentence, span.start)
    if clause is None or clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED):
        return Dropped(rule="own", guard="not-of-the-main-subject", span=span)
    if subject is None or len(subject.entities) != 1 or not before.endswith(("its ", "his ", "her ", "their ")):
        return Dropped(rule="own", guard="no-certain-holder", span=span)
    if year is None:
        return Dropped(rule="own", guard="no-certain-year", span=span)
    holder = u.named(subject.text)
    return Anniversary(
        rule="own", subject=f"anniversary of {holder}", evidence=(u.proof(span),), number=number, event="",
        holder=holder,
        year=year, guards=("holder", "year"),
    )  # fmt: skip


def _told(
    u: Understanding, sentence: Sentence, span: Span, rule: str, number: int, event: str
) -> Anniversary | Dropped:
    lead = u.text[max(sentence.span.start, span.start - 60) : span.start]
    told = sentence.span.of(u.text)
    wisher = _well_wisher(u, span) if _CONGRATULATES.search(told) else ""
    ahead = _AHEAD.search(lead) is not None
    if ahead and not wisher:
        return Dropped(rule=rule, guard="ahead-of-it", span=span)
    year = None if wisher or ahead else _year(u, sentence, span)
    return Anniversary(
        rule=rule, subject=event, evidence=(u.proof(span),), number=number, event=event, year=year,
        well_wisher=wisher, worth=1.3, guards=("event", "not-ahead"),
    )  # fmt: skip


def _well_wisher(u: Understanding, span: Span) -> str:
    """Who congratulates, where one speaker certainly does."""
    for speech in u.speech_about(span):
        if speech.content.overlaps(span) or speech.cue.end <= span.start <= speech.content.end:
            referent = u.speaker_of(speech)
            if referent and "congratulat" in Span(speech.cue.start, span.end).of(u.text):
                return referent.text
    subject = u.coreference.subject_of(u.sentence_at(span.start).index)
    return subject.text if subject else ""


def _year(u: Understanding, sentence: Sentence, span: Span) -> int | None:
    """The year an anniversary fell in: told with it, in the same clause, as a plain date."""
    if any(s.manner == "direct" and s.content.contains(span) for s in u.speech_about(span)):
        return None  # "this year" is the speaker's own, whenever that was
    lead, tail = u.text[sentence.span.start : span.start], u.text[span.end : sentence.span.end]
    if not (_MARKED_BEFORE.search(lead) or _MARKED_AFTER.match(tail)):
        return None
    dates = [
        d for d in u.dates_by_sentence.get(sentence.index, ())
        if d.value is not None and d.role in (Role.PLAIN, Role.NAME) and not d.approximate
    ]  # fmt: skip
    near = [d for d in dates if _same_clause(u, sentence, d, span)]
    years = {d.value.year for d in near if d.value is not None}
    return years.pop() if len(years) == 1 else None


def _same_clause(u: Understanding, sentence: Sentence, date: DateMention, span: Span) -> bool:
    clauses = [u.clause_at(sentence, place.start) for place in (date.span, span)]
    return clauses[0] is clauses[1]


def _named_year(u: Understanding, sentence: Sentence, span: Span) -> Anniversary | Dropped:
    """ "this year is the Year of China-Laos Friendship"."""
    year = _year(u, sentence, span)
    if year is None:
        return Dropped(rule="named-year", guard="no-certain-year", span=span)
    name = " ".join(span.of(u.text).split())
    return Anniversary(
        rule="named-year",
        subject=name,
        evidence=(u.proof(span),),
        number=0,
        event=name,
        year=year,
        guards=("year",),
    )
