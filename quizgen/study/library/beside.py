"""The cards of decks as tables beside a progress file, for statements that join the two.

Brought through Python first, 100,000 cards would take ten times as long.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from quizgen.model.deck import Deck
from quizgen.study.library.cards import StoredCards
from quizgen.study.library.tables import read_only
from quizgen.study.members import members


class Table(NamedTuple):
    """Where a deck's cards stand."""

    name: str
    """Of a table with the columns ``row``, ``id``, ``kind`` and ``hidden``, as the library's table of cards."""
    row: int
    """The deck's."""
    cards: int
    """How many there are of the deck."""


@contextmanager
def beside(connection: sqlite3.Connection, decks: Sequence[Deck]) -> Iterator[Mapping[str, Table]]:
    """Give statements the cards of decks: those of the library where they lie, others as copies.

    Args:
        connection: to a progress file, in no transaction.
        decks: with ids that differ.

    Yields:
        The table of each deck, by id.
    """
    with attached(connection, decks) as rows:
        loose = {number: deck for number, deck in enumerate(decks) if deck.id not in rows}
        connection.execute(
            "CREATE TEMP TABLE loose (row INTEGER, id TEXT, kind TEXT, hidden INTEGER, PRIMARY KEY (row, id)) "
            "WITHOUT ROWID"
        )
        try:
            connection.execute("SAVEPOINT loose")  # else each row would be a transaction of its own
            for number, deck in loose.items():
                values = [(number, card.id, card.kind, card.hidden) for card in members(deck)]
                connection.executemany("INSERT INTO loose VALUES (?, ?, ?, ?)", values)
            connection.execute("RELEASE loose")
            yield {
                deck.id: Table("library.card", rows[deck.id], len(deck.cards))
                if deck.id in rows
                else Table("temp.loose", number, len(deck.cards))
                for number, deck in enumerate(decks)
            }
        finally:
            connection.execute("DROP TABLE loose")


@contextmanager
def attached(connection: sqlite3.Connection, decks: Iterable[Deck]) -> Iterator[Mapping[str, int]]:
    """Attach the library that decks lie in, as ``library``; it can only be read.

    Args:
        connection: in no transaction.
        decks: those that are not of one library with the first are left out.

    Yields:
        The rows of decks by id, without those no longer there: the library may be deleted or made anew at any time.
    """
    stored = {deck.id: deck.cards for deck in decks if isinstance(deck.cards, StoredCards)}
    file = next((cards.file for cards in stored.values()), None)
    if file is None:
        yield {}
        return
    there: dict[str, int] = {}
    with suppress(sqlite3.Error):
        connection.execute("ATTACH ? AS library", (read_only(file),))
        there = {name: cards.row for name, cards in stored.items() if cards.file == file and cards.lie_in(connection)}
    try:
        yield there
    finally:
        with suppress(sqlite3.Error):  # it was not attached
            connection.execute("DETACH library")
