"""What terminals differ in: colours, a mouse, their size, wide characters, and scripts that run from right to left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from piloting import BOTH_SIZES, click, home_in, press, shown, studying, write_decks
from rich.cells import cell_len
from screen_text import matches_golden, screen_colours, shows
from textual.widgets import TextArea
from tui_tools import DECK

from quizgen.model.card import Card
from quizgen.model.review import Mode
from quizgen.study.settings import Settings

WIDE = replace(
    DECK,
    title="宽字符 and שלום",
    cards=(
        Card(
            id="wide",
            question="中文问题：长江是哪一条河流？它流经哪些省份，最后流入哪个海洋？请回答这个很长很长的问题。",
            answer="长江 👩‍👩‍👧 e\u0301",
            distractors=("黄河" * 16, "नदी क्षि"),
        ),
        Card(id="hebrew", question="מה שמה של הבירה (ירושלים) בשנת 1950?", answer="ירושלים"),
        Card(id="arabic", question="ما اسم النهر 12 في B؟", answer="النيل", note="نص عربي مع English في الوسط."),
    ),
    sources=(),
)


# Colours


async def test_without_colour_none_is_sent_and_all_is_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with studying(tmp_path / "colour") as pilot:
        await press(pilot, "space")
        assert screen_colours(pilot.app)
    monkeypatch.setenv("NO_COLOR", "1")
    async with studying(tmp_path / "none") as pilot:
        await press(pilot, "space")
        await matches_golden(pilot, "study-answer")
        assert screen_colours(pilot.app) == set()
        for keys in (["e"], ["escape", "ctrl+p"], ["escape", "question_mark"]):
            await press(pilot, *keys)
            assert screen_colours(pilot.app) == set(), keys


# A mouse


async def test_a_click_on_a_choice_and_on_a_grade(tmp_path: Path) -> None:
    async with studying(tmp_path, settings=Settings(mode=Mode.CHOICE)) as pilot:
        await click(pilot, "10 October 1865")
        await shows(pilot, "✗ ", "✓ ", "▸ 1 again")
        await click(pilot, "3 good")
        await shows(pilot, "learning 1", "Who said that the reef")


async def test_a_click_on_a_row_and_on_a_key(tmp_path: Path) -> None:
    files = write_decks(tmp_path / "decks", DECK, replace(DECK, id="guild", title="The guild"))
    async with home_in(tmp_path, files) as pilot:
        await click(pilot, "The guild")
        await shows(pilot, "▸ The guild")
        await click(pilot, "/ search")
        await shows(pilot, "esc all decks")
        await click(pilot, "esc all decks")
        await press(pilot, "comma")
        await click(pilot, "Leech at")
        await shows(pilot, "▸ Leech at")
        await click(pilot, "esc close")
        await click(pilot, "The guild")
        await shows(pilot, "On which day was the lamp")


# Its size


async def test_a_terminal_made_smaller_and_wider_again_during_a_session(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "space")
        await pilot.resize_terminal(40, 20)
        await matches_golden(pilot, "study-answer")
        await pilot.resize_terminal(80, 24)
        await matches_golden(pilot, "study-answer")


async def test_what_was_typed_stays_when_the_terminal_is_made_smaller(tmp_path: Path) -> None:
    async with studying(tmp_path, settings=Settings(mode=Mode.TYPED)) as pilot:
        await press(pilot, *"12 octob")
        await pilot.resize_terminal(40, 20)
        await press(pilot, *"er 1865", "enter")
        await shows(pilot, "✓ 12 October 1865")
        await press(pilot, "e")
        pilot.app.screen.query_one("#field-note", TextArea).text = "Kept"
        await pilot.resize_terminal(80, 24)
        await press(pilot, "ctrl+s")
        await shows(pilot, "Kept")


# What is written


@BOTH_SIZES
async def test_wide_and_combining_characters_keep_within_the_lines(tmp_path: Path, size: tuple[int, int]) -> None:
    settings = Settings(mode=Mode.CHOICE)
    async with studying(tmp_path, size=size, deck=WIDE, settings=settings, with_document=False) as pilot:
        await matches_golden(pilot, "study-wide")
        assert max(map(cell_len, shown(pilot).splitlines())) <= size[0]
        assert "".join(shown(pilot).split()).count("黄河" * 8) >= 1


async def test_scripts_from_right_to_left_are_left_intact(tmp_path: Path) -> None:
    settings = Settings(mode=Mode.TYPED)
    deck = replace(WIDE, cards=WIDE.cards[1:])
    async with studying(tmp_path, deck=deck, settings=settings, with_document=False) as pilot:
        await shows(pilot, "宽字符 and שלום", "מה שמה של הבירה (ירושלים) בשנת 1950?")
        await press(pilot, *"ירושלים", "enter")
        await shows(pilot, "✓ ירושלים", "▸ 3 good")
        await press(pilot, "enter", "enter")
        await shows(pilot, "ما اسم النهر 12 في B؟", "النيل", "نص عربي مع English في الوسط.")
        assert not set(shown(pilot)) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
