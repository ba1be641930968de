"""The file a log is carried in: lines of JSON, a head, the rows in order of (instant, id), and their number.

Two progress files with the same log give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from quizgen.errors import ProgressError
from quizgen.study.moving.columns import TABLES, fault
from quizgen.study.moving.merging import Row
from quizgen.study.store import Store

_VERSION = 1
_HEAD = {"quizgen-progress": _VERSION, **{table: list(columns) for table, columns in TABLES.items()}}
_LONGEST = 1 << 20
"""Bytes of a line."""
_HINT = "Nothing was taken from it; export it again with `quizgen progress export`."


def lines(store: Store) -> Iterator[str]:
    """The file's lines, of all that was ever done.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    yield _line(_HEAD)
    count = 0
    for table, columns in TABLES.items():
        with store.scan(f"SELECT {', '.join(columns)} FROM {table} ORDER BY instant, id") as rows:
            for row in rows:
                yield _line([table, *row])
                count += 1
    yield _line(["end", count])


def rows_in(file: IO[bytes], name: str) -> Iterator[Row]:
    """The rows of such a file, each found to be one.

    Args:
        file: its bytes; read line by line, whatever its size.
        name: tells people where an error is.

    Raises:
        ProgressError: it is no such file, is cut off, or a line of it is wrong.
    """
    _check_head(_parsed(file, f"{name}:1"), name)
    number = 2
    while (row := _parsed(file, where := f"{name}:{number}")) != ["end", number - 2]:
        yield _checked(row, where)
        number += 1
    if file.read(1):
        raise ProgressError("something follows the end of the log", f"{name}:{number + 1}", _HINT)


def _check_head(head: object, name: str) -> None:
    version = head.get("quizgen-progress") if isinstance(head, dict) else None
    if isinstance(version, int) and version > _VERSION:
        raise ProgressError("the file was exported by a newer quizgen", name, "Update quizgen; nothing was taken yet.")
    if head != _HEAD:
        raise ProgressError("this is no exported progress", name, "Make one with `quizgen progress export`.")


def _parsed(file: IO[bytes], where: str) -> object:
    line = file.readline(_LONGEST)
    if not line.endswith(b"\n"):
        raise ProgressError("the file is cut off or no exported progress", where, _HINT)
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError):
        raise ProgressError("the line cannot be read", where, _HINT) from None
    return value


def _checked(row: object, where: str) -> Row:
    table = row[0] if isinstance(row, list) and row else None
    columns = TABLES.get(table) if isinstance(table, str) else None
    if not isinstance(row, list) or not isinstance(table, str) or columns is None or len(row) != len(columns) + 1:
        raise ProgressError("the line is no row of a log", where, _HINT)
    wrong = fault(table, dict(zip(columns, row[1:], strict=True)))
    if wrong:
        raise ProgressError(f"the line holds no right {wrong}", where, _HINT)
    return Row(table, tuple(columns), tuple(row[1:]))


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
