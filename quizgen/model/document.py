"""A document as it was read, and places in its text."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, insort
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a document's text."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""

    def of(self, text: str) -> str:
        """The characters of ``text`` at this place."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Places:
    """Spans of which no two overlap."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def add(self, span: Span) -> None:
        """Add one that meets none."""
        insort(self._spans, span)

    def meet(self, span: Span) -> bool:
        """Whether one of them overlaps ``span``."""
        before = bisect_left(self._spans, span.end, key=lambda s: s.start)
        return before > 0 and self._spans[before - 1].overlaps(span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with what is known of it from outside the text."""

    text: str
    """Made once by the reader and never normalised afterwards: every offset counts its characters."""
    file: str = "-"
    """The path it was read from, as given; ``-`` for standard input."""
    sha256: str = ""
    """Of the bytes read, in hexadecimal."""
    title: str = ""
    """Given by the caller or by front matter; empty when only the text itself can tell."""
    date: dt.date | None = None
    """The document's own date where the caller or its metadata make it certain."""
    reader: str = "text 1"
    """The reader and its version, which say how offsets count."""
