"""Decks and cards as rows of the library."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source
from quizgen.study.members import answer_hash

CARD_COLUMNS = "card.id, card.fact, card.kind, card.question, card.answer, card.tags, body.rest"
INSERT_CARD = "INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
INSERT_BODY = "INSERT INTO body VALUES (?, ?)"

TAG = "\x1f"
"""Stands before each tag in what is searched; no text of a deck may hold it."""

_TEXTS = ("context", "value", "note")
_MARKS = ("derived", "suspended", "retired")
_LISTS = ("accept", "distractors")


def card_row(position: int, row: int, card: Card) -> tuple[object, ...]:
    """The values for ``INSERT_CARD``."""
    tags = "".join(TAG + tag for tag in card.tags)
    hidden = card.suspended or card.retired
    return (
        position,
        row,
        card.id,
        card.fact,
        card.kind,
        hidden,
        answer_hash(card),
        card.question,
        card.answer,
        json.dumps(card.tags, ensure_ascii=False) if tags else "",
        " ".join(f"{card.question} {card.answer} {card.context or ''}".split()).casefold() + tags.casefold(),
    )


def body_row(position: int, card: Card) -> tuple[int, str]:
    """The values for ``INSERT_BODY``: what is only read when the card is shown."""
    rest: dict[str, Any] = {
        name: value for name in (*_TEXTS, *_MARKS, *_LISTS) if (value := getattr(card, name)) or value == ""
    }
    if card.evidence:
        rest["evidence"] = [[e.start, e.end, e.quote, e.page, e.time, e.source] for e in card.evidence]
    if card.extra:
        rest["extra"] = card.extra
    return position, json.dumps(rest, ensure_ascii=False)


def card_from(row: Sequence[Any]) -> Card:
    """The card of a row of ``CARD_COLUMNS``."""
    name, fact, kind, question, answer, tags, body = row
    rest = json.loads(body)
    rest |= {key: tuple(rest[key]) for key in _LISTS if key in rest}
    if "evidence" in rest:
        rest["evidence"] = tuple(Evidence(*place) for place in rest["evidence"])
    return Card(id=name, fact=fact, kind=kind, question=question, answer=answer, tags=tags_from(tags), **rest)


def tags_from(written: str) -> tuple[str, ...]:
    """The tags as a column keeps them."""
    return tuple(json.loads(written)) if written else ()


def deck_rest(deck: Deck) -> str:
    """What a deck has beside its id, title and cards."""
    return json.dumps(
        {
            "language": deck.language,
            "description": deck.description,
            "sources": [asdict(source) for source in deck.sources],
            "extra": deck.extra,
        },
        ensure_ascii=False,
    )


def deck_from(name: str, title: str, rest: str, cards: Sequence[Card]) -> Deck:
    """The deck of a row."""
    values = json.loads(rest)
    values["sources"] = tuple(Source(**source) for source in values["sources"])
    return Deck(id=name, title=title, cards=cards, **values)
