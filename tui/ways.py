"""How each deck of a session is asked."""

from __future__ import annotations

from quizgen.model.review import Mode
from quizgen.study.session import Shown
from quizgen.study.ways import Way, keep_way, kept_ways, mode_for, next_way
from tui.desk import Desk


class Ways:
    """The ways of asking, kept per deck; what was demanded for this run stands until another is chosen.

    Args:
        desk: progress and settings.
    """

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._usual = Way((desk.demanded or desk.settings.mode).value)
        self._ways = {} if desk.demanded else dict(kept_ways(desk.store))

    def of(self, deck: str) -> Way:
        """How a deck is asked."""
        return self._ways.get(deck, self._usual)

    def mode(self, shown: Shown) -> Mode:
        """How a card is asked."""
        return mode_for(self.of(shown.deck.id), shown.state)

    def turn(self, deck: str) -> Way:
        """Ask a deck in the next way, and keep that; raises ProgressError where it cannot be written."""
        way = next_way(self.of(deck))
        keep_way(self._store, deck, way)
        self._ways[deck] = way
        return way


NAMES = {Way.FLIP: "flip", Way.TYPED: "type", Way.CHOICE: "choose", Way.MIXED: "mix"}
"""What the key that asks so is called."""
