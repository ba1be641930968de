"""Which cards can be shown: the members of the decks that are open, held in memory for one connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from quizgen.model.deck import Deck
from quizgen.study.database import told
from quizgen.study.library.beside import attached
from quizgen.study.library.tables import PLACES
from quizgen.study.members import CardsById, members

_BATCH = 1000
"""Cards enrolled at once."""
_TAKEN = 5000
"""Cards taken from the library at once, which costs less."""
_TAKE = """
INSERT INTO member SELECT position + ?, ?, id, fact FROM library.card
WHERE position > ? AND position <= ? AND hidden = 0 ORDER BY position LIMIT ?
"""
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
        self._clear(deck)
        for _ in self._filling(deck):
            yield
            if self._enrolled[deck.id] is not token:
                return
        self._enrolled[deck.id] = deck

    def _filling(self, deck: Deck) -> Iterator[None]:
        """Put a deck's cards into their places, some at once."""
        first, _ = self.positions(deck.id)
        taken = first - 1
        while (last := self._take(deck, taken)) is not None:
            if last == taken:
                return
            taken = last
            yield
        self._clear(deck)
        shown = (card for card in members(deck) if not card.hidden)
        cards = ((number, deck.id, card.id, card.fact) for number, card in enumerate(shown, first))
        while batch := list(islice(cards, _BATCH)):
            self._write("INSERT INTO member VALUES (?, ?, ?, ?)", batch)
            yield

    def _take(self, deck: Deck, after: int) -> int | None:
        """Take some cards from the library; the position of the last one taken, None where they do not lie there."""
        first, last = self.positions(deck.id)
        with told(self._file), attached(self._connection, [deck]) as rows:
            if deck.id not in rows:
                return None
            start = rows[deck.id] << PLACES
            values = (first - start, deck.id, start + after - first, start + last - first, _TAKEN)
            self._connection.execute(_TAKE, values)
            sql = "SELECT coalesce(max(position), ?) FROM member WHERE position BETWEEN ? AND ?"
            return int(self._connection.execute(sql, (after, first, last)).fetchone()[0])

    def _clear(self, deck: Deck) -> None:
        self._write("DELETE FROM member WHERE position BETWEEN ? AND ?", [self.positions(deck.id)])

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
        first = self._places.setdefault(deck, len(self._places)) << PLACES
        return first, first + (1 << PLACES) - 1

    def _write(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        with told(self._file):
            self._connection.execute("SAVEPOINT enrol")
            self._connection.executemany(sql, values)
            self._connection.execute("RELEASE enrol")
