"""The home screen's decks sorted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from screen_text import screen_text
from study_tools import Clock
from tui_tools import DECK, desk_in, write_deck

from quizgen.study.agenda import Counts
from tui.app import QuizgenApp
from tui.library import DeckFile
from tui.screens.home import HomeScreen
from tui.sorting import arranged
from tui.standing import Standing

TITLES = ("Zebra", "apple", "Mango")


def test_what_is_not_counted_comes_last_and_ties_stay_as_listed() -> None:
    files = [DeckFile(Path(f"{title}.yaml")) for title in TITLES]
    assert list(arranged(files, {}, "by what is due")) == files
    assert [file.title for file in arranged(files, {}, "by title")] == ["apple.yaml", "Mango.yaml", "Zebra.yaml"]


def test_the_most_due_comes_first() -> None:
    decks = [replace(DECK, id=title.lower(), title=title) for title in TITLES]
    files = [DeckFile(Path(f"{deck.id}.yaml"), deck=deck) for deck in decks]
    due = dict(zip(("zebra", "apple", "mango"), (1, 0, 7), strict=True))
    standings = {deck: Standing(Counts(new=9 - count, learning=0, due=count), None) for deck, count in due.items()}
    assert [file.title for file in arranged(files, standings, "by what is due")] == ["Mango", "Zebra", "apple"]


def test_the_key_sorts_round_and_round(tmp_path: Path) -> None:
    decks = [replace(DECK, id=title.lower(), title=title) for title in TITLES]
    files = [write_deck(tmp_path / "decks", deck, with_document=False).file for deck in decks]

    async def talk() -> None:
        with desk_in(tmp_path / "data", Clock()) as desk:
            app = QuizgenApp(lambda: HomeScreen(desk, files, tmp_path / "own"))
            async with app.run_test(size=(80, 24), notifications=True) as pilot:
                await pilot.pause()
                await pilot.app.workers.wait_for_complete()
                seen = []
                for _ in range(3):
                    await pilot.press("r")
                    await pilot.pause()
                    text = screen_text(pilot.app)
                    seen.append(sorted(TITLES, key=text.index))
                assert seen == [list(TITLES), ["apple", "Mango", "Zebra"], list(TITLES)]

    asyncio.run(talk())
