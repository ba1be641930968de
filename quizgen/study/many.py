"""Something done to many cards at once: one transaction, written in batches, told how far it has come."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import TypeVar

from quizgen.model.review import CardState, Kind, Operation
from quizgen.study import rows
from quizgen.study.caches import EFFECTIVE
from quizgen.study.days import Moment
from quizgen.study.parameters import Parameters
from quizgen.study.replay import apply, replay
from quizgen.study.store import Store

Key = tuple[str, str]
"""Deck and card id."""
Change = Callable[[CardState], tuple[Kind, str | None] | None]
"""What is done to a card in a state, with its text; None for nothing. Never a review."""
Told = Callable[[int], None]
"""Told, now and then, of how many cards have been looked at; what it raises ends the whole, and nothing changes."""

_BATCH = 1000
_KNOWN = f"""
SELECT wanted.value, (SELECT max(instant) FROM operation WHERE deck = :deck AND card = wanted.value),
  {", ".join(f"s.{column.strip()}" for column in rows.STATE_COLUMNS.split(","))}
FROM json_each(:cards) AS wanted LEFT JOIN card AS s ON s.deck = :deck AND s.card = wanted.value
"""
_HISTORIES = f"""
SELECT {rows.OPERATION_COLUMNS} FROM operation
WHERE deck = :deck AND card IN (SELECT value FROM json_each(:cards)) AND {EFFECTIVE} ORDER BY card, instant, id
"""
_Part = TypeVar("_Part")


def write_all(store: Store, changes: Iterable[tuple[Key, Change]], now: Moment, told: Told) -> list[Operation]:
    """Do something to many cards, all of it or nothing.

    Args:
        store: the progress file.
        changes: deck and card id, each once, and what is done to the card in the state it is in.
        now: this moment.
        told: of how many.

    Returns:
        The operations.

    Raises:
        ProgressError: when it cannot be written; nothing has changed then.
    """
    done: list[Operation] = []
    looked_at = 0
    with store.writing() as connection:
        parameters = store.parameters
        for batch in _batches(changes):
            wanted = dict(batch)
            states = _known(store, wanted)
            new = [op for key, found in states.items() if (op := _operation(store, key, wanted[key], found, now))]
            _put(connection, new, ((_key(op), apply(states[_key(op)][0], op, parameters)) for op in new))
            done += new
            looked_at += len(batch)
            told(looked_at)
    return done


def undo_all(store: Store, operations: Sequence[Operation], now: Moment, told: Told) -> None:
    """Take back what was done to many cards, all of it or nothing; what was taken back already stays so.

    Args:
        store: the progress file.
        operations: no answers, and no two on one card.
        now: this moment.
        told: of how many.

    Raises:
        ProgressError: when it cannot be written; nothing has changed then.
    """
    looked_at = 0
    with store.writing() as connection:
        parameters = store.parameters
        for batch in _batches(operations):
            gone = _undone(store, batch)
            left = {_key(operation): operation for operation in batch if operation.id not in gone}
            states = _known(store, left)
            undos = [
                store.operation(Kind.UNDO, *key, now, last, target=left[key].id) for key, (_, last) in states.items()
            ]
            _put(connection, undos, ())
            _remember(connection, _replayed(store, left, parameters))
            looked_at += len(batch)
            told(looked_at)


def _operation(
    store: Store, key: Key, change: Change, found: tuple[CardState, int | None], now: Moment
) -> Operation | None:
    what = change(found[0])
    return None if what is None else store.operation(what[0], *key, now, found[1], text=what[1])


def _known(store: Store, keys: Iterable[Key]) -> dict[Key, tuple[CardState, int | None]]:
    """The states of cards, and when something was last done to each."""
    found: dict[Key, tuple[CardState, int | None]] = {}
    for deck, cards in _by_deck(keys):
        for card, last, *state in store.query(_KNOWN, {"deck": deck, "cards": json.dumps(cards)}):
            found[deck, card] = (CardState() if state[0] is None else rows.state_from(state), last)
    return found


def _undone(store: Store, operations: Sequence[Operation]) -> set[str]:
    """The ids of those that were taken back."""
    ids = json.dumps([operation.id for operation in operations])
    sql = "SELECT target FROM operation WHERE target IN (SELECT value FROM json_each(?))"
    return {target for (target,) in store.query(sql, (ids,))}


def _replayed(store: Store, keys: Iterable[Key], parameters: Parameters) -> Iterator[tuple[Key, CardState]]:
    """The states of cards as the log has them."""
    for deck, cards in _by_deck(keys):
        found = store.query(_HISTORIES, {"deck": deck, "cards": json.dumps(cards)})
        states = {key: replay(history, parameters) for key, history in groupby(map(rows.operation_from, found), _key)}
        yield from (((deck, card), states.get((deck, card), CardState())) for card in cards)


def _by_deck(keys: Iterable[Key]) -> Iterator[tuple[str, list[str]]]:
    for deck, found in groupby(sorted(keys), lambda key: key[0]):
        yield deck, [card for _, card in found]


def _put(
    connection: sqlite3.Connection, operations: Sequence[Operation], states: Iterable[tuple[Key, CardState]]
) -> None:
    connection.executemany(rows.INSERT_OPERATION, map(rows.operation_row, operations))
    _remember(connection, states)


def _remember(connection: sqlite3.Connection, states: Iterable[tuple[Key, CardState]]) -> None:
    known = list(states)
    bare = CardState()
    connection.executemany(rows.FORGET_STATE, (key for key, state in known if state == bare))
    connection.executemany(
        rows.REPLACE_STATE, ((*key, *rows.state_row(state)) for key, state in known if state != bare)
    )


def _batches(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    left = iter(parts)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _key(operation: Operation) -> Key:
    return operation.deck, operation.card
