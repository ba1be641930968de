"""How one answers: what a simulated learner must do alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.study.statistics.answers import CHOSEN, Scope
from quizgen.study.store import Store
from quizgen.study.summary import USUAL_MS

_ENOUGH = 50
"""Answers from which on one's own habits count."""
_FIRST = (0.2, 0.1, 0.6, 0.1)
_KNOWN = (0.1, 0.8, 0.1)
"""Shares of grades where the log does not tell them."""


@dataclass(frozen=True, slots=True)
class Habits:
    """Shares of grades, and time taken."""

    first: tuple[float, ...]
    """Of again, hard, good and easy, to a card seen for the first time."""
    known: tuple[float, ...]
    """Of hard, good and easy, where a card was known."""
    review_ms: float
    """Time for an answer to a card that had been learned."""
    learning_ms: float
    """Time on the learning steps of a new card, or of one that was forgotten."""


def habits(store: Store, scope: Scope) -> Habits:
    """The habits of the last year, or usual ones where there is too little to tell.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    rows = store.query(
        "SELECT stage, grade, sum(answers), sum(duration_ms) FROM hourly "
        f"WHERE day BETWEEN :year AND :day AND {CHOSEN} GROUP BY stage, grade",
        scope.values,
    )
    new, known = [0] * 4, [0] * 3
    review_ms = learning_ms = reviews = 0
    for stage, grade, answers, duration_ms in rows:
        if stage == 0:
            new[grade - 1] += answers
        if stage < 2:
            learning_ms += duration_ms
            continue
        review_ms += duration_ms
        reviews += answers
        if grade > 1:
            known[grade - 2] += answers
    learnt = sum(new) + reviews - sum(known)
    return Habits(
        _shares(new, _FIRST),
        _shares(known, _KNOWN),
        review_ms / reviews if reviews >= _ENOUGH and review_ms else USUAL_MS,
        learning_ms / learnt if learnt >= _ENOUGH and learning_ms else 2 * USUAL_MS,
    )


def _shares(counts: Sequence[int], usual: tuple[float, ...]) -> tuple[float, ...]:
    total = sum(counts)
    return tuple(count / total for count in counts) if total >= _ENOUGH else usual
