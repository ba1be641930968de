"""A deck as plain mappings and lists, in the order of keys that the format gives; the absent is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizgen.deckfile.format import FORMAT, MAX_DEPTH, MAX_KEY, MERGE, OWN
from quizgen.deckfile.text import shown
from quizgen.deckfile.values import is_date
from quizgen.errors import DeckError
from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")


class Bare(str):
    """Text that stands without quotes, though another reader sees more than text in it: a date."""

    __slots__ = ()


def deck_fields(deck: Deck) -> dict[str, object]:
    """All of a deck but its cards."""
    sources = [_source_fields(source) for source in deck.sources]
    fields: dict[str, object] = {
        "quizgen": FORMAT,
        "id": deck.id,
        "title": deck.title,
        "language": deck.language,
        "description": deck.description,
        "source": sources[0] if len(sources) == 1 else sources,
    }
    return _present(fields) | _own(deck.extra)


def card_fields(card: Card) -> dict[str, object]:
    """One card."""
    fields: dict[str, object] = {
        "id": card.id,
        "fact": card.fact,
        "kind": card.kind,
        "context": card.context,
        "question": card.question,
        "answer": card.answer,
        "value": _machine(card.value),
        "accept": card.accept,
        "distractors": card.distractors,
        "evidence": [_evidence_fields(evidence) for evidence in card.evidence],
        "derived": card.derived,
        "note": card.note,
        "tags": card.tags,
        "suspended": card.suspended,
        "retired": card.retired,
    }
    return _present(fields) | _own(card.extra) if card.extra else _present(fields)


def _source_fields(source: Source) -> dict[str, object]:
    fields: dict[str, object] = {
        "file": source.file,
        "sha256": source.sha256,
        "title": source.title,
        "date": _machine(source.date),
        "reader": source.reader,
    }
    return _present(fields)


def _evidence_fields(evidence: Evidence) -> dict[str, object]:
    fields: dict[str, object] = {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}
    further = {"page": evidence.page, "time": evidence.time, "source": evidence.source}
    return fields | {key: value for key, value in further.items() if value is not None}


def _present(fields: dict[str, object]) -> dict[str, object]:
    """Without absent texts, empty lists, and what is not so."""
    return {key: value for key, value in fields.items() if value or (value == 0 and value is not False)}


def _machine(value: str | None) -> int | str | None:
    """A canonical integer as a number, a date without quotes, anything else as text."""
    if value is None:
        return None
    if _INTEGER.fullmatch(value):
        return int(value)
    month_known = len(value) > len("2021")  # a bare year such as 0127 would be an octal number
    return Bare(value) if month_known and is_date(value) else value


def _own(extra: Mapping[str, object]) -> dict[str, object]:
    """Keys of one's own, checked to be what a deck file can hold.

    Raises:
        DeckError: for a key without its prefix, or anything but text, lists and mappings of text.
    """
    for key, value in extra.items():
        if not key.startswith(OWN):
            raise DeckError(f"a key of one's own begins with {OWN}, not {shown(key)}")
        _check_own(key, {key: value}, -1)
    return dict(extra)


def _check_own(key: str, value: object, depth: int) -> None:
    if isinstance(value, str):
        return
    if depth >= MAX_DEPTH:
        raise DeckError(f"{shown(key)} nests more than {MAX_DEPTH} lists and mappings")
    if isinstance(value, dict):
        if not all(isinstance(name, str) and len(name) <= MAX_KEY and name != MERGE for name in value):
            raise DeckError(f"{shown(key)} holds a key that is {MERGE}, or no text of at most {MAX_KEY} characters")
        value = list(value.values())
    if not isinstance(value, list):
        raise DeckError(f"{shown(key)} holds {type(value).__name__}, not text, a list or a mapping")
    for item in value:
        _check_own(key, item, depth + 1)
