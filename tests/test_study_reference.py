"""Whole histories through the session and the store, beside the reference library on the same study days."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

import fsrs
import pytest
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from study_tools import Clock, caches, make_deck

from quizgen.model.review import CardState, Grade, Kind, Mode, Phase
from quizgen.study.answering import Answer, facts
from quizgen.study.balance import bounds
from quizgen.study.days import moment
from quizgen.study.parameters import fitted
from quizgen.study.schedule import outcomes
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from quizgen.study.store import Store

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
ZONES = ("UTC", "Europe/Vienna", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Kathmandu")
MINUTES = (1, 5, 10, 30, 60)
DECK = make_deck(1)
KEY = (DECK.id, DECK.cards[0].id)


class Reference:
    """The library's scheduler, without fuzz, on study days that are counted by the calendar alone."""

    def __init__(self, parameters: tuple[float, ...], settings: Settings) -> None:
        self._scheduler = fsrs.Scheduler(
            parameters,
            settings.desired_retention,
            settings.learning_steps,
            settings.relearning_steps,
            settings.maximum_interval,
            enable_fuzzing=False,
        )
        self._rollover = dt.timedelta(hours=settings.rollover_hour)
        self.card = fsrs.Card(card_id=1, due=EPOCH)
        self._last: dt.date | None = None

    def review(self, grade: Grade, local: dt.datetime) -> dt.timedelta:
        """Answer at a local time; gives the interval. Where the clock was set back no day has gone by."""
        day = (local.replace(tzinfo=None) - self._rollover).date()
        gone = dt.timedelta() if self._last is None else max(dt.timedelta(), day - self._last)
        now = (self.card.last_review or EPOCH) + gone
        self.card, _ = self._scheduler.review_card(self.card, fsrs.Rating(int(grade)), now)
        self._last = day
        return self.card.due - now

    def agrees(self, state: CardState) -> bool:
        """Whether a card's state is the library's, to the last digit."""
        ours = (state.stability, state.difficulty, int(state.phase), state.step)
        return ours == (self.card.stability, self.card.difficulty, int(self.card.state), self.card.step)


def drawn(draw: random.Random) -> tuple[tuple[float, ...], Settings]:
    """Parameters and settings from all over their ranges."""
    values = tuple(map(draw.uniform, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS))

    def steps(most: int) -> tuple[dt.timedelta, ...]:
        return tuple(dt.timedelta(minutes=draw.choice(MINUTES)) for _ in range(draw.randrange(most + 1)))

    settings = Settings(
        desired_retention=draw.uniform(0.7, 0.97),
        maximum_interval=draw.choice([30, 365, 36500]),
        learning_steps=steps(3),
        relearning_steps=steps(2),
        rollover_hour=draw.choice([0, 4, 23]),
    )
    return values, settings


def start(draw: random.Random, zone: ZoneInfo) -> dt.datetime:
    """Some time of a day around which many zones put their clocks forward or back."""
    day = draw.choice([dt.date(2026, 3, 29), dt.date(2026, 4, 5), dt.date(2026, 10, 4), dt.date(2026, 10, 25)])
    seconds = draw.randrange(-3 * 86400, 3 * 86400)
    return (dt.datetime.combine(day, dt.time(), dt.UTC) + dt.timedelta(seconds=seconds)).astimezone(zone)


@contextmanager
def quick_store(folder: Path) -> Iterator[Store]:
    with Store.open(folder / "progress.sqlite3") as store:
        store.query("PRAGMA synchronous = OFF")  # nothing crashes here
        yield store


@pytest.mark.parametrize("seed", range(300))
def test_a_card_is_learned_as_the_reference_says(seed: int, tmp_path: Path) -> None:
    """Through the session: each time it is due, or some days later; at any hour, the nights of changing clocks too."""
    draw = random.Random(seed)
    values, settings = drawn(draw)
    zone, reference = ZoneInfo(draw.choice(ZONES)), Reference(values, settings)
    clock = Clock(start(draw, zone))
    with quick_store(tmp_path) as store:
        store.adopt(fitted(values), moment(clock(), settings.rollover_hour))
        session = Session(store, [DECK], settings, clock)
        for _ in range(8):
            assert session.resume() is not None
            grade, shown = draw.choice(list(Grade)), session.preview()
            done = session.answer(grade)
            computed, review = reference.review(grade, clock()), done.operation.review
            assert reference.agrees(done.state)
            assert review is not None
            assert review.interval_s == shown[grade].interval_s
            if done.state.phase is Phase.REVIEW:
                low, high = bounds(computed.days, settings.maximum_interval)
                assert low <= review.interval_s / 86400 <= high
                assert done.state.due_day == done.operation.day + review.interval_s // 86400
            else:
                assert review.interval_s == computed.total_seconds()
            zone = ZoneInfo(draw.choice(ZONES)) if draw.random() < 0.2 else zone
            early, late = waited(done.state, settings.rollover_hour, zone, draw)
            if early is not None and session.current is None:
                clock.now = early
                assert session.resume() is None
            clock.now = late
        assert store.state(*KEY) == done.state
        before = caches(store)
        store.rebuild()
        assert caches(store) == before


def waited(
    state: CardState, rollover: int, zone: ZoneInfo, draw: random.Random
) -> tuple[dt.datetime | None, dt.datetime]:
    """A moment at which a card must not be shown yet, and one at which it must."""
    if state.due_at is not None:
        return None, (EPOCH + dt.timedelta(milliseconds=state.due_at)).astimezone(zone)
    assert state.due_day is not None
    begins = dt.datetime.combine(EPOCH.date() + dt.timedelta(days=state.due_day), dt.time(rollover))
    later = begins + dt.timedelta(days=draw.choice([0, 0, 1, 5, 40]), hours=draw.randrange(23))
    return real(begins - dt.timedelta(minutes=1), zone), real(later, zone)


def real(wall: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """What the clock on the wall shows, as a moment; where it skips an hour, the hour after."""
    return wall.replace(tzinfo=zone).astimezone(dt.UTC).astimezone(zone)


@pytest.mark.parametrize("seed", range(300))
def test_any_days_between_give_the_references_memory_and_intervals(seed: int, tmp_path: Path) -> None:
    """Answers that come early, late, twice a day, or after the clock was set back, as merged logs may hold them."""
    draw = random.Random(seed)
    values, settings = drawn(draw)
    reference, parameters = Reference(values, settings), fitted(values)
    clock = Clock(start(draw, ZoneInfo(draw.choice(ZONES))))
    with quick_store(tmp_path) as store:
        store.adopt(parameters, moment(clock(), settings.rollover_hour))
        store.enrol([DECK])
        for _ in range(12):
            now, grade = moment(clock(), settings.rollover_hour), draw.choice(list(Grade))
            given = Answer(grade=grade, mode=Mode.FLIP, duration_ms=0, typed=None, answer_hash="")
            before = store.state(*KEY)
            outcome = outcomes(before, now.day, settings, parameters)[grade]
            review = facts(given, before, outcome, now, settings, parameters)
            _, after = store.write(Kind.REVIEW, *KEY, now, review=lambda *_, review=review: review)
            assert outcome.interval_s == reference.review(grade, clock()).total_seconds()
            assert reference.agrees(after)
            clock.turn(hours=draw.choice([0, 1, 5, 20, 24, 28, 70, 24 * 20, 24 * 300, -1, -30, -100]))
        cached = caches(store)
        store.rebuild()
        assert caches(store) == cached
