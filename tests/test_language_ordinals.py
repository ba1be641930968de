"""Ordinal numbers, written and read."""

from __future__ import annotations

import pytest

from quizgen.language.ordinals import ordinal, ordinal_word, parse_ordinal


def test_every_ordinal_in_figures_is_read_again() -> None:
    assert all(parse_ordinal(ordinal(n)) == n for n in range(1, 10_000))


def test_every_ordinal_in_words_is_read_again() -> None:
    assert all(parse_ordinal(ordinal_word(n)) == n for n in range(1, 101))
    assert all(parse_ordinal(ordinal_word(n).upper()) == n for n in range(1, 101))
    assert len({ordinal_word(n) for n in range(1, 101)}) == 100
    assert ordinal_word(101) == ""


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (60, "60th"),
        (101, "101st"),
        (111, "111th"),
        (112, "112th"),
        (1000, "1000th"),
    ],
)
def test_figures_take_the_right_ending(number: int, figures: str) -> None:
    assert ordinal(number) == figures


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("centenary", 100),
        ("bicentenary", 200),
        ("tercentenary", 300),
        ("sesquicentennial", 150),
        ("hundredth", 100),
    ],
)
def test_anniversaries_with_a_name_of_their_own(word: str, number: int) -> None:
    assert parse_ordinal(word) == number


@pytest.mark.parametrize(
    "word", ["", "th", "annual", "sixty", "60", "last", "wedding", "golden", "-5th", "nth", "twenty-sixty"]
)
def test_what_is_no_ordinal_is_none(word: str) -> None:
    assert parse_ordinal(word) is None
