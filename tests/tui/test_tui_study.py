"""The study screen: asking, revealing and grading, in every way of asking."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from piloting import BOTH_SIZES, press, shown, studying
from screen_text import matches_golden
from textual.widgets import Input
from tui_tools import CARDS, DECK

from quizgen.model.review import Mode
from quizgen.study.settings import Settings


@BOTH_SIZES
async def test_flip_asks_then_shows_answer_proof_and_intervals(tmp_path: Path, size: tuple[int, int]) -> None:
    async with studying(tmp_path, size=size) as pilot:
        await matches_golden(pilot, "study-question")
        await press(pilot, "space")
        await matches_golden(pilot, "study-answer")


@BOTH_SIZES
async def test_choice_marks_right_and_wrong_with_signs(tmp_path: Path, size: tuple[int, int]) -> None:
    async with studying(tmp_path, size=size, settings=Settings(mode=Mode.CHOICE)) as pilot:
        await matches_golden(pilot, "study-choice")
        await press(pilot, "2")
        await matches_golden(pilot, "study-choice-wrong")


@BOTH_SIZES
async def test_typed_shows_the_difference(tmp_path: Path, size: tuple[int, int]) -> None:
    async with studying(tmp_path, size=size, settings=Settings(mode=Mode.TYPED)) as pilot:
        await matches_golden(pilot, "study-typed")
        await press(pilot, *"12 Octobre 1865", "enter")
        await matches_golden(pilot, "study-typed-close")


@pytest.mark.parametrize(
    ("key", "counts"), [("1", "learning 1"), ("2", "learning 1"), ("3", "learning 1"), ("4", "learning 0")]
)
async def test_grades_go_to_the_next_card(tmp_path: Path, key: str, counts: str) -> None:
    async with studying(tmp_path) as pilot:
        text = await press(pilot, "enter", key)
        assert "Who said that" in text
        assert "new 3" in text
        assert counts in text


async def test_grades_do_nothing_before_revealing(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        assert "On which day" in await press(pilot, "3")
        assert "✓" not in shown(pilot)


async def test_typed_right_answer_suggests_good_and_enter_takes_it(tmp_path: Path) -> None:
    async with studying(tmp_path, settings=Settings(mode=Mode.TYPED)) as pilot:
        text = await press(pilot, *"12 october 1865", "enter")
        assert "▸ 3 good" in text
        assert "✓ 12 October 1865" in text
        assert "Who said that" in await press(pilot, "enter")
        assert pilot.app.screen.query_one(Input).value == ""


async def test_typed_answer_line_can_be_left_for_the_keys_and_taken_up_again(tmp_path: Path) -> None:
    async with studying(tmp_path, settings=Settings(mode=Mode.TYPED)) as pilot:
        await press(pilot, "1", "2")
        text = await press(pilot, "escape")
        assert "write" in text
        assert "other keys" not in text
        await press(pilot, "i", "!")
        assert pilot.app.screen.query_one(Input).value == "12!"
        assert "Who said that" in await press(pilot, "escape", "-")


async def test_an_empty_typed_answer_reveals_without_a_suggestion(tmp_path: Path) -> None:
    async with studying(tmp_path, settings=Settings(mode=Mode.TYPED)) as pilot:
        text = await press(pilot, "enter")
        assert "✓ 12 October 1865" in text
        assert "▸ 3" not in text


async def test_right_choice_suggests_good(tmp_path: Path) -> None:
    async with studying(tmp_path, settings=Settings(mode=Mode.CHOICE)) as pilot:
        text = await press(pilot, "3")
        assert "✓ 3  12 October 1865" in text
        assert "▸ 3 good" in text
        assert "✗" not in text


async def test_a_card_without_choices_is_flipped(tmp_path: Path) -> None:
    deck = replace(DECK, cards=(CARDS[3],))
    async with studying(tmp_path, deck=deck, settings=Settings(mode=Mode.CHOICE)) as pilot:
        assert "✓ 1865" in await press(pilot, "space")
        assert "follows from" in shown(pilot)


async def test_t_asks_in_another_way_until_the_first_comes_again(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        assert "t choose" in shown(pilot)
        assert "t mix" in await press(pilot, "t")
        assert "3  12 October 1865" in shown(pilot)
        assert "3  12 October 1865" in await press(pilot, "t")
        assert "t type" in shown(pilot)
        assert "Type the answer" in await press(pilot, "t")
        assert "t flip" in await press(pilot, "escape")
        assert "3  12 October 1865" not in await press(pilot, "t")


async def test_a_deck_is_asked_as_it_was_asked_last(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "t")
    async with studying(tmp_path) as pilot:
        assert "3  12 October 1865" in shown(pilot)
