"""What quizgen wrote into a deck, so that a later run can tell what its maker changed or deleted since.

The deck keeps it under a key of its own, some twenty characters a card: which card, its words, its proof.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quizgen.model.card import Card

KEY = "x-generated"
"""Where a deck file holds the record. Without it every card counts as its maker's own."""

_NAME, _PART = 8, 6
"""Hexadecimal digits for a card's id, and for each of its two parts."""

_A_LINE = 4


class Prints(NamedTuple):
    """What a card looked like when quizgen wrote it; each a few digits of a hash."""

    words: str
    """Of all that the generator gives a card but its evidence. Tags, suspension and own keys are the maker's."""
    proof: str
    """Of the quotes, wherever they stand."""


Record = dict[str, Prints]
"""By `name_of` a card's id."""


def name_of(card_id: str) -> str:
    """What the record calls a card."""
    return _digest((card_id,), _NAME)


def prints_of(card: Card) -> Prints:
    """What a card looks like."""
    marks = ("derived" if card.derived else None, "retired" if card.retired else None)
    words = (card.fact, card.kind, card.context, card.question, card.answer, card.value, card.note)
    lists = (*card.accept, "", *card.distractors)
    proof = [part for place in card.evidence for part in (place.quote, str(place.page or ""), place.time)]
    return Prints(_digest((*words, *marks, *lists), _PART), _digest(proof, _PART))


def record_of(cards: Iterable[Card]) -> Record:
    """The record of cards as they are."""
    return {name_of(card.id): prints_of(card) for card in cards}


def read_record(extra: Mapping[str, object]) -> Record:
    """The record among a deck's own keys; what does not read as one there is passed over."""
    return dict(_entries(extra.get(KEY)))


def written(record: Record) -> dict[str, object]:
    """The record as a deck's own key."""
    entries = [f"{name}{prints.words}{prints.proof}" for name, prints in record.items()]
    lines = [" ".join(entries[start : start + _A_LINE]) for start in range(0, len(entries), _A_LINE)]
    return {KEY: lines} if lines else {}


def _entries(lines: object) -> Iterator[tuple[str, Prints]]:
    for line in lines if isinstance(lines, list) else ():
        for entry in line.split() if isinstance(line, str) else ():
            if len(entry) == _NAME + 2 * _PART:
                yield entry[:_NAME], Prints(entry[_NAME:-_PART], entry[-_PART:])


def _digest(parts: Iterable[str | None], digits: int) -> str:
    return hashlib.sha256("\0".join(part or "" for part in parts).encode()).hexdigest()[:digits]
