"""How many reviews are due on each study day, over all decks: what an interval is balanced by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from quizgen.model.review import CardState, Phase

_ALL = """
SELECT due_day, count(*) FROM card INDEXED BY card_due WHERE phase = 2 AND suspended = 0 GROUP BY deck, due_day
"""


class Dues:
    """Counted once, and kept up as long as this program alone writes; each look at an answer asks for many days.

    Args:
        query: gives the rows of a statement on the progress file.
    """

    def __init__(self, query: Callable[[str], list[tuple[Any, ...]]]) -> None:
        self._query = query
        self._counts: Counter[int | None] | None = None
        self._version = 0

    def between(self, first: int, last: int, version: int) -> Mapping[int, int]:
        """The days from the first to the last on which reviews are due, and how many.

        Args:
            first, last: study days.
            version: another one where another program has written.
        """
        if self._counts is None or self._version != version:
            counts: Counter[int | None] = Counter()
            for day, cards in self._query(_ALL):
                counts[day] += cards
            self._counts, self._version = counts, version
        known = self._counts
        return {day: known[day] for day in range(first, last + 1) if known[day]}

    def move(self, before: CardState, after: CardState) -> None:
        """Take a card from the day it was due on to that on which it now is."""
        for state, number in ((before, -1), (after, 1)):
            if self._counts is not None and _due(state):
                self._counts[state.due_day] += number

    def forget(self) -> None:
        """Count again when asked: many cards have changed."""
        self._counts = None


def _due(state: CardState) -> bool:
    """Whether a card is due for review on some day."""
    return state.phase is Phase.REVIEW and not state.suspended
