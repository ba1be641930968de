"""What is kept beside the log to be had at once: each card's state, and answers by the hour.

All of it follows from the log; ``rebuild`` remakes it from the log alone.
"""

from __future__ import annotations

import sqlite3
from itertools import groupby

from quizgen.model.review import CardState, Operation
from quizgen.study import rows
from quizgen.study.parameters import Parameters
from quizgen.study.replay import replay

EFFECTIVE = (
    "kind NOT IN ('undo', 'adopt') AND NOT EXISTS (SELECT 1 FROM operation AS undo WHERE undo.target = operation.id)"
)
"""Operations on cards that were not undone."""


def rebuild(connection: sqlite3.Connection, parameters: Parameters) -> int:
    """Remake every card's state and every day's counts.

    Args:
        connection: in a transaction.
        parameters: those in use.

    Returns:
        How many cards have operations.
    """
    connection.execute("DELETE FROM card")
    log = connection.execute(
        f"SELECT {rows.OPERATION_COLUMNS} FROM operation WHERE {EFFECTIVE} ORDER BY deck, card, instant, id"
    )
    cards = 0
    for (deck, card), found in groupby(map(rows.operation_from, log), _key):
        remember(connection, deck, card, replay(found, parameters))
        cards += 1
    connection.execute("DELETE FROM hourly")
    connection.execute(rows.COUNT_ALL)
    return cards


def remember(connection: sqlite3.Connection, deck: str, card: str, state: CardState) -> None:
    """Keep the state a card is in."""
    if state == CardState():
        connection.execute(rows.FORGET_STATE, (deck, card))
    else:
        connection.execute(rows.REPLACE_STATE, (deck, card, *rows.state_row(state)))


def count(connection: sqlite3.Connection, operation: Operation, sign: int) -> None:
    """Add an answer to its hour, or take it away.

    Args:
        connection: in a transaction.
        operation: its row stands in the log, and is not undone.
        sign: 1 or -1.
    """
    if operation.review is None:
        return
    connection.execute(rows.COUNT_ONE, {"id": operation.id, "sign": sign})
    if sign < 0:
        connection.execute(
            "DELETE FROM hourly WHERE day = ? AND deck = ? AND answers = 0", (operation.day, operation.deck)
        )


def _key(operation: Operation) -> tuple[str, str]:
    return operation.deck, operation.card
