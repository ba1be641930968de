"""What speaks against taking a report of speech at its word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.language import data
from quizgen.language.speech import nouns
from quizgen.language.speech.names import Guard, Position
from quizgen.language.speech.report import Report
from quizgen.language.speech.verbs import VERB_TAGS, Form, Frame, cue_verbs
from quizgen.language.words import Word

_QUESTION_WORDS = frozenset("how what why whether where who whom which".split())
_CONDITIONS = frozenset("if unless until once".split())
_INDEFINITE = frozenset(
    "some many most others few several no nobody nothing everyone someone somebody anyone one".split()
)
_NOBODY = frozenset("neither nor nobody none no".split())
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly".split())
_HELPERS = frozenset("did does do has have had is are was were let".split())
_IMPERSONAL = frozenset("this that there these those".split())
# Verbs whose subject is as often a thing as a person.
_OF_THINGS = frozenset("highlight underscore underline suggest indicate reveal imply signal read call".split())


def guards_of(report: Report) -> tuple[Guard, ...]:
    """The guards that the report fails."""
    return (*_of_verb(report), *_of_place(report), *_of_speaker(report))


def _of_verb(report: Report) -> Iterator[Guard]:
    group, words = report.group, report.line.words
    if group.negated or _NOBODY.intersection(w.lower for w in words[max(0, report.first - 1) : report.last]):
        yield Guard.NEGATED
    if group.modal:
        yield Guard.MODAL
    if group.form is Form.INFINITIVE:
        yield Guard.INFINITIVE
    if any(w.lower in _HEARSAY for w in words[max(0, group.first - 1) : group.last + 2]):
        yield Guard.HEARSAY
    if words[report.first - 1].lower == "let" or words[group.first].lower == "'s":
        yield Guard.IMAGINED


def _of_place(report: Report) -> Iterator[Guard]:
    line, introduced = report.line, report.introduced
    if line.words[-1].text == "?" and line.quoted[-1] < 0:
        yield Guard.QUESTION
    if introduced in _QUESTION_WORDS:
        yield Guard.QUESTION_CLAUSE
    if introduced in _CONDITIONS:
        yield Guard.CONDITIONAL
    if line.sentence.heading:
        yield Guard.HEADING


def _of_speaker(report: Report) -> Iterator[Guard]:
    words = report.line.words
    phrase = words[report.subject.first : report.subject.last + 1]
    if phrase[0].lower in ("i", "we", "you"):
        yield Guard.FIRST_PERSON
    if is_vague(phrase):
        yield Guard.VAGUE_SPEAKER
    if report.group.cue.base in _OF_THINGS and phrase[-1].tag not in ("NNP", "PRP"):
        yield Guard.SPEAKER_MAY_BE_THING
    if report.subject.how is Position.ADJACENT and report.subject.first > 0:
        if _describes_noun(report):
            yield Guard.REDUCED_RELATIVE
        if _is_object(report):
            yield Guard.OBJECT_OF_ANOTHER_VERB


def _describes_noun(report: Report) -> bool:
    """Whether the report describes the noun before it: the target it pledged to reach."""
    words, first = report.line.words, report.subject.first
    if words[first - 1].tag not in ("NN", "NNS") or words[first].tag not in ("PRP", "NNP", "DT"):
        return False
    start = nouns.start_of(words, first - 1)
    return start is not None and start > 0 and words[start - 1].tag not in ("IN", "TO", ",")


def _is_object(report: Report) -> bool:
    """Whether the speaker found is the object of a verb before it: those who joined the party said."""
    words, first = report.line.words, report.subject.first
    if words[first].tag == "PRP" or words[first - 1].tag not in VERB_TAGS or words[first - 1].lower in _HELPERS:
        return False
    cues = cue_verbs().get(words[first - 1].lower, ())
    return not any(cue.frames & {Frame.BARE, Frame.THAT, Frame.ADDRESSED} for cue in cues)


def is_vague(phrase: Sequence[Word]) -> bool:
    """Whether a noun phrase names nobody in particular: officials, some, an aide."""
    if any(w.tag == "NNP" for w in phrase):
        return False
    first = phrase[0]
    if first.lower in _INDEFINITE or first.lower in _IMPERSONAL or first.tag == "CD":
        return True
    if first.lower in ("a", "an"):
        return any(w.lower in data.words("speech_vague.txt") for w in phrase)
    if len(phrase) == 1 and first.tag == "NN" and first.text[0].isupper():
        return False  # Apple
    return first.tag not in ("PRP", "DT", "PRP$", "WP", "WDT")
