"""The orders in which the home screen lists decks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.library import DeckFile
from tui.standing import Standing

ORDERS = ("as listed", "by what is due", "by title")


def arranged(files: Sequence[DeckFile], standings: Mapping[str, Standing], order: str) -> Sequence[DeckFile]:
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
