"""The trial of fitted parameters: they must foretell answers they have not seen better than those in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.errors import QuizgenError
from quizgen.study.fitting.fit import fit
from quizgen.study.fitting.gradient import log_loss
from quizgen.study.fitting.histories import History, reviews, tells
from quizgen.study.memory import first_memory, interval, next_memory, weights
from quizgen.study.parameters import DEFAULT, Parameters, fitted

ENOUGH = 400
"""Answers that tell of memory below which nothing is fitted."""
_LEARNT_FROM = 0.8
"""The share of answers to learn from, the earliest; the later ones are held back."""
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Trial:
    """Parameters fitted to the earlier answers, tried on the later ones."""

    parameters: Parameters
    learnt_from: int
    """Answers that tell of memory."""
    held_back: int
    """Likewise, later ones, which the fitting did not see."""
    loss_now: float
    """Mean log loss on those held back, with the parameters in use."""
    loss_fitted: float
    """With the fitted ones."""

    @property
    def better(self) -> bool:
        """Whether they may be adopted."""
        return self.loss_fitted < self.loss_now


def try_fitting(found: Sequence[History], in_use: Parameters) -> Trial:
    """Fit parameters to the earlier four fifths of a log, and try them on the rest.

    Args:
        found: all histories of the log.
        in_use: the parameters to beat.

    Raises:
        QuizgenError: if there are too few answers.
    """
    answers = reviews(found)
    if answers < ENOUGH:
        message = f"there are {answers} reviews on later days, too few to fit parameters to"
        raise QuizgenError(message, hint=f"Study on until there are {ENOUGH}; the defaults serve well until then.")
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    first = _first_held_back(found)
    earlier = [[step for step in history if step.day < first] for history in found]
    bounds = list(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True))
    values = fit([history for history in earlier if history], weights(DEFAULT), bounds)
    parameters = fitted(tuple(round(value, _DIGITS) for value in values))
    held_back = answers - reviews(earlier)
    return Trial(
        parameters,
        answers - held_back,
        held_back,
        _loss(weights(in_use), found, first) / held_back,
        _loss(weights(parameters), found, first) / held_back,
    )


def known_intervals(parameters: Parameters, retention: float, longest: int, count: int = 5) -> list[int]:
    """The first intervals, in days, of a card that is always known when it comes.

    Args:
        parameters: the set.
        retention: the retention wanted.
        longest: the longest interval, in days.
        count: how many.
    """
    w = weights(parameters)
    memory = first_memory(w, 3)
    days = [interval(w, memory[0], retention, longest)]
    while len(days) < count:
        memory = next_memory(w, memory, 3, days[-1])
        days.append(interval(w, memory[0], retention, longest))
    return days


def forgotten_interval(parameters: Parameters, retention: float, longest: int) -> int:
    """The interval, in days, after such a card was forgotten in place of its last success."""
    w = weights(parameters)
    memory = first_memory(w, 3)
    for days in known_intervals(parameters, retention, longest, 3):
        memory = next_memory(w, memory, 3, days)
    days = interval(w, memory[0], retention, longest)
    return interval(w, next_memory(w, memory, 1, days)[0], retention, longest)


def _first_held_back(found: Sequence[History]) -> int:
    """The study day from which answers are held back."""
    days = sorted(step.day for history in found for step in history if tells(step))
    return days[int(len(days) * _LEARNT_FROM)]


def _loss(w: Sequence[float], found: Sequence[History], first: int) -> float:
    return sum(log_loss(w, history, first) for history in found if history[-1].day >= first)
