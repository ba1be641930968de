"""A card: one question, its one right answer, and where the proof stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the source that proves the answer."""

    start: int
    """Offset of the first character in the source's text."""
    end: int
    """Offset after the last character."""
    quote: str
    """Exactly the source's text at that place."""
    page: int | None = None
    """The page it stands on, counted from 1, where the source has pages."""
    time: str | None = None
    """The moment it is said, as ``HH:MM:SS``, where the source is a recording."""
    source: str | None = None
    """The source file, where the deck has several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card of a deck, as the deck file holds it; all text is plain text, never markup."""

    id: str
    """Unique in its deck; learners' progress belongs to (deck id, card id)."""
    question: str
    answer: str
    fact: str | None = None
    """Shared by siblings, the cards of one fact, which are never shown on the same day."""
    kind: str | None = None
    """The kind of fact asked about; None for a card written by hand."""
    context: str | None = None
    """The occasion, shown above the question."""
    value: str | None = None
    """The answer for machines: an ISO date, year or month, an integer, or a canonical name."""
    accept: tuple[str, ...] = ()
    """Other typed answers that count."""
    distractors: tuple[str, ...] = ()
    """Wrong choices, best first."""
    evidence: tuple[Evidence, ...] = ()
    derived: bool = False
    """The answer follows from the evidence but does not stand in it."""
    note: str | None = None
    """Shown after the answer."""
    tags: tuple[str, ...] = ()
    suspended: bool = False
    """Never shown."""
    retired: bool = False
    """No longer found in the source; kept for its history."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that begin with ``x-``: anyone's own, kept as they are."""
