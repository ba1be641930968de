"""Fitting: from the parameters in use downhill to those that explain the histories best."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from math import cos, pi, sqrt

from quizgen.study.fitting.gradient import add_gradient
from quizgen.study.fitting.histories import History, tells

_EPOCHS = 5
"""Times that a long log is gone through."""
_LEAST_STEPS = 250
"""Downhill; a short log is gone through more often to take as many."""
_BATCH = 512
"""Answers that tell of memory, for one step downhill."""
_RATE = 0.04
_MOMENTUM, _SCALE_MEMORY, _TINY = 0.9, 0.999, 1e-8
"""Of Adam (Kingma and Ba, 2015), as most figures here are those of the library's own optimiser."""
_SPREAD = 0.5
"""How far parameters usually lie from the defaults, as a share of them: what few answers say is held against it."""
_LEAST_SPREAD = 0.02


def fit(histories: Sequence[History], defaults: Sequence[float], bounds: Sequence[tuple[float, float]]) -> list[float]:
    """The parameters that explain histories best, as far as there are answers enough to leave the defaults.

    Each parameter is held by a normal distribution about its default; always the same result for the same log.

    Args:
        histories: to learn from.
        defaults: the library's parameters.
        bounds: the least and the greatest value of each.
    """
    told = [history for history in histories if any(map(tells, history))]
    answers = sum(sum(map(tells, history)) for history in told)
    spreads = [max(_LEAST_SPREAD, _SPREAD * abs(default)) for default in defaults]
    downhill = _Adam(len(defaults))
    w, draw = list(defaults), random.Random(answers)
    each = max(1, answers // _BATCH)
    epochs = max(_EPOCHS, -(-_LEAST_STEPS // each))
    done = 0
    for _ in range(epochs):
        draw.shuffle(told)
        for batch, size in _batches(told):
            slope = [0.0] * len(w)
            for history in batch:
                add_gradient(w, history, slope)
            scaled = [
                by * spread / size + (value - default) / spread / answers
                for by, value, default, spread in zip(slope, w, defaults, spreads, strict=True)
            ]
            moves = downhill.moves(scaled, _RATE * (1 + cos(pi * min(1.0, done / (epochs * each)))) / 2)
            w = [
                min(max(value - move * spread, low), high)
                for value, move, spread, (low, high) in zip(w, moves, spreads, bounds, strict=True)
            ]
            done += 1
    return w


def _batches(histories: Sequence[History]) -> Iterator[tuple[list[History], int]]:
    """Whole histories, so many that they hold enough answers; each lot with their number."""
    batch: list[History] = []
    size = 0
    for history in histories:
        batch.append(history)
        size += sum(map(tells, history))
        if size >= _BATCH:
            yield batch, size
            batch, size = [], 0
    if batch:
        yield batch, size


class _Adam:
    """Steps downhill, each parameter at a pace of its own."""

    def __init__(self, count: int) -> None:
        self._mean = [0.0] * count
        self._square = [0.0] * count
        self._steps = 0

    def moves(self, slope: Sequence[float], rate: float) -> list[float]:
        """How far to go down against each slope."""
        self._steps += 1
        for place, by in enumerate(slope):
            self._mean[place] += (1 - _MOMENTUM) * (by - self._mean[place])
            self._square[place] += (1 - _SCALE_MEMORY) * (by * by - self._square[place])
        less, lesser = 1 - _MOMENTUM**self._steps, 1 - _SCALE_MEMORY**self._steps
        return [
            rate * mean / less / (sqrt(square / lesser) + _TINY)
            for mean, square in zip(self._mean, self._square, strict=True)
        ]
