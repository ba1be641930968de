"""Deck files read into the library: whole, or of an edited file the pieces that changed."""

from __future__ import annotations

import codecs
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from quizgen.deckfile.format import format_of
from quizgen.deckfile.load import read_bytes, read_located
from quizgen.deckfile.schema import Loaded
from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.study.library import rows
from quizgen.study.library.pieces import CARDS, Edit, Piece, compare, cut, digest
from quizgen.study.library.stamp import Progress, Stamp
from quizgen.study.library.tables import GAP, PLACES

_BATCH = 500


def fill(connection: sqlite3.Connection, file: Path, path: str, stamp: Stamp, progress: Progress) -> None:
    """Read a deck file that is not in the library, or has changed since.

    Args:
        connection: one's own to the library.
        file: as messages call it.
        path: as the library calls it.
        stamp: taken before now, so that a later change is noticed.
        progress: told of the share read, where the whole file is.

    Raises:
        DeckError: if it cannot be read or is no deck; it is not in the library then.
        sqlite3.Error: if the library cannot be written.
    """
    data = read_bytes(file)
    known = connection.execute("SELECT row FROM deck WHERE path = ?", (path,)).fetchone()
    if known and _mend(connection, known[0], data, stamp):
        return
    with writing(connection):
        _tidy(connection)
        if known:
            _forget(connection, known[0])
        shelf = _Shelf(connection, known[0] if known else _new_row(connection), data, progress)
        _fill(shelf, data, file, path, stamp)


def forget(connection: sqlite3.Connection, path: str) -> None:
    """Leave a file out that is no deck any more."""
    with writing(connection):
        for (row,) in connection.execute("SELECT row FROM deck WHERE path = ?", (path,)).fetchall():
            _forget(connection, row)


def _tidy(connection: sqlite3.Connection) -> None:
    """Leave out the decks whose files are gone."""
    for row, path in connection.execute("SELECT row, path FROM deck").fetchall():
        if not Path(path).exists():
            _forget(connection, row)


def _new_row(connection: sqlite3.Connection) -> int:
    """One that no deck ever had: somebody may still read the cards of a deck that is gone."""
    row: int = connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence").fetchone()[0]
    return row


def _forget(connection: sqlite3.Connection, row: int) -> None:
    positions = (row << PLACES, ((row + 1) << PLACES) - 1)
    connection.execute("DELETE FROM card WHERE position BETWEEN ? AND ?", positions)
    connection.execute("DELETE FROM body WHERE position BETWEEN ? AND ?", positions)
    connection.execute("DELETE FROM piece WHERE row = ?", (row,))
    connection.execute("DELETE FROM deck WHERE row = ?", (row,))


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that ends with the block, undone where that fails."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


class _Shelf:
    """Takes cards and writes them in batches."""

    def __init__(self, connection: sqlite3.Connection, row: int, data: bytes, progress: Progress) -> None:
        self.connection = connection
        self.row = row
        self._awaited = max(1, data.count(b"question"))
        self._progress = progress
        self._cards: list[tuple[object, ...]] = []
        self._bodies: list[tuple[int, str]] = []

    def take(self, number: int, card: Card) -> None:
        """Put a card in its place."""
        self.put((self.row << PLACES) + number * GAP, card)
        if len(self._cards) >= _BATCH:
            self.flush()
            self._progress(min(1.0, number / self._awaited))

    def put(self, position: int, card: Card) -> None:
        """Put a card at a position."""
        self._cards.append(rows.card_row(position, self.row, card))
        self._bodies.append(rows.body_row(position, card))

    def flush(self) -> None:
        """Write what was taken."""
        self.connection.executemany(rows.INSERT_CARD, self._cards)
        self.connection.executemany(rows.INSERT_BODY, self._bodies)
        self._cards, self._bodies = [], []


def _fill(shelf: _Shelf, data: bytes, file: Path, path: str, stamp: Stamp) -> None:
    connection, row, form = shelf.connection, shelf.row, format_of(file)
    loaded = read_located(data, str(file), form, shelf.take)
    shelf.flush()
    connection.execute("INSERT INTO deck VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _deck_row(loaded, row, path, stamp))
    if form == "yaml" and not loaded.unnamed:
        _keep(connection, row, _placed(row, cut(data.removeprefix(codecs.BOM_UTF8), loaded.places)))


def _deck_row(loaded: Loaded, row: int, path: str, stamp: Stamp) -> tuple[object, ...]:
    deck = loaded.deck
    return (row, path, *stamp.values, deck.id, deck.title, len(loaded.places), rows.deck_rest(deck))


def _keep(connection: sqlite3.Connection, row: int, pieces: Iterable[Piece]) -> None:
    """Keep how a deck is cut now."""
    connection.execute("DELETE FROM piece WHERE row = ?", (row,))
    connection.executemany(
        "INSERT INTO piece VALUES (?, ?, ?, ?, ?)",
        [(row, number, piece.first, piece.size, piece.hash) for number, piece in enumerate(pieces)],
    )


def _placed(row: int, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces as they were cut, with positions in the place of the numbers of cards."""
    for piece in pieces:
        yield piece if piece.first < 0 else replace(piece, first=(row << PLACES) + piece.first * GAP)


def known_pieces(connection: sqlite3.Connection, row: int) -> list[Piece]:
    """How a deck is cut, its head first, each piece with the position of its first card; none where it is not."""
    found = connection.execute("SELECT first, size, hash FROM piece WHERE row = ? ORDER BY number", (row,))
    return [Piece(*values) for values in found]


def _mend(connection: sqlite3.Connection, row: int, data: bytes, stamp: Stamp) -> bool:
    """Read what changed in an edited file; False where the whole has to be read."""
    pieces = known_pieces(connection, row)
    edit = compare(data.removeprefix(codecs.BOM_UTF8), pieces) if pieces else None
    if edit is None:
        return False
    try:
        with writing(connection):
            if edit.data:
                _replace(connection, row, edit, pieces)
            connection.execute("UPDATE deck SET size = ?, mtime = ?, ctime = ? WHERE row = ?", (*stamp.values, row))
    except (_WholeNeededError, DeckError):
        return False
    return True


class _WholeNeededError(Exception):
    """The edit cannot be read on its own."""


def _replace(connection: sqlite3.Connection, row: int, edit: Edit, pieces: Sequence[Piece]) -> None:
    cards = _alone(edit.data)
    last = len(pieces) - edit.after
    first = pieces[edit.before].first if edit.before < len(pieces) else (row << PLACES)
    end = pieces[last].first if edit.after else ((row + 1) << PLACES)
    step = min(GAP, (end - first) // max(1, len(cards)))
    if not step or first < 0:
        raise _WholeNeededError
    old = connection.execute("DELETE FROM card WHERE position >= ? AND position < ?", (first, end)).rowcount
    connection.execute("DELETE FROM body WHERE position >= ? AND position < ?", (first, end))
    if _known(connection, row, cards):
        raise _WholeNeededError
    shelf = _Shelf(connection, row, edit.data, lambda _: None)
    for number, card in enumerate(cards):
        shelf.put(first + number * step, card)
    shelf.flush()
    connection.execute("UPDATE deck SET cards = cards + ? WHERE row = ?", (len(cards) - old, row))
    new = Piece(first, len(edit.data), digest(edit.data))
    _keep(connection, row, (*pieces[: edit.before], new, *pieces[last:]))


def _known(connection: sqlite3.Connection, row: int, cards: Sequence[Card]) -> bool:
    """Whether a deck has a card with the id of one of some cards."""
    sql = "SELECT 1 FROM card WHERE row = ? AND id IN (SELECT value FROM json_each(?)) LIMIT 1"
    return connection.execute(sql, (row, json.dumps([card.id for card in cards]))).fetchone() is not None


ALONE = b"quizgen: 1\nid: edit\ntitle: edit\ncards:\n"
"""Before a piece, it makes it a deck of its own."""


def _alone(data: bytes) -> list[Card]:
    """The cards of a piece.

    Raises:
        _WholeNeededError: where it is not cards alone, each with an id of its own.
        DeckError: where it is no part of a deck.
    """
    loaded = read_located(ALONE + data, "")
    deck = loaded.deck
    bare = not (deck.extra or deck.sources or deck.description) and deck.language == "en"
    if not bare or loaded.unnamed or not cut(ALONE + data, loaded.places) or len(deck.cards) > 64 * CARDS:
        raise _WholeNeededError
    return list(deck.cards)
