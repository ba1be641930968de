"""The tables of the library's file."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

_APPLICATION_ID = 0x7175696C
_VERSION = 2
_BUSY_SECONDS = 10.0

PLACES = 32
"""Bits of a position that count cards; the bits above are the deck's row."""
GAP = 64
"""Positions from one card to the next in a deck as it is first read, so that cards fit in between."""

_TABLES = f"""
CREATE TABLE deck (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  mtime INTEGER NOT NULL,
  ctime INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  cards INTEGER NOT NULL,
  rest TEXT NOT NULL
);
CREATE TABLE card (
  position INTEGER PRIMARY KEY,
  row INTEGER NOT NULL,
  id TEXT NOT NULL,
  fact TEXT,
  kind TEXT,
  hidden INTEGER NOT NULL,
  hash TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  tags TEXT NOT NULL,
  folded TEXT NOT NULL
);
CREATE INDEX card_id ON card (row, id, hidden, kind);
CREATE INDEX card_hidden ON card (row, hidden) WHERE hidden = 1;
CREATE TABLE body (position INTEGER PRIMARY KEY, rest TEXT NOT NULL);
CREATE TABLE piece (
  row INTEGER NOT NULL,
  number INTEGER NOT NULL,
  first INTEGER NOT NULL,
  size INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (row, number)
) WITHOUT ROWID;
PRAGMA application_id = {_APPLICATION_ID};
PRAGMA user_version = {_VERSION};
"""
"""A card's hidden is 1 where its file says that it is suspended or retired; folded is what is searched. Its index holds
all that joins ask for. The pieces of
a deck follow each other in its file, each with the position of its first card; a deck that cannot be cut has none."""


def connect(file: Path) -> sqlite3.Connection:
    """Open the library, making it anew where it is damaged, of another version or not ours.

    Raises:
        sqlite3.Error, OSError: if it can be neither opened nor made.
    """
    try:
        return _opened(file)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        discard(file)
        return _opened(file)


def read_only(file: Path) -> str:
    """How a statement calls a file of ours that it only reads."""
    return f"{file.absolute().as_uri()}?mode=ro"


def discard(file: Path) -> None:
    """Delete the library's file, with what lies beside it."""
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        with suppress(FileNotFoundError):
            file.with_name(name).unlink()


def _opened(file: Path) -> sqlite3.Connection:
    # Many threads read through one connection, which a lock guards.
    connection = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if _number(connection, "PRAGMA user_version") != _VERSION:
            _make(connection)
        if _number(connection, "PRAGMA application_id") != _APPLICATION_ID:
            raise sqlite3.DatabaseError("not a library")
    except BaseException:
        connection.close()
        raise
    return connection


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables, unless another program has just made them."""
    connection.execute("BEGIN IMMEDIATE")
    if not _number(connection, "SELECT count(*) FROM sqlite_schema"):
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
    connection.execute("COMMIT")
    if _number(connection, "PRAGMA user_version") != _VERSION:
        raise sqlite3.DatabaseError("a library of another version")


def _number(connection: sqlite3.Connection, sql: str) -> int:
    value: int = connection.execute(sql).fetchone()[0]
    return value
