"""Cards put into and taken out of the list of cards in a deck file's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from quizgen.deckfile.dump import on_line, rows_of
from quizgen.deckfile.events import yaml_events
from quizgen.deckfile.format import Format
from quizgen.deckfile.jsonevents import json_events
from quizgen.deckfile.plain import card_fields
from quizgen.deckfile.schema import Loaded
from quizgen.deckfile.spans import is_dashed, line_end, line_start, locate, mark_of
from quizgen.deckfile.splice import Splice
from quizgen.model.card import Card


def removed(text: str, loaded: Loaded, number: int, form: Format) -> Splice:
    """Takes a card out: its lines with the blank ones before it, or in brackets what stands up to a comma."""
    span = locate(text, loaded.places, number, form)
    if form == "yaml" and is_dashed(text, span.start):
        start, end = line_start(text, span.start), line_end(text, span.end)
        before = text[:start].rstrip(" \r\n")
        blank = line_end(text, len(before))
        return Splice(blank if start else 0, end, "")
    if number + 1 < len(loaded.places):
        return Splice(span.start, loaded.places[number + 1].index, "")
    if number:
        return Splice(locate(text, loaded.places, number - 1, form).end, span.end, "")
    return Splice(span.start, span.end, "")


def added(text: str, loaded: Loaded, number: int, cards: Sequence[Card], form: Format) -> list[Splice]:
    """Puts cards behind so many of the file's."""
    if not loaded.places:
        return [_first(text, cards, form)]
    span = locate(text, loaded.places, max(0, number - 1), form)
    if form == "json" or not is_dashed(text, span.start):
        lines = [on_line(card_fields(card)) for card in cards]
        at = span.end if number else span.start
        return [Splice(at, at, "".join(f",\n{line}" if number else f"{line},\n" for line in lines))]
    at = line_end(text, span.end if number else _cards_key(text, form)[1])
    line = text[line_start(text, span.start) : span.start]
    return [Splice(at, at, _items(cards, line[: line.index("-")]))]


def _items(cards: Sequence[Card], indent: str) -> str:
    return "".join(f"\n\n{indent}- {rows_of(card_fields(card), f'{indent}  ')}" for card in cards)


def _first(text: str, cards: Sequence[Card], form: Format) -> Splice:
    """Cards for a deck that has none: in the place of its empty list, or at its end."""
    flow, colon = _cards_key(text, form)
    lines = ",\n".join(on_line(card_fields(card)) for card in cards)
    if flow and not colon:
        brace = text.rindex("}")
        return Splice(brace, brace, f', "cards": [\n{lines}\n]')
    if colon:
        nothing = _NOTHING.match(text, colon)
        return Splice(colon, nothing.end() if nothing else colon, f" [\n{lines}\n]" if flow else _items(cards, ""))
    ending = "" if text.endswith("\n") else "\n"
    return Splice(len(text), len(text), f"{ending}cards:{_items(cards, '')}\n")


_NOTHING = re.compile(r"""[ \t]*(?:\[\s*\]|null|""|'')?""")
"""How a list without cards is written."""


def _cards_key(text: str, form: Format) -> tuple[bool, int]:
    """Whether the deck stands in braces, and where the colon of its key ``cards`` ends; 0 where it has none."""
    data, depth, texts, flow = text.encode(), 0, 0, False
    for event in json_events(data, "") if form == "json" else yaml_events(data, ""):
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            flow = flow or (not depth and bool(event.flow_style))
            depth += 1
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            depth -= 1
            texts += depth == 1
        elif depth == 1 and isinstance(event, ScalarEvent):
            if texts % 2 == 0 and event.value == "cards":
                return flow, text.index(":", mark_of(event).index) + 1
            texts += 1
    return flow, 0
