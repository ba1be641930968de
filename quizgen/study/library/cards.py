"""The cards of a deck that lies in the library, read when they are asked for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, overload

from quizgen.model.card import Card
from quizgen.study.library.rows import CARD_COLUMNS, card_from
from quizgen.study.library.tables import PLACES
from quizgen.study.members import Member

_BATCH = 500
_READ = f"SELECT card.position, {CARD_COLUMNS} FROM card JOIN body USING (position)"


class Reader:
    """A connection that several threads read through, one at a time.

    Args:
        connection: to the library.
        file: the library's.
    """

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self.file = file
        self._connection = connection
        self._lock = Lock()

    def __call__(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a reading statement."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def close(self) -> None:
        """Close it, once nobody reads."""
        with self._lock:
            self._connection.close()


class StoredCards(Sequence[Card]):
    """The cards of one deck, in order; what was read is not kept.

    Args:
        read: the library.
        row: the deck's.
        count: how many cards it has.
    """

    def __init__(self, read: Reader, row: int, count: int) -> None:
        self._read = read
        self._count = count
        self.row = row
        self.file = read.file
        self._range = row << PLACES, ((row + 1) << PLACES) - 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Card]:
        last, end = self._range
        while rows := self._read(f"{_READ} WHERE position BETWEEN ? AND ? ORDER BY 1 LIMIT {_BATCH}", (last, end)):
            yield from (card_from(row[1:]) for row in rows)
            last = rows[-1][0] + 1

    @overload
    def __getitem__(self, place: int) -> Card: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Card]: ...
    def __getitem__(self, place: int | slice) -> Card | Sequence[Card]:
        if isinstance(place, slice):
            return tuple(self)[place]
        number = place + self._count if place < 0 else place
        sql = f"{_READ} WHERE position BETWEEN ? AND ? ORDER BY 1 LIMIT 1 OFFSET ?"
        rows = self._read(sql, (*self._range, number)) if number >= 0 else []
        if not rows:
            raise IndexError(place)
        return card_from(rows[0][1:])

    def find(self, card: str) -> Card | None:
        """The card with an id."""
        rows = self._read(f"{_READ} WHERE card.row = ? AND card.id = ?", (self.row, card))
        return card_from(rows[0][1:]) if rows else None

    def members(self) -> Iterator[Member]:
        """What is to be known of each card without reading it."""
        last, end = self._range
        sql = "SELECT position, id, fact, kind, hidden FROM card WHERE position BETWEEN ? AND ? ORDER BY 1 LIMIT 5000"
        while rows := self._read(sql, (last, end)):
            yield from (Member(*row[1:]) for row in rows)
            last = rows[-1][0] + 1

    def lie_in(self, connection: sqlite3.Connection) -> bool:
        """Whether they are those of the file that a connection has attached as ``library``."""
        deck = "SELECT * FROM {} WHERE row = ?"
        found = connection.execute(deck.format("library.deck"), (self.row,)).fetchall()
        return found != [] and found == self._read(deck.format("deck"), (self.row,))

    def shown(self, cards: Collection[str]) -> set[str]:
        """Those of some ids whose cards there are and are not hidden."""
        sql = "SELECT id FROM card WHERE row = ? AND hidden = 0 AND id IN (SELECT value FROM json_each(?))"
        return {card for (card,) in self._read(sql, (self.row, json.dumps(list(cards))))}

    def hashes(self, cards: Collection[str]) -> Mapping[str, str]:
        """What tells the answers of some cards from others, by card id."""
        sql = "SELECT id, hash FROM card WHERE row = ? AND id IN (SELECT value FROM json_each(?))"
        return dict(self._read(sql, (self.row, json.dumps(list(cards)))))
