"""A fact found in a document, and the questions that can be asked about it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import NamedTuple

from quizgen.model.document import Span


class AnswerType(enum.Enum):
    """What kind of thing answers a question; distractors are of the same."""

    PERSON = "person"
    GROUP = "group"
    """Several people or parties together."""
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PROGRAMME = "programme"
    DATE = "date"
    """A day, a month or a year; the granularity is the answer's own."""
    ORDINAL = "ordinal"
    EVENT = "event"
    """What an anniversary is of: "the founding of ..."."""
    PHRASE = "phrase"
    """Any other noun phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something the document states, by one rule of one kind; each kind adds what it knows."""

    rule: str
    """The name of the rule that found it."""
    subject: str
    """What it is about, for its identity: the event, the statement, the name; never an offset."""
    evidence: tuple[Span, ...]
    """Where the proof stands, whole sentences or clauses."""
    guards: tuple[str, ...] = ()
    """The names of the guards it passed."""
    worth: float = 1.0
    """How much it is worth asking beside the kind's other facts; 1 is usual."""


class Dropped(NamedTuple):
    """A candidate that a guard or a rule of good items turned down."""

    rule: str
    guard: str
    """The name of what turned it down."""
    span: Span
    """Where the candidate stands."""


class Question(NamedTuple):
    """A question about a fact, before it has choices and has been checked."""

    aspect: str
    """What of the fact is asked: who, what, when, which, year."""
    text: str
    answer: str
    type: AnswerType
    value: str | None = None
    """The answer for machines."""
    accept: tuple[str, ...] = ()
    """Other answers that count."""
    rivals: tuple[str, ...] = ()
    """What would also be right, or is too near to it, and must be no distractor."""
    choices: tuple[str, ...] = ()
    """Distractors the kind itself knows to be good, best first."""
    context: str | None = None
    """The occasion, where the question needs it."""
    occasions: tuple[str, ...] = ()
    """Ways to tell the occasion, the fullest first; the first that gives no answer away becomes the context."""
    bound: bool = False
    """Whether it is asked only under an occasion that tells more than a month."""
    derived: bool = False
    note: str | None = None
    evidence: tuple[Span, ...] = ()
    """Where the fact is told; set when the card is made."""
