"""Operations and card states as rows of the progress file; columns are named as the fields are."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from quizgen.model.review import CardState, Grade, Kind, Mode, Operation, Phase, Review

_OPERATION = tuple(field.name for field in fields(Operation) if field.name != "review")
_REVIEW = tuple(field.name for field in fields(Review))
_STATE = tuple(field.name for field in fields(CardState))

_operation_values, _review_values, _state_values = attrgetter(*_OPERATION), attrgetter(*_REVIEW), attrgetter(*_STATE)
_NO_REVIEW = (None,) * len(_REVIEW)

OPERATION_COLUMNS = ", ".join(_OPERATION + _REVIEW)
STATE_COLUMNS = ", ".join(_STATE)

INSERT_OPERATION = f"INSERT INTO operation ({OPERATION_COLUMNS}) VALUES ({', '.join('?' * len(_OPERATION + _REVIEW))})"
REPLACE_STATE = (
    f"INSERT OR REPLACE INTO card (deck, card, {STATE_COLUMNS}) VALUES ({', '.join('?' * (len(_STATE) + 2))})"
)
FORGET_STATE = "DELETE FROM card WHERE deck = ? AND card = ?"

_HOUR = "day, deck, hour, stage, grade"
COUNT_ALL = f"INSERT INTO hourly SELECT {_HOUR}, count(*), sum(duration_ms) FROM answer GROUP BY {_HOUR}"
"""Fills the empty cache of statistics."""
COUNT_ONE = (
    f"INSERT INTO hourly SELECT {_HOUR}, :sign, :sign * duration_ms FROM answer WHERE id = :id "
    "ON CONFLICT DO UPDATE SET answers = answers + excluded.answers, duration_ms = duration_ms + excluded.duration_ms"
)
"""Adds an answer to it, or with a sign of -1 takes it away."""


def operation_row(operation: Operation) -> tuple[object, ...]:
    """The values for ``INSERT_OPERATION``."""
    review = operation.review
    return (*_operation_values(operation), *(_NO_REVIEW if review is None else _review_values(review)))


def operation_from(row: Sequence[Any]) -> Operation:
    """The operation of a row of ``OPERATION_COLUMNS``.

    Raises:
        sqlite3.DataError: nobody ever wrote such a row: the file is damaged.
    """
    values = dict(zip(_OPERATION, row, strict=False))
    try:
        values["kind"] = Kind(values["kind"])
        review = _review_from(row[len(_OPERATION) :]) if values["kind"] is Kind.REVIEW else None
    except ValueError as error:
        raise sqlite3.DataError(str(error)) from error
    return Operation(**values, review=review)


def state_row(state: CardState) -> tuple[object, ...]:
    """The values for ``REPLACE_STATE``, after deck and card."""
    values: tuple[object, ...] = _state_values(state)
    return values


def state_from(row: Sequence[Any]) -> CardState:
    """The state of a row of ``STATE_COLUMNS``.

    Raises:
        sqlite3.DataError: nobody ever wrote such a row: the file is damaged.
    """
    values = dict(zip(_STATE, row, strict=True))
    try:
        values["phase"] = Phase(values["phase"])
    except ValueError as error:
        raise sqlite3.DataError(str(error)) from error
    values["leech"] = bool(values["leech"])
    values["suspended"] = bool(values["suspended"])
    return CardState(**values)


def _review_from(row: Sequence[Any]) -> Review:
    values = dict(zip(_REVIEW, row, strict=True))
    values["grade"] = Grade(values["grade"])
    values["mode"] = Mode(values["mode"])
    values["leech"] = bool(values["leech"])
    values["phase_before"] = Phase(values["phase_before"])
    values["phase_after"] = Phase(values["phase_after"])
    return Review(**values)
