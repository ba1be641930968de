"""What speaks against taking a report of speech at its word, each by its name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizgen.language import data
from quizgen.language.speech import nouns
from quizgen.language.speech.report import Report
from quizgen.language.speech.verbs import VERB_TAGS, cue_verbs
from quizgen.language.words import Word

_QUESTION_WORDS = frozenset("how what why whether where who whom which".split())
_CONDITIONS = frozenset("if unless until once".split())
_INDEFINITE = frozenset(
    "some many most others few several no nobody nothing everyone someone somebody anyone one".split()
)
_IMPERSONAL = frozenset("it this that there these those".split())


def guards_of(report: Report) -> tuple[str, ...]:
    """The names of the guards the report fails."""
    return tuple(_failed(report))


def _failed(report: Report) -> Iterator[str]:
    group, words = report.group, report.line.words
    if group.negated:
        yield "negated"
    if group.modal:
        yield "modal"
    if group.form == "infinitive":
        yield "infinitive"
    if words[-1].text == "?" and report.line.quoted[-1] < 0:
        yield "question"
    if words[group.first - 1].lower in ("let", "lets") or words[group.first].lower == "'s":
        yield "imagined"
    if _relative_without_pronoun(report):
        yield "reduced-relative"
    if group.cue.base in _OF_THINGS and words[report.subject.last].tag not in ("NNP", "PRP"):
        yield "speaker-may-be-thing"
    if _is_object(report):
        yield "object-of-another-verb"
    introduced = report.introduced
    if introduced in _QUESTION_WORDS:
        yield "question-clause"
    if introduced in _CONDITIONS:
        yield "conditional"
    if words[report.subject.first].lower in ("i", "we", "you"):
        yield "first-person"
    if report.line.sentence.heading:
        yield "heading"
    if is_vague(words[report.subject.first : report.subject.last + 1]):
        yield "vague-speaker"


_OF_THINGS = frozenset(
    "highlight underscore underline suggest indicate reveal imply signal read call".split()
)
_BLOCKING = frozenset(
    "object-of-another-verb imagined reduced-relative speaker-may-be-thing negated modal infinitive question question-clause conditional nested first-person".split()
)
_NEAR = frozenset("adjacent apposition inverted".split())
_SHARING = frozenset("shared participle".split())


def _relative_without_pronoun(report: Report) -> bool:
    """Whether the report describes the noun before it: the target it pledged to reach."""
    words, first = report.line.words, report.subject.first
    if report.subject.how != "adjacent" or first == 0 or words[first - 1].tag not in ("NN", "NNS"):
        return False
    start = nouns.start_of(words, first - 1)
    return (
        start is not None
        and start > 0
        and words[start - 1].tag not in ("IN", ",")
        and words[first].tag in ("PRP", "NNP", "DT")
    )


def _is_object(report: Report) -> bool:
    """Whether the speaker found is the object of a verb before it: those who joined the party said."""
    words, first = report.line.words, report.subject.first
    if report.subject.how != "adjacent" or first == 0 or words[first].tag == "PRP":
        return False
    verb = words[first - 1]
    return verb.tag in VERB_TAGS and not any(
        cue.frames & {"bare", "that", "addressed"} for cue in cue_verbs().get(verb.lower, ())
    )


def _says_nothing(report: Report) -> bool:
    """Whether the object of an act is a mere pronoun: cited it, thanked him."""
    after = report.line.words[report.last + 1 : report.last + 3]
    return after[0].tag == "PRP" and (len(after) < 2 or after[1].tag not in ("IN", "TO"))


def is_certain(report: Report, rule: str, guards: Collection[str]) -> bool:
    """Whether the report is certain by the text: no guard stops it, its speaker and its extent leave no choice."""
    how = report.subject.how
    if report.has("attitude") and report.line.words[report.subject.first].tag == "PRP":
        return False  # what someone believes, in what another says
    if rule == "object" and ("vague-speaker" in guards or report.introduced or _says_nothing(report)):
        return False
    if _BLOCKING.intersection(guards) or how in ("relative", "absolute"):
        return False
    if rule in ("object", "urging", "infinitive"):
        near = how in _NEAR or (how == "shared" and report.line.words[report.subject.through].lower in cue_verbs())
        return near and report.has(rule) and "heading" not in guards
    if rule in ("bare-clause", "that-clause", "noun-that"):
        return how in _NEAR | _SHARING
    return how in _NEAR or rule == "quotation-after"


def is_vague(phrase: tuple[Word, ...]) -> bool:
    """Whether a noun phrase names nobody in particular: officials, some, two people familiar with the talks."""
    if any(w.tag == "NNP" for w in phrase):
        return False
    first = phrase[0]
    if first.lower in _INDEFINITE or first.lower in _IMPERSONAL or first.tag == "CD":
        return True
    return first.tag not in ("PRP", "DT", "PRP$", "WP", "WDT") or (
        first.lower in ("a", "an") and any(w.lower in data.words("speech_vague.txt") for w in phrase)
    )
