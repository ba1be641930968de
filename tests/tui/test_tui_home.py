"""The home screen: decks, their counts, the day, and what is wrong with a file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from piloting import BOTH_SIZES, home_in, press, shown
from screen_text import matches_golden, shows
from study_tools import Clock
from textual import events
from textual.widgets import Input
from tui_tools import DECK, write_deck

from tui.screens.home import HomeScreen

LONG = "A short history of the pilots' guild, its boats, its quarrels and its songs, as told by its members"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two decks, and a file between them that is none."""
    first = write_deck(tmp_path / "decks").file
    broken = tmp_path / "decks" / "broken.yaml"
    broken.write_text("quizgen: 1\nid: broken\ntitel: Oops\ncards: []\n", encoding="utf-8")
    second = write_deck(tmp_path / "decks", replace(DECK, id="guild", title=LONG), with_document=False).file
    return [first, broken, second]


@BOTH_SIZES
async def test_home_lists_decks_and_says_what_is_wrong_with_a_file(
    tmp_path: Path, files: list[Path], size: tuple[int, int]
) -> None:
    async with home_in(tmp_path, files, size=size) as pilot:
        await matches_golden(pilot, "home")


@BOTH_SIZES
async def test_home_shows_the_day_after_studying(tmp_path: Path, files: list[Path], size: tuple[int, int]) -> None:
    clock = Clock()
    async with home_in(tmp_path, files, size=size, clock=clock) as pilot:
        await press(pilot, "enter")
        for key in ("4", "4", "3"):
            clock.turn(seconds=12)
            await press(pilot, "space", key)
        await press(pilot, "q", "enter")
        await matches_golden(pilot, "home-studied")
        clock.turn(days=12)
        await press(pilot, "enter", "space", "3", "space", "1", "q", "enter")
        text = shown(pilot)
        assert re.search(r"\d %$", text, re.MULTILINE)


async def test_keys_point_at_decks_and_open_them(tmp_path: Path, files: list[Path]) -> None:
    async with home_in(tmp_path, files) as pilot:
        assert "▸ broken.yaml" in await press(pilot, "down")
        assert "▸ A short history" in await press(pilot, "j", "j")
        assert "▸ The lighthouse" in await press(pilot, "home")
        assert "▸ A short history" in await press(pilot, "end", "k", "down")
        assert "On which day" in await press(pilot, "enter")
        assert "▸ A short history" in await press(pilot, "q")


async def test_a_file_that_is_no_deck_tells_why_when_opened(tmp_path: Path, files: list[Path]) -> None:
    async with home_in(tmp_path, files) as pilot:
        text = await press(pilot, "down", "enter")
        assert 'A deck has no key "titel"' in text
        assert "▸ broken.yaml" in text


async def test_all_decks_in_one_session(tmp_path: Path, files: list[Path]) -> None:
    async with home_in(tmp_path, files) as pilot:
        assert "new 8" in await press(pilot, "a")


async def test_a_click_points_and_a_second_one_opens(tmp_path: Path, files: list[Path]) -> None:
    async with home_in(tmp_path, files) as pilot:
        row = next(y for y, line in enumerate(shown(pilot).splitlines()) if "A short" in line)
        await pilot.click(offset=(6, row))
        await shows(pilot, "▸ A short history")
        await pilot.click(offset=(6, row))
        await shows(pilot, "On which day")


@BOTH_SIZES
async def test_home_without_decks_says_how_to_make_one(tmp_path: Path, size: tuple[int, int]) -> None:
    async with home_in(tmp_path, [], size=size) as pilot:
        await matches_golden(pilot, "home-empty")
        await press(pilot, "q")
        assert not pilot.app.is_running


async def test_ones_own_deck_stands_for_a_shipped_one_of_the_same_id(tmp_path: Path) -> None:
    shipped = write_deck(tmp_path / "shipped", replace(DECK, title="As shipped")).file
    own = write_deck(tmp_path / "own", replace(DECK, title="My own")).file
    async with home_in(tmp_path, [shipped, own]) as pilot:
        text = shown(pilot)
        assert "My own" in text
        assert "As shipped" not in text


async def test_two_files_with_one_id_are_told(tmp_path: Path) -> None:
    first = write_deck(tmp_path / "one").file
    second = write_deck(tmp_path / "two").file
    async with home_in(tmp_path, [first, second]) as pilot:
        assert "✗ it has the id 'arnholm'" in shown(pilot)


async def test_many_decks_scroll_with_the_pointer(tmp_path: Path) -> None:
    decks = [replace(DECK, id=f"d{number:02}", title=f"Deck {number:02}") for number in range(40)]
    many = [write_deck(tmp_path / "many", deck).file for deck in decks]
    async with home_in(tmp_path, many) as pilot:
        assert "▸ Deck 39" in await press(pilot, "end")
        text = await press(pilot, "home")
        assert "▸ Deck 00" in text
        assert "Retention" in text


async def test_help_of_home(tmp_path: Path, files: list[Path]) -> None:
    async with home_in(tmp_path, files) as pilot:
        text = await press(pilot, "?")
        assert "Study the deck pointed at, or all of a folder." in text
        assert "▸ The lighthouse" in await press(pilot, "q")


async def test_letters_typed_ahead_of_a_search_are_no_commands(tmp_path: Path, files: list[Path]) -> None:
    async with home_in(tmp_path, files) as pilot:
        for letter in "/broken":  # all at once, as over a slow line; b, r and o are keys of their own here
            pilot.app.post_message(events.Key("slash" if letter == "/" else letter, letter))
        await shows(pilot, "broken", "▸ broken.yaml", "esc all decks")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.screen.query_one(Input).value == "broken"
