"""The log loss of a history, and how it changes with each parameter.

The derivatives of ``quizgen.study.memory``'s formulas, put together from the last answer back to the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import e, log

from quizgen.study.fitting.histories import History, Step, tells
from quizgen.study.memory import LEAST_STABILITY, Memory, first_memory, forgetting_curve, next_memory

_LEAST = 1e-6
"""Nothing is held for more certain than this, so that one answer cannot outweigh all others."""

Weights = Sequence[float]


def log_loss(w: Weights, history: History, first: int | None = None) -> float:
    """Minus the logarithm of the probability that the parameters gave to what happened, summed over a history.

    Args:
        w: the parameters.
        history: of a card.
        first: the study day from which answers count; all if None.
    """
    factor, decay = forgetting_curve(w)
    memory = first_memory(w, history[0].grade)
    loss = 0.0
    for step in history[1:]:
        if tells(step) and (first is None or step.day >= first):
            recall = (1 + factor * step.days / memory[0]) ** decay
            loss -= log(max(_LEAST, recall if step.grade > 1 else 1 - recall))
        memory = next_memory(w, memory, step.grade, step.days)
    return loss


def add_gradient(w: Weights, history: History, gradient: list[float]) -> None:
    """Add the derivatives of a history's log loss by each parameter.

    Args:
        w: the parameters.
        history: of a card.
        gradient: one sum a parameter.
    """
    if len(history) < 2:
        return
    memories = [first_memory(w, history[0].grade)]
    for step in history[1:-1]:
        memories.append(next_memory(w, memories[-1], step.grade, step.days))
    by_stability = by_difficulty = 0.0
    for step, memory in zip(reversed(history[1:]), reversed(memories), strict=True):
        back = _across_days if step.days > 0 else _same_day
        through = by_difficulty
        by_stability, by_difficulty = back(w, memory, step, by_stability, gradient)
        by_difficulty += _difficulty(w, memory[1], step.grade, through, gradient)
    _first(w, history[0].grade, by_stability, by_difficulty, gradient)


def _across_days(w: Weights, memory: Memory, step: Step, by_after: float, gradient: list[float]) -> tuple[float, float]:
    """Back over an answer on a later day: the derivatives by stability and difficulty before it."""
    stability = memory[0]
    factor, decay = forgetting_curve(w)
    base = 1 + factor * step.days / stability
    recall = base**decay
    back = _forgotten if step.grade == 1 else _recalled
    by_stability, by_difficulty, by_recall = back(w, memory, recall, step.grade, by_after, gradient)
    if step.grade > 1:
        by_recall -= 1 / recall if recall > _LEAST else 0.0
    else:
        by_recall += 1 / (1 - recall) if 1 - recall > _LEAST else 0.0
    slope = decay * recall / base * step.days / stability
    by_stability -= by_recall * slope * factor / stability
    factor_by_decay = -(factor + 1) * log(0.9) / decay**2
    gradient[20] -= by_recall * (recall * log(base) + slope * factor_by_decay)
    return by_stability, by_difficulty


def _recalled(
    w: Weights, memory: Memory, recall: float, grade: int, by_after: float, gradient: list[float]
) -> tuple[float, float, float]:
    """The derivatives by stability, difficulty and retrievability before an answer that was right."""
    stability, difficulty = memory
    bonus = w[15] if grade == 2 else w[16] if grade == 4 else 1.0
    room = e ** w[8] * (11 - difficulty) * stability ** -w[9]
    lift = e ** ((1 - recall) * w[10])
    growth = room * (lift - 1) * bonus
    by_growth = by_after * stability
    gradient[8] += by_growth * growth
    gradient[9] -= by_growth * growth * log(stability)
    gradient[10] += by_growth * room * bonus * (1 - recall) * lift
    if grade != 3:
        gradient[15 if grade == 2 else 16] += by_growth * room * (lift - 1)
    return (
        by_after * (1 + growth * (1 - w[9])),
        -by_growth * growth / (11 - difficulty),
        -by_growth * room * bonus * w[10] * lift,
    )


def _forgotten(
    w: Weights, memory: Memory, recall: float, _: int, by_after: float, gradient: list[float]
) -> tuple[float, float, float]:
    """The derivatives by stability, difficulty and retrievability before an answer that was wrong."""
    stability, difficulty = memory
    scale = difficulty ** -w[12] * e ** ((1 - recall) * w[14])
    power = (stability + 1) ** w[13]
    after, short = w[11] * scale * (power - 1), stability * e ** -(w[17] * w[18])
    if min(after, short) <= LEAST_STABILITY:
        return 0.0, 0.0, 0.0
    if short < after:
        gradient[17] -= by_after * w[18] * short
        gradient[18] -= by_after * w[17] * short
        return by_after * short / stability, 0.0, 0.0
    gradient[11] += by_after * after / w[11]
    gradient[12] -= by_after * after * log(difficulty)
    gradient[13] += by_after * w[11] * scale * power * log(stability + 1)
    gradient[14] += by_after * after * (1 - recall)
    return (
        by_after * w[11] * scale * w[13] * power / (stability + 1),
        -by_after * w[12] * after / difficulty,
        -by_after * after * w[14],
    )


def _same_day(w: Weights, memory: Memory, step: Step, by_after: float, gradient: list[float]) -> tuple[float, float]:
    """Back over another answer on one day; the difficulty has no part in it."""
    stability = memory[0]
    growth = e ** (w[17] * (step.grade - 3 + w[18])) * stability ** -w[19]
    after = stability * growth
    if step.grade > 1 and growth <= 1.0:
        return by_after, 0.0
    if after <= LEAST_STABILITY:
        return 0.0, 0.0
    gradient[17] += by_after * after * (step.grade - 3 + w[18])
    gradient[18] += by_after * after * w[17]
    gradient[19] -= by_after * after * log(stability)
    return by_after * growth * (1 - w[19]), 0.0


def _difficulty(w: Weights, difficulty: float, grade: int, by_after: float, gradient: list[float]) -> float:
    """Back over a change of difficulty."""
    easiest = w[4] - e ** (3 * w[5]) + 1
    change = -w[6] * (grade - 3)
    damped = difficulty + (10.0 - difficulty) * change / 9.0
    if not 1.0 < w[7] * easiest + (1 - w[7]) * damped < 10.0:
        return 0.0
    gradient[4] += by_after * w[7]
    gradient[5] -= by_after * w[7] * 3 * e ** (3 * w[5])
    gradient[6] -= by_after * (1 - w[7]) * (10.0 - difficulty) / 9.0 * (grade - 3)
    gradient[7] += by_after * (easiest - damped)
    return by_after * (1 - w[7]) * (1 - change / 9.0)


def _first(w: Weights, grade: int, by_stability: float, by_difficulty: float, gradient: list[float]) -> None:
    """Back over the first answer."""
    gradient[grade - 1] += by_stability
    lift = e ** (w[5] * (grade - 1))
    if 1.0 < w[4] - lift + 1 < 10.0:
        gradient[4] += by_difficulty
        gradient[5] -= by_difficulty * (grade - 1) * lift
