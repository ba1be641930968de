"""The bytes of a deck file as a stream of YAML events: no tree is built, and no scalar is given a type."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import Protocol

import yaml

from quizgen.deckfile.text import ILLEGAL_RAW, printable
from quizgen.errors import DeckError

MAX_BYTES = 96_000_000
"""A deck of 100,000 cards as `quizgen generate` writes them is well below it."""

MAX_EVENTS = 10_000_000
"""Bounds time and memory for files of many tiny values; a card has about 40."""

_CHUNK = 1 << 20
_TAG_DIRECTIVE = re.compile(rb"(?:\A|[\n\r\x85\xa8\xa9])%TAG")
"""The parser takes quadratic time over many of them; the last three bytes end YAML's other line breaks."""


class Mark(Protocol):
    """A place in a file; all three count from 0, in characters."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def place(name: str, mark: Mark) -> str:
    """``mark`` as people write it: ``file:line:column``, counted from 1."""
    return f"{printable(name)}:{mark.line + 1}:{mark.column + 1}"


def check_bytes(data: bytes, name: str) -> None:
    """Refuses what is too large, empty, not UTF-8, or holds control characters; in the memory of one chunk.

    Args:
        data: the file's bytes.
        name: the file's name for messages.

    Raises:
        DeckError: saying where the first such character stands.
    """
    if len(data) > MAX_BYTES:
        raise too_large(name)
    if not data.strip():
        raise DeckError("the file is empty", printable(name), "A deck begins with the line: quizgen: 1")
    decoder = codecs.getincrementaldecoder("utf-8")()
    column = 0
    for start in range(0, len(data), _CHUNK):
        chunk = data[start : start + _CHUNK]
        try:
            text = decoder.decode(chunk, final=start + _CHUNK >= len(data))
        except UnicodeDecodeError as error:
            where = f"{printable(name)}:{data.count(10, 0, start + error.start) + 1}"
            raise DeckError("the file is not UTF-8 text", where, "Save it with the encoding UTF-8.") from None
        if found := ILLEGAL_RAW.search(text):
            raise _control_character(found, name, data.count(10, 0, start), column)
        column = len(text) - text.rfind("\n") - 1 if "\n" in text else column + len(text)


def _control_character(found: re.Match[str], name: str, line: int, column: int) -> DeckError:
    before = found.string[: found.start()]
    line += before.count("\n")
    column = len(before) - before.rfind("\n") - 1 if "\n" in before else column + len(before)
    return DeckError(
        f"a control character stands here (U+{ord(found[0]):04X})",
        f"{printable(name)}:{line + 1}:{column + 1}",
        "Delete it: text in a deck is plain, without control characters or terminal escapes.",
    )


def too_large(name: str) -> DeckError:
    """The error for a file beyond the bounds."""
    return DeckError(
        "the file is too large for a deck",
        printable(name),
        f"A deck has at most {MAX_BYTES // 1_000_000} MB and {MAX_EVENTS // 1_000_000} million values.",
    )


def yaml_events(data: bytes, name: str) -> Iterator[yaml.Event]:
    """The events of YAML, from libyaml where PyYAML was built with it; at most ``MAX_EVENTS`` of them.

    Args:
        data: bytes that `check_bytes` has passed, without a byte-order mark.
        name: the file's name for messages.

    Raises:
        DeckError: for ``%TAG`` lines.
    """
    if found := _TAG_DIRECTIVE.search(data):
        where = f"{printable(name)}:{data.count(10, 0, found.end()) + 1}"
        raise DeckError("tag directives (%TAG) are not used in deck files", where, "Delete the line.")
    compiled = getattr(yaml, "CSafeLoader", None)
    events = iter(compiled(data).get_event, None) if compiled else _interpreted(data)
    return islice(events, MAX_EVENTS)


def _interpreted(data: bytes) -> Iterator[yaml.Event]:
    """The events of PyYAML's own parser, which lets an escape beyond Unicode through as a bare ValueError."""
    loader = yaml.SafeLoader(data)
    while True:
        try:
            event = loader.get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            mark = loader.get_mark()
            raise yaml.MarkedYAMLError(
                problem="found invalid Unicode character escape code", problem_mark=mark
            ) from None
        if event is None:
            return
        yield event


_HINTS = (
    ("tab", "Use spaces, not tabs, in front of a line."),
    ("'\\t'", "Use spaces, not tabs, in front of a line."),
    (
        "mapping values",
        "Put quotes around a text that holds a colon and a space, and check the line's indentation.",
    ),
    ("sequence entries", 'Put quotes around a text that begins with "- ", or give it a line of its own.'),
    ("cannot start any token", "Put quotes around a text that begins with @, %, or `."),
    ("escape", "In double quotes, write a backslash as \\\\, or use single quotes."),
    ("alphabetic or numeric", "Put quotes around a text that begins with * or &."),
    ("end of stream", "A closing quote is missing."),
    ("',' or ']'", "A closing ] is missing, or quotes around a text that holds one of [ ] { } ,"),
    ("',' or '}'", "A closing } is missing, or quotes around a text that holds one of [ ] { } ,"),
    (
        "did not find expected key",
        "Check the line's indentation, and that quotes stand around the whole text.",
    ),
    ("block end", "Check the line's indentation, and that quotes stand around the whole text."),
    ("':'", "Write the key, a colon and a space, then the value."),
)


def syntax_error(error: yaml.YAMLError, name: str) -> DeckError:
    """What the parser could not read, as an error for people."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None)
    hint = next((hint for part, hint in _HINTS if part in problem), "")
    where = place(name, mark) if mark else printable(name)
    return DeckError(f"this is not YAML as decks use it: {printable(problem)}", where, hint)
