"""The log as histories: what each card was asked, and how it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from quizgen.study.caches import EFFECTIVE
from quizgen.study.days import elapsed_days
from quizgen.study.store import Store


class Step(NamedTuple):
    """One answer."""

    days: int
    """Study days since the answer before; 0 at the first."""
    grade: int
    day: int
    """The study day."""


History = Sequence[Step]
"""The answers to a card, since it was new or was reset."""


def histories(store: Store) -> list[History]:
    """All histories of a log, in the order of decks and cards.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    rows = store.query(
        "SELECT deck, card, kind, grade, day FROM operation "
        f"WHERE kind IN ('review', 'reset') AND {EFFECTIVE} ORDER BY deck, card, instant, id"
    )
    return [history for _, found in groupby(rows, key=lambda row: row[:2]) for history in _split(found)]


def _split(rows: Iterator[tuple[str, str, str, int, int]]) -> Iterator[History]:
    """The histories between a card's resets."""
    steps: list[Step] = []
    for _, _, kind, grade, day in rows:
        if kind == "reset":
            if steps:
                yield steps
            steps = []
        else:
            steps.append(Step(elapsed_days(steps[-1].day, day) if steps else 0, grade, day))
    if steps:
        yield steps


def tells(step: Step) -> bool:
    """Whether an answer tells of memory: answers on one day are no test of it, nor is the first."""
    return step.days > 0


def reviews(found: Sequence[History]) -> int:
    """How many answers tell of memory."""
    return sum(tells(step) for history in found for step in history)
