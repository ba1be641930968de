"""Parameters fitted to a log: right derivatives, a better log loss, and adopted only then."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_tools import Clock, counted, make_deck, sit_down

from quizgen.errors import QuizgenError
from quizgen.model.review import Grade
from quizgen.study.fitting.gradient import add_gradient, log_loss
from quizgen.study.fitting.histories import History, Step, histories, reviews
from quizgen.study.fitting.trial import try_fitting
from quizgen.study.memory import first_memory, forgetting_curve, interval, next_memory, weights
from quizgen.study.parameters import DEFAULT
from quizgen.study.store import Store

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


def learner(w: Sequence[float], cards: int, seed: int = 1) -> list[History]:
    """The answers of somebody who forgets by known parameters, asked at a retention of 85 %."""
    draw = random.Random(seed)
    factor, decay = forgetting_curve(w)
    found = []
    for _ in range(cards):
        day, grade = draw.randint(0, 1000), draw.choices((1, 2, 3, 4), (2, 1, 6, 1))[0]
        steps, memory = [Step(0, grade, day)], first_memory(w, grade)
        while len(steps) < 10:
            days = max(1, round(interval(w, memory[0], 0.85, 3650) * draw.uniform(0.6, 1.6)))
            known = draw.random() < (1 + factor * days / memory[0]) ** decay
            grade = draw.choices((2, 3, 4), (1, 7, 2))[0] if known else 1
            day += days
            steps.append(Step(days, grade, day))
            memory = next_memory(w, memory, grade, days)
        found.append(steps)
    return found


_W = weights(DEFAULT)
FORGETFUL = (*(value * 0.4 for value in _W[:4]), *_W[4:8], 1.0, *_W[9:20], 0.4)
"""Parameters of somebody who forgets otherwise than most."""


def test_fitting_finds_out_how_somebody_forgets() -> None:
    found = learner(FORGETFUL, 400)
    trial = try_fitting(found, DEFAULT)
    first = sorted(step.day for history in found for step in history if step.days)[trial.learnt_from]
    truth = sum(log_loss(FORGETFUL, history, first) for history in found) / trial.held_back
    assert trial.better
    assert trial.learnt_from + trial.held_back == reviews(found) == 3600
    assert trial.loss_fitted - truth < 0.35 * (trial.loss_now - truth)
    assert trial.parameters == try_fitting(found, DEFAULT).parameters


def test_what_was_fitted_before_is_hardly_bettered() -> None:
    found = learner(FORGETFUL, 200)
    once = try_fitting(found, DEFAULT)
    again = try_fitting(found, once.parameters)
    assert again.parameters == once.parameters
    assert not again.better


def test_the_answers_held_back_are_not_seen() -> None:
    found = learner(FORGETFUL, 200)
    first = sorted(step.day for history in found for step in history if step.days)[int(reviews(found) * 0.8)]
    other = [[step if step.day < first else step._replace(grade=1) for step in history] for history in found]
    assert try_fitting(other, DEFAULT).parameters == try_fitting(found, DEFAULT).parameters


def test_too_few_answers_fit_nothing() -> None:
    with pytest.raises(QuizgenError, match="there are 360 reviews on later days, too few"):
        try_fitting(learner(FORGETFUL, 40), DEFAULT)


def test_histories_start_anew_at_a_reset_and_leave_out_what_was_undone(tmp_path: Path) -> None:
    clock, deck = Clock(), make_deck(1)
    with Store.open(tmp_path / "progress.sqlite3", counted()) as store:
        for days, grade in ((0, Grade.EASY), (20, Grade.HARD), (200, Grade.AGAIN)):
            clock.turn(days=days)
            sit_down(store, deck, clock).answer(grade)
        sit_down(store, deck, clock).undo()
        sit_down(store, deck, clock).reset(deck.id, "card-000")
        sit_down(store, deck, clock).answer(Grade.GOOD)
        found = histories(store)
    day = found[0][0].day
    assert found == [[Step(0, 4, day), Step(20, 2, day + 20)], [Step(0, 3, day + 220)]]


def test_for_somebody_who_forgets_as_most_do_the_defaults_stay() -> None:
    assert not try_fitting(learner(weights(DEFAULT), 400), DEFAULT).better
