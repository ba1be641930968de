"""Figures of where the cards stand: what is to come, and how well they are remembered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import sub
from statistics import median
from typing import NamedTuple

from quizgen.study.library.beside import Table
from quizgen.study.memory import forgetting_curve
from quizgen.study.statistics.answers import CHOSEN, Scope
from quizgen.study.statistics.figures import MATURE_DAYS, Forecast, Histogram, Memories, Stage
from quizgen.study.store import Store

DAYS_AHEAD = 30

STABILITY_EDGES = (1.0, 3.0, 7.0, 14.0, 30.0, 90.0, 180.0, 365.0)
DIFFICULTY_EDGES = (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)
RETRIEVABILITY_EDGES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)

# CROSS, since the database would rather look up all cards of the deck than those that were learned.
_AT_HAND = "CROSS JOIN {table} AS m ON m.row = :row AND m.id = c.card AND m.hidden = 0"
_LEARNED = """
SELECT c.due_day, c.last_day, c.stability, c.difficulty
FROM card AS c {index} {at_hand} WHERE c.deck = :deck AND c.phase {phases} AND c.suspended = 0
"""
_REVIEWED = {"phases": "= 2", "index": ""}
_LEARNING = {"phases": "IN (1, 3)", "index": "INDEXED BY card_learning"}
_HIDDEN = "SELECT count(*) FROM {table} WHERE row = :row AND hidden = 1"
_SUSPENDED = f"SELECT count(*) FROM card AS c {_AT_HAND} WHERE c.deck = :deck AND c.suspended = 1"


@dataclass(slots=True)
class Learned:
    """Cards that have been answered and will be again, a list for each thing known of them: there may be 100,000."""

    due: list[int] = field(default_factory=list)
    """The study day on which a card is due."""
    seen: list[int] = field(default_factory=list)
    """The one on which it was last seen."""
    stability: list[float] = field(default_factory=list)
    difficulty: list[float] = field(default_factory=list)


class Cards(NamedTuple):
    """Where all cards stand."""

    learned: Learned
    """Of all decks."""
    stages: Mapping[str, Counter[int]]
    """How many learned cards are at each stage, by the id of their deck."""
    new: Mapping[str, int]
    """Cards never answered, of each deck at hand."""


def stand(store: Store, scope: Scope, tables: Mapping[str, Table]) -> Cards:
    """Where the cards stand that can still be shown: not suspended, and in their deck where that is at hand.

    Args:
        store: the progress file.
        scope: decks and day.
        tables: of the decks at hand, beside the progress file.
    """
    learned = Learned()
    stages: dict[str, Counter[int]] = {}
    for (deck,) in store.query(f"SELECT DISTINCT deck FROM card WHERE {CHOSEN}", scope.values):
        stages[deck] = _learn(store, deck, tables.get(deck), learned)
    new = {deck: _new(store, deck, table, stages.get(deck, Counter())) for deck, table in tables.items()}
    return Cards(learned, stages, new)


def _new(store: Store, deck: str, table: Table, learned: Counter[int]) -> int:
    hidden, suspended = (
        store.query(sql.format(table=table.name), _of(deck, table))[0][0] for sql in (_HIDDEN, _SUSPENDED)
    )
    return int(table.cards - hidden - suspended - learned.total())


def _learn(store: Store, deck: str, table: Table | None, learned: Learned) -> Counter[int]:
    """Add a deck's learned cards to those of others; how many are at each stage."""
    first = len(learned.due)
    _add(store, deck, table, _REVIEWED, learned)
    reviewed = len(learned.due) - first
    mature = sum(wait >= MATURE_DAYS for wait in map(sub, learned.due[first:], learned.seen[first:]))
    _add(store, deck, table, _LEARNING, learned)
    learning = len(learned.due) - first - reviewed
    return +Counter[int]({Stage.LEARNING: learning, Stage.YOUNG: reviewed - mature, Stage.MATURE: mature})


def _add(store: Store, deck: str, table: Table | None, which: Mapping[str, str], learned: Learned) -> None:
    at_hand = _AT_HAND.format(table=table.name) if table else ""
    sql = _LEARNED.format(at_hand=at_hand, **which)
    add_due, add_seen = learned.due.append, learned.seen.append
    add_stability, add_difficulty = learned.stability.append, learned.difficulty.append
    with store.scan(sql, _of(deck, table)) as rows:
        for due, seen, stability, difficulty in rows:
            add_due(due)
            add_seen(seen)
            add_stability(stability)
            add_difficulty(difficulty)


def _of(deck: str, table: Table | None) -> Mapping[str, object]:
    return {"deck": deck, "row": table.row if table else None}


def forecast(learned: Learned, day: int) -> Forecast:
    """What is due on each of the coming days."""
    due = Counter(learned.due)
    backlog = sum(number for due_day, number in due.items() if due_day < day)
    return Forecast(backlog, tuple(due[day + ahead] for ahead in range(DAYS_AHEAD)))


def memory(learned: Learned, day: int, w: Sequence[float]) -> Memories:
    """How well cards are remembered on a study day.

    Args:
        learned: the cards.
        day: the study day.
        w: the FSRS parameters in use.
    """
    factor, decay = forgetting_curve(w)
    recall = [
        (1 + factor * (day - seen if seen < day else 0) / stability) ** decay
        for seen, stability in zip(learned.seen, learned.stability, strict=True)
    ]
    stability = sorted(learned.stability)  # here, so that it is sorted once for both
    return Memories(
        stability=Histogram.of(stability, STABILITY_EDGES),
        middle=median(stability) if stability else None,
        difficulty=Histogram.of(learned.difficulty, DIFFICULTY_EDGES),
        retrievability=Histogram.of(recall, RETRIEVABILITY_EDGES),
        known=sum(recall),
    )
