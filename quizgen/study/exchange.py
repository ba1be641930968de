"""Progress moved between machines without a server: the log as lines of JSON, merged by the ids of its operations.

A merged log is the union of the logs, whatever came first and however often; every card's memory is then replayed
from it in order of (instant, id), and the intervals chosen then are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from types import UnionType
from typing import Any, NoReturn, get_args, get_type_hints

from quizgen.errors import ProgressError
from quizgen.model.review import Kind, Operation, Review
from quizgen.study.rows import OPERATION_COLUMNS, operation_from
from quizgen.study.store import Store

HEAD = {"quizgen-progress": 1}
"""The first line, which tells the version."""
_LONGEST_LINE = 1 << 20
_BIGGEST = 1 << 53
"""No number in a log comes near it."""


def exported(store: Store) -> Iterator[bytes]:
    """The lines of a progress file's log, in order of (instant, id); the same log always gives the same lines.

    Raises:
        ProgressError: it cannot be read.
    """
    yield _line(HEAD)
    for row in store.query(f"SELECT {OPERATION_COLUMNS} FROM operation ORDER BY instant, id"):
        yield _line(_told(operation_from(row)))


def _line(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _told(operation: Operation) -> dict[str, object]:
    parts = (operation,) if operation.review is None else (operation, operation.review)
    values = {field.name: getattr(part, field.name) for part in parts for field in fields(part)}
    return {name: value for name, value in values.items() if value is not None and name != "review"}


def operations_in(lines: Iterable[bytes], where: str) -> list[Operation]:
    """The operations of an exported log.

    Args:
        lines: of the file.
        where: its name, for errors.

    Raises:
        ProgressError: any line of it is no operation; it names the line.
    """
    found: list[Operation] = []
    version: object = None
    for number, line in enumerate(lines, 1):
        value = _parsed(line, f"{where}:{number}")
        if number == 1:
            version = value.get("quizgen-progress")
            if version != HEAD["quizgen-progress"]:
                newer = isinstance(version, int)
                hint = "Update quizgen." if newer else "Make one with: quizgen progress export"
                told = "a newer quizgen wrote this progress" if newer else "this is no exported progress"
                raise ProgressError(told, where, hint)
            continue
        found.append(_operation(value, f"{where}:{number}"))
    if version is None:
        raise ProgressError("the file is empty", where, "Make one with: quizgen progress export")
    return found


def _parsed(line: bytes, where: str) -> dict[str, Any]:
    def refuse(constant: str) -> NoReturn:
        raise ValueError(constant)

    try:
        value = json.loads(line, parse_constant=refuse) if len(line) <= _LONGEST_LINE else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise ProgressError("this line is no operation of a log", where, "Export the progress anew.")
    return value


def _operation(value: dict[str, Any], where: str) -> Operation:
    kind = value.get("kind")
    parts: list[type[Operation] | type[Review]] = [Operation, Review] if kind == Kind.REVIEW else [Operation]
    known = {field.name for part in parts for field in fields(part)} - {"review"}
    if unknown := sorted(value.keys() - known):
        raise ProgressError(f"an operation has no {unknown[0]!r}", where, "Export the progress anew.")
    review = Review(**_values(Review, value, where)) if kind == Kind.REVIEW else None
    return Operation(**_values(Operation, value, where), review=review)


def _values(part: type[Operation] | type[Review], value: Mapping[str, Any], where: str) -> dict[str, Any]:
    hints = get_type_hints(part)
    named = (field for field in fields(part) if field.name != "review")
    return {field.name: _value(field, hints[field.name], value.get(field.name), where) for field in named}


def _value(field: Field[Any], hint: Any, given: Any, where: str) -> Any:
    """A field's value, of exactly the type that the model gives it."""
    types = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if given is None:
        if type(None) in types:
            return None
        if field.default is not MISSING:
            return field.default
    for kind in types:
        if issubclass(kind, Enum):
            if type(given) in (int, str) and given in [member.value for member in kind]:
                return kind(given)
        elif kind is float and type(given) in (int, float) and abs(given) < _BIGGEST:
            return float(given)
        elif type(given) is kind and _is_held(given):
            return given
    raise ProgressError(f"{field.name} of an operation is not {given!r:.60}", where, "Export the progress anew.")


def _is_held(value: object) -> bool:
    """Whether a database holds it as it is: no huge number, no half of a character."""
    if isinstance(value, str):
        return not any("\ud800" <= character <= "\udfff" for character in value)
    return not isinstance(value, int) or abs(value) < _BIGGEST
