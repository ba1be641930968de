"""The quiet lines around a card: key bar, head, grades and bars, at widths where they are short of room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_tools import CARDS

from quizgen.model.review import Grade, Phase
from quizgen.study.agenda import Counts
from quizgen.study.judging import judge
from quizgen.study.schedule import Outcome
from tui.typeset import bar, lines
from tui.widgets.grades import grade_row
from tui.widgets.head import session_head
from tui.widgets.keybar import key_line
from tui.widgets.typed import typed_answer

LABELS = st.lists(st.text("abc d", min_size=1, max_size=12).filter(str.strip), max_size=14)


@given(LABELS, st.integers(1, 120))
def test_a_key_bar_leaves_nothing_out_and_has_no_line_too_many(labels: list[str], width: int) -> None:
    offers = [(str(number % 10), label, "screen.x") for number, label in enumerate(labels)]
    items = [f"{key} {label}" for key, label, _ in offers]
    shown = key_line(offers).at(width).plain.split("\n")
    if all(len(item) <= width for item in items):
        assert all(len(line) <= width for line in shown)
        assert len(shown) == least_lines(items, width)
        assert "".join("".join(shown).split()) == "".join("".join(items).split())


def least_lines(items: list[str], width: int) -> int:
    """How many lines items need that stand two cells apart."""
    rows, left = 1, width + 2
    for item in items:
        if len(item) + 2 > left:
            rows, left = rows + 1, width + 2
        left -= len(item) + 2
    return rows


def test_two_lines_of_keys_are_columns() -> None:
    offers = [(key, "x" * (3 + number), "screen.x") for number, key in enumerate("abcdef")]
    first, second = key_line(offers).at(40).plain.split("\n")
    assert [first.index(key) for key in "abc"] == [second.index(key) for key in "def"]


@pytest.mark.parametrize(
    ("title", "width", "head"),
    [
        ("The Danube", 60, ["due 2", " 4 of 10"]),
        ("A long title of some deck or other", 60, ["A long title of some deck or other", "due 2"]),
        ("The Danube", 30, ["The Danube", "new 3 · learning 1 · due 2", " 4 of 10"]),
    ],
)
def test_the_head_has_two_lines_where_there_is_room(title: str, width: int, head: list[str]) -> None:
    shown = session_head(title, Counts(3, 1, 2), 4).at(width).plain.split("\n")
    assert len(shown) == len(head)
    assert all(part in line for part, line in zip(head, shown, strict=True))
    assert all(len(line) <= width for line in shown)
    assert all(found in "\n".join(shown) for found in ("4 of 10", "new 3 · learning 1 · due 2"))


@pytest.mark.parametrize(("width", "rows"), [(90, [4]), (78, [4]), (60, [2, 2]), (38, [2, 2]), (20, [1, 1, 1, 1])])
def test_grades_stand_in_one_line_or_two_by_two(width: int, rows: list[int]) -> None:
    days = dict(zip(Grade, (0.007, 21, 30, 57), strict=True))
    preview = {
        grade: Outcome(phase=Phase.REVIEW, step=None, stability=1, difficulty=1, interval_s=round(days[grade] * 86400))
        for grade in Grade
    }
    shown = grade_row("1234", None, preview).at(width).plain.split("\n")
    assert [sum(grade.name.lower() in line for grade in Grade) for line in shown] == rows
    assert all(len(line) <= width for line in shown)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(1, 60))
def test_a_bar_tells_what_is_begun_from_what_is_done(done: int, begun: int, rest: int, width: int) -> None:
    total = done + begun + rest
    line = bar(done, total, width, begun).plain
    assert len(line) == width
    assert line == line.lstrip("━").join(["━" * line.count("━"), ""])
    assert line.count("━") == (done * width // total if total else 0)
    assert begun or "╍" not in line
    assert ("─" in line) == (rest > 0 or not total) or rest * 2 * width < 2 * total


def test_an_answer_that_shares_no_word_with_the_right_one_stands_at_its_edge() -> None:
    card = CARDS[0]
    told = lines(*typed_answer(judge(card, "never"), "never", card, 60)).plain
    assert told.split("\n") == ["✗ never", f"✓ {card.answer}"]
