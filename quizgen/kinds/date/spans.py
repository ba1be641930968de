"""What went on from one year or day to another, and what happened in a season of a year."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.kinds.date.clauses import Told, dated_clause
from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.kinds.date.guards import clause_guard
from quizgen.kinds.date.participles import fronted, named_thing
from quizgen.language.asking import text_of
from quizgen.language.calendar import CalendarDate, DateMention, Role
from quizgen.language.clauses import ClauseKind
from quizgen.language.gazetteer import title_mark
from quizgen.language.inflection import base_form
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands_alone
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.model.fact import Dropped

_JOINT = Pattern(r"\s+(?:to|until|till|through)\s+$")
_DAYS = Pattern(r"\s*(?:[-–—]|to|until|through|and)\s*(?:the\s+)?")
_LASTED = Pattern(r" (?:last|run|stretch|extend|continue)$")
"""What is said to last from one day to another has no days "on" which it did."""
_FEW = 31
"""Days between the first and the last of an event that is told by its days."""
_TAKING_OFFICE = frozenset(["elect", "become", "appoint", "be", "name"])
_STATES = {
    "operation": "come into operation", "use": "come into use", "service": "come into service",
    "force": "come into force", "power": "come to power", "office": "take office", "exile": "go into exile",
}  # fmt: skip
"""How it begins to be in such a state."""
_MAKINGS = {
    "built": "construction of", "constructed": "construction of", "erected": "construction of",
    "rebuilt": "the rebuilding of", "restored": "the restoration of", "excavated": "the excavation of",
}  # fmt: skip
_MAKING = Pattern(rf"(?:was|were) (?P<thing>.+?) (?P<made>{'|'.join(_MAKINGS)})\b")
_SEASON = Pattern(
    r"\b(?:in|during) the (?:early |late )?(?P<season>spring|summer|autumn|fall|winter) of $", re.IGNORECASE
)
_OPENS = 2
"""Index of a span that opens its sentence, at the most."""


def span_of_years(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "He reigned from 1848 to 1916": from which year to 1916, and from 1848 to which year?"""

    def drop(guard: str) -> Dropped:
        return Dropped(rule="span", guard=guard, span=date.span)

    first = sentence.word_at(date.span.start)
    last = next((d for d in u.dates_by_sentence[sentence.index] if d.span.start > date.span.start), None)
    if last is None or date.value is None or last.value is None:
        return drop("no-certain-span")
    if made := _made_between(u, sentence, date, last):
        return made
    if sentence.words[first - 1].lower != "from":
        return drop("no-certain-span")
    if not _JOINT.match(u.text[date.span.end : last.span.start]):
        return drop("no-certain-span")
    if date.value.granularity == "day" or date.value.granularity != last.value.granularity or date.approximate:
        return drop("no-certain-span")
    if last.approximate or date.relative or last.relative or u.is_quoted(date.span):
        return drop("no-certain-span")
    if first <= _OPENS and sum(c.kind is ClauseKind.JOINED for c in u.clauses[sentence.index]) > 1:
        return drop("several-deeds")  # From 1799 to 1804, she travelled, drew ruins and crossed Mexico
    front = fronted(u, sentence, date, last)
    if isinstance(front, DatedEvent):
        return _bounded(front, last.value, "")
    behind = sentence.word_at(last.span.end - 1) + 1
    told = _serving(u, sentence, first) or dated_clause(u, sentence, date, first - 1, behind)
    if isinstance(told, str):
        return drop(told)
    found = event(u, date, "span", told.asked, told.asked, told.worth * 0.9)
    return None if found is None else _bounded(found, last.value, _begun(told))


def _bounded(found: DatedEvent, until: CalendarDate, begun: str) -> DatedEvent:
    """What went on ``until`` a date, with how its beginning and its end are asked for."""
    made = _MAKING.match(found.asked)
    making = f"{_MAKINGS[made['made']]} {made['thing']}" if made else ""
    return replace(
        found, rule="span", until=until, begun=f"did {making} begin" if making else begun,
        ended=f"was {making} completed" if making else "",
    )  # fmt: skip


def _made_between(u: Understanding, sentence: Sentence, date: DateMention, last: DateMention) -> DatedEvent | None:
    """ "The Tarn Hall, built between 1983 and 1988": when its construction began, and when it was completed."""
    words, between = sentence.words, sentence.word_at(date.span.start) - 1
    at = between - 1
    told = at > 0 and words[between].lower == "between" and words[at].lower in _MAKINGS and words[at].tag == "VBN"
    if not told or u.text[date.span.end : last.span.start].strip() != "and" or u.is_quoted(date.span):
        return None
    if date.approximate or last.approximate or last.value is None or words[at - 1].lower in ("be", "been"):
        return None
    clause = u.clause_at(sentence, words[at].start) if words[at - 1].lower in ("was", "were") else None
    thing = (
        subject_text(u, sentence, clause)
        if clause is not None
        else named_thing(u, sentence, at - 1 - (words[at - 1].text == ","))
    )
    if thing is None:
        return None
    found = event(u, date, "span", f"making of {thing}", f"was {thing} {words[at].text}", 0.8)
    return None if found is None else _bounded(found, last.value, "")


def _serving(u: Understanding, sentence: Sentence, first: int) -> Told | None:
    """ "She was elected mayor of Graz, *serving from* 1905 to 1908": did she serve as mayor of Graz."""
    words, at = sentence.words, first - 2
    clause = u.clause_at(sentence, words[at].start) if at > 1 and words[at].lower == "serving" else None
    if clause is None or words[at - 1].text != "," or base_form(words[clause.verb.main].lower) not in _TAKING_OFFICE:
        return None
    subject = subject_text(u, sentence, clause)
    office = text_of(u.text, words, clause.verb.end, at - 1)
    if subject is None or clause_guard(sentence, clause) or not stands_alone(office):
        return None
    return Told(f"did {subject} serve as {office.removeprefix('as ')}", 1.0, subject) if office else None


def _begun(told: Told) -> str:
    """How the beginning of what went on is asked for; empty where that cannot be said well."""
    helper, _, behind = told.asked.partition(f" {told.subject} ")
    verb, _, rest = behind.partition(" ")
    if helper == "did":
        return f"did {told.subject} begin" + ("" if verb == "last" else f" to {behind}")
    if verb == "in" and rest.partition(" ")[0] in _STATES:
        return f"did {told.subject} {_STATES[rest.partition(' ')[0]]}{rest.removeprefix(rest.partition(' ')[0])}"
    if verb in ("a", "an", "the") or title_mark(verb.lower()):
        return f"did {told.subject} become {behind}"
    return ""


def opens_days(u: Understanding, sentence: Sentence, date: DateMention) -> bool:
    """Whether a day is the first of two that follow on each other: on *4* and 5 May 1999."""
    last = next((d for d in u.dates_by_sentence[sentence.index] if d.span.start >= date.span.end), None)
    if last is None or date.value is None or last.value is None or date.role is not Role.PLAIN:
        return False
    days = (last.value.first_day - date.value.first_day).days if last.value.granularity == "day" else 0
    return days == 1 and u.text[date.span.end : last.span.start].strip() == "and"


def span_of_days(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "The council met in Oslo on 15-16 May 2022", "from 15 to 16 May 2022": on which days did it meet?"""
    later = (d for d in u.dates_by_sentence[sentence.index] if d.span.start >= date.span.end)
    last = next(later, None)
    if last is None or date.value is None or last.value is None or not _DAYS.fullmatch(
        u.text[date.span.end : last.span.start]
    ):  # fmt: skip
        return Dropped(rule="days", guard="no-certain-days", span=date.span)
    if date.value.granularity != "day" or last.value.granularity != "day":
        return Dropped(rule="days", guard="no-certain-days", span=date.span)
    days = (last.value.first_day - date.value.first_day).days
    if not 0 < days <= _FEW or date.approximate or u.is_quoted(date.span):
        return Dropped(rule="days", guard="no-certain-days", span=date.span)
    first, behind = sentence.word_at(date.span.start), sentence.word_at(last.span.end - 1) + 1
    first -= first > 0 and sentence.words[first - 1].lower in ("from", "between")
    told = dated_clause(u, sentence, date, first, behind)
    if isinstance(told, str):
        return Dropped(rule="days", guard=told, span=date.span)
    if _LASTED.search(told.asked):
        return Dropped(rule="days", guard="no-certain-days", span=date.span)
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
