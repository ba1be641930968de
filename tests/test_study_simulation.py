"""The coming months played through: limits held, a higher aim costs more, easy days are easier."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from log_tools import TODAY, long_log
from study_tools import Clock, counted, make_deck, sit_down

from quizgen.model.review import Grade
from quizgen.study.days import moment, weekday
from quizgen.study.habits import Habits, habits
from quizgen.study.memory import weights
from quizgen.study.parameters import DEFAULT
from quizgen.study.settings import Settings
from quizgen.study.simulation import Workload, simulate
from quizgen.study.statistics.answers import Scope
from quizgen.study.statistics.cards import Learned
from quizgen.study.store import Store

HABITS = Habits((0.2, 0.1, 0.6, 0.1), (0.1, 0.8, 0.1), 6000.0, 20_000.0)
COUNT = 300


def learned(count: int) -> Learned:
    """Cards that are due within twenty days."""
    return Learned(
        due=[TODAY + number % 20 for number in range(count)],
        seen=[TODAY - 5] * count,
        stability=[5.0 + number % 30 for number in range(count)],
        difficulty=[5.0] * count,
    )


CARDS, NONE = learned(COUNT), Learned()


def play(settings: Settings, cards: Learned = CARDS, new: int = 0, days: int = 120) -> Workload:
    return simulate(cards, new, TODAY, days, weights(DEFAULT), HABITS, settings)


def test_a_higher_aim_costs_more_and_keeps_more() -> None:
    found = [play(Settings(desired_retention=aim)) for aim in (0.80, 0.90, 0.95)]
    loads = [sum(one.reviews) for one in found]
    assert loads == sorted(loads)
    assert loads[2] > 1.5 * loads[0]
    assert [one.known for one in found] == sorted(one.known for one in found)
    assert [one.retention for one in found] == [0.80, 0.90, 0.95]


def test_the_days_limits_hold_and_what_is_left_waits() -> None:
    settings = Settings(reviews_per_day=4, new_per_day=3)
    found = play(settings, new=10, days=30)
    assert max(found.reviews) == 4
    assert found.new[:5] == (3, 3, 3, 1, 0)
    assert found.learned == 310
    assert found.late > 150
    assert play(replace(settings, reviews_per_day=0), days=30).reviews == (0,) * 30


def test_the_same_is_played_alike() -> None:
    assert play(Settings(), new=50) == play(Settings(), new=50)


def test_time_is_that_of_reviews_and_of_learning() -> None:
    assert play(Settings(), cards=NONE, new=20, days=1).minutes == pytest.approx(20 * 20 / 60)
    once = Learned(
        due=[TODAY], seen=[TODAY], stability=[10_000.0], difficulty=[1.0]
    )  # seen today, so it is surely known
    assert play(Settings(), cards=once, days=1).minutes == pytest.approx(0.1)


def test_easy_days_get_about_half() -> None:
    found = play(Settings(easy_days=("sat", "sun")), cards=learned(4 * COUNT), days=240)
    loads: Counter[str] = Counter()
    for number, reviews in enumerate(found.reviews):
        loads[weekday(TODAY + number)] += reviews * (number >= 60)
    easy, other = (loads["sat"] + loads["sun"]) / 2, (sum(loads.values()) - loads["sat"] - loads["sun"]) / 5
    assert 0.3 * other < easy < 0.75 * other


def test_nothing_learned_is_nothing_to_do() -> None:
    found = play(Settings(), cards=NONE, days=7)
    assert (found.reviews, found.learned, found.known, found.minutes) == ((0,) * 7, 0, 0, 0.0)


def test_habits_are_the_learners_once_there_is_enough_to_tell(tmp_path: Path) -> None:
    long_log(tmp_path / "years.sqlite3", 1, 300, 12)
    with Store.open(tmp_path / "years.sqlite3") as store:
        own = habits(store, Scope(TODAY))
    assert own.known == pytest.approx((0.2, 0.6, 0.2), abs=0.05)
    assert own.review_ms == pytest.approx(8500, rel=0.1)
    assert sum(own.first) == pytest.approx(1.0)
    with Store.open(tmp_path / "day.sqlite3", counted()) as store:
        clock = Clock()
        sit_down(store, make_deck(1), clock).answer(Grade.GOOD, duration_ms=99_000)
        few = habits(store, Scope(moment(clock(), 4).day))
    assert (few.review_ms, few.learning_ms) == (8000, 16_000)
