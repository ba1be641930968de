"""The date of a clause: what happened then."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.kinds.date.guards import attachment_guard, clause_guard
from quizgen.kinds.date.vague import vague_guard
from quizgen.language.asking import inverted, predicate_end
from quizgen.language.calendar import DateMention, Role
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.nominal import is_plural
from quizgen.language.predicate import standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_PARTS_OF_DAY = frozenset(["morning", "noon", "afternoon", "evening", "night"])
_BEFORE_DATE = frozenset(["in", "on", "at", "during", "early", "late", "this", "the", "of", "around"])
_WINNING = frozenset("win lose carry sweep take beat defeat".split())
_SAYING = frozenset("say tell add note state remark declare explain claim urge".split())
INTRANSITIVE = frozenset(
    "die open close begin start end collapse retire resign marry arrive return fall explode burn erupt merge dissolve "
    "graduate emerge appear meet gather surrender sink land disband abdicate premiere debut crash vanish expire "
    "last reign exist fail".split()
)
"""Verbs that tell enough without an object, and that nobody does to anything."""
_ELSEWHERE = frozenset(["CC", "VBD", "VBZ", "VBN", "MD"])
"""What tells that behind the comma after a date another clause goes on."""
_OPENING = 40
_DASH = re.compile(r"\)?\s*(?:[–—-]|--)\s")
"""What parts the day of a dateline, among the first characters of a sentence, from what is told."""
_GOVERNING = frozenset(["on", "of", "about", "for", "to", "from", "by"])
"""Prepositions in front of "which" that take what a clause is about out of it."""
_THE_DAY = (["the", "day"], ["the", "year"])
"""What explains a date in front by what else it was the day of."""
_LEFT_OVER = frozenset(["even", "just", "only", "especially", "that", "dated", ","])
"""Words that cannot end a question: they belonged to what is cut off."""
_NEEDS_OBJECT = frozenset("announce insist write argue warn deliver cite found".split())
"""Verbs that without an object behind them tell nothing."""
_OBJECTS = frozenset(["VBG", "TO", "NN", "NNS", "NNP", "DT", "PRP$", "JJ"])
"""What opens an object that is cut off with what follows it."""
_NOTHING_TOLD = re.compile(
    r"^(?:an?|the) (?:[a-z-]+ ){0,3}(?:statement|speech|interview|letter|report|meeting|conference|address|rally|"
    r"question|visit|call|announcement|remark)s?$"
)
"""What many do any day: gave a speech."""
_PART_OF_WHICH = re.compile(r", (?:[a-z]+ ){0,2}(?:half|most|some|many|all|none|one|two|three)$")
"""What is left of ", almost half of which ..."."""
_UNTOLD = re.compile(
    r"\b(?:what|one|someone|something|anyone|those)$|(?<!\bfor )(?<!\bof )\b\w+ (?:years|months|weeks|days)$"
    r"|\b(?:the following|as much in)\b|\b(?:was|were|is|are|be|been|had|has|have|will|would|than)$",
    re.IGNORECASE,
)
"""What only the text around can tell."""
_LONGEST = 26
"""Words in a question, at the most, before its predicate is cut."""


def clause_date(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "The treaty was signed in Rome on 25 March 1957": the date of the clause it stands in."""
    first = sentence.word_at(date.span.start)
    last = sentence.word_at(date.span.end - 1) + 1
    while last < len(sentence.words) and sentence.words[last].lower in _PARTS_OF_DAY:
        last += 1  # on Thursday afternoon
    found = dated_clause(u, sentence, date, first, last)
    if isinstance(found, str):
        return Dropped(rule="clause-date", guard=found, span=date.span)
    return event(u, date, "clause-date", found.asked, found.asked, found.worth)


class Told(NamedTuple):
    """What a clause tells, as the tail of a question, and how much that is worth."""

    asked: str
    worth: float


def dated_clause(u: Understanding, sentence: Sentence, date: DateMention, first: int, last: int) -> Told | str:
    """What happened at a date, by the clause it stands in; the guard that turns it down where that is not certain.

    Args:
        u: the document.
        sentence: where the date stands.
        date: the date.
        first: index of the first word of the expression that tells when, less a preposition.
        last: index behind its last word.
    """
    words = sentence.words
    clause = _when_clause(u, sentence, date) or u.clause_at(sentence, date.span.start)
    if clause is None:
        return "no-clause"
    if guard := clause_guard(sentence, clause) or attachment_guard(words, clause, first, last):
        return guard
    if any(
        c.kind is ClauseKind.MAIN and c.subject is None and clause.verb.end <= c.start < clause.end
        for c in u.clauses[sentence.index]
        if c is not clause
    ):
        return "another-verb"
    if guard := vague_guard(u, sentence, clause, date):
        return guard
    if _in_a_place(u, sentence, clause):
        return "place-left-out"
    if clause.kind is ClauseKind.RELATIVE and clause.start and words[clause.start - 1].lower in _GOVERNING:
        return "object-before"  # an issue on which she held a lead
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return "subject-not-certain"
    asked = _asked(u, sentence, clause, subject, first, last)
    if asked is None:
        return "predicate-points-outside"
    return Told(asked, {ClauseKind.MAIN: 1.0, ClauseKind.JOINED: 0.95}.get(clause.kind, 0.85))


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
    if [w.lower for w in words[after : after + 2]] in _THE_DAY:  # on 4 May 1962, the day the mill closed, Ana Reis left
        return next((c for c in clauses if c.subject and c.subject[0] > after + 2 and c.kind is ClauseKind.MAIN), None)
    when = next((i for i, c in enumerate(clauses) if c.start == after and c.opener == "when"), None)
    if when is None:
        return None
    after_it = clauses[when + 1 : when + 2]
    goes_on = (c for c in after_it if c.kind is ClauseKind.MAIN and c.subject and _behind_comma(sentence, c.subject[0]))
    return next(goes_on, clauses[when])


def _behind_comma(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.words[index - 1].text == ","


def _asked(u: Understanding, sentence: Sentence, clause: Clause, subject: str, first: int, last: int) -> str | None:
    """The clause as the tail of a question, without its date; None where it would point outside."""
    words = sentence.words
    start = first
    while start > 0 and words[start - 1].lower in _BEFORE_DATE and start - 1 >= clause.start:
        start -= 1
    end = predicate_end(words, clause, must_reach=min(last, clause.end))
    if last + 1 < end and words[last].text == "," and words[last + 1].tag in _ELSEWHERE:
        end = last
    if (
        last >= clause.verb.end
        and words[last : last + 1]
        and words[last].text == ","
        and end > last + 1
        and words[end - 1].tag[:2] == "VB"
    ):
        end = last  # on 3 May 1962, | the papers show
    if end == clause.end:
        end = _with_what_is_said(u, sentence, clause)
    if end > clause.verb.end and words[end - 1].lower in ("and", "but", "or", ","):
        end -= 1
    if end < len(words) and words[end].tag in ("``", "''", '"'):
        return None
    if _other_date(u, sentence, clause, words[end - 1].end, Span(words[first].start, words[last - 1].end)):
        return None
    room = _LONGEST - len(subject.split())
    rest = standing_predicate(u, sentence, clause, end, [(start, last)], room)
    if rest is None or rest.split()[-1:] == ["dated"] or rest == "that":
        return None
    rest = _without_left_over(rest)
    if _UNTOLD.search(rest) or (not rest and words[clause.verb.end : clause.end] and _goes_on(words, clause)):
        return None
    if _NOTHING_TOLD.match(rest) or (clause.opener == "where" and not re.search("[A-Z]", f"{subject} {rest}")):
        return None
    if rest.startswith(subject) or (not clause.verb.passive and _lacks_its_object(words, clause, rest)):
        return None  # who did it to whom, or what was done, is not told
    if base_form(words[clause.verb.main].lower) in _SAYING and " that " not in f" {rest} ":
        return None
    if not rest and not clause.verb.passive and base_form(words[clause.verb.main].lower) not in INTRANSITIVE:
        return None
    behind = clause.verb.end
    if not rest and not clause.verb.passive and behind not in (first, start) and words[behind].tag in _OBJECTS:
        return None  # began | taking calls
    return _past(inverted(u.text, words, clause, subject, rest), words, clause, subject, rest)


def _lacks_its_object(words: tuple[Word, ...], clause: Clause, rest: str) -> bool:
    """Whether a verb's object was cut off, or stands before it: announced | by letter."""
    opening = rest.partition(" ")[0]
    told = " that " in rest
    return (
        not told
        and base_form(words[clause.verb.main].lower) in _NEEDS_OBJECT
        and opening in ("by", "in", "at", "on", "via", "")
    )


def _goes_on(words: tuple[Word, ...], clause: Clause) -> bool:
    """Whether what the subject began stands behind the verb: began | airing the film."""
    return words[clause.verb.end].tag in ("VBG", "TO")


def _without_left_over(rest: str) -> str:
    words = _PART_OF_WHICH.sub("", rest).split()
    while words and words[-1].lower() in _LEFT_OVER:
        words.pop()
    return " ".join(words).rstrip(",")


def _with_what_is_said(u: Understanding, sentence: Sentence, clause: Clause) -> int:
    """Where a clause ends together with the "that" clause it takes: discovered that ..."""
    return next((c.end for c in u.clauses[sentence.index] if c.opener == "that" and c.start == clause.end), clause.end)


def _other_date(u: Understanding, sentence: Sentence, clause: Clause, end: int, own: Span) -> bool:
    """Whether a second date stands in the same clause, so that it is not sure which is whose."""
    return any(
        not own.contains(d.span) and d.span.start < end and d.role is not Role.NAME
        and not (d.span.start - sentence.span.start < _OPENING and _DASH.match(u.text, d.span.end))
        and u.clause_at(sentence, d.span.start) is clause
        for d in u.dates_by_sentence[sentence.index]
    )  # fmt: skip


def _past(asked: str, words: tuple[Word, ...], clause: Clause, subject: str, rest: str) -> str:
    """With a date the perfect becomes the past: "had Higgs predicted" -> "did Higgs predict"."""
    group = clause.verb
    if words[group.finite].lower not in ("had", "has", "have") or group.main == group.finite:
        return asked
    main = words[group.main]
    if main.lower == "been":
        return " ".join(f"was {subject} {rest}".split())
    if group.passive:
        return " ".join(f"{'were' if is_plural(subject) else 'was'} {subject} {main.text} {rest}".split())
    return " ".join(f"did {subject} {base_form(main.lower)} {rest}".split())
