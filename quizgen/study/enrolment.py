"""Which cards can be shown: the members of the decks that are open, held in memory for one connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from quizgen.model.deck import Deck
from quizgen.study.database import told
from quizgen.study.members import CardsById, members

_BATCH = 1000
"""Cards enrolled at once."""
_AMEND = (
    "INSERT INTO member SELECT max(coalesce(max(position), ?1), ?1) + 1, ?3, ?4, ?5 FROM member "
    "WHERE position BETWEEN ?1 AND ?2 ON CONFLICT (deck, card) DO UPDATE SET fact = excluded.fact"
)
_FIRST_NEW = """
SELECT m.position FROM member AS m LEFT JOIN card AS c ON c.deck = m.deck AND c.card = m.card
WHERE m.position BETWEEN ? AND ? AND coalesce(c.phase, 0) = 0 ORDER BY m.position LIMIT 1
"""


class Enrolment:
    """The decks enrolled on a connection, each with a place of its own among all positions."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file
        self._places: dict[str, int] = {}
        self._enrolled: dict[str, object] = {}
        """The deck enrolled under an id, or a token of whoever is about it."""
        self._new: dict[str, tuple[object, int]] = {}
        """Where a deck's new cards begin, and the version of the states for which that holds."""

    def enrol(self, decks: Iterable[Deck]) -> None:
        """Say which cards decks have: all but the suspended and retired are what can be shown, in this order.

        A deck enrolled again keeps its place; others stay as they are.
        """
        for deck in decks:
            for _ in self.enrolling(deck):
                pass

    def enrolling(self, deck: Deck) -> Iterator[None]:
        """Enrol a deck bit by bit, each in some milliseconds; whoever enrols it in between has the last word."""
        if self._enrolled.get(deck.id) is deck:
            return
        self._enrolled[deck.id] = token = object()
        self._new.pop(deck.id, None)
        first, last = self.positions(deck.id)
        shown = (card for card in members(deck) if not card.hidden)
        cards = ((number, deck.id, card.id, card.fact) for number, card in enumerate(shown, first))
        self._write("DELETE FROM member WHERE position BETWEEN ? AND ?", [(first, last)])
        while batch := list(islice(cards, _BATCH)):
            self._write("INSERT INTO member VALUES (?, ?, ?, ?)", batch)
            yield
            if self._enrolled[deck.id] is not token:
                return
        self._enrolled[deck.id] = deck

    def amend(self, deck: Deck, cards: Iterable[str]) -> None:
        """Enrol a later version of an enrolled deck that differs in some cards, by id; new ones come last."""
        first, last = self.positions(deck.id)
        self._new.pop(deck.id, None)
        found = CardsById([deck], hidden=False)
        for name in cards:
            card = found.get((deck.id, name))
            if card is None:
                self._write("DELETE FROM member WHERE deck = ? AND card = ?", [(deck.id, name)])
            else:
                self._write(_AMEND, [(first, last, deck.id, name, card.fact)])
        self._enrolled[deck.id] = deck

    def first_new(self, deck: str, version: object) -> int:
        """A position before which no card of an enrolled deck is new.

        Looked for once, since learned cards are many and stand at the front.

        Args:
            deck: its id.
            version: another where cards may have become new again.
        """
        known = self._new.get(deck)
        if known is None or known[0] != version:
            known = self._new[deck] = version, self._found_new(*self.positions(deck))
        return known[1]

    def _found_new(self, first: int, last: int) -> int:
        with told(self._file):
            for (position,) in self._connection.execute(_FIRST_NEW, (first, last)):
                return int(position)
            sql = "SELECT coalesce(max(position) + 1, ?1) FROM member WHERE position BETWEEN ?1 AND ?2"
            return int(self._connection.execute(sql, (first, last)).fetchone()[0])

    def positions(self, deck: str) -> tuple[int, int]:
        """The first and the last position that cards of a deck have when it is enrolled."""
        first = self._places.setdefault(deck, len(self._places)) << 32
        return first, first + (1 << 32) - 1

    def _write(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        with told(self._file):
            self._connection.execute("SAVEPOINT enrol")
            self._connection.executemany(sql, values)
            self._connection.execute("RELEASE enrol")
