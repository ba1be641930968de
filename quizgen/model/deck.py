"""A deck: cards under one stable id, and the sources they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.model.card import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that cards were made from."""

    file: str
    """The path, relative to the deck file, with forward slashes."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    title: str | None = None
    date: str | None = None
    """The document's own date as an ISO date, if known."""
    reader: str | None = None
    """The reader and its version where offsets count extracted text rather than the file's own characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A deck as its file holds it."""

    id: str
    """Stable, whatever the file is called: learners' progress belongs to (deck id, card id)."""
    title: str
    cards: Sequence[Card] = ()
    """A tuple, or for a deck that lies in the library a sequence that reads each card when it is asked for."""
    language: str = "en"
    description: str | None = None
    sources: tuple[Source, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that begin with ``x-``: anyone's own, kept as they are."""
