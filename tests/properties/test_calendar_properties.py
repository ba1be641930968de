"""What holds for every text: places in order, dates that exist, and a cost that grows with the length."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.calendar import CalendarDate, find_dates, parse_iso
from quizgen.language.calendar.reference import document_date

_DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2090, 12, 31))
_PIECES = st.sampled_from(
    (
        *(
            "May",
            "March",
            "3",
            "31",
            "1998",
            "1939-45",
            "26th",
            "the",
            "of",
            "December,",
            "Sept.",
            "12/12/1999",
        ),
        *(
            "last",
            "next",
            "year",
            "years",
            "ago",
            "later",
            "Monday",
            "Friday",
            "by",
            "until",
            "on",
            "today",
            "to",
        ),
        *("(", ")", ".", "\n\n", "and", "-", "two thousand", "five", "nineteen", "ninety", "said", "will"),
        *("2021-12-03", "fiscal", "summer", "Christmas Day", "Halloween", "century", "12th", "1990s"),
    )
)
_TEXTS = st.lists(_PIECES, max_size=30).map(" ".join) | st.text(max_size=80)


@given(_TEXTS, st.none() | st.dates())
def test_mentions_stand_in_the_text_in_order(text: str, reference: dt.date | None) -> None:
    end = 0
    for mention in find_dates(text, reference=reference):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert (mention.value is None) == (mention.basis is None)
        end = mention.span.end


@given(_TEXTS)
def test_a_document_date_stands_in_the_text(text: str) -> None:
    found = document_date(text)
    assert found is None or found[1].of(text).strip()


@given(_DAYS)
def test_a_day_is_read_as_it_is_spoken(day: dt.date) -> None:
    value = CalendarDate.of(day)
    text = f"On {value.spoken} it rained, and in {value.truncated('month').spoken} it snowed."
    assert [mention.value for mention in find_dates(text)] == [value, value.truncated("month")]


@given(_DAYS, st.sampled_from(["yesterday", "today", "last month", "this year", "ten years ago"]))
def test_what_is_counted_from_today_needs_today(day: dt.date, words: str) -> None:
    (mention,) = find_dates(f"It rained {words}.", reference=day)
    assert mention.relative
    assert mention.value is not None
    assert mention.value.first_day <= day
    assert find_dates(f"It rained {words}.")[0].value is None


@given(st.integers(1, 9999), st.none() | st.integers(1, 12))
def test_iso_round_trip(year: int, month: int | None) -> None:
    date = CalendarDate(year, month)
    assert parse_iso(date.iso) == date


@pytest.mark.parametrize(
    "piece",
    [
        "1998 ",
        "3 ",
        "May ",
        "1-",
        "Monday, ",
        "on Friday that ",
        "the year ",
        "five ",
        "May 1, 2, 3, 4, ",
        "((",
        "x",
    ],
)
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        find_dates(text, reference=dt.date(2024, 10, 9))
        return time.process_time() - begin

    seconds(2_000)
    assert seconds(40_000) < 24 * max(seconds(10_000), 0.005)
