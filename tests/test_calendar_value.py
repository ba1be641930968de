"""Days, months and years: how they are written, compared and moved."""

from __future__ import annotations

import pytest

from quizgen.language.calendar.value import CalendarDate, parse_iso


@pytest.mark.parametrize(
    ("date", "iso", "spoken", "granularity"),
    [
        (CalendarDate(2021, 12, 3), "2021-12-03", "3 December 2021", "day"),
        (CalendarDate(2021, 12), "2021-12", "December 2021", "month"),
        (CalendarDate(79), "0079", "79", "year"),
    ],
)
def test_a_date_is_written(date: CalendarDate, iso: str, spoken: str, granularity: str) -> None:
    assert (date.iso, date.spoken, date.granularity) == (iso, spoken, granularity)
    assert parse_iso(iso) == date


@pytest.mark.parametrize(
    "parts", [(2021, 2, 30), (2021, 13, None), (2021, None, 3), (0, None, None), (10000, 1, 1), (1900, 2, 29)]
)
def test_there_is_no_such_date(parts: tuple[int, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match=r"no such|needs a month"):
        CalendarDate(*parts)


@pytest.mark.parametrize("text", ["2021-2-3", "21", "2021-12-03T10:00", "2021-12-", "٢٠٢١", ""])
def test_what_is_no_iso_date(text: str) -> None:
    with pytest.raises(ValueError, match="not an ISO date"):
        parse_iso(text)


def test_dates_are_moved_at_their_own_granularity() -> None:
    assert CalendarDate(2021, 1, 31).shifted(months=1).iso == "2021-02-28"
    assert CalendarDate(2020, 2, 29).shifted(years=1).iso == "2021-02-28"
    assert CalendarDate(2021, 12, 31).shifted(days=1).iso == "2022-01-01"
    assert CalendarDate(2021, 12).shifted(months=-12).iso == "2020-12"
    assert CalendarDate(2021).shifted(years=-21).iso == "2000"


@pytest.mark.parametrize(
    ("date", "shift"),
    [
        (CalendarDate(2021), {"months": 1}),
        (CalendarDate(2021, 5), {"days": 1}),
        (CalendarDate(1), {"years": -1}),
        (CalendarDate(9999, 12, 31), {"days": 1}),
    ],
)
def test_a_date_cannot_be_moved_so(date: CalendarDate, shift: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"shift|calendar|no such"):
        date.shifted(**shift)


def test_dates_are_ordered_by_their_beginning_and_contain_one_another() -> None:
    year, month, day = CalendarDate(2021), CalendarDate(2021, 3), CalendarDate(2021, 3, 1)
    assert sorted([CalendarDate(2021, 2, 28), day, year, month])[0] == year
    assert year.contains(month)
    assert month.contains(day)
    assert not month.contains(CalendarDate(2021, 4, 1))
    assert day.truncated("month") == month
    assert day.truncated("year") == year
    assert month.last_day.isoformat() == "2021-03-31"
