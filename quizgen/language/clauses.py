"""Clauses of a sentence: which verb has which subject, and how far each reaches."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from quizgen.language.gazetteer import MONTHS, WEEKDAYS
from quizgen.language.inflection import base_form
from quizgen.language.lexicon import guess, tags_of
from quizgen.language.phrases import (
    SUBORDINATORS,
    Ranges,
    VerbGroup,
    noun_phrase_start,
    subject_start,
    verb_groups,
)
from quizgen.language.words import Word

_RELATIVE = frozenset(["which", "who", "whom", "whose", "that"])
_JOINING = frozenset(["and", "but", "or", "yet", "nor"])
_BREAKS = frozenset([";", ":", "—", "–", "--", "...", "…"])
_SAYING = frozenset(
    "say add state note explain announce stress argue write declare claim believe think recall insist warn report tell "
    "continue admit conclude point".split()
)
_REPORTERS = frozenset("agency agencies media ministry newspaper office officials paper police service sources".split())
_LEAD, _MEASURING = 3, frozenset(["RB", "CD", "NNS", "NN", "DT"])
"""How many words, and of what sort, may tell how long after something was: "*Two years* after the war ended"."""
_SUBJECT_LAST = frozenset(["NN", "NNS", "NNP", "PRP", "CD", "EX", ")", "VBG", "DT", "''"])


class ClauseKind(enum.Enum):
    """How a clause stands in its sentence."""

    MAIN = "main"
    JOINED = "joined"
    """A further verb of the subject before: "was founded in 1850 and *grew*"."""
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    """After a conjunction, or as what is said."""


class Clause(NamedTuple):
    """A finite clause; all places are indexes of words in the sentence, ends exclusive."""

    kind: ClauseKind
    start: int
    end: int
    subject: tuple[int, int] | None
    """Where its subject stands; for a joined clause, that of the clause before; None for a relative one."""
    verb: VerbGroup
    opener: str = ""
    """The conjunction or relative pronoun it begins with, in lower case."""


def find_clauses(words: Sequence[Word], names: Ranges = ()) -> tuple[Clause, ...]:
    """The finite clauses of a sentence, in the order of their verbs.

    Args:
        words: the sentence.
        names: where names of several words stand (indexes, end exclusive), which are never cut.
    """
    found: list[Clause] = []
    floor = 0
    groups = [*verb_groups(words)]
    for group, following in zip_longest(groups, groups[1:]):
        if not found and following is not None and _is_inserted(words, group, following):
            continue
        clause = _clause(words, group, floor, found, names)
        if found and _is_participle(words, clause):
            if _is_told_by(words, found[-1], group):
                found[-1] = found[-1]._replace(verb=group, end=clause.end)
            continue
        if found:  # a clause that began earlier encloses the one before it
            end = group.start if clause.start < found[-1].verb.start else clause.start
            found[-1] = found[-1]._replace(end=min(found[-1].end, end))
            if len(found) > 1 and found[-2].verb.end <= clause.start < found[-2].end:
                found[-2] = found[-2]._replace(end=clause.start)
        found.append(clause)
        floor = group.end
    return tuple(found)


def _is_inserted(words: Sequence[Word], group: VerbGroup, following: VerbGroup) -> bool:
    """Whether a verb is a participle between commas before the sentence's verb: "The hall, *sited* in Lima, burned"."""
    before = group.start - 1
    closes = following.start - 1
    if group.end - group.main > 1 or not words[group.main].lower.endswith("ed") or words[closes].text != ",":
        return False
    between = words[group.end : closes]
    plain = not any(w.text == "," or w.is_finite or w.tag in ("CC", "WDT", "WP") for w in between)
    return before > 0 and words[before].text == "," and plain and words[group.end].tag in ("IN", "TO", "RB")


def _is_participle(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a verb only describes the noun before it: became a town, under an act *passed* the year before."""
    group, subject = clause.verb, clause.subject
    told = subject is not None and words[subject[0]].tag == "IN" and words[subject[0]].lower not in SUBORDINATORS
    return told and group.end - group.start == 1 and words[group.main].lower.endswith("ed")


def _is_contact(words: Sequence[Word], before: Clause, start: int) -> bool:
    """Whether a pronoun right behind a noun tells which one is meant: was made head, a post | *she* held."""
    noun = words[start - 1].tag in ("NN", "NNS") and words[start - 1].text not in MONTHS
    return noun and words[start].tag == "PRP" and start > before.verb.end + 1 and not _fronted(words, before)


def _joint_before_date(words: Sequence[Word], i: int, floor: int) -> int:
    """Where "and" stands before a date that closes at ``i``: made a film *and* in May 1962 | left; else 0."""
    dated = i
    while dated > floor and (words[dated].text in MONTHS or (words[dated].tag == "CD" and words[dated].text.isdigit())):
        dated -= 1
    opens = dated < i and words[dated].lower in ("in", "on") and words[dated - 1].lower == "and"
    return dated - 1 if opens and dated - 1 > floor else 0


def _is_told_by(words: Sequence[Word], before: Clause, group: VerbGroup) -> bool:
    """Whether the verb before is a participle of its subject, and this one the verb: "a panel formed by law *gave*"."""
    first, behind = before.verb, words[group.end : group.end + 1]
    joint = first.end + (words[first.end].tag == "RP")
    alone = first.end - first.start == 1 and "VBN" in (tags_of(words[first.main].lower) or guess(first.said))
    return (
        alone
        and words[joint].tag == "IN"
        and before.kind is ClauseKind.MAIN
        and bool(behind)
        and behind[0].tag in ("DT", "PRP$")
    )


def _clause(words: Sequence[Word], group: VerbGroup, floor: int, before: list[Clause], names: Ranges) -> Clause:
    """Find the subject of ``group`` and where its clause begins, looking back no further than ``floor``."""
    end = _sentence_part_end(words, group.end)
    if before and (who := _reporter(words, group, end, before)):
        return Clause(ClauseKind.MAIN, group.start, end, who, group)
    i = group.start - 1
    if i < floor:  # a verb right behind another: the novel that Ana wrote *was banned*
        return _of_head(words, group, end, before, names) or Clause(ClauseKind.MAIN, group.start, end, None, group)
    i = _before_day(words, i, floor)
    word = words[i]
    if word.lower in _RELATIVE and word.tag in ("WDT", "WP", "WP$", "IN"):
        end = _relative_end(words, i, group.end, end)
        return Clause(ClauseKind.RELATIVE, i, end, None, group, word.lower)
    if word.lower in _JOINING or (word.text == "," and before):
        return _joined(words, group, i, floor, end, before, names)
    if before and (joint := _joint_before_date(words, i, floor)):
        return _joined(words, group, joint, floor, end, before, names)
    subject_last = _before_insertion(words, i, floor)
    if words[subject_last].tag not in _SUBJECT_LAST:
        whole = _of_head(words, group, end, before, names)  # a line along which plates pass each other | is called
        return whole or Clause(ClauseKind.SUBORDINATE, i + 1, end, None, group)
    start = subject_start(words, subject_last, floor, names)
    if before and _restricts(words, before[-1]) and (start is None or all(w.tag == "RP" for w in words[floor:start])):
        if (whole := _of_head(words, group, end, before, names)) is not None:
            return whole
        start = None  # the object of "the ship that carried Anna Frey" is not what sank
    first = noun_phrase_start(words, subject_last, floor, names) if start is None else start
    kind, begin, opener = _opening(words, first, floor)
    if kind is ClauseKind.MAIN and first and words[first - 1].text == "," and before and _fronted(words, before[-1]):
        begin = first
    if kind is ClauseKind.MAIN and begin < first and before and _closes_report(words, group, first, before[-1]):
        begin = first
    if kind is ClauseKind.MAIN and before and start is not None and _is_contact(words, before[-1], start):
        kind, begin = ClauseKind.RELATIVE, start
    if kind is ClauseKind.RELATIVE and opener:
        end = _relative_end(words, begin, group.end, end)
    subject = None if start is None else (start, subject_last + 1)
    return Clause(kind, begin, end, subject, group, opener)


def _before_day(words: Sequence[Word], i: int, floor: int) -> int:
    """The comma before a day that parts a description from its verb: "Ana Reis, the mayor | , *on Friday* opened"."""
    day = i
    while day > floor and (words[day].tag == "CD" or words[day].text in MONTHS or words[day].text in WEEKDAYS):
        day -= 1
    told = day < i and words[day].lower == "on" and day - 1 > floor and words[day - 1].text == ","
    return day - 1 if told and _before_insertion(words, day - 1, floor) < day - 2 else i


def _reporter(words: Sequence[Word], group: VerbGroup, end: int, before: Sequence[Clause]) -> tuple[int, int] | None:
    """Who reports a sentence that is over: "The mill burned down in May, reported *the Elmsford Post*."."""
    told, rest = before[-1], words[group.end : end]
    if words[group.start - 1].text != "," or before[0].kind is not ClauseKind.MAIN or told.kind is ClauseKind.RELATIVE:
        return None
    joined = any(w.text == "," and then.tag == "CC" for w, then in pairwise(words[told.verb.end : group.start]))
    if joined or not rest or base_form(words[group.main].lower) not in _SAYING or group.end - group.start > 1:
        return None
    plain = all(w.tag in ("DT", "JJ", "NN", "NNS", "NNP", "POS", "IN", "CD") for w in rest) and rest[0].tag != "IN"
    known = any(w.is_name for w in rest) or rest[-1].lower in _REPORTERS
    return (group.end, end) if plain and known else None


def _closes_report(words: Sequence[Word], group: VerbGroup, first: int, told: Clause) -> bool:
    """Whether a clause only tells who said what stands before it: "Lund sold the mill in 2018, *officials said*"."""
    if (
        words[first - 1].text != ","
        or told.kind is not ClauseKind.MAIN
        or base_form(words[group.main].lower) not in _SAYING
    ):
        return False
    behind = words[group.end] if group.end < len(words) else None
    return behind is None or behind.tag == "." or (behind.tag == "IN" and behind.lower in ("in", "on"))


def _restricts(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a relative clause follows its noun without a comma."""
    return clause.kind is ClauseKind.RELATIVE and words[clause.start - 1].text != ","


def _fronted(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause opens its sentence: "*After the flood came*, the owner left"; "Noting *that it rained*, ..."."""
    if clause.start == 1 and clause.opener == "that" and words[0].tag in ("VBG", "VBN"):
        return True
    opens = clause.start == 0 or (clause.start <= _LEAD and all(w.tag in _MEASURING for w in words[: clause.start]))
    return clause.kind is ClauseKind.SUBORDINATE and opens and clause.opener in SUBORDINATORS


def _of_head(
    words: Sequence[Word], group: VerbGroup, end: int, before: Sequence[Clause], names: Ranges
) -> Clause | None:
    """The clause of what a relative one without a comma tells apart: "*the ship* that carried Anna *sank*"."""
    if not before or not _restricts(words, before[-1]):
        return None
    last = before[-1].start - 1
    last -= last > 0 and words[last].tag == "IN"  # a market in | which
    floor = before[-2].verb.end if len(before) > 1 else 0
    start = subject_start(words, last, floor, names) if last >= floor else None
    if start is None or (start == floor and floor):
        return None  # the object of the verb before
    kind, _, opener = _opening(words, start, floor)
    return Clause(kind, group.start, end, (start, last + 1), group, opener)


def _relative_end(words: Sequence[Word], opener: int, behind: int, end: int) -> int:
    """Where ", which ... , with ..." is over: before the comma after which its outer clause goes on."""
    if opener == 0 or words[opener - 1].text != ",":
        return end
    return next((i for i in range(behind, end - 1) if words[i].text == "," and words[i + 1].lower == "with"), end)


def _joined(
    words: Sequence[Word], group: VerbGroup, i: int, floor: int, end: int, before: list[Clause], names: Ranges
) -> Clause:
    """A verb straight after "and" or a comma: an insertion is over, or the subject before does one thing more."""
    if words[i].text == ",":
        last = _before_speaker(words, before[-1], i) if before else i
        if last == i:
            last = _before_insertion(words, i, 0)
            if before and before[-1].kind is ClauseKind.MAIN and last < before[-1].verb.start:
                last = i  # a sentence is no insertion
        if last < i - 1 and words[last].tag in _SUBJECT_LAST:
            start = noun_phrase_start(words, last, 0, names)
            kind, begin, opener = _opening(
                words, start, max((c.verb.end for c in before if c.verb.end <= start), default=0)
            )
            whole = subject_start(words, last, begin, names)
            if whole is not None and before and whole == before[-1].verb.end and not _says(words, before[-1]):
                whole = None  # saw | seven people, one of them hurt, | walk
            return Clause(kind, begin, end, None if whole is None else (whole, last + 1), group, opener)
    while i > floor and words[i - 1].text == ",":
        i -= 1
    if not before:
        return Clause(ClauseKind.MAIN, i + 1, end, None, group)
    who = next((k for k in range(i - 1, before[-1].verb.end - 1, -1) if words[k].tag in ("WP", "WDT")), 0)
    if who and before[-1].start < who and words[i].text != ",":  # Hugo, | who shot *and* hurt the bear
        return Clause(ClauseKind.RELATIVE, who, end, None, group, words[who].lower)
    kind = ClauseKind.RELATIVE if before[-1].kind is ClauseKind.RELATIVE else ClauseKind.JOINED
    same = before[-1].opener == "where" and before[-1].verb.end == i  # where he met and courted her
    apart = _in_between(before, comma=words[i].text == "," or words[i - 1].text == ",")
    subject = None if apart and not same else before[-1].subject
    return Clause(kind, i, end, subject, group, before[-1].opener)


def _in_between(before: Sequence[Clause], *, comma: bool = False) -> bool:
    """Whether the clause before stands in another, which may go on: "She left after the war ended *and* wrote"."""
    last = before[-1]
    if last.opener == "that" and comma:
        return True  # ruled that he must leave, and set a day
    main = any(c.kind in (ClauseKind.MAIN, ClauseKind.JOINED) for c in before[:-1])
    return last.kind is ClauseKind.SUBORDINATE and last.opener in SUBORDINATORS and main


def _before_insertion(words: Sequence[Word], i: int, floor: int) -> int:
    """The last word before an insertion between commas or dashes that ends at ``i``; ``i`` itself without one.

    What stands behind a preposition is no subject: in "Ali, a cook in Merca, Somalia, fell ill" it is Ali.
    """
    if words[i].text not in (",", "—", "–"):
        return i
    mark = words[i].text
    for k in range(i - 1, floor, -1):
        if words[k].text != mark or words[k - 1].tag not in _SUBJECT_LAST or not _inserts(words, k + 1, i):
            continue
        if words[k - 1].tag == "CD" and words[k - 2].text == mark:
            continue  # an age: Ana Reis, 33, a cook in Leeds, left
        start = noun_phrase_start(words, k - 1, floor)
        if start == 0 or words[start - 1].tag not in ("IN", "TO"):
            return k - 1
        whole = subject_start(words, k - 1, floor)
        fronted = whole is not None and whole > 1 and words[whole - 2].tag == "CD"  # On 3 May 1962, the mayor of
        if whole is not None and (whole == floor or words[whole - 1].text != "," or fronted):
            return k - 1
    return i - 1 if i > floor else i


def _before_speaker(words: Sequence[Word], said: Clause, i: int) -> int:
    """The last word before ", he added," that ends at ``i``; ``i`` itself without a speaker there."""
    if said.subject is None or said.subject[0] < 2 or words[said.subject[0] - 1].text != ",":
        return i
    silent = said.verb.end < i and words[said.verb.end].tag != "IN"
    if silent or not _says(words, said):
        return i
    return said.subject[0] - 2


def _says(words: Sequence[Word], clause: Clause) -> bool:
    return base_form(words[clause.verb.main].lower) in _SAYING


def _inserts(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether what stands between the marks is an apposition, a relative clause or a participle."""
    if start >= end:
        return False
    first = words[start]
    return first.lower in _RELATIVE | {"along", "together", "including", "based", "where", "when"} or first.tag in (
        "DT", "NNP", "VBG", "VBN", "JJ", "NN", "IN", "PRP$", "RB", "CD", "JJS", "WP", "WRB", "NNS",
    )  # fmt: skip


def _opening(words: Sequence[Word], start: int, floor: int) -> tuple[ClauseKind, int, str]:
    """The kind of the clause whose subject begins at ``start``, where it begins, and its conjunction."""
    i, closed = start - 1, 0
    while i >= floor:
        word = words[i]
        closed += (word.text == ")") - (word.text == "(")
        if closed < 0:
            return ClauseKind.MAIN, i + 1, ""
        if word.lower in _RELATIVE and word.tag in ("WDT", "WP", "WP$"):
            return ClauseKind.RELATIVE, i, word.lower
        if word.lower == "that" and word.tag == "IN" and i + 1 == start:
            return ClauseKind.SUBORDINATE, i, "that"
        if word.lower in SUBORDINATORS and word.tag in ("IN", "WRB", "RB", "WP", "WDT") and _governs(words, i, start):
            return ClauseKind.SUBORDINATE, i, word.lower
        if word.text in _BREAKS or word.tag in ("``", '"'):
            return ClauseKind.MAIN, i + 1, ""
        if word.lower in _JOINING and floor > 0 and (i + 1 == start or words[i - 1].text == ","):
            return ClauseKind.MAIN, i + 1, ""
        i -= 1
    if floor and start > floor and words[start - 1].tag in ("VBD", "VBZ", "VBP", "RP") and start - 1 < floor + 1:
        return ClauseKind.SUBORDINATE, start, ""  # said [that] China would
    return ClauseKind.MAIN, floor, ""


def _governs(words: Sequence[Word], i: int, start: int) -> bool:
    """Whether a conjunction at ``i`` opens the clause of the subject at ``start``: only adverbials between."""
    return i + 1 == start or (
        words[i + 1].tag in ("IN", "RB", "VBG", ",") and all(w.text != "," for w in words[i + 1 : start])
    )


def _sentence_part_end(words: Sequence[Word], i: int) -> int:
    """The index of the next mark that surely ends a clause, or of the final stop."""
    while i < len(words) and not (words[i].text in (";", "—") or words[i].tag == "."):
        i += 1
    return i
