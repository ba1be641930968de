"""Opening the progress file: its identity, its version, its durability, and its troubles told to people."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from quizgen.errors import ProgressError
from quizgen.study.schema import APPLICATION_ID, MIGRATIONS, SCRATCH

BUSY_SECONDS = 10.0
"""How long to wait for another program that is writing; a write takes milliseconds."""

_TROUBLES = {
    sqlite3.SQLITE_BUSY: (
        "the progress file is held by another program",
        "Close the other program and try again; nothing was lost.",
    ),
    sqlite3.SQLITE_READONLY: (
        "the progress file cannot be written",
        "Allow writing to the file and its folder, or name another folder with --data-dir.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "the progress file cannot be opened",
        "Allow writing to its folder, or name another folder with --data-dir.",
    ),
    sqlite3.SQLITE_FULL: (
        "the disk is full",
        "Make room and try again; every answer before this one is safe.",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk does not read or write the progress file",
        "Check the disk; every answer before this one was written.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "the progress file is damaged",
        "Put a backup in its place; `sqlite3 FILE .recover` may save what is left.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "this is not a progress file",
        "Move it away to start afresh, or name another folder with --data-dir.",
    ),
}


_DAMAGE = (
    sqlite3.SQLITE_ERROR,  # a table or a column is not there
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
    0,  # text is no UTF-8, or a value none that is ever written
)
"""What else a file brings about that is not as it was left; our statements themselves are known to be right."""
_OURS = (sqlite3.ProgrammingError, sqlite3.InterfaceError)
"""What no file brings about."""


class _Telling:
    """See `told`; a class, since a grade passes through many, and a generator would cost four times as much."""

    __slots__ = ("_file",)

    def __init__(self, file: Path) -> None:
        self._file = file

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if not isinstance(error, (sqlite3.Error, UnicodeDecodeError)) or isinstance(error, _OURS):
            return
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        trouble = _TROUBLES.get(sqlite3.SQLITE_CORRUPT if code in _DAMAGE else code)
        if trouble is not None:
            raise ProgressError(trouble[0], str(self._file), trouble[1]) from error


def told(file: Path) -> AbstractContextManager[None]:
    """Tell the database's troubles as errors for people.

    Raises:
        ProgressError: for what a user can mend; anything else is a fault of ours and passes unchanged.
    """
    return _Telling(file)


@contextmanager
def transaction(connection: sqlite3.Connection, file: Path) -> Iterator[None]:
    """All of it is written and on the disk when this ends, or none of it.

    Raises:
        ProgressError: when it cannot be written; nothing has changed then.
    """
    with told(file):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def connect(file: Path, new_origin: Callable[[], str], migrations: Sequence[str] = MIGRATIONS) -> sqlite3.Connection:
    """Open the progress file, making or migrating it where needed.

    Args:
        file: its path; the folder is made if missing.
        new_origin: names a new file, unlike any other.
        migrations: what leads from each schema version to the next.

    Raises:
        ProgressError: if it cannot be opened for writing, is not ours, or is of a newer version.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "Name another folder with --data-dir."
        raise ProgressError(f"the folder for progress cannot be made: {error.strerror}", str(file), hint) from error
    with told(file):
        # As a path that no file: can begin; uri is for what is attached.
        connection = sqlite3.connect(file.absolute(), timeout=BUSY_SECONDS, isolation_level=None, uri=True)
        try:
            _check(connection, file, len(migrations))
            _prepare(connection)
            _migrate(connection, file, new_origin, migrations)
            connection.executescript(SCRATCH)
        except BaseException:
            connection.close()
            raise
    return connection


def _check(connection: sqlite3.Connection, file: Path, known: int) -> None:
    """Refuse what is not ours before anything is written to it."""
    connection.execute("BEGIN")  # one look: another program may be making the file
    mark, version = _number(connection, "PRAGMA application_id"), _number(connection, "PRAGMA user_version")
    fresh = not (mark or version or _number(connection, "SELECT count(*) FROM sqlite_schema"))
    connection.execute("COMMIT")
    if mark != APPLICATION_ID and not fresh:
        raise ProgressError("this database is not a progress file", str(file), "Name another with --data-dir.")
    if version > known:
        message = f"the progress file is of version {version}, newer than the {known} known here"
        raise ProgressError(message, str(file), "Update quizgen; the file is as it was.")


def _prepare(connection: sqlite3.Connection) -> None:
    deadline = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        # Of two programs that make the file at once, SQLite refuses one here without waiting.
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: fsync alone does not reach the disk
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -8192")  # KiB: an answer touches a dozen pages all over the file


def _migrate(
    connection: sqlite3.Connection, file: Path, new_origin: Callable[[], str], migrations: Sequence[str]
) -> None:
    """Bring the file to the latest version; also finds out at the start whether it can be written at all."""
    with transaction(connection, file):
        version = _number(connection, "PRAGMA user_version")
        if version == len(migrations):
            return
        if version:
            _back_up(file, version)
        for migration in migrations[version:]:
            for statement in _statements(migration):
                connection.execute(statement)
        if not version:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("INSERT INTO meta VALUES ('origin', ?)", (new_origin(),))
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _back_up(file: Path, version: int) -> None:
    """Copy the file as it was, beside it; through another connection, which sees nothing of the migration."""
    target = file.with_name(f"{file.name}.v{version}.backup")
    count = 1
    while target.exists():
        count += 1
        target = file.with_name(f"{file.name}.v{version}.backup{count}")
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)


def _statements(script: str) -> Iterator[str]:
    """Split a script, since ``executescript`` would commit the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _number(connection: sqlite3.Connection, query: str) -> int:
    value: int = connection.execute(query).fetchone()[0]
    return value
