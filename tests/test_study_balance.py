"""Fuzz: the usual bounds, the day with the least load, away from siblings, and the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_tools import Clock, counted, make_deck, sit_down

from quizgen.model.review import Grade, Phase
from quizgen.study.balance import balanced, bounds
from quizgen.study.days import weekday
from quizgen.study.schedule import Outcome
from quizgen.study.store import Store

MOST = 36_500


def outcome(days: int) -> Outcome:
    return Outcome(Phase.REVIEW, None, 5.0, 5.0, days * 86_400)


def empty(first: int, last: int) -> Mapping[int, int]:
    return {}


@pytest.mark.parametrize(
    ("interval", "low", "high"),
    [(1, 1, 1), (2, 2, 2), (3, 2, 4), (7, 5, 9), (10, 8, 12), (20, 17, 23), (100, 93, 107)],
)
def test_the_bounds_are_the_usual_ones(interval: int, low: int, high: int) -> None:
    assert bounds(interval, MOST) == (low, high)


def test_the_longest_interval_is_never_passed() -> None:
    assert bounds(100, 100) == (93, 100)
    assert bounds(3, 3) == (2, 3)


def test_the_day_with_the_least_load_is_taken() -> None:
    loads = {8: 5, 9: 4, 10: 7, 11: 2, 12: 9}
    asked: list[tuple[int, int]] = []

    def load(first: int, last: int) -> Mapping[int, int]:
        asked.append((first, last))
        return loads

    assert balanced({Grade.GOOD: outcome(10)}, MOST, load, (), "seed")[Grade.GOOD].days == 11
    assert asked == [(8, 12)]


def test_a_siblings_day_is_avoided_even_when_empty() -> None:
    loads = {8: 5, 9: 4, 10: 7, 12: 9}
    chosen = balanced({Grade.GOOD: outcome(10)}, MOST, lambda *_: loads, {11}, "seed")
    assert chosen[Grade.GOOD].days == 9


def test_equal_days_are_decided_by_the_seed() -> None:
    days = {balanced({Grade.GOOD: outcome(10)}, MOST, empty, (), str(n))[Grade.GOOD].days for n in range(60)}
    assert days == {8, 9, 10, 11, 12}


def test_a_learning_step_stays_as_it_is() -> None:
    step = Outcome(Phase.LEARNING, 0, 1.0, 5.0, 600)
    assert balanced({Grade.AGAIN: step}, MOST, empty, (), "seed") == {Grade.AGAIN: step}


@given(
    st.lists(st.integers(1, 500), min_size=3, max_size=3).map(sorted),
    st.integers(1, 600),
    st.dictionaries(st.integers(1, 600), st.integers(0, 5)),
    st.sets(st.integers(1, 600)),
    st.text(max_size=5),
)
def test_grades_keep_their_order_and_their_bounds(
    days: list[int], most: int, loads: dict[int, int], siblings: set[int], seed: str
) -> None:
    raw = {grade: outcome(min(interval, most)) for grade, interval in zip(list(Grade)[1:], days, strict=True)}
    chosen = balanced(raw, most, lambda first, last: loads, siblings, seed)
    intervals = [chosen[grade].days or 0 for grade in raw]
    assert intervals == sorted(intervals)
    for grade, before in raw.items():
        low, high = bounds(before.days or 0, most)
        assert low <= (chosen[grade].days or 0) <= high
    assert chosen == balanced(raw, most, lambda first, last: loads, siblings, seed)


def test_an_easy_day_is_taken_while_it_has_less_than_half_the_load() -> None:
    def chosen(loads: Mapping[int, int]) -> int | None:
        raw = {Grade.GOOD: outcome(10)}
        return balanced(raw, MOST, lambda *_: loads, (), "seed", easy=lambda day: day == 9)[Grade.GOOD].days

    even = dict.fromkeys(range(8, 13), 7)
    assert chosen(even) != 9
    assert chosen(even | {9: 4}) != 9
    assert chosen(even | {9: 2}) == 9


def test_easy_days_are_weekdays_of_the_day_a_card_comes_again(tmp_path: Path) -> None:
    settings = {"easy_days": ("fri", "sat", "sun", "mon", "tue", "wed")}
    with Store.open(tmp_path / "progress.sqlite3", counted()) as store:
        for number in range(12):
            session = sit_down(store, make_deck(1, f"deck-{number}"), Clock(), **settings)
            session.answer(Grade.EASY)
        due = Counter(weekday(day) for (day,) in store.query("SELECT due_day FROM card"))
    assert due == {"sun": 2, "mon": 2, "tue": 2, "wed": 2, "thu": 4}
