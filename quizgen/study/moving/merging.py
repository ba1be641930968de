"""A row of one progress file taken into another."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from quizgen.errors import ProgressError


class Row(NamedTuple):
    """A row of the log, or of what stands beside it."""

    table: str
    columns: tuple[str, ...]
    """The first is its id, unique across machines."""
    values: tuple[object, ...]


def take(connection: sqlite3.Connection, row: Row, *, keep: bool) -> bool:
    """Take in a row unless it is there.

    Args:
        connection: in a transaction.
        row: of a table and columns that are known.
        keep: let what is there stand where it says something else under the same id.

    Returns:
        Whether it was new.

    Raises:
        ProgressError: what is there says something else.
    """
    names, marks = ", ".join(row.columns), ", ".join("?" * len(row.columns))
    sql = f"INSERT INTO {row.table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING"
    if connection.execute(sql, row.values).rowcount:
        return True
    found = connection.execute(f"SELECT {names} FROM {row.table} WHERE id = ?", row.values[:1]).fetchone()
    if found != row.values and not keep:
        message = f"the {row.table} {row.values[0]} is another one here"
        raise ProgressError(message, hint="Nothing was taken; one of the two files was changed by hand.")
    return False
