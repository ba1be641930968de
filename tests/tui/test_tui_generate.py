"""A deck made on the home screen: the document, its candidates chosen from, and the file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from piloting import BOTH_SIZES, home_in, press
from screen_text import matches_golden, shows
from textual.pilot import Pilot
from textual.widgets import TextArea
from tui_tools import write_deck

from quizgen.cli.studied import decks_in
from quizgen.deckfile import load_deck
from quizgen.deckfile.edit import Change, edit_deck
from tui.generating import candidates
from tui.screens.generate import GenerateScreen
from tui.screens.home import HomeScreen
from tui.widgets.answer import AnswerLine

BRIDGE = "The Bramley Bridge was opened on 4 May 1887 by Queen Victoria."

NOTE = f"""{BRIDGE}

The Bramley Tunnel was opened on 9 June 1891. The Bramley Canal was closed on 2 March 1903.
"""


@asynccontextmanager
async def choosing(folder: Path, size: tuple[int, int] = (80, 24), text: str = NOTE) -> AsyncIterator[Pilot[None]]:
    """The candidates of a note, from the home screen."""
    (folder / "note.txt").write_text(text, encoding="utf-8")
    async with home_in(folder, decks_in(folder / "own"), size) as pilot:
        await press(pilot, "g")
        pilot.app.screen.query_one(AnswerLine).value = str(folder / "note.txt")
        await press(pilot, "enter")
        yield pilot


@BOTH_SIZES
async def test_the_candidates(tmp_path: Path, size: tuple[int, int]) -> None:
    async with choosing(tmp_path, size) as pilot:
        await matches_golden(pilot, "candidates")


async def test_what_is_accepted_is_written_and_listed(tmp_path: Path) -> None:
    found = candidates(_note(tmp_path), tmp_path / "own").cards
    async with choosing(tmp_path) as pilot:
        assert "1 accepted" in await press(pilot, "r", "a")
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert load_deck(tmp_path / "own" / "note.yaml").cards == (found[1],)


async def test_the_deck_that_was_made_is_pointed_at(tmp_path: Path) -> None:
    write_deck(tmp_path / "own")
    async with choosing(tmp_path) as pilot:
        await press(pilot, "A", "s")
        await shows(pilot, "Saved:")
        await shows(pilot, f"▸ {load_deck(tmp_path / 'own' / 'note.yaml').title}")


async def test_a_card_is_edited_before_it_is_taken(tmp_path: Path) -> None:
    async with choosing(tmp_path) as pilot:
        await press(pilot, "e")
        pilot.app.screen.query_one("#field-question", TextArea).text = "When was it [red]opened?"
        assert "When was it [red]opened?" in await press(pilot, "ctrl+s")
        await press(pilot, "s")
        (card,) = load_deck(tmp_path / "own" / "note.yaml").cards
        assert card.question == "When was it [red]opened?"
        assert card.evidence


async def test_nothing_is_written_unless_it_is_saved(tmp_path: Path) -> None:
    async with choosing(tmp_path) as pilot:
        assert "Accept a card first" in await press(pilot, "s")
        assert "Nothing is saved yet" in await press(pilot, "A", "escape")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert not (tmp_path / "own").exists()


async def test_a_deck_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "note.yaml").write_text("mine", encoding="utf-8")
    async with choosing(tmp_path) as pilot:
        await press(pilot, "A", "s")
        assert load_deck(tmp_path / "own" / "note-2.yaml").id == "note-2"
        assert (tmp_path / "own" / "note.yaml").read_text(encoding="utf-8") == "mine"


async def test_a_document_that_changed_shows_what_changes_in_its_deck(tmp_path: Path) -> None:
    note = _note(tmp_path)
    deck = tmp_path / "own" / "note.yaml"

    async with choosing(tmp_path) as pilot:
        await press(pilot, "A", "s")
    edited = load_deck(deck).cards[-1]
    edit_deck(deck, [Change(edited, replace(edited, question="Mine?"))])
    before = load_deck(deck).cards
    text = NOTE.replace("The Bramley Tunnel", "The Bramley Lock was opened on 5 June 1890. The Bramley Tunnel").replace(
        BRIDGE, ""
    )

    async with choosing(tmp_path, text=text) as pilot:
        await matches_golden(pilot, "candidates-renewed")
        await press(pilot, "r", "A", "s")
        assert isinstance(pilot.app.screen, HomeScreen)
    after = load_deck(deck).cards
    there = [card.id for card in before]
    assert [card.id for card in after if card.id in there] == there
    assert after[-1].question == "Mine?"
    assert any(card.retired for card in after)
    assert not next(card for card in after if card.id == there[0]).retired  # it was rejected
    assert note.read_text(encoding="utf-8") == text

    async with choosing(tmp_path, text=text) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)
        await shows(pilot, "Nothing new for the deck")
    assert load_deck(deck).cards == after


async def test_what_is_no_document_is_told(tmp_path: Path) -> None:
    async with choosing(tmp_path) as pilot:
        await press(pilot, "escape", "g")
        pilot.app.screen.query_one(AnswerLine).value = str(tmp_path / "missing.txt")
        assert "There is no such file" in await press(pilot, "enter")
        assert isinstance(pilot.app.screen, GenerateScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


def _note(folder: Path) -> Path:
    file = folder / "note.txt"
    file.write_text(NOTE, encoding="utf-8")
    return file
