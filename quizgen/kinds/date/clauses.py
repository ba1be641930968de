"""The date of a clause: what happened then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizgen.kinds.date.asked import asked_of
from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.kinds.date.guards import attachment_guard, clause_guard
from quizgen.kinds.date.objects import to_whom
from quizgen.kinds.date.pronouns import as_before_when
from quizgen.kinds.date.vague import vague_guard
from quizgen.language.calendar import DateMention
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import with_topic
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import untitled
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_PARTS_OF_DAY = frozenset(["morning", "hours", "noon", "afternoon", "evening", "night"])
_DONE_BY_EACH = frozenset(["attend", "visit", "witness", "join"])
"""Verbs of what everybody does that is told of many."""
_WEEKDAY_APART = Pattern(r" ?(?:morning|afternoon|evening|night)?,? ?\(?")
_WINNING = frozenset("win lose carry sweep take beat defeat".split())
_GOVERNING = frozenset(["on", "of", "about", "for", "to", "from", "by"])
"""Prepositions in front of "which" that take what a clause is about out of it."""
_BUILDING = {"construction": "of", "work": "on"}
"""What is done to a thing that an article is about, with its preposition."""
_BEGINNING = frozenset("begin start commence stop end finish complete resume suspend".split())
_SPELLS = frozenset("day days week weeks month months year years hours".split())
_FROM = frozenset(["before", "after"])
_THE_DAY = (["the", "day"], ["the", "year"])
"""What explains a date in front by what else it was the day of."""


def clause_date(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "The treaty was signed in Rome on 25 March 1957": the date of the clause it stands in."""
    told = _with_its_weekday(u, sentence, date)
    first, last = sentence.word_at(told.start), sentence.word_at(told.end - 1) + 1
    while last < len(sentence.words) and sentence.words[last].lower in _PARTS_OF_DAY:
        last += 1  # on Thursday afternoon
    first = _from_part_of_day(sentence, first)
    found = dated_clause(u, sentence, date, first, last)
    if isinstance(found, str):
        return Dropped(rule="clause-date", guard=found, span=date.span)
    return event(u, date, "clause-date", found.asked, found.asked, found.worth)


def _from_part_of_day(sentence: Sentence, first: int) -> int:
    """Where a date begins with the part of the day it is told by: died | on *the night of* 3 May."""
    words = sentence.words
    told = first > 3 and words[first - 1].lower == "of" and words[first - 2].lower in _PARTS_OF_DAY
    article = first - 3 - (words[first - 3].lower in ("early", "late")) if told else 0
    return article if told and words[article].lower == "the" and words[article - 1].lower in ("on", "in") else first


def _with_its_weekday(u: Understanding, sentence: Sentence, date: DateMention) -> Span:
    """Where a date stands with a weekday that is told apart from it: "on *Monday evening, March 13, 2006*"."""
    for other in u.dates_by_sentence[sentence.index]:
        same = other.value is None or date.value is None or other.value.iso == date.value.iso
        apart = other.span.end < date.span.start and _WEEKDAY_APART.fullmatch(u.text, other.span.end, date.span.start)
        if apart and same:
            return Span(other.span.start, date.span.end)
    return date.span


class Told(NamedTuple):
    """What a clause tells, as the tail of a question, and how much that is worth."""

    asked: str
    worth: float
    subject: str = ""


def dated_clause(u: Understanding, sentence: Sentence, date: DateMention, first: int, last: int) -> Told | str:
    """What happened at a date, by the clause it stands in; the guard that turns it down where that is not certain.

    Args:
        u: the document.
        sentence: where the date stands.
        date: the date.
        first: index of the first word of the expression that tells when, less a preposition.
        last: index behind its last word.
    """
    when, own = _when_clause(u, sentence, date), u.clause_at(sentence, date.span.start)
    told = _told_by(u, sentence, date, when or own, first, last, explained=when is not None)
    if isinstance(told, str) and when is not None and own is not when and when.opener == "when":
        told = _told_by(u, sentence, date, own, first, last)  # began on 2 May, when they came
    return told


def _told_by(
    u: Understanding, sentence: Sentence, date: DateMention, clause: Clause | None, first: int, last: int,
    *, explained: bool = False,
) -> Told | str:  # fmt: skip
    """What a clause tells of a date; arguments as for `dated_clause`."""
    words = sentence.words
    if clause is None:
        return "no-clause"
    if clause.kind is ClauseKind.RELATIVE and clause.start and words[clause.start - 1].text == ",":
        closes = last < clause.end and words[last].text == ","
        clause = clause._replace(end=last) if closes else clause  # Holm, who became king in 1854, | for leave to dig
    explains = explained and clause.opener == "when"
    if guard := clause_guard(sentence, clause) or ("" if explains else attachment_guard(words, clause, first, last)):
        return guard
    if any(
        c.kind is ClauseKind.MAIN and c.subject is None and clause.verb.end <= c.start < clause.end
        for c in u.clauses[sentence.index]
        if c is not clause
    ):
        return "another-verb"
    if guard := vague_guard(u, sentence, clause, date):
        return guard
    if done := to_whom(u, sentence, clause, (first - (words[first - 1].lower in ("in", "on")), last)):
        return Told(done, 0.85)
    if _in_a_place(u, sentence, clause):
        return "place-left-out"
    governed = clause.kind is ClauseKind.RELATIVE and clause.start and words[clause.start - 1].lower in _GOVERNING
    if governed and not (
        words[clause.start - 1].lower == "for" and words[clause.verb.end].tag in ("DT", "PRP$", "NNP")
    ):
        return "object-before"  # an issue on which she held a lead
    subject = _of_article(u, sentence, clause) or _first_of_many(u, sentence, clause)
    subject = subject or subject_text(u, sentence, clause)
    subject = subject or (as_before_when(u, sentence, clause) if explains else None)
    if subject is None:
        return "subject-not-certain"
    if clause.subject is None and not re.search("[A-Z]", subject):
        return "subject-unnamed"
    subject = with_topic(u, sentence, subject)
    asked = asked_of(u, sentence, clause, subject, first, last) or _done_twice(
        u, sentence, clause, subject, (first, last)
    )
    if asked is None:
        return "predicate-points-outside"
    if u.aliases.topic is None and untitled(asked):
        return "thing-unnamed"
    return Told(asked, {ClauseKind.MAIN: 1.0, ClauseKind.JOINED: 0.95}.get(clause.kind, 0.85), subject)


def _done_twice(
    u: Understanding, sentence: Sentence, clause: Clause, subject: str, date: tuple[int, int]
) -> str | None:
    """ "In 1884 Ana Reis *patented and made* a cart": the second verb's object is the first's too."""
    words, behind = sentence.words, clause.verb.end
    joined = next((c for c in u.clauses[sentence.index] if c.kind is ClauseKind.JOINED and c.start == behind), None)
    if joined is None or clause.verb.passive or joined.verb.passive or words[behind].lower != "and":
        return None
    if date[0] > clause.verb.start or joined.verb.start != behind + 1 or words[joined.verb.finite].tag != "VBD":
        return None
    asked = asked_of(u, sentence, joined, subject, *date)
    second = f"did {subject} {base_form(joined.verb.said)}"
    if asked is None or not asked.startswith(second):
        return None
    return asked.replace(second, f"did {subject} {base_form(clause.verb.said)} and {base_form(joined.verb.said)}", 1)


def _first_of_many(u: Understanding, sentence: Sentence, clause: Clause) -> str | None:
    """The first of a long list of guests, each of whom attended: "*Ana Reis*, Karl Holm and others attended"."""
    words = sentence.words
    if clause.subject is None or base_form(words[clause.verb.main].lower) not in _DONE_BY_EACH:
        return None
    first = next((m for m in u.mentions[sentence.index] if m.whole.start == words[clause.subject[0]].start), None)
    if first is None or first.kind is not NameKind.PERSON or u.text[first.span.end] != ",":
        return None
    return " ".join(first.whole.of(u.text).split())


def _of_article(u: Understanding, sentence: Sentence, clause: Clause) -> str | None:
    """ "The project", "construction": that of the thing an article is about, where nothing else so called is named."""
    topic, words = u.aliases.topic, sentence.words
    if topic is None or topic.kind in (NameKind.PERSON, NameKind.PLACE) or clause.subject is None:
        return None
    told = [w.lower for w in words[slice(*clause.subject)]]
    noun, named = told[-1], u.named(topic.name)
    if noun in _named_beside_topic(u) or len(told) > 1 + (told[0] == "the"):
        return None
    if noun == "project" and len(told) > 1:
        return f"the {topic.name.removeprefix('the ')} project"
    begun = base_form(words[clause.verb.main].lower) in _BEGINNING
    return f"{noun} {_BUILDING[noun]} {named}" if noun in _BUILDING and begun else None


@once
def _named_beside_topic(u: Understanding) -> frozenset[str]:
    """The words, in small letters, of all names but the topic's."""
    others = (e for e in u.aliases.entities if e is not u.aliases.topic)
    return frozenset(word for entity in others for word in entity.name.lower().split())


def _in_a_place(u: Understanding, sentence: Sentence, clause: Clause) -> bool:
    """Whether what was won or lost is that of a place told in front: In Oregon on Tuesday, Anna Frey won the vote."""
    words = sentence.words
    if clause.subject is None or base_form(words[clause.verb.main].lower) not in _WINNING:
        return False
    front = Span(words[clause.start].start, words[clause.subject[0]].start)
    return any(front.contains(m.span) and m.kind is NameKind.PLACE for m in u.mentions[sentence.index])


def _when_clause(u: Understanding, sentence: Sentence, date: DateMention) -> Clause | None:
    """The clause of "on 4 July 2012, when the experiments announced ...": its date stands before it.

    Where the sentence goes on after it ("In 2013, when she was mayor, the schools opened"), it is the main clause.
    """
    after = sentence.word_at(date.span.end - 1) + 1
    if after < len(sentence.words) and sentence.words[after].text == ",":
        after += 1
    clauses, words = u.clauses[sentence.index], sentence.words
    if [w.lower for w in words[after : after + 2]] in _THE_DAY or _counted_from(words, after):
        # on 4 May 1962, the day the mill closed, Ana Reis left; on 4 May 1962, a week before it closed, ...
        return next((c for c in clauses if c.subject and c.subject[0] > after + 2 and c.kind is ClauseKind.MAIN), None)
    when = next((i for i, c in enumerate(clauses) if c.start == after and c.opener == "when"), None)
    if when is None:
        return None
    after_it = clauses[when + 1 : when + 2]
    goes_on = (c for c in after_it if c.kind is ClauseKind.MAIN and c.subject and _behind_comma(sentence, c.subject[0]))
    return next(goes_on, clauses[when])


def _counted_from(words: Sequence[Word], i: int) -> bool:
    """Whether it is told at ``i`` how long before or after something a date was: "two weeks before it closed"."""
    counted = [w.lower for w in words[i : i + 3]]
    return len(counted) == 3 and words[i].tag in ("CD", "DT") and counted[1] in _SPELLS and counted[2] in _FROM


def _behind_comma(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.words[index - 1].text == ","
