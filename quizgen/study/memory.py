"""FSRS-6 as plain functions of its parameters, for what asks it a million times: fitting and simulating.

They give to the last digit what the ``fsrs`` library gives, which takes twenty times as long. The formulas are
those of https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import e

from quizgen.study.parameters import Parameters

Memory = tuple[float, float]
"""Stability in days, and difficulty from 1 to 10."""

LEAST_STABILITY = 0.001


def weights(parameters: Parameters) -> tuple[float, ...]:
    """The 21 numbers of a set; for the defaults this loads the library."""
    if parameters.values is not None:
        return parameters.values
    from fsrs.scheduler import DEFAULT_PARAMETERS

    return tuple(DEFAULT_PARAMETERS)


def forgetting_curve(w: Sequence[float]) -> tuple[float, float]:
    """Factor and decay of the curve: retrievability is ``(1 + factor * days / stability) ** decay``."""
    decay = -w[20]
    return 0.9 ** (1 / decay) - 1, decay


def interval(w: Sequence[float], stability: float, retention: float, longest: int) -> int:
    """Days until retrievability falls to the retention wanted, at least 1.

    Args:
        w: the parameters.
        stability: days.
        retention: the probability of recall wanted.
        longest: days.
    """
    factor, decay = forgetting_curve(w)
    days: int = round(stability / factor * (retention ** (1 / decay) - 1))
    return min(max(days, 1), longest)


def first_memory(w: Sequence[float], grade: int) -> Memory:
    """The memory after the first answer."""
    return max(w[grade - 1], LEAST_STABILITY), _clamped(_first_difficulty(w, grade))


def next_memory(w: Sequence[float], memory: Memory, grade: int, days: int) -> Memory:
    """The memory after one more answer.

    Args:
        w: the parameters.
        memory: before it.
        grade: from 1, again, to 4, easy.
        days: study days since the answer before.
    """
    stability, difficulty = memory
    if days < 1:
        after = _same_day(w, stability, grade)
    else:
        factor, decay = forgetting_curve(w)
        retrievability = (1 + factor * days / stability) ** decay
        if grade == 1:
            after = _forgotten(w, stability, difficulty, retrievability)
        else:
            after = _recalled(w, stability, difficulty, retrievability, grade)
    return max(after, LEAST_STABILITY), _next_difficulty(w, difficulty, grade)


def _recalled(w: Sequence[float], stability: float, difficulty: float, retrievability: float, grade: int) -> float:
    hard = w[15] if grade == 2 else 1
    easy = w[16] if grade == 4 else 1
    room = e ** w[8] * (11 - difficulty) * stability ** -w[9]
    growth: float = room * (e ** ((1 - retrievability) * w[10]) - 1) * hard * easy
    return stability * (1 + growth)


def _forgotten(w: Sequence[float], stability: float, difficulty: float, retrievability: float) -> float:
    kept = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1)
    long: float = kept * e ** ((1 - retrievability) * w[14])
    short: float = stability / e ** (w[17] * w[18])
    return min(long, short)


def _same_day(w: Sequence[float], stability: float, grade: int) -> float:
    growth: float = e ** (w[17] * (grade - 3 + w[18])) * stability ** -w[19]
    return stability * (growth if grade == 1 else max(growth, 1.0))


def _first_difficulty(w: Sequence[float], grade: int) -> float:
    first: float = w[4] - e ** (w[5] * (grade - 1)) + 1
    return first


def _next_difficulty(w: Sequence[float], difficulty: float, grade: int) -> float:
    damped = difficulty + (10.0 - difficulty) * -(w[6] * (grade - 3)) / 9.0
    return _clamped(w[7] * _first_difficulty(w, 4) + (1 - w[7]) * damped)


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)
