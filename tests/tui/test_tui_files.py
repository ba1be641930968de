"""Names of files completed while they are typed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from piloting import home_in, press
from screen_text import shows
from tui_tools import write_deck

from tui.files import completed, offered, shortened
from tui.screens.home import HomeScreen
from tui.widgets.answer import AnswerLine


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some documents and folders, which is the current one and the home."""
    for name in ("notes.txt", "Novel.MD", "night/owl.txt", "night/day.yaml", ".hidden.txt", "picture.png", "[b]x.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The Bramley Bridge was opened on 4 May 1887 by Queen Victoria.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["Novel.MD", "[b]x.md", "notes.txt", "night/"]),
        ("no", ["Novel.MD", "notes.txt"]),
        ("NI", ["night/"]),
        ("night/", ["night/owl.txt"]),
        ("~/not", ["~/notes.txt"]),
        (".", [".hidden.txt"]),
        ("nowhere/", []),
        ("notes.txt/", []),
        ("a\0b", []),
    ],
)
def test_what_begins_so(typed: str, names: list[str]) -> None:
    assert offered(typed.replace("/", os.sep), (".txt", ".md")) == [name.replace("/", os.sep) for name in names]


def test_the_home_folder_is_short(tmp_path: Path) -> None:
    assert shortened(str(tmp_path / "a" / "b.yaml")) == os.path.join("~", "a", "b.yaml")  # noqa: PTH118
    assert shortened(str(tmp_path)) == "~"
    assert shortened(f"{tmp_path}-elsewhere") == f"{tmp_path}-elsewhere"


@pytest.mark.parametrize(
    ("typed", "names", "found"),
    [
        ("n", ["notes.txt", "Novel.MD"], "No"),
        ("not", ["notes.txt"], "notes.txt"),
        ("ni", ["night/"], "night/"),
        ("x", [], "x"),
        ("", ["a", "b"], ""),
        ("S", ["Straße", "Stra"], "S"),
    ],
)
def test_what_is_sure_to_follow(typed: str, names: list[str], found: str) -> None:
    assert completed(typed, names) == found


async def test_a_document_is_found_by_tab(tmp_path: Path) -> None:
    async with home_in(tmp_path, [write_deck(tmp_path / "decks").file]) as pilot:
        await press(pilot, "g")
        await shows(pilot, "notes.txt   decks", "[b]x.md", "In ~")
        assert "Novel" not in await press(pilot, *"ni", "tab")
        assert pilot.app.screen.query_one(AnswerLine).value == f"night{os.sep}"
        await press(pilot, *"o", "tab")
        assert pilot.app.screen.query_one(AnswerLine).value == os.path.join("night", "owl.txt")  # noqa: PTH118
        await press(pilot, "enter")
        await shows(pilot, "1 of ", "4 May 1887")
        await press(pilot, "A")
        await shows(pilot, "All are decided: s saves.")
        await press(pilot, "escape", "escape", "plus", *"night", "tab", *"d", "tab", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
