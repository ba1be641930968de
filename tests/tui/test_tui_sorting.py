"""The home screen's decks sorted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from piloting import home_in, press, write_decks
from tui_tools import DECK

from quizgen.study.agenda import Counts
from tui.library import DeckFile
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


async def test_the_key_sorts_round_and_round(tmp_path: Path) -> None:
    decks = [replace(DECK, id=title.lower(), title=title) for title in TITLES]
    async with home_in(tmp_path, write_decks(tmp_path / "decks", *decks)) as pilot:
        seen = []
        for _ in range(3):
            text = await press(pilot, "r")
            seen.append(sorted(TITLES, key=text.index))
        assert seen == [list(TITLES), ["apple", "Mango", "Zebra"], list(TITLES)]
