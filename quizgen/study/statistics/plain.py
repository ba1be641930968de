"""Figures as plain values for JSON, and the log as a table for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import timedelta, timezone
from typing import IO

from quizgen.study.days import instant_at
from quizgen.study.statistics.answers import CHOSEN, Scope
from quizgen.study.statistics.conclusions import conclude
from quizgen.study.statistics.figures import Stage, Statistics
from quizgen.study.statistics.recall import Recall
from quizgen.study.store import Store

_DAYS = frozenset({"day", "first", "last"})
"""Fields that hold a study day; it is told as an ISO date."""
_LOG = (
    "id",
    "instant",
    "offset_minutes",
    "day",
    "kind",
    "deck",
    "card",
    "target",
    "text",
    "grade",
    "mode",
    "duration_ms",
    "typed",
    "elapsed_days",
    "interval_s",
    "parameters",
    "phase_before",
    "phase_after",
    "stability_before",
    "stability_after",
    "difficulty_before",
    "difficulty_after",
    "due_day_before",
    "due_day_after",
)
LOG_COLUMNS = ("id", "time", *_LOG[3:])
"""Of the table that ``write_log`` writes: ``time`` is local, with its distance from UTC."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_plain(statistics: Statistics) -> Mapping[str, object]:
    """All figures as dictionaries, lists, numbers and texts; with what they come to, in words."""
    plain = _plain(statistics)
    assert isinstance(plain, dict)
    return plain | {"conclusions": conclude(statistics)}


def _plain(value: object) -> object:
    if isinstance(value, Stage):
        return value.name.lower()
    if is_dataclass(value):
        told = {
            field.name: _date(found) if field.name in _DAYS and isinstance(found, int) else _plain(found)
            for field in fields(value)
            for found in [getattr(value, field.name)]
        }
        return told | {"share": value.share} if isinstance(value, Recall) else told
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _date(day: int) -> str:
    return instant_at(day * 86_400_000).date().isoformat()


def write_log(store: Store, scope: Scope, out: IO[str]) -> int:
    """Write the log as CSV, one operation a line in the order of time, with what was undone and its undoing.

    Text that a spreadsheet would run as a formula gets an apostrophe before it.

    Args:
        store: the progress file.
        scope: the decks; operations of no deck go with all decks alone.
        out: a text file opened with ``newline=""``.

    Returns:
        How many operations were written.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    writer = csv.writer(out)
    writer.writerow(LOG_COLUMNS)
    rows = store.query(
        f"SELECT {', '.join(_LOG)} FROM operation WHERE {CHOSEN} ORDER BY instant, operation.id", scope.values
    )
    writer.writerows(map(_log_row, rows))
    return len(rows)


def _log_row(row: Sequence[object]) -> Iterator[object]:
    name, instant, offset, day, *rest = row
    assert isinstance(instant, int)
    assert isinstance(offset, int)
    assert isinstance(day, int)
    local = instant_at(instant).astimezone(timezone(timedelta(minutes=offset)))
    yield from (name, local.isoformat(timespec="milliseconds"), _date(day))
    for value in rest:
        yield f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
