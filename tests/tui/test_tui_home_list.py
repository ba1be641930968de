"""The list of the home screen: searched as one types, decks and folders added, taken off, and missing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner
from piloting import BOTH_SIZES, home_in, press, shown
from screen_text import matches_golden, shows
from study_tools import Clock
from textual.pilot import Pilot
from tui_tools import DECK, desk_in, write_deck

from quizgen.cli import quizgen
from quizgen.model.review import Grade
from quizgen.study.listing import listed
from quizgen.study.places import settings_file
from quizgen.study.setting import change_settings
from quizgen.study.settings import load_settings
from tui.library import DeckFile, grouped
from tui.sitting import sit_down


def deck(folder: Path, name: str, title: str) -> Path:
    return write_deck(folder, replace(DECK, id=name, title=title), with_document=False).file


@asynccontextmanager
async def next_start(folder: Path, files: Sequence[Path]) -> AsyncIterator[Pilot[None]]:
    """The home screen as the settings file wants it."""
    settings = load_settings(settings_file())
    async with home_in(folder, [*files, *listed(settings.decks)], settings=settings) as pilot:
        yield pilot


async def test_decks_are_found_as_one_types(tmp_path: Path) -> None:
    files = [deck(tmp_path / "coast", "reef", "The reef"), deck(tmp_path, "mill", "A mill")]
    async with home_in(tmp_path, files) as pilot:
        await shows(pilot, "The reef", "A mill", "/ search")
        await pilot.press("slash", *"mil")
        assert "The reef" not in await shows(pilot, "▸ A mill", "esc all decks")
        await pilot.press(*"xq")
        await shows(pilot, "No deck is called so.")
        await pilot.press("escape")
        await shows(pilot, "The reef", "A mill", "q quit")
        await pilot.press("slash", *"COAST re", "down", "enter")
        await shows(pilot, "The reef", "On which day was the lamp")
        await pilot.press("q")
        await shows(pilot, "▸ The reef", "A mill", "q quit")
        await pilot.press("slash", *"mill", "enter")
        await shows(pilot, "On which day was the lamp")
        await pilot.press("q")
        await shows(pilot, "The reef", "▸ A mill", "q quit")


async def test_an_added_folder_is_remembered_told_when_missing_and_taken_off(tmp_path: Path) -> None:
    folder, first = tmp_path / "[b]decks", deck(tmp_path, "mill", "A mill")
    deck(folder, "reef", "The reef")
    async with next_start(tmp_path, [first]) as pilot:
        await shows(pilot, "▸ A mill")
        await pilot.press("plus", *str(tmp_path / "nowhere"), "enter")
        await shows(pilot, "There is no such file or folder")
        await pilot.press("escape", "plus", *str(folder), "enter")
        await shows(pilot, "The reef", "Added: 1 deck.", "/ search")
        await pilot.press("plus", *str(folder / "reef.yaml"), "enter")
        await shows(pilot, "It is on the list already.")
    assert load_settings(settings_file()).decks == (str(folder),)
    quiz = CliRunner().invoke(quizgen, ["quiz", "--plain", "--count", "50"], input=":q\n")
    assert "reef" in quiz.output
    folder.rename(tmp_path / "elsewhere")
    async with next_start(tmp_path, [first]) as pilot:
        await pilot.press("end")
        await shows(pilot, "▸ [b]decks", "✗ it is no longer there. Put it back")
        await pilot.press("minus")
        assert "✗" not in await shows(pilot, "Off the list:", "▸ A mill")
        await pilot.press("minus")
        await shows(pilot, "Only what you added can be taken off")
    assert load_settings(settings_file()).decks == ()


@BOTH_SIZES
async def test_the_list_tells_when_the_next_review_is_due(tmp_path: Path, size: tuple[int, int]) -> None:
    clock, opened = Clock(), write_deck(tmp_path, with_document=False)
    with desk_in(tmp_path, clock) as desk:
        session, _ = sit_down(desk, [opened])
        session.answer(Grade.EASY)
    async with home_in(tmp_path, [opened.file], size, clock) as pilot:
        await matches_golden(pilot, "home-next")
    clock.turn(days=7)
    async with home_in(tmp_path, [opened.file], size, clock) as pilot:
        await shows(pilot, "tomorrow")
        clock.turn(days=1)
        await pilot.press("enter")
        await shows(pilot, "due 1")
        assert "tomorrow" not in shown(pilot)


async def test_the_deck_pointed_at_stays_in_sight_when_the_terminal_shrinks(tmp_path: Path) -> None:
    files = [deck(tmp_path, f"mill-{number}", f"Mill {number}") for number in range(12)]
    async with home_in(tmp_path, files) as pilot:
        await pilot.press("end")
        await shows(pilot, "▸ Mill 11")
        await pilot.resize_terminal(40, 20)
        await shows(pilot, "▸ Mill 11", "new 4")
        await pilot.press("home")
        await shows(pilot, "▸ Mill 0")


def course(folder: Path) -> list[Path]:
    """A deck on its own, and a folder of two."""
    lessons = [deck(folder / "course", f"lesson-{number}", f"Lesson {number}") for number in (1, 2)]
    return [deck(folder, "mill", "A mill"), *lessons]


@BOTH_SIZES
async def test_a_folder_of_decks_has_a_row_and_is_studied_as_one(tmp_path: Path, size: tuple[int, int]) -> None:
    files = course(tmp_path)
    broken = tmp_path / "course" / "broken.yaml"
    broken.write_text("quizgen: 9\n", encoding="utf-8")
    async with home_in(tmp_path, [*files, broken], size=size) as pilot:
        await shows(pilot, "course/", "Lesson 1", "/ search")
        await pilot.press("down")
        await matches_golden(pilot, "home-folder")
        await pilot.press("enter")
        await shows(pilot, "new 8 ")
        await pilot.press("q", "slash", *"lesson")
        assert "course/" not in await shows(pilot, "Lesson 1")


async def test_what_is_done_with_a_folder_is_done_with_its_decks(tmp_path: Path) -> None:
    async with home_in(tmp_path, course(tmp_path)) as pilot:
        await shows(pilot, "course/", "Lesson 1", "/ search")
        await press(pilot, "down")
        text = await press(pilot, "z")
        assert "✓ Lesson 1" in text
        assert "✓ Lesson 2" in text
        assert "· A mill" in text
        await press(pilot, "escape", "x")
        await shows(pilot, "Hand out course/", "‹ 2 decks ›", "course.html")
        await press(pilot, "escape", "s")
        await shows(pilot, "d one folder")
        await press(pilot, "d")
        await shows(pilot, "d all decks", "course/")


async def test_an_added_folder_is_taken_off_at_its_row(tmp_path: Path) -> None:
    first = course(tmp_path)[0]
    change_settings(settings_file(), {"decks": [str(tmp_path / "course")]})
    async with next_start(tmp_path, [first]) as pilot:
        await shows(pilot, "course/", "Lesson 2", "/ search")
        await pilot.press("down", "minus")
        assert "Lesson 2" not in await shows(pilot, "Off the list:")
    assert load_settings(settings_file()).decks == ()


def test_folders_have_rows_where_they_tell_something(tmp_path: Path) -> None:
    def rows(*names: str, flat: str = "own") -> list[str]:
        files = [DeckFile(tmp_path / name) for name in names]
        return [row.title for row in grouped(files, {tmp_path / flat})]

    assert rows("a/x.yaml", "b/y.yaml") == ["x.yaml", "y.yaml"]
    assert rows("a/x.yaml", "a/y.yaml") == ["x.yaml", "y.yaml"]
    assert rows("a/x.yaml", "b/z.yaml", "a/y.yaml") == ["a/", "x.yaml", "y.yaml", "z.yaml"]
    assert rows("own/x.yaml", "own/y.yaml", "b/z.yaml") == ["x.yaml", "y.yaml", "z.yaml"]


async def test_the_columns_keep_their_names_in_sight(tmp_path: Path) -> None:
    files = [deck(tmp_path, f"deck-{number:02d}", f"Deck {number:02d}") for number in range(30)]
    async with home_in(tmp_path, files) as pilot:
        await shows(pilot, "Deck 01", "Retention")
        await pilot.press("end")
        assert "Deck 01" not in await shows(pilot, "▸ Deck 29", "Retention")
        await pilot.press("home")
        await shows(pilot, "▸ Deck 00", "Retention")
        await pilot.resize_terminal(50, 20)
        assert "Retention" not in await shows(pilot, "▸ Deck 00")
