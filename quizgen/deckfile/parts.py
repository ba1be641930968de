"""The mappings inside a deck file: a card's evidence, a deck's sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from yaml.events import MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from quizgen.deckfile.cursor import Cursor, Table
from quizgen.deckfile.values import date, require, sha256
from quizgen.model.card import Evidence
from quizgen.model.deck import Source

Part = TypeVar("Part")


def _one_or_more(
    cursor: Cursor, key: str, table: Table, make: Callable[[Cursor, Any, dict[str, Any]], Part]
) -> tuple[Part, ...]:
    event = cursor.advance()
    if type(event) is ScalarEvent and not cursor.scalar(event, key, "a mapping"):
        return ()
    if type(event) is not SequenceStartEvent:
        cursor.expect(MappingStartEvent, event, key, "a mapping or a list of them")
        return (make(cursor, event, cursor.fields(table, key)),)
    cursor.undecorated(event)
    made = []
    while type(event := cursor.advance()) is not SequenceEndEvent:
        cursor.expect(MappingStartEvent, event, f"an item of {key}", "a mapping")
        made.append(make(cursor, event, cursor.fields(table, key)))
    return tuple(made)


def evidence(cursor: Cursor, key: str) -> tuple[Evidence, ...]:
    return _one_or_more(cursor, key, _EVIDENCE, _make_evidence)


def _make_evidence(cursor: Cursor, event: Any, given: dict[str, Any]) -> Evidence:
    require(cursor, event, given, "evidence", "start", "end")
    if not given.get("quote"):
        raise cursor.fault(event, "evidence has no quote", "Add the source's text from start to end.")
    proof = Evidence(**given)
    start, end, length = proof.start, proof.end, len(proof.quote)
    if start >= end:
        raise cursor.fault(event, f"evidence must end after its start, not from {start} to {end}")
    if end - start != length:
        message = f"the quote has length {length}, but {start} to {end} has length {end - start}"
        raise cursor.fault(event, message, "The quote must be exactly the source's text from start to end.")
    return proof


def sources(cursor: Cursor, key: str) -> tuple[Source, ...]:
    return _one_or_more(cursor, key, _SOURCE, _make_source)


def _make_source(cursor: Cursor, event: Any, given: dict[str, Any]) -> Source:
    require(cursor, event, given, "a source", "file", "sha256")
    return Source(**given)


_EVIDENCE: Table = {
    "start": Cursor.number,
    "end": Cursor.number,
    "quote": Cursor.text,
    "page": Cursor.number,
    "time": Cursor.text,
    "source": Cursor.word,
}

_SOURCE: Table = {
    "file": Cursor.text,
    "sha256": sha256,
    "title": Cursor.text,
    "date": date,
    "reader": Cursor.text,
}
