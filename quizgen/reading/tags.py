"""Text without HTML tags, in one pass however the tags are broken."""

from __future__ import annotations

import html
from collections.abc import Iterator

_SILENT = ("script", "style")
"""Elements whose content is nothing a reader sees."""


def without_tags(source: str) -> str:
    """What ``source``, a piece of HTML, says to a reader; each tag becomes a space."""
    words = " ".join(filter(None, (piece.strip() for piece in _pieces(source))))
    return html.unescape(words).replace("\r", " ")


def _pieces(source: str) -> Iterator[str]:
    """The text between tags and comments; a tag that is never closed reaches to the end."""
    at = 0
    while (tag := source.find("<", at)) >= 0:
        yield source[at:tag]
        at = _after(source, tag)
    yield source[at:]


def _after(source: str, tag: int) -> int:
    """Where the tag or comment ends that begins at ``tag``, with the content where that is silent."""
    if source.startswith("<!--", tag):
        return _past(source, "-->", tag + 4)
    name = source[tag + 1 : tag + 7].lower()
    for silent in _SILENT:
        if name.startswith(silent):
            return _past(source, ">", _past(source, f"</{silent}", tag + 1))
    return _past(source, ">", tag)


def _past(source: str, end: str, start: int) -> int:
    found = source.find(end, start)
    return len(source) if found < 0 else found + len(end)
