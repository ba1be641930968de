"""Decks written: the canonical form of a deck file, in YAML and in JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from quizgen.deckfile.format import Format
from quizgen.deckfile.plain import Bare, card_fields, deck_fields
from quizgen.deckfile.scalars import in_flow, in_json, in_lines
from quizgen.model.deck import Deck

_WIDTH = 100
"""A list that fits into so many characters stands on one line."""


def dump_deck(deck: Deck, form: Format = "yaml") -> bytes:
    """The deck file of ``deck``: UTF-8, LF, the same bytes for the same deck.

    Args:
        deck: any deck whose texts a deck may hold.
        form: ``yaml`` or ``json``.

    Raises:
        DeckError: for a control character in a text, or a value that is no text under a key of one's own.
    """
    return "".join(_json(deck) if form == "json" else _yaml(deck)).encode()


def _yaml(deck: Deck) -> Iterator[str]:
    for entry in _entries(deck_fields(deck), ""):
        yield f"{entry}\n"
    yield "cards:\n" if deck.cards else "cards: []\n"
    for card in deck.cards:
        yield f"\n- {rows_of(card_fields(card), '  ')}\n"


def rows_of(fields: dict[str, Any], indent: str) -> str:
    """A mapping of which the first line stands behind ``indent`` already."""
    return f"\n{indent}".join(_entries(fields, indent))


def _entries(fields: dict[str, Any], indent: str) -> Iterable[str]:
    return (entry(key, value, indent) for key, value in fields.items())


def entry(key: str, value: Any, indent: str) -> str:
    """A key with its value, at ``indent``."""
    return f"{_key(key)}:{value_of(value, indent)}"


_key = lru_cache(maxsize=256)(in_flow)
"""Keys are few, and written again and again."""


def value_of(value: Any, indent: str) -> str:
    """A value behind its colon or dash, which stands at ``indent``, with the space or line feed before it."""
    if type(value) is str:
        return f" {in_lines(value, indent + '  ')}"
    if isinstance(value, bool):
        return " true" if value else " false"
    if isinstance(value, int | Bare):
        return f" {value}"
    if not value:
        return " {}" if isinstance(value, dict) else " []"
    if isinstance(value, dict):
        return f"\n{indent}  {rows_of(value, indent + '  ')}"
    return _list(value, indent)


def _list(items: Iterable[Any], indent: str) -> str:
    """Items on one line where all are texts and fit, otherwise one below the other."""
    if all(isinstance(item, str) for item in items):
        line = ", ".join(map(in_flow, items))
        if len(line) <= _WIDTH:
            return f" [{line}]"
    return "".join(f"\n{indent}-{_item(item, indent)}" for item in items)


def _item(item: Any, indent: str) -> str:
    if item and isinstance(item, dict):
        return f" {rows_of(item, indent + '  ')}"
    return value_of(item, f"{indent}  " if isinstance(item, list) else indent)


def _json(deck: Deck) -> Iterator[str]:
    """One line for each key of the deck, and one for each card."""
    yield "{\n" + "".join(f"{in_json(key)}: {on_line(value)},\n" for key, value in deck_fields(deck).items())
    yield '"cards": ['
    yield ",".join(f"\n{on_line(card_fields(card))}" for card in deck.cards)
    yield "\n]\n}\n" if deck.cards else "]\n}\n"


def on_line(value: Any) -> str:
    """A value as JSON on one line."""
    if isinstance(value, str):
        return in_json(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{in_json(key)}: {on_line(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(on_line, value)) + "]"
