"""Study days around midnight, the rollover, daylight saving, journeys and a clock set back."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.study.days import (
    elapsed_days,
    instant_at,
    local_clock,
    milliseconds,
    moment,
    next_rollover,
    study_day,
)

VIENNA = ZoneInfo("Europe/Vienna")
AUCKLAND = ZoneInfo("Pacific/Auckland")
HONOLULU = ZoneInfo("Pacific/Honolulu")


def day_of(local: dt.datetime, rollover: int = 4) -> dt.date:
    return dt.date(1970, 1, 1) + dt.timedelta(days=moment(local, rollover).day)


@pytest.mark.parametrize(
    ("hour", "minute", "day"),
    [(3, 59, 1), (4, 0, 2), (12, 0, 2), (23, 59, 2), (0, 0, 1)],
)
def test_the_day_starts_at_the_rollover_hour(hour: int, minute: int, day: int) -> None:
    assert day_of(dt.datetime(2026, 3, 2, hour, minute, tzinfo=VIENNA)) == dt.date(2026, 3, day)


def test_late_evening_and_next_evening_are_two_days() -> None:
    late = moment(dt.datetime(2026, 3, 2, 22, tzinfo=VIENNA), 4)
    next_evening = moment(dt.datetime(2026, 3, 3, 21, tzinfo=VIENNA), 4)
    assert elapsed_days(late.day, next_evening.day) == 1


def test_midnight_as_rollover_follows_the_calendar() -> None:
    assert day_of(dt.datetime(2026, 3, 2, 0, 0, tzinfo=VIENNA), 0) == dt.date(2026, 3, 2)


@pytest.mark.parametrize("spring_or_autumn", [dt.date(2026, 3, 29), dt.date(2026, 10, 25)])
def test_daylight_saving_neither_skips_nor_repeats_a_day(spring_or_autumn: dt.date) -> None:
    start = dt.datetime.combine(spring_or_autumn - dt.timedelta(days=1), dt.time(4), VIENNA)
    days = []
    for hours in range(72):
        days.append(day_of((start.astimezone(dt.UTC) + dt.timedelta(hours=hours)).astimezone(VIENNA)))
    assert days == sorted(days)
    assert set(days) >= {spring_or_autumn + dt.timedelta(days=shift) for shift in (-1, 0, 1)}
    assert day_of(dt.datetime.combine(spring_or_autumn, dt.time(3, 59), VIENNA)) < spring_or_autumn
    assert day_of(dt.datetime.combine(spring_or_autumn, dt.time(4, 0), VIENNA)) == spring_or_autumn


def test_a_journey_west_counts_no_day_back() -> None:
    before = moment(dt.datetime(2026, 3, 2, 9, tzinfo=AUCKLAND), 4)
    landed = moment((dt.datetime(2026, 3, 2, 9, tzinfo=AUCKLAND) + dt.timedelta(hours=9)).astimezone(HONOLULU), 4)
    assert landed.day == before.day - 1
    assert elapsed_days(before.day, landed.day) == 0


def test_a_moment_keeps_the_instant_and_the_offset() -> None:
    local = dt.datetime(2026, 7, 1, 10, 30, tzinfo=VIENNA)
    read = moment(local, 4)
    assert read.offset_minutes == 120
    assert instant_at(read.instant) == local
    assert milliseconds(local) == read.instant


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        moment(dt.datetime(2026, 3, 2, 12), 4)  # noqa: DTZ001


def test_the_clock_tells_the_zone_asked_for() -> None:
    assert local_clock("Asia/Vientiane")().utcoffset() == dt.timedelta(hours=7)
    assert local_clock()().utcoffset() == dt.timedelta()  # the tests' machine is set to UTC


@given(
    st.integers(0, 4_000_000_000_000).map(instant_at),
    st.integers(-14 * 60, 14 * 60),
    st.integers(0, 23),
)
def test_the_next_rollover_is_where_the_next_day_begins(at: dt.datetime, offset: int, hour: int) -> None:
    rollover = next_rollover(at, offset, hour)
    assert at < rollover <= at + dt.timedelta(days=1)
    today = study_day(at, offset, hour)
    assert study_day(rollover, offset, hour) == today + 1
    assert study_day(rollover - dt.timedelta(milliseconds=1), offset, hour) == today
