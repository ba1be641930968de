"""What a row of a carried log may hold, column by column: nothing else gets into the progress file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from quizgen.model.characters import ILLEGAL
from quizgen.model.review import Grade, Kind, Mode, Phase
from quizgen.study.rows import OPERATION_COLUMNS

Check = Callable[[object], bool]
"""Whether a value may stand in a column."""

_LAST_INSTANT = 7_258_118_400_000
"""The year 2200: a row from beyond it would push all later ones there."""
_LONGEST = 10_000
"""Characters of a text."""


def _whole(low: int, high: int) -> Check:
    return lambda value: type(value) is int and low <= value <= high


def _number(low: float, high: float) -> Check:
    # Bounds refuse NaN too; a truth value is no number.
    return lambda value: isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high


def _one_of(values: Iterable[int | str]) -> Check:
    known = frozenset(values)
    return lambda value: type(value) in (int, str) and value in known


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _text(value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return False
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _name(value: object) -> bool:
    return _text(value) and not ILLEGAL.search(str(value))


def _id(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= 100


_instant, _offset, _day, _count = _whole(0, _LAST_INSTANT), _whole(-1440, 1440), _whole(-2, 200_000), _whole(0, 1 << 40)
_stability, _difficulty = _number(1e-6, 1e9), _number(1, 10)

_OPERATION: Mapping[str, Check] = {
    "id": _id, "kind": _one_of(Kind), "deck": _name, "card": _name, "instant": _instant, "offset_minutes": _offset,
    "day": _day, "origin": _id, "target": _or_none(_id), "text": _or_none(_text), "grade": _one_of(Grade),
    "mode": _one_of(Mode), "duration_ms": _count, "typed": _or_none(_text), "answer_hash": _name,
    "leech": _whole(0, 1), "elapsed_days": _or_none(_whole(0, 200_000)), "interval_s": _count, "parameters": _name,
    "scheduler": _name, "phase_before": _one_of(Phase), "phase_after": _one_of(set(Phase) - {Phase.NEW}),
    "step_after": _or_none(_whole(0, 1000)), "stability_before": _or_none(_stability), "stability_after": _stability,
    "difficulty_before": _or_none(_difficulty), "difficulty_after": _difficulty, "due_day_before": _or_none(_day),
    "due_day_after": _day, "due_at_before": _or_none(_instant), "due_at_after": _or_none(_instant),
}  # fmt: skip

_QUIZ: Mapping[str, Check] = {
    "id": _id, "instant": _instant, "offset_minutes": _offset, "day": _day, "origin": _id, "title": _text,
    "seed": _text, "asked": _count, "correct": _count, "points": _number(0, 1e9), "scored": _number(0, 1e9),
    "duration_ms": _count, "limit_ms": _or_none(_count),
}  # fmt: skip

_PRACTICE: Mapping[str, Check] = {
    "id": _id, "quiz": _or_none(_id), "place": _or_none(_count), "part": _or_none(_count), "exam_day": _or_none(_day),
    "instant": _instant, "day": _day, "deck": _name, "card": _name, "mode": _name, "share": _number(0, 1),
    "given": _or_none(_text), "question": _or_none(_text), "answer": _or_none(_text),
    "points": _or_none(_number(0, 1e9)), "duration_ms": _count,
}  # fmt: skip

TABLES: Mapping[str, Mapping[str, Check]] = MappingProxyType(
    {
        "operation": {name: _OPERATION[name] for name in OPERATION_COLUMNS.split(", ")},
        "quiz": _QUIZ,
        "practice": _PRACTICE,
    }
)
"""The tables whose rows are carried, with the columns of each in order."""

_HEAD = ("id", "kind", "deck", "card", "instant", "offset_minutes", "day", "origin", "target", "text")
"""Columns that every operation has; the others are an answer's."""


def fault(table: str, row: Mapping[str, object]) -> str:
    """What is wrong with a row, such as a column's name; empty where nothing is."""
    answer = table != "operation" or row["kind"] == Kind.REVIEW
    for name, check in TABLES[table].items():
        fits = check(row[name]) if answer or name in _HEAD else row[name] is None
        if not fits:
            return name
    return _contradiction(row) if table == "operation" else ""


def _contradiction(row: Mapping[str, object]) -> str:
    """The column that contradicts the others."""
    if (row["target"] is not None) is not (row["kind"] == Kind.UNDO):
        return "target"
    if row["kind"] != Kind.ADOPT and not (row["deck"] and row["card"]):
        return "card"
    learned = row["phase_after"] in (None, Phase.REVIEW)
    for name in ("step_after", "due_at_after"):
        if (row[name] is None) is not learned:
            return name
    return ""
