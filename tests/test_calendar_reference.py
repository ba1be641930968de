"""The day a document was written, and what dates do in their sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from quizgen.language.calendar import Role, find_dates
from quizgen.language.calendar.reference import document_date


@pytest.mark.parametrize(
    ("text", "day", "written"),
    [
        ("GENEVA, 9 October 2024 - The council met.", "2024-10-09", "9 October 2024"),
        ("Talks end\n\nRIO DE JANEIRO, March 4, 2019 (XYZ) -- Talks ended.", "2019-03-04", "March 4, 2019"),
        ("# The harbour opens\n\nDecember 3, 2021\n\nThe harbour opened.", "2021-12-03", "December 3, 2021"),
        ("News\nPublished: 2021-12-03 | Harbour desk\nThe harbour opened.", "2021-12-03", "2021-12-03"),
        ("On December 3, 2021, the mayors met. By 2030 trade will double.", "2021-12-03", "December 3, 2021"),
        ("The two met on this 26th day of April, 2023.", "2023-04-26", "26th day of April, 2023"),
    ],
)
def test_a_document_tells_its_day(text: str, day: str, written: str) -> None:
    found = document_date(text)
    assert found is not None
    assert (found[0].isoformat(), found[1].of(text)) == (day, written)


@pytest.mark.parametrize(
    "text",
    [
        "On 28 July 1914, war broke out. On 3 August 1914 the bridge fell, and by 1918 the town was empty.",
        "The mayor said on December 3, 2021, that the harbour would open.",
        "03/12/2021\n\nThe harbour opened.",
        "In December 2021 the mayors met.",
        "GENEVA, 9 October - The council met.",
        "",
    ],
)
def test_the_day_of_a_document_is_not_certain(text: str) -> None:
    assert document_date(text) is None


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("She reigned from 1911 to 1914.", [Role.RANGE_START, Role.RANGE_END]),
        ("Between June and August 1942 it rained.", [Role.RANGE_START, Role.RANGE_END]),
        (
            "Since 1911, and until 1914, by 1913, before 1920, after 1921.",
            [Role.SINCE, Role.UNTIL, Role.BY, Role.BEFORE, Role.AFTER],
        ),
        ("The Treaty of 1907 and the 1951 Convention hold.", [Role.NAME, Role.NAME]),
        ("So writes Hill (1987).", [Role.CITATION]),
        ("In fiscal 1989 sales fell.", [Role.FISCAL]),
        (
            "The spring of 1907 was wet, as in the 1890s and the 12th century.",
            [Role.PART, Role.DECADE, Role.CENTURY],
        ),
        ("In 1907 it rained.", [Role.PLAIN]),
    ],
)
def test_a_date_has_a_role(text: str, roles: list[Role]) -> None:
    assert [mention.role for mention in find_dates(text)] == roles


def test_a_date_may_be_rough() -> None:
    text = "About 1900, in early May 1901, at the end of 1902, and in 1903."
    assert [mention.approximate for mention in find_dates(text)] == [True, True, True, False]


def test_a_range_shares_its_year() -> None:
    text = "From 28 December to 3 January 1942 it rained; June-August 1943 was dry."
    values = [mention.value.iso for mention in find_dates(text) if mention.value]
    assert values == ["1941-12-28", "1942-01-03", "1943-06", "1943-08"]


def test_a_history_keeps_to_its_own_dates_whenever_it_was_written() -> None:
    text = (
        "In 1809 the queen was born. She was crowned on 5 May 1831. In June she went to war. "
        "In 1835 she made peace, in 1840 she abdicated, and in 1852 she died."
    )
    told = {m.span.of(text): m.value.iso for m in find_dates(text, reference=dt.date(2010, 2, 1)) if m.value}
    assert told["June"] == "1831-06"


def test_dates_without_a_reference_are_told_by_the_text_alone() -> None:
    text = "The council met yesterday, on Monday and last year."
    assert [mention.value for mention in find_dates(text)] == [None, None, None]
