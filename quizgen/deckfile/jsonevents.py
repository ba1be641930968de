"""JSON as the stream of events that YAML gives, so that one schema reads both and names lines and columns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from quizgen.deckfile.events import MAX_EVENTS, place
from quizgen.errors import DeckError

_SPACE = re.compile(r"[ \t\n\r]*")
_BARE = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null")


class JsonMark:
    """A place in the text; line and column are counted only when a message asks for them."""

    __slots__ = ("index", "text")

    def __init__(self, text: str, index: int) -> None:
        self.text = text
        self.index = index

    @property
    def line(self) -> int:
        """Counted from 0."""
        return self.text.count("\n", 0, self.index)

    @property
    def column(self) -> int:
        """Counted from 0, in characters."""
        return self.index - self.text.rfind("\n", 0, self.index) - 1


def json_events(data: bytes, name: str) -> Iterator[yaml.Event]:
    """The events of a JSON text, at most ``MAX_EVENTS`` of them.

    Args:
        data: bytes that `check_bytes` has passed, without a byte-order mark.
        name: the file's name for messages.

    Raises:
        DeckError: where the text is not JSON, as the events are taken.
    """
    return islice(_Tokens(data.decode(), name).events(), MAX_EVENTS)


class _Tokens:
    """One pass over the text; ``at`` is the place of the next token."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.at = 0
        self.skip(0)

    def skip(self, to: int) -> None:
        """Moves to the first character that is no white space at or after ``to``."""
        found = _SPACE.match(self.text, to)
        self.at = found.end() if found else to

    def next(self) -> str:
        """The character at hand; empty at the end."""
        return self.text[self.at : self.at + 1]

    def events(self) -> Iterator[yaml.Event]:
        """What a YAML parser would give for the same text."""
        yield yaml.StreamStartEvent()
        yield yaml.DocumentStartEvent()
        yield from self.values()
        if self.next():
            raise self.fault("the end of the file")
        yield yaml.DocumentEndEvent()
        yield yaml.StreamEndEvent()

    def values(self) -> Iterator[yaml.Event]:
        """One value with all that stands in it, without recursion: nesting is the reader's to bound."""
        open_with: list[str] = []
        while True:
            if self.next() in ("{", "["):
                open_with.append(self.next())
                yield self.opening()
                if self.next() not in ("}", "]"):
                    if open_with[-1] == "{":
                        yield self.key()
                    continue
            else:
                yield self.scalar()
            while open_with and self.next() == _CLOSING[open_with[-1]]:
                open_with.pop()
                yield self.closing()
            if not open_with:
                return
            self.expect(",", f'"," or "{_CLOSING[open_with[-1]]}"')
            if open_with[-1] == "{":
                yield self.key()

    def opening(self) -> yaml.Event:
        """The bracket at hand, which opens a mapping or a list."""
        kind = MappingStartEvent if self.next() == "{" else SequenceStartEvent
        event = kind(None, None, True, self.mark(), None, True)
        self.skip(self.at + 1)
        return event

    def closing(self) -> yaml.Event:
        """The bracket at hand, which closes one."""
        kind = MappingEndEvent if self.next() == "}" else SequenceEndEvent
        event = kind(self.mark(), None)
        self.skip(self.at + 1)
        return event

    def key(self) -> yaml.Event:
        """A key and its colon."""
        if self.next() != '"':
            raise self.fault("a key in double quotes")
        event = self.scalar()
        self.expect(":", '":"')
        return event

    def scalar(self) -> yaml.Event:
        """A string, or a bare word or number as it is written; ``null`` is an empty value, as in YAML."""
        mark = self.mark()
        if self.next() == '"':
            try:
                value, end = scanstring(self.text, self.at + 1, True)
            except json.JSONDecodeError as error:
                self.at = error.pos
                raise self.fault("a string without control characters or unknown escapes, closed by a quote") from None
            style = '"'
        else:
            found = _BARE.match(self.text, self.at)
            if found is None:
                raise self.fault("a value")
            value, end, style = found[0], found.end(), ""
        self.skip(end)
        return ScalarEvent(None, None, (True, True), "" if (value, style) == ("null", "") else value, mark, None, style)

    def expect(self, character: str, called: str) -> None:
        """Passes over ``character``."""
        if self.next() != character:
            raise self.fault(called)
        self.skip(self.at + 1)

    def mark(self) -> Any:
        """Where the token at hand begins."""
        return JsonMark(self.text, self.at)

    def fault(self, expected: str) -> DeckError:
        """The error for anything but what was expected here."""
        return DeckError(f"this is not JSON: expected {expected}", place(self.name, self.mark()))


_CLOSING = {"{": "}", "[": "]"}
