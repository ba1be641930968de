"""Whether speaker and said are certain by the text."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from quizgen.language.speech.names import Guard, Position, Rule
from quizgen.language.speech.report import Report
from quizgen.language.speech.verbs import Frame, cue_verbs

# A vague speaker and a heading make no card, but leave no doubt of who said what.
_HARMLESS = frozenset((Guard.VAGUE_SPEAKER, Guard.HEADING))
_NEAR = frozenset((Position.ADJACENT, Position.APPOSITION, Position.INVERTED))
_FAR = frozenset((Position.SHARED, Position.PARTICIPLE))
_CLAUSES = frozenset((Rule.BARE_CLAUSE, Rule.THAT_CLAUSE, Rule.NOUN_THAT))
# The frames in which the verb by itself tells that something was said.
_ACTS = {Rule.OBJECT: Frame.OBJECT, Rule.URGING: Frame.URGING, Rule.INFINITIVE: Frame.INFINITIVE}


def is_certain(report: Report, rule: Rule, guards: Collection[Guard]) -> bool:
    """Whether no guard stops the report, and its speaker and its extent leave no choice."""
    if not _HARMLESS.issuperset(guards):
        return False
    if report.has(Frame.ATTITUDE) and report.line.words[report.subject.first].tag == "PRP":
        return False  # what someone believes, in what another says
    if rule in _ACTS:
        told = report.has(_ACTS[rule]) or (rule is Rule.OBJECT and report.has(Frame.WORDS))
        return told and _is_certain_act(report, rule, guards)
    near = report.subject.how in _NEAR or _is_of_named(report)
    if rule in _CLAUSES:
        return near or report.subject.how in _FAR
    return near or (rule is Rule.QUOTATION_AFTER and report.subject.how in _FAR)


def _is_of_named(report: Report) -> bool:
    """Whether a comma and "who" stand behind a name: "his pupil Ana Reis, who told him that ..."."""
    line, subject = report.line, report.subject
    if subject.how is not Position.RELATIVE or subject.antecedent is None or not line.is_comma(subject.first - 1):
        return False
    single = line.words[report.group.first].tag in ("VBD", "VBZ")
    return single and line.words[subject.first].lower == "who" and line.words[subject.antecedent[1]].tag == "NNP"


def _is_certain_act(report: Report, rule: Rule, guards: Collection[Guard]) -> bool:
    if Guard.HEADING in guards:
        return False
    if rule is Rule.OBJECT and (Guard.VAGUE_SPEAKER in guards or report.introduced or _says_nothing(report)):
        return False
    if report.subject.how is Position.SHARED:
        return report.line.words[report.subject.through].lower in cue_verbs()
    return report.subject.how in _NEAR or (rule is Rule.URGING and _goes_on(report))


def _goes_on(report: Report) -> bool:
    """Whether a report only adds to another of the same speaker: "Ana Reis said ..., urging Peru to vote"."""
    line, first = report.line, report.group.first
    adds = report.subject.how is Position.PARTICIPLE and report.subject.through < 0 and line.is_comma(first - 1)
    return adds and not any(a.tag == "CC" and b.tag == "VBG" for a, b in pairwise(line.words[first:]))


def _says_nothing(report: Report) -> bool:
    """Whether the object of an act is a mere pronoun: cited it, thanked him."""
    after = report.line.words[report.last + 1 : report.last + 3]
    return after[0].tag == "PRP" and (len(after) < 2 or after[1].tag not in ("IN", "TO"))
