"""The plain formulas of FSRS-6 give what the library gives."""

from __future__ import annotations

import datetime as dt

import fsrs
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from quizgen.study.memory import first_memory, forgetting_curve, interval, next_memory, weights
from quizgen.study.parameters import DEFAULT, fitted

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

PARAMETERS = st.tuples(*map(st.floats, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS))
HISTORY = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 4)), min_size=1, max_size=12)


@given(st.one_of(st.just(weights(DEFAULT)), PARAMETERS), HISTORY, st.floats(0.7, 0.99))
def test_every_history_gives_the_librarys_memory_and_interval(
    w: tuple[float, ...], history: list[tuple[int, int]], retention: float
) -> None:
    scheduler = fsrs.Scheduler(w, retention, (), (), enable_fuzzing=False)
    card, memory, day = fsrs.Card(card_id=1, due=EPOCH), None, 0
    factor, decay = forgetting_curve(w)
    for days, grade in history:
        day += days
        now = EPOCH + dt.timedelta(days=day)
        if memory:
            recall = (1 + factor * days / memory[0]) ** decay
            assert recall == scheduler.get_card_retrievability(card, now)
        card, _ = scheduler.review_card(card, fsrs.Rating(grade), now)
        memory = next_memory(w, memory, grade, days) if memory else first_memory(w, grade)
        assert memory == (card.stability, card.difficulty)
        assert interval(w, memory[0], retention, 36500) == (card.due - now).days


def test_a_sets_name_follows_from_its_values() -> None:
    one = fitted(weights(DEFAULT))
    other = fitted((*weights(DEFAULT)[:-1], 0.2))
    assert one.id != other.id
    assert fitted(one.values or ()) == one
