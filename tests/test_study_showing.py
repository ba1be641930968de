"""Choices and their order, intervals in words, decks of one id."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_tools import make_deck

from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.study.choices import choices
from quizgen.study.shelf import OpenDeck, shelve
from quizgen.study.wording import duration, interval


def card(answer: str, *distractors: str) -> Card:
    return Card(id="card", question="?", answer=answer, distractors=distractors)


def test_the_answer_stands_among_the_best_distractors() -> None:
    shown = choices("deck", card("Danube", "Rhine", "Elbe", "Oder", "Seine"), 0)
    assert sorted(shown) == ["Danube", "Elbe", "Oder", "Rhine"]


def test_without_distractors_there_are_no_choices() -> None:
    assert choices("deck", card("Danube"), 0) == ()
    assert choices("deck", card("Danube", "Danube"), 0) == ()


def test_the_order_changes_from_time_to_time_but_not_within_one() -> None:
    rivers = card("Danube", "Rhine", "Elbe", "Oder")
    orders = {choices("deck", rivers, repetition) for repetition in range(50)}
    assert len(orders) > 10
    assert choices("deck", rivers, 3) == choices("deck", rivers, 3)
    places = [choices("deck", rivers, repetition).index("Danube") for repetition in range(400)]
    assert all(70 <= places.count(place) <= 130 for place in range(4))


@pytest.mark.parametrize(
    ("shown", "ordered"),
    [
        (card("1961", "1971", "1951", "1949"), ("1949", "1951", "1961", "1971")),
        (card("the 60th", "the 6th", "the 50th"), ("the 6th", "the 50th", "the 60th")),
        (card("1,200", "900", "15,000"), ("900", "1,200", "15,000")),
        (
            card("3 December 2021", "2 December 2021", "3 November 2021", "3 December 2020"),
            ("3 December 2020", "3 November 2021", "2 December 2021", "3 December 2021"),
        ),
        (card("May 1886", "June 1885", "April 1887"), ("June 1885", "May 1886", "April 1887")),
    ],
)
def test_numbers_and_dates_stand_in_their_order(shown: Card, ordered: tuple[str, ...]) -> None:
    assert choices("deck", shown, 0) == ordered


def test_the_order_is_the_same_whatever_the_hash_seed(checkout: Path) -> None:
    code = (
        "from quizgen.model.card import Card\nfrom quizgen.study.choices import choices\n"
        "print(choices('deck', Card(id='c', question='?', answer='a', distractors=('b', 'c', 'd')), 1))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=checkout,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(printed) == 1


@given(st.text(min_size=1, max_size=9), st.lists(st.text(min_size=1, max_size=9), max_size=6), st.integers(0, 99))
def test_any_texts_can_be_choices(answer: str, others: list[str], repetition: int) -> None:
    shown = choices("deck", card(answer, *others), repetition)
    assert len(set(shown)) == len(shown) <= 4
    assert not shown or answer in shown


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (30, "<1 min"),
        (60, "1 min"),
        (330, "6 min"),
        (600, "10 min"),
        (3600, "1 h"),
        (5400, "1.5 h"),
        (86400, "1 day"),
        (4 * 86400, "4 days"),
        (30 * 86400, "30 days"),
        (31 * 86400, "1 month"),
        (64 * 86400, "2.1 months"),
        (365 * 86400, "12 months"),
        (366 * 86400, "1 year"),
        (550 * 86400, "1.5 years"),
    ],
)
def test_intervals_in_words(seconds: int, words: str) -> None:
    assert interval(seconds) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (0, "0 s"),
        (40_400, "40 s"),
        (59_600, "1 min"),
        (520_000, "8 min 40 s"),
        (3_600_000, "1 h"),
        (3_900_000, "1 h 5 min"),
    ],
)
def test_durations_in_words(milliseconds: int, words: str) -> None:
    assert duration(milliseconds) == words


def test_two_open_decks_of_one_id_name_both_files(tmp_path: Path) -> None:
    one, other = (
        OpenDeck(make_deck(1), tmp_path / "one.yaml"),
        OpenDeck(make_deck(2), tmp_path / "other.yaml"),
    )
    with pytest.raises(DeckError, match="two open decks have the id 'rivers'") as caught:
        shelve([one, other])
    assert str(tmp_path / "one.yaml") in str(caught.value)
    assert str(tmp_path / "other.yaml") in str(caught.value)


def test_one_file_given_twice_is_one_deck(tmp_path: Path) -> None:
    one = OpenDeck(make_deck(1), tmp_path / "one.yaml")
    again = OpenDeck(make_deck(1), tmp_path / "folder" / ".." / "one.yaml")
    lakes = OpenDeck(make_deck(1, "lakes"), tmp_path / "lakes.yaml")
    assert list(shelve([one, again, lakes])) == ["rivers", "lakes"]
