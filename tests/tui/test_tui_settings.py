"""Settings from the home screen: shown, explained, checked, written and used at once; themes remembered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields
from pathlib import Path

from piloting import BOTH_SIZES, piloting, press, write_decks
from screen_text import matches_golden
from study_tools import Clock
from textual.pilot import Pilot
from textual.widgets import Static
from tui_tools import DECK, desk_in

from quizgen.cli.learned import remember_theme
from quizgen.study.places import settings_file
from quizgen.study.settings import Settings, load_settings
from tui.app import QuizgenApp
from tui.screens.home import HomeScreen
from tui.screens.settings import SettingsScreen
from tui.setting import TOLD


@asynccontextmanager
async def at_home(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    files = write_decks(folder / "decks", DECK)
    with desk_in(folder, Clock()) as desk:
        app = QuizgenApp(lambda: HomeScreen(desk, files, folder / "own"), remember=remember_theme)
        async with piloting(app, size) as pilot:
            yield pilot


def desk_settings(pilot: Pilot[None]) -> Settings:
    home = pilot.app.screen_stack[0]
    assert isinstance(home, HomeScreen)
    return home._desk.settings


def test_every_setting_is_shown_and_explained() -> None:
    assert {told.key for told in TOLD} == {field.name for field in fields(Settings)} - {"keys", "decks"}
    assert all(told.help.endswith(".") for told in TOLD)


@BOTH_SIZES
async def test_the_settings(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, size) as pilot:
        await press(pilot, "comma")
        pilot.app.screen.query_one("#where", Static).update("(the file)")
        await pilot.pause()
        await matches_golden(pilot, "settings")
        await press(pilot, *["down"] * 11)
        await matches_golden(pilot, "settings-last")


async def test_what_is_changed_is_written_and_used(tmp_path: Path) -> None:
    settings_file().write_text("# mine\nnew_per_day = 5 # few\n", encoding="utf-8")
    async with at_home(tmp_path) as pilot:
        await press(pilot, "comma", "down", "right", "enter")
        assert settings_file().read_text(encoding="utf-8") == "# mine\nnew_per_day = 10 # few\n"
        assert desk_settings(pilot).new_per_day == 10
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_what_is_typed_is_checked_at_once(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        shown = await press(pilot, "comma", "down", "e", *["backspace"] * 2, "m", "enter")
        assert "New cards a day cannot be 'm'" in shown
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert not settings_file().exists()
        await press(pilot, "e", "backspace", "1", "2", "enter", "enter")
        assert load_settings(settings_file()) == Settings(new_per_day=12)


async def test_steps_are_typed_in_words(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        await press(pilot, "comma", *["down"] * 3, "e", *["backspace"] * 9, *"5m,2h", "enter", "enter")
        assert settings_file().read_text(encoding="utf-8") == 'learning_steps = ["5m", "2h"]\n'


async def test_leaving_changes_nothing(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        assert "Nothing is saved yet: enter saves." in await press(pilot, "comma", "right", "escape")
        await press(pilot, "right", "escape")
        assert isinstance(pilot.app.screen, SettingsScreen)
        await press(pilot, "escape")
        assert not settings_file().exists()
        await press(pilot, "comma", "enter")
        assert not settings_file().exists()


async def test_a_broken_file_is_told_and_left(tmp_path: Path) -> None:
    settings_file().write_text("new_per_day = 'x'\n", encoding="utf-8")
    async with at_home(tmp_path) as pilot:
        assert "New_per_day cannot be 'x'" in await press(pilot, "comma")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_theme_is_worn_at_once_and_remembered(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        await press(pilot, "comma", *["down"] * 10, "right", "enter")
        assert pilot.app.theme == "light"
        assert load_settings(settings_file()).theme == "light"


async def test_a_theme_of_the_palette_is_remembered(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        await press(pilot, "ctrl+p", *"colours: high", "enter")
        assert pilot.app.theme == "high-contrast"
        assert load_settings(settings_file()) == Settings(theme="high-contrast")
