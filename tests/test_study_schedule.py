"""The schedule: the reference library's on whole days, by study days where the library counts spans."""

from __future__ import annotations

import datetime as dt
import random

import fsrs
import pytest

from quizgen.model.review import CardState, Grade, Kind, Operation, Phase
from quizgen.study.answering import Answer, facts
from quizgen.study.days import Moment
from quizgen.study.replay import apply
from quizgen.study.schedule import outcomes, remember
from quizgen.study.settings import Settings

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
DAY_MS = 86_400_000


def answered(state: CardState, grade: Grade, day: int, settings: Settings) -> CardState:
    """The state after an answer at noon of a study day."""
    now = Moment(day * DAY_MS + DAY_MS // 2, 0, day)
    given = Answer(grade=grade, mode=settings.mode, duration_ms=1, typed=None, answer_hash="h")
    review = facts(given, state, outcomes(state, day, settings)[grade], now, settings)
    return apply(
        state,
        Operation(
            id="1",
            kind=Kind.REVIEW,
            deck="d",
            card="c",
            instant=now.instant,
            offset_minutes=0,
            day=day,
            origin="o",
            review=review,
        ),
    )


@pytest.mark.parametrize("seed", range(100))
def test_whole_day_histories_equal_the_reference(seed: int) -> None:
    draw = random.Random(seed)
    steps = [(), (dt.timedelta(minutes=1), dt.timedelta(minutes=10))][seed % 2]
    settings = Settings(
        desired_retention=draw.choice([0.75, 0.8, 0.9, 0.95]),
        maximum_interval=draw.choice([100, 36500]),
        learning_steps=steps,
        relearning_steps=steps[:1],
    )
    reference = fsrs.Scheduler(
        desired_retention=settings.desired_retention,
        learning_steps=settings.learning_steps,
        relearning_steps=settings.relearning_steps,
        maximum_interval=settings.maximum_interval,
        enable_fuzzing=False,
    )
    card, state, day = fsrs.Card(card_id=1, due=EPOCH), CardState(), 20_000
    for _ in range(25):
        grade = draw.choices(list(Grade), [2, 2, 5, 1])[0]
        at = EPOCH + dt.timedelta(days=day, hours=12)
        card, _ = reference.review_card(card, fsrs.Rating(int(grade)), at)
        state = answered(state, grade, day, settings)
        assert (state.stability, state.difficulty) == (card.stability, card.difficulty)
        assert (int(state.phase), state.step) == (int(card.state), card.step)
        if state.phase is Phase.REVIEW:
            assert state.due_at is None
            assert state.due_day == (card.due - EPOCH).days
        else:
            assert state.due_at == (card.due - EPOCH) // dt.timedelta(milliseconds=1)
        day += draw.choice([0, 1, 2, 7, 40])


def test_steps_are_counted_by_the_clock_and_reviews_by_the_day() -> None:
    fresh = outcomes(CardState(), 20_000, Settings())
    assert [fresh[grade].interval_s for grade in Grade] == [60, 330, 600, 8 * 86400]
    assert [fresh[grade].days for grade in Grade] == [None, None, None, 8]


def test_an_evening_and_an_earlier_evening_are_one_day_apart() -> None:
    learned = CardState(phase=Phase.REVIEW, stability=5.0, difficulty=5.0, last_day=20_000, due_day=20_005, reviews=3)
    same_day = outcomes(learned, 20_000, Settings())[Grade.GOOD]
    next_day = outcomes(learned, 20_001, Settings())[Grade.GOOD]
    reference = fsrs.Scheduler(enable_fuzzing=False)
    start = EPOCH + dt.timedelta(days=20_000)
    card = fsrs.Card(card_id=1, state=fsrs.State.Review, stability=5.0, difficulty=5.0, due=start, last_review=start)
    after, _ = reference.review_card(card, fsrs.Rating.Good, start + dt.timedelta(days=1))
    assert next_day.stability == after.stability
    assert next_day.stability > same_day.stability


def test_a_clock_set_back_counts_as_the_same_day() -> None:
    learned = CardState(phase=Phase.REVIEW, stability=5.0, difficulty=5.0, last_day=20_000, due_day=20_005, reviews=3)
    for day in (19_990, 19_999):
        assert outcomes(learned, day, Settings()) == outcomes(learned, 20_000, Settings())
        assert remember(learned, Grade.GOOD, day) == remember(learned, Grade.GOOD, 20_000)


def test_memory_depends_on_neither_steps_nor_retention() -> None:
    state = CardState()
    settings = Settings(desired_retention=0.8, learning_steps=(), relearning_steps=())
    for day, grade in (
        (20_000, Grade.GOOD),
        (20_000, Grade.AGAIN),
        (20_004, Grade.HARD),
        (20_020, Grade.AGAIN),
    ):
        outcome = outcomes(state, day, settings)[grade]
        assert remember(state, grade, day) == (outcome.stability, outcome.difficulty)
        state = answered(state, grade, day, settings)


def test_a_higher_retention_comes_sooner() -> None:
    learned = CardState(phase=Phase.REVIEW, stability=50.0, difficulty=5.0, last_day=20_000, due_day=20_050, reviews=9)
    days = [
        outcomes(learned, 20_050, Settings(desired_retention=retention))[Grade.GOOD].days
        for retention in (0.80, 0.90, 0.95)
    ]
    assert None not in days
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 3


def test_a_card_whose_first_reviews_were_undone_elsewhere_starts_afresh() -> None:
    """A merged log may leave a review that once was not the first."""
    odd = CardState(phase=Phase.REVIEW, reviews=1)
    assert remember(odd, Grade.GOOD, 20_000) == remember(CardState(), Grade.GOOD, 20_000)
