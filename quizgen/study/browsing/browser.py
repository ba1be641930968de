"""Cards found by a filter, and their rows where they are looked at."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from quizgen.model.deck import Deck
from quizgen.model.review import CardState
from quizgen.study.browsing.filters import Filter
from quizgen.study.library.cards import StoredCards
from quizgen.study.library.tables import read_only
from quizgen.study.rows import STATE_COLUMNS, state_from

Key = tuple[str, str]

SORTS = {
    "deck": "",
    "due": "s.due_day IS NULL, s.due_day, s.due_at, ",
    "question": "c.question COLLATE NOCASE, ",
    "kind": "c.kind IS NULL, c.kind, ",
    "lapses": "coalesce(s.lapses, 0) DESC, ",
    "difficulty": "coalesce(s.difficulty, 0) DESC, ",
}
"""What cards can be sorted by, each with its terms before the order of the decks."""

_DECKS = "JOIN temp.open_deck AS d ON d.row = c.row"
_STATE = "LEFT JOIN progress.card AS s ON s.deck = d.deck AND s.card = c.id"


@dataclass(frozen=True, slots=True)
class Browsed:
    """A card as a table shows it."""

    position: int
    """Its place in the library."""
    deck: str
    card: str
    question: str
    kind: str | None
    hidden: bool
    """Its file says that it is suspended or retired."""
    state: CardState

    @property
    def key(self) -> Key:
        """Deck and card id."""
        return self.deck, self.card


class Browser:
    """Looks through decks that lie in the library, each under its own id; to be closed.

    One thread may search while another reads rows.

    Args:
        library: the library's file.
        progress: the progress file, which is only read.
        decks: in order; those that do not lie in the library cannot be browsed.

    Raises:
        sqlite3.Error: if the files cannot be read.
    """

    def __init__(self, library: Path, progress: Path, decks: Iterable[Deck]) -> None:
        stored = [(deck, deck.cards) for deck in decks if isinstance(deck.cards, StoredCards)]
        rows = [
            (cards.row, n, deck.id, f"{deck.title}\n{deck.id}".casefold()) for n, (deck, cards) in enumerate(stored)
        ]
        self._searching, self._reading = (_connect(library, progress, rows) for _ in range(2))
        self._lock = Lock()

    def close(self) -> None:
        """Stop a search, and close the files."""
        self._searching.interrupt()
        with self._lock:
            self._searching.close()
        self._reading.close()

    def interrupt(self) -> None:
        """Let a search that is going on end with nothing found."""
        self._searching.interrupt()

    def find(self, wanted: Filter, sort: str, day: int) -> Sequence[int]:
        """The positions of the cards that pass a filter, sorted; empty where the search was interrupted.

        Args:
            wanted: the filter.
            sort: one of `SORTS`.
            day: the study day.
        """
        state = _STATE if wanted.states or "s." in SORTS[sort] else ""
        sql = f"SELECT c.position FROM card AS c {_DECKS} {state} WHERE {wanted.condition} ORDER BY {SORTS[sort]}"
        with self._lock, suppress(sqlite3.OperationalError):
            rows = self._searching.execute(f"{sql} d.rank, c.position", {**wanted.values, "day": day})
            return array("q", (position for (position,) in rows))
        return array("q")

    def position(self, key: Key) -> int | None:
        """Where a card stands; None where there is none."""
        sql = f"SELECT c.position FROM card AS c {_DECKS} WHERE d.deck = ? AND c.id = ?"
        found = self._reading.execute(sql, key).fetchone()
        return None if found is None else int(found[0])

    def rows(self, positions: Sequence[int]) -> list[Browsed]:
        """The cards at some positions, in that order; one that is gone meanwhile is left out."""
        state = ", ".join(f"s.{column.strip()}" for column in STATE_COLUMNS.split(","))
        sql = (
            f"SELECT c.position, d.deck, c.id, c.question, c.kind, c.hidden, {state} "
            f"FROM card AS c {_DECKS} {_STATE} WHERE c.position IN ({', '.join('?' * len(positions))})"
        )
        found = {row[0]: _browsed(row) for row in self._reading.execute(sql, positions)}
        return [found[position] for position in positions if position in found]

    def keys(self, positions: Iterable[int]) -> list[Key]:
        """Deck and card ids of the cards at some positions, in the order of the decks; from any thread."""
        sql = (
            f"SELECT d.deck, c.id FROM card AS c {_DECKS} "
            "WHERE c.position IN (SELECT value FROM json_each(?)) ORDER BY d.rank, c.position"
        )
        return self._reading.execute(sql, (json.dumps(list(positions)),)).fetchall()


def _browsed(row: Sequence[Any]) -> Browsed:
    position, deck, card, question, kind, hidden, *known = row
    state = CardState() if known[0] is None else state_from(known)
    return Browsed(position, deck, card, question, kind, bool(hidden), state)


def _connect(library: Path, progress: Path, decks: Sequence[tuple[object, ...]]) -> sqlite3.Connection:
    connection = sqlite3.connect(read_only(library), isolation_level=None, check_same_thread=False, uri=True)
    try:
        connection.execute("ATTACH ? AS progress", (read_only(progress),))
        connection.execute(
            "CREATE TEMP TABLE open_deck (row INTEGER PRIMARY KEY, rank INTEGER, deck TEXT, folded TEXT)"
        )
        connection.executemany("INSERT INTO temp.open_deck VALUES (?, ?, ?, ?)", decks)
    except BaseException:
        connection.close()
        raise
    return connection
