"""What went on from one year or day to another, and what happened in a season of a year."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.kinds.date.clauses import dated_clause
from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.kinds.date.participles import fronted
from quizgen.language.calendar import CalendarDate, DateMention, Role
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.model.fact import Dropped

_JOINT = re.compile(r"\s+(?:to|until|till|through)\s+$")
_DAYS = re.compile(r"\s*(?:[-–—]|to|until|through|and)\s*(?:the\s+)?")
_FEW = 10
"""Days between the first and the last of an event that is told by its days."""
_SEASON = re.compile(
    r"\b(?:in|during) the (?:early |late )?(?P<season>spring|summer|autumn|fall|winter) of $", re.IGNORECASE
)


def span_of_years(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "He reigned from 1848 to 1916": from which year to 1916, and from 1848 to which year?"""

    def drop(guard: str) -> Dropped:
        return Dropped(rule="span", guard=guard, span=date.span)

    first = sentence.word_at(date.span.start)
    last = next((d for d in u.dates_by_sentence[sentence.index] if d.span.start > date.span.start), None)
    if last is None or date.value is None or last.value is None or sentence.words[first - 1].lower != "from":
        return drop("no-certain-span")
    if not _JOINT.match(u.text[date.span.end : last.span.start]):
        return drop("no-certain-span")
    if date.value.granularity == "day" or date.value.granularity != last.value.granularity or date.approximate:
        return drop("no-certain-span")
    if last.approximate or date.relative or last.relative or u.is_quoted(date.span):
        return drop("no-certain-span")
    front = fronted(u, sentence, date, last)
    if isinstance(front, DatedEvent):
        return replace(front, rule="span", until=last.value)
    behind = sentence.word_at(last.span.end - 1) + 1
    told = dated_clause(u, sentence, date, first - 1, behind)
    if isinstance(told, str):
        return drop(told)
    found = event(u, date, "span", told.asked, told.asked, told.worth * 0.9)
    return None if found is None else replace(found, until=last.value)


def span_of_days(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "The council met in Oslo on 15-16 May 2022": on which days did it meet?"""
    later = (d for d in u.dates_by_sentence[sentence.index] if d.span.start >= date.span.end)
    last = next(later, None)
    if last is None or date.value is None or last.value is None or not _DAYS.fullmatch(
        u.text[date.span.end : last.span.start]
    ):  # fmt: skip
        return Dropped(rule="days", guard="no-certain-days", span=date.span)
    one_month = date.value.truncated("month") if date.value.granularity == "day" else None
    if last.value.granularity != "day" or last.value.truncated("month") != one_month:
        return Dropped(rule="days", guard="not-of-one-month", span=date.span)
    days = (last.value.day or 0) - (date.value.day or 0)
    if not 0 < days <= _FEW or date.approximate or u.is_quoted(date.span):
        return Dropped(rule="days", guard="no-certain-days", span=date.span)
    first, behind = sentence.word_at(date.span.start), sentence.word_at(last.span.end - 1) + 1
    told = dated_clause(u, sentence, date, first, behind)
    if isinstance(told, str):
        return Dropped(rule="days", guard=told, span=date.span)
    found = event(u, date, "days", told.asked, told.asked, told.worth)
    return None if found is None else replace(found, until=last.value)


def season(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "In the summer of 1521 Luther left the castle": in the summer of which year?"""
    named = _SEASON.search(u.text[sentence.span.start : date.span.start])
    year = u.text[date.span.start : date.span.end]
    if named is None or not re.fullmatch(r"\d{4}", year) or u.is_quoted(date.span):
        return None
    first = sentence.word_at(sentence.span.start + named.start("season")) - 1
    told = dated_clause(u, sentence, date, first, sentence.word_at(date.span.end - 1) + 1)
    if isinstance(told, str):
        return Dropped(rule="season", guard=told, span=date.span)
    at = date._replace(value=CalendarDate(int(year)), role=Role.PLAIN)
    found = event(u, at, "season", told.asked, told.asked, told.worth)
    return None if found is None else replace(found, season=named["season"].lower())
