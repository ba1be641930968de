"""Tags of many cards changed while browsing: written into the deck files, taken back, and told when it cannot be."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

import pytest
from piloting import BOTH_SIZES, press
from screen_text import matches_golden, shows
from test_tui_browse import browsing, write

from quizgen.deckfile import load_deck
from quizgen.deckfile import save as saving
from quizgen.study.browsing.tagging import Tagging, read_tagging
from quizgen.study.library import editing


@pytest.mark.parametrize(
    ("typed", "tagging"),
    [
        ("europe", Tagging(("europe",))),
        (" a  b , -c d,a b, - e", Tagging(("a b",), ("c d", "e"))),
        ("-", Tagging()),
        (" , ,", Tagging()),
    ],
)
def test_what_is_typed(typed: str, tagging: Tagging) -> None:
    assert read_tagging(typed) == tagging


def test_tags_are_added_once_behind_the_others() -> None:
    assert Tagging(("b", "d"), ("c",))(("a", "b", "c")) == ("a", "b", "d")


@BOTH_SIZES
async def test_the_sheet(tmp_path: Path, size: tuple[int, int]) -> None:
    async with browsing(tmp_path, size) as pilot:
        await press(pilot, "*", "t", *"europe, -draft")
        await matches_golden(pilot, "browse-tag")


async def test_tags_are_written_into_the_files_and_taken_back(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        files = [tmp_path / "decks" / name for name in ("arnholm.yaml", "rivers.yaml")]
        files[1].write_bytes(b"# mine\n" + files[1].read_bytes())
        await press(pilot, "q", "b")
        before = [load_deck(file) for file in files]
        await press(pilot, "*", "t", *"[b]wide, -odd ones", "enter")
        await shows(pilot, "9 cards tagged")
        assert all(b"[b]wide" in file.read_bytes() for file in files)
        assert b"odd ones" not in files[1].read_bytes()
        await write(pilot, 'tag:"[b]wide"')
        await shows(pilot, "9 of 9 cards")
        await press(pilot, "enter")
        await shows(pilot, "· [b]wide")
        await press(pilot, "escape", "u")
        await shows(pilot, "9 cards as before")
        assert [load_deck(file) for file in files] == before
        assert files[1].read_bytes().startswith(b"# mine\n")


async def test_a_file_that_cannot_be_written_is_told_and_the_others_can_be_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replacing = saving.replacing

    def refuse(file: Path) -> AbstractContextManager[BinaryIO]:
        if file.name == "rivers.yaml":
            raise saving.DeckError("the file cannot be written: no", str(file))
        return replacing(file)

    async with browsing(tmp_path) as pilot:
        monkeypatch.setattr(editing, "replacing", refuse)
        before = (tmp_path / "decks" / "arnholm.yaml").read_bytes()
        await press(pilot, "*", "t", *"wide", "enter")
        await shows(pilot, "The file cannot be written: no", "5 cards tagged")
        await press(pilot, "u")
        await shows(pilot, "5 cards as before")
        assert (tmp_path / "decks" / "arnholm.yaml").read_bytes() == before


async def test_leaving_stops_it_and_nothing_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    write = editing.with_tags

    def slowly(*arguments: object) -> object:
        begun.set()
        go_on.wait(20)
        return write(*arguments)  # type: ignore[arg-type]

    async with browsing(tmp_path) as pilot:
        before = (tmp_path / "decks" / "arnholm.yaml").read_bytes()
        monkeypatch.setattr(editing, "with_tags", slowly)
        await pilot.press("t", *"wide", "enter")
        await shows(pilot, "0 % done")
        begun.wait(20)
        await pilot.press("t", "q")
        go_on.set()
        await shows(pilot, "Stopped: nothing was changed.")
        assert (tmp_path / "decks" / "arnholm.yaml").read_bytes() == before
        await press(pilot, "q")
        await shows(pilot, "quizgen")
