"""The browse screen: finding, marking, changing many cards at once, and taking it back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from piloting import BOTH_SIZES, home_in, press, shown, write_decks
from screen_text import matches_golden, shows
from study_tools import Clock, make_deck
from textual.pilot import Pilot
from tui_tools import CARDS, DECK, settle, write_deck

from quizgen.model.card import Card
from tui.screens.browse import BrowseScreen
from tui.screens.home import HomeScreen


@asynccontextmanager
async def browsing(folder: Path, size: tuple[int, int] = (80, 24), more: int = 3) -> AsyncIterator[Pilot[None]]:
    """The browse screen over the lighthouse, of which a card was answered, and some rivers."""
    odd = Card(id="odd", question="[red]What\nis odd?", answer="\u202eodd", tags=("odd ones", "漢字"), suspended=True)
    rivers = make_deck(more)
    files = [write_deck(folder / "decks").file]
    files += write_decks(folder / "decks", replace(rivers, cards=(*rivers.cards, odd)))
    async with home_in(folder, files, size, clock := Clock()) as pilot:
        await press(pilot, "enter")
        clock.turn(seconds=7)
        await press(pilot, "space", "4", "!", "enter", "q", "q", "b")
        yield pilot


async def write(pilot: Pilot[None], text: str) -> str:
    """Type a filter, and go to the cards."""
    return await press(pilot, "slash", "ctrl+a", "ctrl+k", *text, "enter")


def pointed(text: str) -> str:
    """The row pointed at."""
    return next(line for line in text.splitlines() if "▸" in line)


@BOTH_SIZES
async def test_all_cards_in_one_table(tmp_path: Path, size: tuple[int, int]) -> None:
    async with browsing(tmp_path, size) as pilot:
        await matches_golden(pilot, "browse")
        await press(pilot, "down", "space")
        await press(pilot, "slash", "i", "s", ":", "n")
        await matches_golden(pilot, "browse-filter")


@BOTH_SIZES
async def test_a_card_whole_and_its_history(tmp_path: Path, size: tuple[int, int]) -> None:
    async with browsing(tmp_path, size) as pilot:
        await press(pilot, "enter")
        await matches_golden(pilot, "browse-card")
        await press(pilot, "escape", "@", "u")
        pilot.app.clear_notifications()
        await press(pilot, "h")
        await matches_golden(pilot, "browse-history")
        await press(pilot, "escape", "m")
        await matches_golden(pilot, "browse-move")


FILTERS = {
    "lamp": 2,
    "LAMP year": 1,
    "-lamp": 7,
    "kind:anni": 2,
    "deck:rivers": 4,
    "deck:arnholm is:new": 4,
    "is:new": 7,
    "is:flagged": 1,
    "is:suspended": 1,
    "is:learned": 1,
    "is:due": 0,
    "is:leech": 0,
    "-is:learned": 8,
    "tag:odd": 1,
    "tag:ones": 0,
    'tag:"odd ones"': 1,
    "tag:漢": 1,
    '"what is odd"': 1,
    '"odd what"': 0,
    "%": 0,
    "12:30": 0,
    "": 9,
}


async def test_filters(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        for typed, count in FILTERS.items():
            table = pilot.app.screen.query_one("AnswerLine")
            table.value = typed  # type: ignore[attr-defined]
            await settle(pilot)
            assert f"{count} of 9 cards" in shown(pilot), typed
        table.value = "is:nonsense"  # type: ignore[attr-defined]
        await settle(pilot)
        assert "✗ known are is: due, new" in shown(pilot)


async def test_keys_move_and_sort(tmp_path: Path) -> None:
    async with browsing(tmp_path, more=300) as pilot:
        assert "▸  On which day" in shown(pilot)
        assert "▸  [red]What is odd?" in await press(pilot, "end")
        assert "▸  Which river is number 299" in await press(pilot, "k")
        assert "▸  On which day" in await press(pilot, "g")
        page = pointed(await press(pilot, "pagedown"))
        assert "On which day" not in await press(pilot, "pagedown")
        assert pointed(await press(pilot, "pageup")) == page
        await press(pilot, "home")
        for order in ("due", "question", "kind", "lapses", "difficulty", "deck"):
            assert f"by {order}" in await press(pilot, "o")
        await press(pilot, "o", "o")
        assert "▸  [red]What is odd?" in shown(pilot)


async def test_many_cards_are_changed_at_once_and_taken_back_at_once(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        store = pilot.app.screen._desk.store  # type: ignore[attr-defined]
        await write(pilot, "deck:rivers is:new")
        assert "3 marked" in await press(pilot, "*")
        assert "3 cards suspended" in await press(pilot, "@")
        assert "4 of 9" in await write(pilot, "is:suspended")
        assert len(store.query("SELECT 1 FROM operation WHERE kind = 'suspend'")) == 3
        assert "3 cards as before" in await press(pilot, "u")
        assert "1 of 9" in await write(pilot, "is:suspended ")
        await write(pilot, "deck:arnholm")
        assert "1 card suspended" in await press(pilot, "@")
        assert "1 card taken up again" in await press(pilot, "+")
        assert "1 card new again" in await press(pilot, "r")
        await press(pilot, "u")
        before = store.query("SELECT * FROM card ORDER BY deck, card")
        store.rebuild()
        assert store.query("SELECT * FROM card ORDER BY deck, card") == before


async def test_due_days_are_moved(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        assert "in 8 days" in shown(pilot)
        for typed, due in (("0", "due"), ("+3", "in 3 days"), ("-1", "in 2 days"), ("400", "in 1.1 years")):
            await press(pilot, "m")
            text = await press(pilot, *typed, "enter")
            assert due in text.splitlines()[3], typed
        await press(pilot, "m")
        assert "Write a number" in await press(pilot, "x", "enter")
        await press(pilot, "escape", "u", "u", "u")
        assert "in 8 days" not in shown(pilot).splitlines()[3]
        assert "in 8 days" in await press(pilot, "u")
        pilot.app.clear_notifications()
        assert "moved to 2026-03-02 (taken back)" in await press(pilot, "h")


async def test_a_click_points_and_opens(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        await pilot.click("CardTable", offset=(10, 2))
        await settle(pilot)
        assert "▸  Which anniversary" in shown(pilot)
        await pilot.click("CardTable", offset=(10, 2))
        await settle(pilot)
        await shows(pilot, "✓ the 50th")
        assert "Arnholm" in await press(pilot, "v")


async def test_leaving_shows_the_decks_as_they_are_now(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        await press(pilot, "*", "@", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert not [line for line in shown(pilot).splitlines() if "lighthouse" in line and " 4 " in line]
        assert isinstance((await press(pilot, "b"), pilot.app.screen)[1], BrowseScreen)


async def test_cards_that_change_in_their_file_meanwhile(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        write_deck(tmp_path / "decks", replace(DECK, cards=CARDS[1:]))
        await press(pilot, "escape")
        text = await press(pilot, "b")
        assert "8 of 8 cards" in text
        assert "▸  Who said" in text


async def test_nothing_is_done_to_cards_while_others_are_looked_for(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, BrowseScreen)
        assert screen.check_action("suspend", ())
        screen.action_sort()
        assert not any(screen.check_action(name, ()) for name in ("suspend", "reset", "move", "mark_all", "history"))
        await settle(pilot)
        assert screen.check_action("suspend", ())


async def test_escape_takes_marks_and_filter_away_before_it_leaves(tmp_path: Path) -> None:
    async with browsing(tmp_path) as pilot:
        await write(pilot, "kind:anni")
        await press(pilot, "*")
        assert "Which anniversary" in pointed(await shows(pilot, "marked"))
        assert "marked" not in await press(pilot, "escape")
        assert "kind:anni" in shown(pilot)
        await press(pilot, "escape")
        assert "Which anniversary" in pointed(await shows(pilot, "9 of 9 cards"))
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, BrowseScreen)
