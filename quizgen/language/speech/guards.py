"""What speaks against taking a report of speech at its word, each by its name."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.language import data
from quizgen.language.speech.report import Report
from quizgen.language.words import Word

_QUESTION_WORDS = frozenset("how what why whether where who whom which".split())
_CONDITIONS = frozenset("if unless until once".split())
_INDEFINITE = frozenset("some many most others few several no nobody nothing everyone someone somebody anyone one".split())
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
    introduced = report.introduced
    if introduced in _QUESTION_WORDS:
        yield "question-clause"
    if introduced in _CONDITIONS:
        yield "conditional"
    if report.line.sentence.heading:
        yield "heading"
    if is_vague(words[report.subject.first : report.subject.last + 1]):
        yield "vague-speaker"


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
