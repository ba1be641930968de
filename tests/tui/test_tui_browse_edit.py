"""Cards edited, written and deleted while browsing, and the preview of the one pointed at."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import press, shown
from screen_text import shows
from test_tui_browse import browsing, pointed, write

from quizgen.deckfile import load_deck
from quizgen.errors import DeckError
from quizgen.study.library.library import Library
from tui.screens.browse import BrowseScreen


def deck_file(folder: Path) -> Path:
    return folder / "decks" / "arnholm.yaml"


async def test_a_card_is_edited_where_it_was_found_and_put_back(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        before = deck_file(tmp_path).read_bytes()
        await write(pilot, "deck:arnholm kind:anni")
        await press(pilot, "down", "e")
        await press(pilot, *"Hm: ", "ctrl+s")
        await shows(pilot, "1 card changed", "▸  Hm: In which year")
        assert load_deck(deck_file(tmp_path)).cards[3].question.startswith("Hm: In which year")
        await press(pilot, "u")
        await shows(pilot, "1 card as before", "▸  In which year")
        assert deck_file(tmp_path).read_bytes() == before
        text = await press(pilot, "enter", "e")
        assert "Edit this card" in text
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_a_card_is_added_to_the_deck_pointed_at(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        await press(pilot, "a", *"Which reef?", "tab", *"the outer one", "ctrl+s")
        await shows(pilot, "1 card added", "10 of 10 cards", "▸  Which reef?", "✓ the outer one")
        assert load_deck(deck_file(tmp_path)).cards[-1].answer == "the outer one"
        await press(pilot, "u")
        await shows(pilot, "1 card as before", "9 of 9 cards")


async def test_a_card_is_deleted_and_put_back_in_its_place(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        before = [card.id for card in load_deck(deck_file(tmp_path)).cards]
        for steps in (0, 2):
            await press(pilot, "home", *["down"] * steps, "D")
            assert "Delete this card" in shown(pilot)
            await press(pilot, "n")
            row = pointed(shown(pilot))
            await press(pilot, "D", "y")
            await shows(pilot, "1 card deleted", "8 of 8 cards")
            assert pointed(shown(pilot)) != row
            assert [card.id for card in load_deck(deck_file(tmp_path)).cards] == before[:steps] + before[steps + 1 :]
            await press(pilot, "u")
            await shows(pilot, "9 of 9 cards")
            assert pointed(shown(pilot)) == row
            assert [card.id for card in load_deck(deck_file(tmp_path)).cards] == before
            pilot.app.clear_notifications()


async def test_what_cannot_be_written_comes_back_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DeckError("the file cannot be written: no", "here", "Allow it.")

    async with browsing(tmp_path) as pilot:
        monkeypatch.setattr(Library, "edit", refuse)
        await press(pilot, "e", *"Typed with care: ", "ctrl+s")
        await shows(pilot, "The file cannot be written: no", "Typed with care: On which day")


async def test_the_card_pointed_at_shows_whole(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        await shows(pilot, "✓ 12 October 1865", "outer reef lit for the first")
        await press(pilot, "end")
        await shows(pilot, "Rivers · odd ones · 漢字")
        await write(pilot, "nothing like it")
        await shows(pilot, "0 of 9 cards")
        assert "✓" not in shown(pilot)
