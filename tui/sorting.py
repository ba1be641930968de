"""Which decks the home screen lists, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from tui.library import DeckFile
from tui.standing import Standings

ORDERS = ("as listed", "by what is due", "by title")


def arranged(files: Sequence[DeckFile], standings: Standings, order: str) -> Sequence[DeckFile]:
    """Deck files in an order.

    Args:
        files: as they are listed.
        standings: by deck id, of those that have been counted.
        order: one of `ORDERS`.
    """

    def due(file: DeckFile) -> int:
        standing = standings.get(file.deck.id) if file.deck else None
        return -(standing.counts.learning + standing.counts.due) if standing else 1

    if order == "by title":
        return sorted(files, key=lambda file: file.title.casefold())
    return sorted(files, key=due) if order == "by what is due" else files


def matching(files: Sequence[DeckFile], typed: str) -> Sequence[DeckFile]:
    """The deck files in whose title, name or folder all words stand that were typed."""
    words = typed.casefold().split()

    def searched(file: DeckFile) -> str:
        return f"{file.title} {file.file.parent.name}/{file.file.name}".casefold()

    return [file for file in files if all(word in searched(file) for word in words)] if words else files
