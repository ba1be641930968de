"""The home screen: decks, their counts, the day, and what is wrong with a file."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from screen_text import matches_golden, screen_text
from study_tools import Clock
from textual.pilot import Pilot
from tui_tools import DECK, desk_in, write_deck

from tui.app import QuizgenApp
from tui.screens.home import HomeScreen

LONG = "A short history of the pilots' guild, its boats, its quarrels and its songs, as told by its members"


@asynccontextmanager
async def at_home(
    folder: Path, files: Sequence[Path], *, size: tuple[int, int] = (80, 24), clock: Clock | None = None
) -> AsyncIterator[Pilot[None]]:
    """The home screen with some deck files, all of them read."""
    with desk_in(folder, clock or Clock()) as desk:
        app = QuizgenApp(lambda: HomeScreen(desk, files, folder / "own"))
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            yield pilot


def run(talk: Coroutine[Any, Any, None]) -> None:
    asyncio.run(talk)


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()
    return screen_text(pilot.app)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two decks, and a file between them that is none."""
    first = write_deck(tmp_path / "decks").file
    broken = tmp_path / "decks" / "broken.yaml"
    broken.write_text("quizgen: 1\nid: broken\ntitel: Oops\ncards: []\n", encoding="utf-8")
    second = write_deck(tmp_path / "decks", replace(DECK, id="guild", title=LONG), with_document=False).file
    return [first, broken, second]


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
def test_home_lists_decks_and_says_what_is_wrong_with_a_file(
    tmp_path: Path, files: list[Path], size: tuple[int, int]
) -> None:
    async def talk() -> None:
        async with at_home(tmp_path, files, size=size) as pilot:
            await matches_golden(pilot, "home")

    run(talk())


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
def test_home_shows_the_day_after_studying(tmp_path: Path, files: list[Path], size: tuple[int, int]) -> None:
    async def talk() -> None:
        clock = Clock()
        async with at_home(tmp_path, files, size=size, clock=clock) as pilot:
            await press(pilot, "enter")
            for key in ("4", "4", "3"):
                clock.turn(seconds=12)
                await press(pilot, "space", key)
            await press(pilot, "q", "enter")
            await matches_golden(pilot, "home-studied")
            clock.turn(days=12)
            await press(pilot, "enter", "space", "3", "space", "1", "q", "enter")
            text = screen_text(pilot.app)
            assert re.search(r"\d %$", text, re.MULTILINE)

    run(talk())


def test_keys_point_at_decks_and_open_them(tmp_path: Path, files: list[Path]) -> None:
    async def talk() -> None:
        async with at_home(tmp_path, files) as pilot:
            assert "▸ broken.yaml" in await press(pilot, "down")
            assert "▸ A short history" in await press(pilot, "j", "j")
            assert "▸ The lighthouse" in await press(pilot, "home")
            assert "▸ A short history" in await press(pilot, "end", "k", "down")
            assert "On which day" in await press(pilot, "enter")
            assert "▸ A short history" in await press(pilot, "q")

    run(talk())


def test_a_file_that_is_no_deck_tells_why_when_opened(tmp_path: Path, files: list[Path]) -> None:
    async def talk() -> None:
        async with at_home(tmp_path, files) as pilot:
            text = await press(pilot, "down", "enter")
            assert 'A deck has no key "titel"' in text
            assert "▸ broken.yaml" in text

    run(talk())


def test_all_decks_in_one_session(tmp_path: Path, files: list[Path]) -> None:
    async def talk() -> None:
        async with at_home(tmp_path, files) as pilot:
            assert "new 8" in await press(pilot, "a")

    run(talk())


def test_a_click_points_and_a_second_one_opens(tmp_path: Path, files: list[Path]) -> None:
    async def talk() -> None:
        async with at_home(tmp_path, files) as pilot:
            row = next(y for y, line in enumerate(screen_text(pilot.app).splitlines()) if "A short" in line)
            await pilot.click(offset=(6, row))
            await pilot.pause()
            assert "▸ A short history" in screen_text(pilot.app)
            await pilot.click(offset=(6, row))
            await pilot.pause()
            assert "On which day" in screen_text(pilot.app)

    run(talk())


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
def test_home_without_decks_says_how_to_make_one(tmp_path: Path, size: tuple[int, int]) -> None:
    async def talk() -> None:
        async with at_home(tmp_path, [], size=size) as pilot:
            await matches_golden(pilot, "home-empty")
            await press(pilot, "q")
            assert not pilot.app.is_running

    run(talk())


def test_ones_own_deck_stands_for_a_shipped_one_of_the_same_id(tmp_path: Path) -> None:
    async def talk() -> None:
        shipped = write_deck(tmp_path / "shipped", replace(DECK, title="As shipped")).file
        own = write_deck(tmp_path / "own", replace(DECK, title="My own")).file
        async with at_home(tmp_path, [shipped, own]) as pilot:
            text = screen_text(pilot.app)
            assert "My own" in text
            assert "As shipped" not in text

    run(talk())


def test_two_files_with_one_id_are_told(tmp_path: Path) -> None:
    async def talk() -> None:
        first = write_deck(tmp_path / "one").file
        second = write_deck(tmp_path / "two").file
        async with at_home(tmp_path, [first, second]) as pilot:
            assert "✗ it has the id 'arnholm'" in screen_text(pilot.app)

    run(talk())


def test_many_decks_scroll_with_the_pointer(tmp_path: Path) -> None:
    async def talk() -> None:
        decks = [replace(DECK, id=f"d{number:02}", title=f"Deck {number:02}") for number in range(40)]
        many = [write_deck(tmp_path / "many", deck).file for deck in decks]
        async with at_home(tmp_path, many) as pilot:
            assert "▸ Deck 39" in await press(pilot, "end")
            text = await press(pilot, "home")
            assert "▸ Deck 00" in text
            assert "Retention" in text

    run(talk())


def test_help_of_home(tmp_path: Path, files: list[Path]) -> None:
    async def talk() -> None:
        async with at_home(tmp_path, files) as pilot:
            text = await press(pilot, "?")
            assert "Study the deck pointed at." in text
            assert "▸ The lighthouse" in await press(pilot, "q")

    run(talk())
