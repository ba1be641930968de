"""The statistics screen: its pictures, its keys, and what it tells when there is nothing to tell."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from log_tools import long_log
from piloting import BOTH_SIZES, home_in, press
from screen_text import matches_golden
from textual.pilot import Pilot
from tui_tools import settle

from quizgen.deckfile import save_deck
from tui.screens.home import HomeScreen
from tui.screens.statistics import StatisticsScreen


def at_home(
    folder: Path, size: tuple[int, int] = (80, 24), *, studied: bool = True
) -> AbstractAsyncContextManager[Pilot[None]]:
    """The home screen with two decks, studied for years or not at all."""
    decks = long_log(folder / "progress.sqlite3", 2, 150, 12) if studied else []
    files = [folder / f"{deck.id}.yaml" for deck in decks]
    for deck, file in zip(decks, files, strict=True):
        save_deck(replace(deck, title=f"[red]{deck.title}"), file)
    return home_in(folder, files, size)


@BOTH_SIZES
async def test_the_years_calendar_comes_first_and_the_rest_below(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, size) as pilot:
        await press(pilot, "s")
        await matches_golden(pilot, "statistics")
        for page in (2, 3, 4):
            await press(pilot, "space")
            await matches_golden(pilot, f"statistics-{page}")
        await press(pilot, "end")
        await matches_golden(pilot, "statistics-end")


async def test_keys_scroll_and_lead_back(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        top = await press(pilot, "s")
        assert "The last year" in top
        assert await press(pilot, "down", "up") == top
        assert await press(pilot, "j", "space", "b", "k") == top
        assert "You forget attribution cards" in await press(pilot, "end")
        assert await press(pilot, "home") == top
        assert "Scroll to the bottom." in await press(pilot, "?")
        await press(pilot, "escape", "q")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_one_deck_can_be_told_of_alone(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        both = await press(pilot, "s")
        assert "all decks\n" in both
        assert "d one deck" in both
        alone = await press(pilot, "d")
        assert alone.splitlines()[0].endswith("[red]Deck 0")
        assert alone != both
        assert "d all decks" in alone
        assert "[red]Deck 1" not in await press(pilot, "end")
        assert "[red]Deck 1" in await press(pilot, "d", "end", "up", "up", "up")


@BOTH_SIZES
async def test_the_workload_of_each_aim(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, size) as pilot:
        await press(pilot, "s", "w")
        await matches_golden(pilot, "workload")
        await press(pilot, *["down"] * 6)
        await matches_golden(pilot, "workload-end")
        assert "The last year" in await press(pilot, "w")


async def test_leaving_before_the_figures_are_there_is_no_trouble(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        for key in ("s", "w", "escape", "d", "q"):
            await pilot.press(key)
        await pilot.pause(0.3)
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_the_same_is_told_without_colour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_home(tmp_path) as pilot:
        await press(pilot, "s")
        await matches_golden(pilot, "statistics")


async def test_without_decks_and_answers_it_says_so(tmp_path: Path) -> None:
    async with at_home(tmp_path, studied=False) as pilot:
        text = await press(pilot, "s")
        assert "· no answers yet" in text
        assert "nothing is due" in text
        assert "one deck" not in text


async def test_trouble_with_the_progress_file_is_told(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, HomeScreen)
        gone = tmp_path / "gone" / "file"
        gone.parent.write_text("no folder", encoding="utf-8")
        screen._desk.store.file = gone
        text = await press(pilot, "s")
        assert "Name another folder with --data-dir." in text
        assert "Reading" not in text
        assert isinstance(pilot.app.screen, StatisticsScreen)
