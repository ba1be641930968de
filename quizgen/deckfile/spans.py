"""Where a card and its fields stand in a deck file's text, so that an edit touches nothing else."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from quizgen.deckfile.events import Mark, yaml_events
from quizgen.deckfile.format import Format
from quizgen.deckfile.jsonevents import json_events


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a card with its value; places count characters."""

    start: int
    """Where the key begins."""
    colon: int
    """After the key's colon."""
    end: int
    """After the value."""
    comments: tuple[str, ...]
    """Those that stand inside the value."""


@dataclass(frozen=True, slots=True)
class CardSpan:
    """One card in a text, or the deck's own keys."""

    start: int
    """Of its first key, or of its brace."""
    end: int
    """After its last value or brace; a comment behind it on the line is not in it."""
    column: int
    """In which its keys stand."""
    flow: bool
    """It stands in braces."""
    fields: dict[str, Field]
    """By key, in their order; empty for a card in braces, which is written anew as a whole."""
    comments: tuple[str, ...]
    """All that stand inside the card."""


def locate(text: str, places: Sequence[Mark], number: int, form: Format) -> CardSpan:
    """Where a card stands.

    Args:
        text: a deck file that loads, without a byte-order mark.
        places: where each of its cards begins.
        number: of the card, counted from 0.
        form: how the file is written.
    """
    at = places[number].index
    line = line_start(text, at)
    own_line = form == "yaml" and is_dashed(text, at)
    if own_line:
        last = number + 1 == len(places)
        end = len(text) if last else line_start(text, places[number + 1].index)
        events = yaml_events(text[line : max(end, at)].encode(), "")
        base = line
    else:
        events, base = _all_events(text, form), 0
    for event in events:
        if type(event) is MappingStartEvent and mark_of(event).index + base == at:
            return _card(text, _Reader(text, events, base), at, places[number].column, bool(event.flow_style))
    raise LookupError(number)  # the file loads, so that its cards are where they were found


def locate_deck(text: str) -> CardSpan:
    """Where a deck's own keys stand; in a YAML file that loads, without a byte-order mark."""
    events = _all_events(text, "yaml")
    start: Any = next(event for event in events if type(event) is MappingStartEvent)
    mark = mark_of(start)
    return _card(text, _Reader(text, events, 0), mark.index, mark.column, bool(start.flow_style))


def is_dashed(text: str, at: int) -> bool:
    """Whether what stands at a place is an item of a list that has its line to itself."""
    before = text[line_start(text, at) : at]
    return before.strip(" ") == "-" and before.endswith(" ")


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends, before its line break."""
    end = text.find("\n", at)
    if end < 0:
        return len(text)
    return end - 1 if end > at and text[end - 1] == "\r" else end


def _all_events(text: str, form: Format) -> Iterator[yaml.Event]:
    data = text.encode()
    return json_events(data, "") if form == "json" else yaml_events(data.removeprefix(codecs.BOM_UTF8), "")


def mark_of(event: Any) -> Mark:
    """Where an event begins."""
    mark: Mark = event.start_mark
    return mark


def _card(text: str, reader: _Reader, at: int, column: int, flow: bool) -> CardSpan:
    if flow:
        end = reader.close()
        inside = reader.comments(at, end) if reader.leaves else ()  # JSON has none, and tells no ends of texts
        return CardSpan(at, end, column, True, {}, inside)
    fields, end = {}, at
    while type(key := reader.next()) is not MappingEndEvent:
        start = mark_of(key).index + reader.base
        colon = text.index(":", reader.leaves[-1][1]) + 1
        first = len(reader.leaves)
        end = reader.value(colon)
        fields[key.value] = Field(start, colon, end, reader.comments(colon, end, first))
    return CardSpan(at, end, column, False, fields, reader.comments(at, end))


class _Reader:
    """Takes events, and remembers where the texts among them stand."""

    def __init__(self, text: str, events: Iterator[yaml.Event], base: int) -> None:
        self.text = text
        self.base = base
        self.leaves: list[tuple[int, int]] = []
        """Where each text begins and ends: what looks like a comment in it is none."""
        self._events = events

    def next(self) -> Any:
        """The next event."""
        event: Any = next(self._events)
        if type(event) is ScalarEvent and event.end_mark is not None:
            self.leaves.append(self._leaf(event))
        return event

    def value(self, empty: int) -> int:
        """Take the events of one value.

        Returns:
            where it ends; ``empty`` where nothing stands.
        """
        depth, end = 0, empty
        while True:
            event = self.next()
            depth += isinstance(event, SequenceStartEvent | MappingStartEvent)
            if isinstance(event, SequenceEndEvent | MappingEndEvent):
                depth -= 1
                mark = mark_of(event).index + self.base
                if self.text[mark : mark + 1] in ("]", "}"):
                    end = mark + 1
            elif type(event) is ScalarEvent and self.leaves[-1][1] > self.leaves[-1][0]:
                end = self.leaves[-1][1]
            if not depth:
                return end

    def close(self) -> int:
        """Take the events of a mapping in braces to its end; the place after it."""
        depth, end = 1, 0
        while depth:
            event = self.next()
            end = mark_of(event).index + self.base
            depth += isinstance(event, SequenceStartEvent | MappingStartEvent)
            depth -= isinstance(event, SequenceEndEvent | MappingEndEvent)
        return end + 1

    def comments(self, start: int, end: int, first: int = 0) -> tuple[str, ...]:
        """The comments between two places, where the texts from number ``first`` on have been taken."""
        found: list[str] = []
        at = start
        for leaf_start, leaf_end in (*self.leaves[first:], (end, end)):
            if leaf_start < start:
                continue
            found += _comments(self.text[at:leaf_start])
            if self.text[leaf_start : leaf_start + 1] in ("|", ">"):
                found += _comments(self.text[leaf_start : line_end(self.text, leaf_start)])
            at = max(at, leaf_end)
        return tuple(found)

    def _leaf(self, event: Any) -> tuple[int, int]:
        start, end = event.start_mark.index + self.base, event.end_mark.index + self.base
        if event.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip(" \r\n"))
        return start, end


def _comments(gap: str) -> Iterator[str]:
    """The comments in text that holds no values."""
    for line in gap.splitlines():
        if "#" in line:
            yield line[line.index("#") :].rstrip()
