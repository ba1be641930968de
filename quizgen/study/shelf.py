"""The decks that are open, each under its own id."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quizgen.errors import DeckError
from quizgen.model.deck import Deck


class OpenDeck(NamedTuple):
    """A deck and the file it was read from."""

    deck: Deck
    file: Path


def shelve(decks: Iterable[OpenDeck]) -> dict[str, OpenDeck]:
    """Decks by their ids, in the order given; one file given twice counts once.

    Raises:
        DeckError: if two files hold decks of one id, naming both.
    """
    shelf: dict[str, OpenDeck] = {}
    for opened in decks:
        other = shelf.setdefault(opened.deck.id, opened)
        if other.file.resolve() != opened.file.resolve():
            raise DeckError(
                f"two open decks have the id {opened.deck.id!r}: {other.file} and {opened.file}",
                str(opened.file),
                "Give one of them another id, or open one at a time; progress belongs to the id.",
            )
    return shelf
