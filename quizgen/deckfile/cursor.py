"""Values of the schema's types from a stream of YAML events, with errors that say where and how to mend."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quizgen.deckfile.events import place
from quizgen.deckfile.format import MAX_DEPTH, MAX_KEY, MERGE, OWN
from quizgen.deckfile.text import printable, shown
from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.model.characters import ILLEGAL

MAX_DIGITS = 15
"""Of a whole number: what every reader of JSON and YAML holds exactly."""

Table = Mapping[str, Callable[["Cursor", str], Any]]
"""The keys a mapping may have, each with the method that reads its value."""

Take = Callable[[int, Card], None]
"""Given a card with its number, counted from 0, as soon as its id is known: in order, but for those without one."""

_STANDS = {
    ScalarEvent: "text",
    SequenceStartEvent: "a list",
    MappingStartEvent: "a mapping",
    SequenceEndEvent: "nothing",
    MappingEndEvent: "nothing",
}


class Faults:
    """Collects what is wrong with cards, so that reading can go on behind each."""

    def __init__(self) -> None:
        self.found: list[DeckError] = []
        self.depth = 0
        """How many lists and mappings have begun that have not ended."""

    def following(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        """The events, counted as they go by."""
        for event in events:
            self.depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            yield event


class Cursor:
    """The place reached in one file's events; every method takes the events of one value."""

    __slots__ = ("advance", "faults", "name", "take")

    def __init__(self, events: Iterator[yaml.Event], name: str, take: Take, faults: Faults | None = None) -> None:
        self.name = name
        self.take = take
        self.faults = faults
        self.advance: Callable[[], Any] = (faults.following(events) if faults else events).__next__

    def text(self, key: str) -> str | None:
        """Text as it is written; None where nothing is."""
        return self.scalar(self.advance(), key, "text") or None

    def word(self, key: str) -> str | None:
        """Text that many cards share, held in memory once."""
        value = self.scalar(self.advance(), key, "text")
        return sys.intern(value) if value else None

    def number(self, key: str) -> int:
        """A whole number of 0 or more."""
        event = self.advance()
        value = self.scalar(event, key, "a whole number")
        if not (value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS):
            raise self.fault(event, f"{key} must be a whole number, not {shown(value)}")
        return int(value)

    def flag(self, key: str) -> bool:
        """Yes or no, written ``true`` or ``false``."""
        event = self.advance()
        value = self.scalar(event, key, "true or false")
        if value not in ("true", "false"):
            raise self.fault(event, f"{key} must be true or false, not {shown(value)}")
        return value == "true"

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them empty; nothing at all is an empty list."""
        event = self.advance()
        if type(event) is ScalarEvent and not self.scalar(event, key, "a list"):
            return ()
        self.expect(SequenceStartEvent, event, key, "a list", f"Write it in brackets: {key}: [one, another]")
        items = []
        while type(event := self.advance()) is not SequenceEndEvent:
            value = self.scalar(event, f"an item of {key}", "text")
            if not value.strip():
                raise self.fault(event, f"an item of {key} is empty", "Delete it, or write its text.")
            items.append(value)
        return tuple(items)

    def anything(self, key: str) -> object:
        """A value under a key of one's own: text, or lists and mappings of it."""
        return self._anything(self.advance(), key, 0)

    def _anything(self, event: Any, key: str, depth: int) -> object:
        if type(event) is ScalarEvent:
            return self.scalar(event, key, "text")
        if depth == MAX_DEPTH:
            raise self.fault(event, f"{key} nests more than {MAX_DEPTH} lists and mappings")
        if type(event) is SequenceStartEvent:
            self.undecorated(event)
            items = []
            while type(event := self.advance()) is not SequenceEndEvent:
                items.append(self._anything(event, key, depth + 1))
            return items
        self.expect(MappingStartEvent, event, key, "a value")
        entries: dict[str, object] = {}
        while type(event := self.advance()) is not MappingEndEvent:
            name = self.own_key(event, entries)
            entries[name] = self._anything(self.advance(), key, depth + 1)
        return entries

    def fields(self, table: Table, owner: str) -> dict[str, Any]:
        """The entries of a mapping that has begun, each read as ``table`` says; one's own under ``extra``.

        Args:
            table: the known keys; one's own are taken where ``OWN`` is among them.
            owner: what the mapping is, for messages: "a card".
        """
        advance, given = self.advance, dict[str, Any]()
        while type(event := advance()) is not MappingEndEvent:
            key = event.value if type(event) is ScalarEvent else ""
            read = table.get(key)
            if read is None or key == OWN:
                self._own_field(event, given, table, owner)
                continue
            if event.anchor is not None or event.tag is not None:
                self.undecorated(event)
            if key in given:
                raise self.repeated(event)
            given[key] = read(self, key)
        return given

    def _own_field(self, event: Any, given: dict[str, Any], table: Table, owner: str) -> None:
        key = self.scalar(event, "a key", "text")
        if key != MERGE and not (key.startswith(OWN) and OWN in table):
            raise self.unknown(event, table, owner)
        extra = given.setdefault("extra", {})
        key = self.own_key(event, extra)
        extra[key] = table[OWN](self, key)

    def own_key(self, event: Any, taken: Mapping[str, object]) -> str:
        """A key that is no part of the schema, checked to be new, short and no merge key."""
        key = self.scalar(event, "a key", "text")
        if len(key) > MAX_KEY:
            raise self.fault(event, f"the key {shown(key)} is longer than {MAX_KEY} characters")
        if key == MERGE:
            raise self.fault(event, f"merge keys ({MERGE}) are not used in deck files", "Write the keys out.")
        if key in taken:
            raise self.repeated(event)
        return key

    def scalar(self, event: Any, what: str, expected: str) -> str:
        """The text of ``event``, checked to be a plain text without anchor, tag or control character."""
        if type(event) is not ScalarEvent or event.anchor is not None or event.tag is not None:
            self.expect(ScalarEvent, event, what, expected)
        value: str = event.value
        if event.style == '"' and ILLEGAL.search(value):
            hint = "Delete it: text in a deck is plain, without control characters or terminal escapes."
            raise self.fault(event, f"{what} holds a control character", hint)
        return value

    def expect(self, kind: type, event: Any, what: str, expected: str, hint: str = "") -> None:
        """Raises unless ``event`` is of the kind wanted, without anchor or tag."""
        self.undecorated(event)
        if type(event) is kind:
            return
        if kind is ScalarEvent and getattr(event, "flow_style", False):
            hint = "Put quotes around a text that begins with [ or {."
        raise self.fault(event, f"{what} must be {expected}, not {_STANDS[type(event)]}", hint)

    def undecorated(self, event: Any) -> None:
        """Raises for what makes one part of a file stand for another, or for more than text."""
        if type(event) is AliasEvent:
            hint = "Put quotes around a text that begins with *."
            raise self.fault(event, "aliases (*name) are not used in deck files", hint)
        if event.anchor is not None:
            hint = "Put quotes around a text that begins with &."
            raise self.fault(event, "anchors (&name) are not used in deck files", hint)
        if event.tag is not None:
            hint = "Put quotes around a text that begins with !."
            raise self.fault(event, "tags (!name) are not used in deck files", hint)

    def repeated(self, event: Any) -> DeckError:
        """The error for a key given twice."""
        return self.fault(event, f"the key {shown(event.value)} stands here twice", "Keep one of the two.")

    def unknown(self, event: Any, table: Table, owner: str) -> DeckError:
        """The error for a key that is not in the table, with the nearest one that is."""
        known = [key for key in table if key != OWN]
        own = f" Keys of your own begin with {OWN}." if OWN in table else ""
        near = difflib.get_close_matches(event.value[:MAX_KEY].lower(), known, n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]}?" if near else f"Known keys: {', '.join(known)}."
        return self.fault(event, f"{owner} has no key {shown(event.value)}", hint + own)

    def fault(self, event: Any, message: str, hint: str = "") -> DeckError:
        """The error for what stands at ``event``."""
        return DeckError(printable(message), place(self.name, event.start_mark), hint)
