"""The progress file: an append-only log of operations, and the state of every card kept beside it.

Each operation is one transaction. The state of a card is a cache: the replay of its operations in order of
(instant, id), less those undone. ``rebuild`` remakes all caches from the log alone.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from quizgen.model.deck import Deck
from quizgen.model.review import CardState, Kind, Operation, Review
from quizgen.study import caches, rows
from quizgen.study.caches import EFFECTIVE
from quizgen.study.database import connect, told, transaction
from quizgen.study.days import Moment
from quizgen.study.dues import Dues
from quizgen.study.enrolment import Enrolment
from quizgen.study.library.beside import Table, beside
from quizgen.study.moving.merging import Row, take
from quizgen.study.parameters import Parameters, parameters_from
from quizgen.study.replay import apply, replay

_KNOWN = f"""
SELECT {rows.STATE_COLUMNS}, (SELECT max(instant) FROM operation WHERE deck = :deck AND card = :card),
  (SELECT text FROM operation WHERE kind = 'adopt' ORDER BY instant DESC, id DESC LIMIT 1)
FROM (SELECT 1) LEFT JOIN card ON deck = :deck AND card = :card
"""
"""What is to be known of a card before something is done to it: its state, when something last was, the parameters."""

Identity = Callable[[], str]
"""Gives a new name, unlike any other on any machine, at each call."""


def random_identity() -> str:
    """Sixteen hexadecimal digits from the system's source of randomness."""
    return os.urandom(8).hex()


class Day(NamedTuple):
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
        self._dues = Dues(self.query)

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

    @contextmanager
    def scan(
        self, sql: str, values: Sequence[object] | Mapping[str, object] = ()
    ) -> Iterator[Iterable[tuple[Any, ...]]]:
        """The rows of a reading statement one by one, for those too many to hold.

        Raises:
            ProgressError: if the file cannot be read.
        """
        with told(self.file):
            yield self._connection.execute(sql, values)

    @contextmanager
    def beside(self, decks: Sequence[Deck]) -> Iterator[Mapping[str, Table]]:
        """Let reading statements join the cards of decks, each in the table told by its id.

        Raises:
            ProgressError: if the file cannot be read.
        """
        with told(self.file), beside(self._connection, decks) as tables:
            yield tables

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

    def due(self, first: int, last: int) -> Mapping[int, int]:
        """How many reviews are due on each study day from the first to the last, over all decks.

        Raises:
            ProgressError: if the file cannot be read.
        """
        return self._dues.between(first, last, self.foreign_changes)

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
        review: Callable[[CardState, Parameters], Review] | None = None,
    ) -> tuple[Operation, CardState]:
        """Do something to a card, durably.

        Args:
            kind: anything but UNDO.
            moment: now.
            text: see ``Operation.text``.
            review: for a REVIEW: its facts, from the state it is in at that very moment and the parameters in use.

        Returns:
            The operation, and the state of the card after it.

        Raises:
            ProgressError: when it cannot be written; nothing has changed then.
        """
        with transaction(self._connection, self.file):
            *found, last, adopted = self._connection.execute(_KNOWN, {"deck": deck, "card": card}).fetchone()
            before = CardState() if found[0] is None else rows.state_from(found)
            parameters = parameters_from(adopted)
            facts = review(before, parameters) if review else None
            operation = self.operation(kind, deck, card, moment, last, text=text, review=facts)
            after = apply(before, operation, parameters)
            self._append(operation)
            caches.remember(self._connection, deck, card, after)
            caches.count(self._connection, operation, 1)
        self._renewals += kind is Kind.RESET
        self._dues.move(before, after)
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
            undone = self.last(decks)
            if undone is None:
                return None
            self._take_back(undone, moment)
        return undone

    def _take_back(self, undone: Operation, moment: Moment) -> None:
        deck, card = undone.deck, undone.card
        caches.count(self._connection, undone, -1)
        self._append(self._operation(Kind.UNDO, deck, card, moment, target=undone.id))
        caches.remember(self._connection, deck, card, replay(self.history(deck, card), self.parameters))

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
            caches.rebuild(self._connection, self.parameters)

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
                caches.rebuild(self._connection, self.parameters)
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
            return caches.rebuild(self._connection, self.parameters)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on the disk when this ends, or none of it.

        Raises:
            ProgressError: when it cannot be written; nothing has changed then.
        """
        self._renewals += 1
        self._dues.forget()
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

    def last(self, decks: Iterable[str]) -> Operation | None:
        """The last operation made on these decks with this file that is not taken back, if there is one."""
        sql = (
            f"SELECT {rows.OPERATION_COLUMNS} FROM operation NOT INDEXED WHERE origin = ? "
            f"AND deck IN (SELECT value FROM json_each(?)) AND {EFFECTIVE} ORDER BY seq DESC LIMIT 1"
        )
        found = self.query(sql, (self.origin, json.dumps(list(decks))))
        return rows.operation_from(found[0]) if found else None

    def _append(self, operation: Operation) -> None:
        self._connection.execute(rows.INSERT_OPERATION, rows.operation_row(operation))
