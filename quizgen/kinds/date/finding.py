"""The dated events of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.kinds.date.clauses import clause_date
from quizgen.kinds.date.fact import DatedEvent
from quizgen.kinds.date.lifespans import in_brackets, lifespan, lived
from quizgen.kinds.date.named import with_year, with_years
from quizgen.kinds.date.nouns import event_noun, event_of_year, of_subject
from quizgen.kinds.date.own_deeds import own_deed
from quizgen.kinds.date.participles import adjunct, doing, done_to, fronted
from quizgen.kinds.date.spans import opens_days, season, span_of_days, span_of_years
from quizgen.kinds.date.visits import visit
from quizgen.kinds.date.works import work
from quizgen.language.calendar import DateMention, Role
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_LIFE = Pattern(r"(was .+? (?:born|assassinated|executed|murdered|beheaded)|did .+? die)\b")
"""A birth or a death, of which there is one: told again with its place or its year alone, it is no other fact."""
_BOUNDS = (Role.SINCE, Role.UNTIL, Role.BY)
_PART = Pattern(r"\b(?:early|late|mid)(?:[ -]in)?[ -]$", re.IGNORECASE)
_PART_REACH = 10
"""Characters before a date that may tell in which part of it something was."""


def find(u: Understanding) -> Iterator[DatedEvent | Dropped]:
    """Yield the dated events of a document."""
    seen: set[tuple[str, str]] = set()
    found = list(_found(u))
    exact = _most_exact(found)
    for one in found:
        if isinstance(one, DatedEvent):
            life = _LIFE.match(one.asked)
            if life is not None and exact[life[1]] is not one:
                continue
            if (key := (one.asked, one.when.iso)) in seen:
                continue
            seen.add(key)
        yield one


def _found(u: Understanding) -> Iterator[DatedEvent | Dropped]:
    for number, dates in sorted(u.dates_by_sentence.items()):
        sentence = u.sentences[number]
        if sentence.heading:
            continue
        for date in dates:
            found = _dated(u, sentence, date)
            if isinstance(found, DatedEvent) and u.reference is not None and found.when.first_day > u.reference:
                found = Dropped(rule=found.rule, guard="after-the-document", span=date.span)
            if found is not None:
                yield found


def _most_exact(found: Iterable[DatedEvent | Dropped]) -> dict[str, DatedEvent]:
    """Of each birth and death the telling with the most exact date, of several such the first."""
    best: dict[str, DatedEvent] = {}
    for one in found:
        if isinstance(one, DatedEvent) and (life := _LIFE.match(one.asked)):
            known = best.get(life[1])
            if known is None or len(known.when.iso) < len(one.when.iso):
                best[life[1]] = one
    return best


def _explained(sentence: Sentence, date: DateMention) -> bool:
    """Whether a bound is told by what happened then: "it stood until 1956, *when* the river rose"."""
    behind = sentence.words_in(Span(date.span.end, sentence.span.end))
    return next((w.lower == "when" for w in behind if w.text != ","), False)


def _dated(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    if date.value is None:
        return season(u, sentence, date) if date.role is Role.PART else None
    if date.role in (Role.RANGE_START, Role.RANGE_END) and in_brackets(u, date.span):
        if war := with_years(u, sentence, date):
            return war if date.role is Role.RANGE_START else None
        return lifespan(u, sentence, date)
    if life := lived(u, sentence, date):
        return life
    if date.value.granularity == "day" and (date.role is Role.RANGE_START or opens_days(u, sentence, date)):
        return span_of_days(u, sentence, date)
    if date.role is Role.RANGE_START:
        return span_of_years(u, sentence, date)
    if u.text[date.span.start - 1 : date.span.start] == "(" and (
        named := work(u, sentence, date) or with_year(u, sentence, date)
    ):
        return named
    if date.role in _BOUNDS and _explained(sentence, date):
        date = date._replace(role=Role.PLAIN)
    if (date.approximate and not _tells_part(u, date)) or date.role not in (Role.PLAIN, Role.NAME):
        return Dropped(rule="clause-date", guard=f"date-role-{date.role.value}".replace(" ", "-"), span=date.span)
    if u.is_quoted(date.span):
        return Dropped(rule="clause-date", guard="quoted", span=date.span)
    found: DatedEvent | Dropped | None
    for rule in (event_of_year, event_noun, own_deed, of_subject, visit, fronted, done_to, doing, adjunct):
        if found := rule(u, sentence, date):
            return found
    return clause_date(u, sentence, date)


def _tells_part(u: Understanding, date: DateMention) -> bool:
    """Whether it is told in which part of a year or month something was, which itself is exact: *late* 1884."""
    before = u.text[max(0, date.span.start - _PART_REACH) : date.span.start]
    return date.value is not None and date.value.granularity != "day" and _PART.search(before) is not None
