"""Parameters fitted to a log: right derivatives, a better log loss, and adopted only then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.study.fitting.gradient import add_gradient, log_loss
from quizgen.study.fitting.histories import History, Step
from quizgen.study.memory import weights
from quizgen.study.parameters import DEFAULT

HISTORIES = st.lists(st.tuples(st.sampled_from([0, 0, 1, 3, 10, 40]), st.integers(1, 4)), min_size=1, max_size=8).map(
    lambda steps: [Step(days if place else 0, grade, 0) for place, (days, grade) in enumerate(steps)]
)
SCALES = st.lists(st.floats(0.8, 1.25), min_size=21, max_size=21)


@given(SCALES, HISTORIES)
def test_the_derivatives_are_those_of_the_log_loss(scales: list[float], history: History) -> None:
    w = [scale * value for scale, value in zip(scales, weights(DEFAULT), strict=True)]
    gradient = [0.0] * 21
    add_gradient(w, history, gradient)
    for place in range(21):
        up, down = (_slope(w, history, place, side) for side in (1e-6, -1e-6))
        if up == pytest.approx(down, rel=1e-3, abs=1e-4):  # else at a bend, where there is no slope
            assert gradient[place] == pytest.approx((up + down) / 2, rel=1e-3, abs=1e-4), place


def _slope(w: list[float], history: History, place: int, side: float) -> float:
    """How the log loss changes with a parameter, to one side."""
    moved = list(w)
    moved[place] += side * abs(w[place])
    return (log_loss(moved, history) - log_loss(w, history)) / (moved[place] - w[place])
