"""Handing out a deck from the home screen: the form, its preview, and the file."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from piloting import BOTH_SIZES, GUILD, flat, home_in, press, shown, write_decks
from screen_text import matches_golden
from textual.pilot import Pilot
from tui_tools import DECK, settle

from quizgen.deckfile import load_deck
from quizgen.export import export
from quizgen.exports import format_names
from quizgen.exports.shared.format import Layout
from tui.widgets.answer import AnswerLine


def at_home(folder: Path, size: tuple[int, int] = (80, 24), decks: int = 1) -> AbstractAsyncContextManager[Pilot[None]]:
    """The home screen with a deck or two."""
    return home_in(folder, write_decks(folder / "decks", *[DECK, GUILD][:decks]), size)


async def choose(pilot: Pilot[None], name: str, *keys: str) -> str:
    """Open the form, go to the format's row by ``keys``, and choose a format."""
    await press(pilot, "x", *keys)
    for _ in range(len(format_names())):
        if f"‹ {name} ›" in shown(pilot):
            break
        await pilot.press("right")
        await pilot.pause()
    await settle(pilot)
    return shown(pilot)


async def to_row(pilot: Pilot[None], label: str) -> None:
    """Point at a row of the form, by its label."""
    for _ in range(20):
        if f"▸ {label}" in shown(pilot):
            return
        await press(pilot, "down")
    raise AssertionError(f"no row {label}:\n{shown(pilot)}")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@BOTH_SIZES
async def test_the_form_and_its_preview(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, size) as pilot:
        await press(pilot, "x")
        await matches_golden(pilot, "export")
        await press(pilot, "escape")
        await choose(pilot, "pdf")
        await to_row(pilot, "Answer sheet")
        await matches_golden(pilot, "export-printed")
        await press(pilot, "escape", "b", "space", "X")
        await matches_golden(pilot, "export-marked")


async def test_what_is_lost_is_told_before_writing(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        text = await choose(pilot, "kahoot")
        assert "Kahoot: 3 questions" in text
        assert "2 of 5 left out: 1 with a question over 120 characters" in text
        assert "(without choices)" in text
        assert "arnholm.xlsx" in text


async def test_the_file_is_the_one_the_command_writes(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        text = await press(pilot, "x", "enter")
        assert "5 questions written to" in text
        assert "▸ The lighthouse" in text
        text = await press(pilot, "x", "enter")
        assert "is there already" in flat(text)
        (tmp_path / "arnholm.html").write_bytes(b"")
        assert "5 questions written to" in await press(pilot, "enter")
    deck = load_deck(tmp_path / "decks" / "arnholm.yaml")
    assert (tmp_path / "arnholm.html").read_bytes() == export([deck], "html").data
    assert not list(tmp_path.glob(".quizgen*"))


async def test_versions_and_a_key_beside_the_file(tmp_path: Path) -> None:
    async with at_home(tmp_path, decks=2) as pilot:
        assert "10 questions" in await choose(pilot, "markdown", "right", "down")
        await to_row(pilot, "Title")
        await press(pilot, "e", *["backspace"] * 20, *"Spring", "enter")
        await press(pilot, "down", "e", *["backspace"] * 3, "4", "enter")
        await to_row(pilot, "Asked by")
        await press(pilot, "right", "down", "right", "down", "e", "s", "enter")
        await press(pilot, "down", "right", "down", "down", "down", "right")
        await press(pilot, "down", "e", *["backspace"] * 30, *"a.md", "enter")
        assert "questions written to" in await press(pilot, "enter")
    decks = [load_deck(tmp_path / "decks" / f"{name}.yaml") for name in ("arnholm", "guild")]
    wanted = export(decks, "markdown", title="Spring", count=4, mode="short", shuffle=True, seed="s", versions=2)
    assert (tmp_path / "a.md").read_bytes() == wanted.data
    assert (tmp_path / "a.md.key.csv").read_bytes() == wanted.key


@pytest.mark.parametrize(
    ("typed", "told"), [("nowhere/a.html", "There is no such folder"), ("decks", "is there already")]
)
async def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, typed: str, told: str) -> None:
    async with at_home(tmp_path) as pilot:
        await press(pilot, "x")
        await to_row(pilot, "File")
        await press(pilot, "e")
        pilot.app.screen.query_one(AnswerLine).value = typed
        text = await press(pilot, "enter", "enter")
        assert told in text
        if typed == "decks":
            assert "This is a folder" in await press(pilot, "enter")
    assert not (tmp_path / "nowhere").exists()


async def test_nonsense_in_the_number_is_told_and_escape_leaves_all_as_it_was(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        await press(pilot, "x", "down", "e", "enter")  # a title that is left as it was
        text = await press(pilot, "down", "e", "end", "x", "enter")
        assert "'allx' is no number of questions" in text
        assert "allx" in await press(pilot, "enter")
        assert "▸ The lighthouse" in await press(pilot, "escape")
    assert {path.suffix for path in tmp_path.iterdir()} == {"", ".sqlite3"}


async def test_an_anki_deck_remembers_what_was_handed_out(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        await choose(pilot, "anki")
        assert "written to" in await press(pilot, "enter")
    assert (tmp_path / "arnholm.apkg").read_bytes()[:2] == b"PK"
    assert (tmp_path / "handed-out.json").is_file()


async def test_some_kinds_with_answer_sheet_and_a_key_of_its_own(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        assert "Versions" not in await press(pilot, "x")
        await press(pilot, "escape")
        assert "Versions" in await choose(pilot, "markdown")
        await to_row(pilot, "Kinds")
        assert "2 questions" in await press(pilot, "right")
        assert "3 questions" in await press(pilot, "e", "end", *", date", "enter")
        await to_row(pilot, "Answer sheet")
        await press(pilot, "right", "down", "left")
        assert "questions written to" in await press(pilot, "enter")
    deck = load_deck(tmp_path / "decks" / "arnholm.yaml")
    wanted = export(
        [deck], "markdown", kinds=["anniversary", "date"], layout=Layout(answer_sheet=True), printed_key=True
    )
    assert (tmp_path / "arnholm.md").read_bytes() == wanted.data
    assert (tmp_path / "arnholm.key.md").read_bytes() == wanted.printed_key


@pytest.mark.parametrize(
    ("steps", "layout"), [(1, Layout(letter=True)), (2, Layout(large=True)), (3, Layout(letter=True, large=True))]
)
async def test_the_paper_is_chosen(steps: int, layout: Layout, tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        await choose(pilot, "latex")
        await to_row(pilot, "Paper")
        await press(pilot, *["right"] * steps)
        assert "questions written to" in await press(pilot, "enter")
    deck = load_deck(tmp_path / "decks" / "arnholm.yaml")
    assert (tmp_path / "arnholm.tex").read_bytes() == export([deck], "latex", layout=layout).data


async def test_the_marked_or_found_cards_of_the_browse_screen(tmp_path: Path) -> None:
    async with at_home(tmp_path, decks=2) as pilot:
        await press(pilot, "b", "slash", *"lamp", "enter")
        text = await press(pilot, "X")
        assert "Hand out 4 cards found" in text
        assert "cards.html" in text
        text = await press(pilot, "escape", "space", "X")
        assert "Hand out 1 card marked" in text
        assert "HTML: 1 question" in text
        assert "1 question written to" in await press(pilot, "enter")
    deck = load_deck(tmp_path / "decks" / "arnholm.yaml")
    alone = replace(deck, cards=tuple(card for card in deck.cards if card.id == "date-first-lighting"))
    assert (tmp_path / "arnholm.html").read_bytes() == export([alone], "html").data
