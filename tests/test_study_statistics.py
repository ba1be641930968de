"""Statistics equal a plain recount of the log, and say only what the figures carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from log_tools import TODAY, long_log
from study_tools import Clock, counted, make_deck, sit_down

from quizgen.model.deck import Deck
from quizgen.model.review import Grade, Kind, Operation, Phase
from quizgen.study.days import moment
from quizgen.study.statistics import conclusions
from quizgen.study.statistics.figures import (
    Buttons,
    Calendar,
    Forecast,
    Histogram,
    Hour,
    KindFigures,
    Memories,
    Period,
    Recall,
    Stage,
    Statistics,
    StudyDay,
)
from quizgen.study.statistics.gathering import gather
from quizgen.study.statistics.recall import streak
from quizgen.study.store import Store

Steps = list[tuple[str, Grade, int]]
STEPS: st.SearchStrategy[Steps] = st.lists(
    st.tuples(
        st.sampled_from(["answer", "answer", "answer", "undo", "bury"]), st.sampled_from(Grade), st.integers(0, 60)
    ),
    max_size=25,
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "progress.sqlite3", counted())


def learn(store: Store, deck: Deck, steps: Steps, clock: Clock) -> None:
    """Go through some days of study; a step waits so many hours before it."""
    for what, grade, hours in steps:
        clock.turn(hours=hours)
        session = sit_down(store, deck, clock)
        if what == "undo":
            session.undo()
        elif session.current is not None:
            session.bury() if what == "bury" else session.answer(grade, duration_ms=1000 + hours)


def answers(store: Store, deck: Deck) -> list[Operation]:
    """The answers to a deck that were not undone."""
    return [one for card in deck.cards for one in store.history(deck.id, card.id) if one.review is not None]


def stage(answer: Operation) -> Stage:
    """Where the card stood, from the facts of the answer."""
    review = answer.review
    assert review is not None
    if review.phase_before in (Phase.NEW, Phase.LEARNING, Phase.RELEARNING):
        return Stage.NEW if review.phase_before is Phase.NEW else Stage.LEARNING
    assert review.due_day_before is not None
    assert review.elapsed_days is not None
    return Stage.MATURE if review.due_day_before - (answer.day - review.elapsed_days) >= 21 else Stage.YOUNG


@settings(max_examples=40)
@given(STEPS)
def test_figures_equal_a_recount_of_the_log(tmp_path_factory: pytest.TempPathFactory, steps: Steps) -> None:
    deck, clock = make_deck(4), Clock()
    with Store.open(tmp_path_factory.mktemp("log") / "progress.sqlite3", counted()) as store:
        learn(store, deck, steps, clock)
        today = moment(clock(), 4).day
        figures, log = gather(store, [deck], today, 0.9), answers(store, deck)
    graded = [(stage(one), one.review.grade) for one in log if one.review]
    assert {day.day: day.answers for day in figures.calendar.days} == Counter(one.day for one in log)
    assert sum(day.duration_ms for day in figures.calendar.days) == sum(o.review.duration_ms for o in log if o.review)
    expected = Counter((max(Stage.LEARNING, where), grade) for where, grade in graded)
    for row in figures.buttons:
        assert row.grades == tuple(expected[row.stage, grade] for grade in Grade)
    for period in figures.retention:
        lately = [one for one in log if one.day > today - period.days]
        for where, found in ((Stage.YOUNG, period.young), (Stage.MATURE, period.mature)):
            grades = [one.review.grade for one in lately if one.review and stage(one) is where]
            assert found == Recall(len(grades), sum(grade is not Grade.AGAIN for grade in grades))
    hours = Counter(one.instant // 3_600_000 % 24 for one in log)
    assert [hour.answers for hour in figures.hours] == [hours[hour] for hour in range(24)]
    known = {one.card for one in log}
    assert figures.memories.stability.cards == figures.memories.difficulty.cards == len(known)
    assert figures.memories.retrievability.cards == len(known)
    assert 0 <= figures.memories.known <= len(known)
    if log:
        (row,) = figures.decks
        assert (row.answers, row.new) == (len(log), len(deck.cards) - len(known))
        assert row.learning + row.young + row.mature == len(known)


def test_the_local_clock_tells_the_hour(store: Store) -> None:
    import datetime as dt

    clock = Clock(dt.datetime(2026, 3, 2, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45))))
    learn(store, make_deck(1), [("answer", Grade.GOOD, 0)], clock)
    figures = gather(store, [], moment(clock(), 4).day, 0.9)
    assert [hour.hour for hour in figures.hours if hour.answers] == [23]


def test_cards_that_left_their_deck_or_are_suspended_are_not_to_come(store: Store) -> None:
    deck, clock = make_deck(4), Clock()
    learn(store, deck, [("answer", Grade.EASY, 0)] * 4, clock)
    store.write(Kind.SUSPEND, deck.id, "card-003", moment(clock(), 4))
    day = moment(clock(), 4).day
    assert sum(gather(store, [deck], day, 0.9).forecast.coming) == 3
    left = replace(deck, cards=(replace(deck.cards[0], retired=True), deck.cards[1]))
    assert sum(gather(store, [left], day, 0.9).forecast.coming) == 1
    assert gather(store, [left], day, 0.9).memories.stability.cards == 1
    assert gather(store, [], day, 0.9).memories.stability.cards == 3


def test_the_forecast_tells_what_is_late_and_what_comes(store: Store) -> None:
    deck, clock = make_deck(3), Clock()
    learn(store, deck, [("answer", Grade.EASY, 0)] * 3, clock)
    due = Counter(store.query("SELECT due_day FROM card"))
    today = moment(clock(), 4).day
    forecast = gather(store, [deck], today, 0.9).forecast
    assert forecast.backlog == 0
    assert {today + ahead: cards for ahead, cards in enumerate(forecast.coming) if cards} == {
        day: cards for (day,), cards in due.items()
    }
    last = max(day for (day,) in due)
    later = gather(store, [deck], last, 0.9).forecast
    assert (later.backlog, later.coming[0]) == (3 - due[last,], due[last,])


def test_only_the_decks_asked_about_count(store: Store) -> None:
    one, other, clock = make_deck(2), make_deck(3, "lakes"), Clock()
    learn(store, one, [("answer", Grade.GOOD, 0)] * 2, clock)
    learn(store, other, [("answer", Grade.EASY, 0)] * 3, clock)
    day = moment(clock(), 4).day
    both, lakes = gather(store, [one, other], day, 0.9), gather(store, [one, other], day, 0.9, only=["lakes"])
    assert [row.deck for row in both.decks] == ["lakes", "rivers"]
    assert [row.title for row in lakes.decks] == ["Lakes"]
    assert lakes.calendar.days[0].answers == 3
    assert gather(store, [], day, 0.9, only=["none"]).calendar.days == ()


def test_a_streak_reaches_today_or_yesterday(store: Store) -> None:
    clock = Clock()
    assert streak(store, moment(clock(), 4).day) == 0
    for days in (0, 1, 1, 2, 1):
        clock.turn(days=days)
        learn(store, make_deck(9), [("answer", Grade.GOOD, 0)], clock)
    today = moment(clock(), 4).day
    assert [streak(store, day) for day in (today - 2, today - 1, today, today + 1, today + 2)] == [3, 1, 2, 2, 0]


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Statistics:
    """Figures of a long log, in which attributions are recalled worst."""
    file = tmp_path_factory.mktemp("years") / "progress.sqlite3"
    decks = long_log(file, 2, 120, 12)
    with Store.open(file) as store:
        return gather(store, decks, TODAY, 0.9)


def test_kinds_come_worst_first_and_the_worst_is_told(years: Statistics) -> None:
    assert [row.kind for row in years.kinds] == ["attribution", "initiative", "date"]
    assert all(row.cards == 80 for row in years.kinds)
    told = conclusions.of_kinds(years.kinds)
    assert told is not None
    assert told.startswith("You forget attribution cards ")
    assert told.endswith(" as often as date cards.")


def test_a_long_log_fills_every_figure(years: Statistics) -> None:
    assert sum(day.answers for day in years.calendar.days) == sum(sum(row.grades) for row in years.buttons)
    assert len(years.forecast.coming) == 30
    assert years.memories.stability.cards == 240
    assert [row.answers for row in years.decks] == sorted((row.answers for row in years.decks), reverse=True)
    assert all(row.young + row.mature == 120 and row.new == 0 for row in years.decks)


def recall(reviews: int, share: float) -> Recall:
    return Recall(reviews, round(reviews * share))


def kinds(*found: tuple[str, int, float]) -> list[KindFigures]:
    return [KindFigures(kind, 10, recall(reviews, share)) for kind, reviews, share in found]


TENS = Histogram.of([10.0] * 40, (7.0,))
MEMORIES = Memories(TENS, 10.0, TENS, TENS, 36.2)


@pytest.mark.parametrize(
    ("tell", "told"),
    [
        (
            lambda: conclusions.of_kinds(kinds(("date", 1000, 0.9), ("attribution", 1000, 0.8))),
            "You forget attribution cards twice as often as date cards.",
        ),
        (
            lambda: conclusions.of_kinds(kinds(("date", 1000, 0.95), ("place", 1000, 0.92), ("role", 1000, 0.70))),
            "You forget role cards 6 times as often as date cards.",
        ),
        (lambda: conclusions.of_kinds(kinds(("date", 40, 0.9), ("attribution", 40, 0.8))), None),
        (lambda: conclusions.of_kinds(kinds(("date", 9, 1.0), ("attribution", 9, 0.0))), None),
        (lambda: conclusions.of_kinds(kinds(("date", 20_000, 0.90), ("role", 20_000, 0.88))), None),
        (
            lambda: conclusions.of_retention([Period("month", 30, recall(300, 0.8), recall(100, 0.8))], 0.9),
            "You remember 80 % of what comes due, less than the 90 % you aim at.",
        ),
        (
            lambda: conclusions.of_retention([Period("month", 30, recall(200, 0.97), recall(100, 0.97))], 0.9),
            "You remember 97 % of what comes due, more than the 90 % you aim at.",
        ),
        (
            lambda: conclusions.of_retention([Period("month", 30, recall(50, 0.88), Recall())], 0.9),
            "You remember 88 % of what comes due, near the 90 % you aim at.",
        ),
        (lambda: conclusions.of_retention([Period("week", 7, recall(500, 0.8), Recall())], 0.9), None),
        (
            lambda: conclusions.of_hours([Hour(8, 500, recall(500, 0.95)), Hour(23, 500, recall(500, 0.8))]),
            "You remember best from 8:00 to 9:00 (95 %) and worst from 23:00 to 24:00 (80 %).",
        ),
        (
            lambda: conclusions.of_hours([Hour(8, 50, recall(50, 0.9)), Hour(23, 50, recall(50, 0.86))]),
            "No hour of the day is surely better than another.",
        ),
        (lambda: conclusions.of_hours([Hour(8, 5, recall(5, 0.9))]), None),
        (
            lambda: conclusions.of_buttons([Buttons(Stage.YOUNG, (10, 5, 80, 5))]),
            "Good is your usual answer (80 %).",
        ),
        (lambda: conclusions.of_buttons([Buttons(Stage.YOUNG, (50, 5, 40, 5))]), None),
        (
            lambda: conclusions.of_forecast(Forecast(4, (10,) * 30)),
            "The cards you know bring about 10 reviews a day over the next 30 days; 4 are late.",
        ),
        (lambda: conclusions.of_forecast(Forecast(0, (0,) * 30)), None),
        (
            lambda: conclusions.of_calendar(Calendar(1, 365, (StudyDay(360, 9, 300_000), StudyDay(365, 9, 60_000)), 1)),
            "You studied on 2 of the last 30 days, 3 min a day.",
        ),
        (lambda: conclusions.of_calendar(Calendar(1, 365, (StudyDay(5, 9, 300_000),), 0)), None),
        (
            lambda: conclusions.of_days(Calendar(1, 365, (StudyDay(360, 40, 300_000), StudyDay(365, 20, 60_000)), 1)),
            "A day you study brings 30 answers, 6 s each.",
        ),
        (lambda: conclusions.of_days(Calendar(1, 365, (StudyDay(5, 90, 9_000), StudyDay(365, 29, 60_000)), 1)), None),
        (
            lambda: conclusions.of_stability(MEMORIES),
            "Half of your cards would last 10 days or longer.",
        ),
        (
            lambda: conclusions.of_difficulty(Histogram.of([5.0] * 30 + [9.0] * 10, (8.0,))),
            "25 % of your cards are hard (difficulty 8 or more).",
        ),
        (
            lambda: conclusions.of_retrievability(MEMORIES),
            "Asked everything now, you would know about 36 of 40 cards.",
        ),
    ],
)
def test_a_conclusion_is_told_where_the_figures_carry_it(tell: Callable[[], str | None], told: str | None) -> None:
    assert tell() == told


@given(st.lists(st.floats(0, 20)), st.lists(st.integers(1, 19), unique=True, min_size=1).map(sorted))
def test_a_histogram_counts_every_value_once(values: list[float], edges: list[int]) -> None:
    made = Histogram.of(values, tuple(map(float, edges)))
    expected = Counter(sum(value >= edge for edge in edges) for value in values)
    assert made.counts == tuple(expected[place] for place in range(len(edges) + 1))
