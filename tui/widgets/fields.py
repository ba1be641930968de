"""Fields of a card as text to be edited, and the card that edited texts make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quizgen.model.card import Card

FIELDS = {
    "question": "Question",
    "answer": "Answer",
    "context": "Occasion, shown above the question",
    "accept": "Other answers that count, one a line",
    "distractors": "Wrong choices, one a line",
    "note": "Note, shown after the answer",
    "tags": "Tags, one a line",
}
"""What can be edited, and what it is called."""

_LISTS = ("accept", "distractors", "tags")


def texts_of(card: Card) -> dict[str, str]:
    """Each field of a card as it is edited."""
    return {name: _text(getattr(card, name)) for name in FIELDS}


def card_of(card: Card, texts: Mapping[str, str]) -> Card:
    """The card with the fields whose texts were changed.

    Args:
        card: as it was.
        texts: each field as it was left.
    """
    before = texts_of(card)
    changed = {name: _value(name, text) for name, text in texts.items() if text != before[name]}
    return replace(card, **changed)  # type: ignore[arg-type]


def _text(value: str | tuple[str, ...] | None) -> str:
    return "\n".join(value) if isinstance(value, tuple) else value or ""


def _value(name: str, text: str) -> str | tuple[str, ...] | None:
    if name in _LISTS:
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    return text.strip() if name in ("question", "answer") else text.strip() or None
