"""Paragraphs, list items and headings of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_LINE = Pattern(r"[^\n]+")
_BULLET = Pattern(r"\s*(?:[-*•▪●–—]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)])\s+(?=\S)")
# An item inside a line, as when a list was flattened: "- One thing. - Another thing."
_INLINE_BULLET = Pattern(r"(?<=[.;:])\s+[-•]\s+(?=[A-Z“\"])")
_ENDS_SENTENCE = Pattern(r"[.!?:;…][\"'”’)\]]*\s*$")
_SHORT_NAME = Pattern(r"(?:[^\Wa-z][\w.&’'-]*[ ]){0,5}(?:(?:[A-Z]\.){2,}|Inc\.|Ltd\.|Co\.|Corp\.|Bros\.|Jr\.|Sr\.)")
"""A name alone whose stop is that of its abbreviation: "Tarn F.C.", no sentence."""
_HEADING_LENGTH, _TITLE_LENGTH = 120, 240
"""Characters of a heading, and of the one that opens a text, at the most."""
_WRAP_WIDTH = 100


class Paragraph(NamedTuple):
    """A run of text that belongs together."""

    span: Span
    heading: bool
    """A title line rather than prose: no sentence, but good for names."""


def split_paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of ``text`` in order: blocks between blank lines, list items apart."""
    for lines in _blocks(text):
        for start, end in _join_wrapped(text, lines):
            yield from _items(text, start, end)


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines of each block, as places in the text."""
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if match.group().isspace():
            continue
        if lines and match.start() > lines[-1][1] + 1:  # a blank line lies between
            yield lines
            lines = []
        lines.append(match.span())
    if lines:
        yield lines


def _join_wrapped(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join lines broken for their width; keep lines that are paragraphs by themselves apart."""
    long_lines = any(end - start > _WRAP_WIDTH for start, end in lines)
    start, end = lines[0]
    for following in lines[1:]:
        ended = _ENDS_SENTENCE.search(text, max(start, end - 6), end) is not None
        if _BULLET.match(text, *following) or (long_lines and (ended or end - start < _WRAP_WIDTH)):
            yield start, end
            start = following[0]
        end = following[1]
    yield start, end


def _items(text: str, start: int, end: int) -> Iterator[Paragraph]:
    if bullet := _BULLET.match(text, start, end):
        start = bullet.end()
    cuts = [m.span() for m in _INLINE_BULLET.finditer(text, start, end)]
    for item_start, item_end in zip([start, *(c[1] for c in cuts)], [*(c[0] for c in cuts), end], strict=True):
        span = _trimmed(text, item_start, item_end)
        if span.start < span.end:
            alone = not cuts and bullet is None
            opens = start <= _TITLE_LENGTH and not text[:start].strip()
            longest = _TITLE_LENGTH if opens else _HEADING_LENGTH
            short = span.end - span.start <= longest and "\n" not in span.of(text)
            ended = _ENDS_SENTENCE.search(text, span.end - 3, span.end) is not None
            named = ended and short and _SHORT_NAME.fullmatch(text, span.start, span.end) is not None
            yield Paragraph(span, alone and short and (not ended or named))


def _trimmed(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    return Span(start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip()))
