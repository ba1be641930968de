"""The progress file: an append-only log of operations, and the state of every card kept beside it.

Each operation is one transaction. The state of a card is a cache: the replay of its operations in order of
(instant, id), less those undone. ``rebuild`` remakes all caches from the log alone.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from quizgen.model.review import CardState, Kind, Operation, Review
from quizgen.study import rows
from quizgen.study.database import connect, told, transaction
from quizgen.study.days import Moment
from quizgen.study.enrolment import Enrolment
from quizgen.study.moving.merging import Row, take
from quizgen.study.parameters import Parameters, parameters_from
from quizgen.study.replay import apply, replay

Identity = Callable[[], str]
"""Gives a new name, unlike any other on any machine, at each call."""

EFFECTIVE = (
    "kind NOT IN ('undo', 'adopt') AND NOT EXISTS (SELECT 1 FROM operation AS undo WHERE undo.target = operation.id)"
)
"""Operations on cards that were not undone."""


def random_identity() -> str:
    """Sixteen hexadecimal digits from the system's source of randomness."""
    return os.urandom(8).hex()


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on a study day, over all decks."""

    answers: int = 0
    new: int = 0
    """Cards shown for the first time."""
    reviews: int = 0
    """Answers to cards that had been learned."""
    recalled: int = 0
    """Those of them that were known."""
    duration_ms: int = 0


class Store:
    """An open progress file; a context manager that closes it."""

    def __init__(self, connection: sqlite3.Connection, file: Path, identity: Identity) -> None:
        self._connection = connection
        self.file = file
        self._identity = identity
        enrolment = Enrolment(connection, file)
        self.enrol, self.enrolling, self.amend = enrolment.enrol, enrolment.enrolling, enrolment.amend
        self.positions, self._first_new = enrolment.positions, enrolment.first_new
        self.origin = self._named()
        self._renewals = 0
        """How often cards may have become new again by what was written here."""

    @classmethod
    def open(cls, file: Path, identity: Identity = random_identity) -> Store:
        """Open the progress file, making it where there is none.

        Args:
            file: see ``quizgen.study.places.progress_file``.
            identity: the source of names for operations.

        Raises:
            ProgressError: if it cannot be used; nothing is damaged then.
        """
        connection = connect(file, identity)
        try:
            return cls(connection, file, identity)
        except BaseException:
            connection.close()
            raise

    def _named(self) -> str:
        """What the file is called among others."""
        with told(self.file):
            for (name,) in self._connection.execute("SELECT value FROM meta WHERE key = 'origin'"):
                return str(name)
            raise sqlite3.DataError("the file has no name")

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; everything is already written."""
        self._connection.close()

    def query(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a reading statement.

        Raises:
            ProgressError: if the file cannot be read.
        """
        with told(self.file):
            return self._connection.execute(sql, values).fetchall()

    def scan(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a reading statement one by one, for those too many to hold.

        Raises:
            ProgressError: if the file cannot be read.
        """
        with told(self.file):
            yield from self._connection.execute(sql)

    @property
    def foreign_changes(self) -> int:
        """A number that changes when another program writes to the file."""
        number: int = self.query("PRAGMA data_version")[0][0]
        return number

    @property
    def parameters(self) -> Parameters:
        """The FSRS parameters in use: those adopted last, by whichever program or machine.

        Raises:
            ProgressError: if the file cannot be read, or what it names are no parameters.
        """
        adopted = self.query("SELECT text FROM operation WHERE kind = 'adopt' ORDER BY instant DESC, id DESC LIMIT 1")
        return parameters_from(adopted[0][0] if adopted else None)

    def first_new(self, deck: str) -> int:
        """A position before which no card of an enrolled deck is new.

        Raises:
            ProgressError: if the file cannot be read.
        """
        return self._first_new(deck, (self._renewals, self.foreign_changes))

    # What there is

    def state(self, deck: str, card: str) -> CardState:
        """The state a card is in."""
        found = self.query(f"SELECT {rows.STATE_COLUMNS} FROM card WHERE deck = ? AND card = ?", (deck, card))
        with told(self.file):
            return rows.state_from(found[0]) if found else CardState()

    def history(self, deck: str, card: str) -> list[Operation]:
        """The operations on a card, in order of (instant, id), without what was undone."""
        found = self.query(
            f"SELECT {rows.OPERATION_COLUMNS} FROM operation "
            f"WHERE deck = ? AND card = ? AND {EFFECTIVE} ORDER BY instant, id",
            (deck, card),
        )
        with told(self.file):
            return [rows.operation_from(row) for row in found]

    def days(self, first: int, last: int) -> Day:
        """What was done from one study day to another, both included."""
        sums = self.query(
            "SELECT total(answers), total(new), total(reviews), total(recalled), total(duration_ms) "
            "FROM daily WHERE day BETWEEN ? AND ?",
            (first, last),
        )[0]
        return Day(*(int(value) for value in sums))

    # What is done

    def write(
        self,
        kind: Kind,
        deck: str,
        card: str,
        moment: Moment,
        *,
        text: str | None = None,
        review: Callable[[CardState], Review] | None = None,
    ) -> tuple[Operation, CardState]:
        """Do something to a card, durably.

        Args:
            kind: anything but UNDO.
            moment: now.
            text: see ``Operation.text``.
            review: for a REVIEW: its facts, from the state the card is in at that very moment.

        Returns:
            The operation, and the state of the card after it.

        Raises:
            ProgressError: when it cannot be written; nothing has changed then.
        """
        with self.writing(renewing=kind is Kind.RESET):
            before = self.state(deck, card)
            facts = review(before) if review else None
            operation = self._operation(kind, deck, card, moment, text=text, review=facts)
            after = apply(before, operation, self.parameters)
            self._append(operation)
            self._remember(deck, card, after)
            self._count(operation, 1)
        return operation, after

    def undo(self, decks: Iterable[str], moment: Moment) -> Operation | None:
        """Take back the last operation made on these decks with this file.

        Args:
            decks: ids.
            moment: now.

        Returns:
            The operation taken back; None when there is none.

        Raises:
            ProgressError: when it cannot be written; nothing has changed then.
        """
        with self.writing():
            undone = self._last(decks)
            if undone is None:
                return None
            self._take_back(undone, moment)
        return undone

    def _take_back(self, undone: Operation, moment: Moment) -> None:
        deck, card = undone.deck, undone.card
        self._count(undone, -1)
        self._append(self._operation(Kind.UNDO, deck, card, moment, target=undone.id))
        self._remember(deck, card, replay(self.history(deck, card), self.parameters))

    def adopt(self, parameters: Parameters, moment: Moment) -> None:
        """Use other FSRS parameters from now on; what every card is remembered as is computed again with them.

        Args:
            parameters: the set.
            moment: now.

        Raises:
            ProgressError: when it cannot be written; nothing has changed then.
        """
        with self.writing():
            self._append(self._operation(Kind.ADOPT, "", "", moment, text=parameters.text))
            self._rebuild()

    def add(self, rows: Iterable[tuple[str, Sequence[object]]]) -> None:
        """Write what stands beside the log, all of it or nothing.

        Args:
            rows: statements that insert, each with its values.

        Raises:
            ProgressError: when it cannot be written; nothing has changed then.
        """
        with self.writing():
            for sql, values in rows:
                self._connection.execute(sql, values)

    def merge(self, rows: Iterable[Row], *, keep: bool = False) -> int:
        """Take in rows of other progress files, all of them or none; those that are here already change nothing.

        Args:
            rows: in any order.
            keep: let what is here stand where a row with the same id says something else.

        Returns:
            How many were new.

        Raises:
            ProgressError: when it cannot be written, or a row contradicts one that is here; nothing has changed then.
        """
        with self.writing():
            new = sum(take(self._connection, row, keep=keep) for row in rows)
            if new:
                self._rebuild()
        return new

    def new_id(self, instant: int) -> str:
        """A name unlike any other on any machine, which sorts by its UTC milliseconds."""
        return f"{instant:012x}-{self._identity()}"

    def rebuild(self) -> int:
        """Remake every card's state and every day's counts from the log.

        Returns:
            How many cards have operations.

        Raises:
            ProgressError: when it cannot be written; nothing has changed then.
        """
        with self.writing():
            return self._rebuild()

    def _rebuild(self) -> int:
        self._connection.execute("DELETE FROM card")
        log = self._connection.execute(
            f"SELECT {rows.OPERATION_COLUMNS} FROM operation WHERE {EFFECTIVE} ORDER BY deck, card, instant, id"
        )
        cards, parameters = 0, self.parameters
        for (deck, card), found in groupby(map(rows.operation_from, log), _key):
            self._remember(deck, card, replay(found, parameters))
            cards += 1
        self._connection.execute("DELETE FROM hourly")
        self._connection.execute(f"INSERT INTO hourly {rows.HOURLY} GROUP BY 1, 2, 3, 4, 5", {"sign": 1})
        self._connection.execute("DELETE FROM recall")
        self._connection.execute(f"INSERT INTO recall {rows.RECALL} GROUP BY 1, 2", {"sign": 1})
        return cards

    @contextmanager
    def writing(self, *, renewing: bool = True) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on the disk when this ends, or none of it.

        Args:
            renewing: whether a card may become new again by it.

        Raises:
            ProgressError: when it cannot be written; nothing has changed then.
        """
        self._renewals += renewing
        with transaction(self._connection, self.file):
            yield self._connection

    def another(self) -> Store:
        """The same file opened once more, for another thread; to be closed.

        Raises:
            ProgressError: if it cannot be used.
        """
        return Store.open(self.file, self._identity)

    def _operation(self, kind: Kind, deck: str, card: str, moment: Moment, **more: Any) -> Operation:
        last = self.query("SELECT max(instant) FROM operation WHERE deck = ? AND card = ?", (deck, card))[0][0]
        return self.operation(kind, deck, card, moment, last, **more)

    def operation(self, kind: Kind, deck: str, card: str, moment: Moment, last: int | None, **more: Any) -> Operation:
        """Something about to be written.

        Args:
            kind, deck, card: what is done to which card.
            moment: now.
            last: the instant at which something was last done to the card.
            more: the other fields of an operation.
        """
        # With a clock set back, a card's operations still follow each other in the order they were done.
        instant = moment.instant if last is None else max(moment.instant, last + 1)
        return Operation(
            id=self.new_id(instant),
            kind=kind,
            deck=deck,
            card=card,
            instant=instant,
            offset_minutes=moment.offset_minutes,
            day=moment.day,
            origin=self.origin,
            **more,
        )

    def _last(self, decks: Iterable[str]) -> Operation | None:
        sql = (
            f"SELECT seq, {rows.OPERATION_COLUMNS} FROM operation "
            f"WHERE deck = ? AND origin = ? AND {EFFECTIVE} ORDER BY seq DESC LIMIT 1"
        )
        found = [row for deck in decks for row in self.query(sql, (deck, self.origin))]
        return rows.operation_from(max(found)[1:]) if found else None

    def _append(self, operation: Operation) -> None:
        self._connection.execute(rows.INSERT_OPERATION, rows.operation_row(operation))

    def _remember(self, deck: str, card: str, state: CardState) -> None:
        if state == CardState():
            self._connection.execute(rows.FORGET_STATE, (deck, card))
        else:
            self._connection.execute(rows.REPLACE_STATE, (deck, card, *rows.state_row(state)))

    def _count(self, operation: Operation, sign: int) -> None:
        """Add an answer to its hour and its card, or take it away; its row stands, and is not undone."""
        if operation.review is None:
            return
        values = {"id": operation.id, "sign": sign}
        for statement in rows.COUNT:
            self._connection.execute(statement, values)
        if sign < 0:
            self._connection.execute(
                "DELETE FROM hourly WHERE day = ? AND deck = ? AND answers = 0",
                (operation.day, operation.deck),
            )
            self._connection.execute(
                "DELETE FROM recall WHERE deck = ? AND card = ? AND reviews = 0",
                (operation.deck, operation.card),
            )


def _key(operation: Operation) -> tuple[str, str]:
    return operation.deck, operation.card
