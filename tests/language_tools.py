"""What the tests of the English toolkit share: short texts, understood."""

from __future__ import annotations

import pytest

from quizgen.language.clauses import Clause
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding, understand
from quizgen.language.words import Word
from quizgen.model.document import Document


def understood(text: str, title: str = "") -> Understanding:
    """A text of no certain date, understood."""
    return understand(Document(text=text, title=title))


def words(text: str) -> list[Word]:
    """The words of all sentences of a text."""
    return [word for sentence in understood(text).sentences for word in sentence.words]


def said(sentence: Sentence, place: tuple[int, int] | None) -> str | None:
    """The words of a sentence from one index to another, with single spaces."""
    return None if place is None else " ".join(word.text for word in sentence.words[slice(*place)])


def clauses(text: str) -> list[tuple[Sentence, Clause]]:
    """The clauses of a text, each with its sentence."""
    u = understood(text)
    return [(s, clause) for s in u.sentences for clause in u.clauses[s.index]]


def wrong(*values: object, reason: str) -> object:
    """A parameter set whose test still fails."""
    return pytest.param(*values, marks=pytest.mark.xfail(reason=reason))
