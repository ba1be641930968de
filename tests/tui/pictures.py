"""Make the pictures of the README anew: ``python tests/tui/pictures.py``.

They show the shipped decks, with ten days of made-up learning on a clock that stands still, so that the same
decks always give the same pictures. Textual itself draws them; what they would fetch is taken out.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from quizgen.deckfile import load_deck
from quizgen.model.review import Grade, Mode
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from quizgen.study.shelf import OpenDeck
from quizgen.study.store import Store
from tui.app import QuizgenApp
from tui.desk import Desk
from tui.screens.home import HomeScreen
from tui.screens.summary import SummaryScreen
from tui.sitting import study_screen

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "tui" / "pictures"
DAYS = 10
_FONT = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_GRADES = (*[Grade.GOOD] * 5, Grade.EASY, *[Grade.GOOD] * 3, Grade.AGAIN, Grade.HARD)


class Clock:
    """A clock turned by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 18, 40, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now

    def seconds(self) -> float:
        """As a stopwatch."""
        return self.now.timestamp()


def without_fonts(svg: str) -> str:
    """A picture that fetches nothing: the viewer's own fonts do."""
    return _FONT.sub("", svg)


def learn(desk: Desk, clock: Clock, decks: Sequence[OpenDeck]) -> None:
    """Ten days with the second and the third deck, up to this evening."""
    evening = clock.now
    for day in range(DAYS, 0, -1):
        clock.now = evening - timedelta(days=day)
        session = Session(desk.store, [opened.deck for opened in decks[1:3]], desk.settings, clock)
        for turn in range(14):
            if session.current is None:
                break
            clock.now += timedelta(seconds=9)
            session.answer(_GRADES[(turn * 7 + day) % len(_GRADES)], Mode.FLIP, 9000)
    clock.now = evening


async def draw(desk: Desk, clock: Clock, decks: Sequence[OpenDeck]) -> None:
    """Draw home, a card before and after revealing, a card with choices, and the end."""
    home = QuizgenApp(lambda: HomeScreen(desk, [opened.file for opened in decks], ROOT))
    async with home.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.5)
        keep(pilot, "home")
    fresh = replace(desk, settings=replace(desk.settings, mode=Mode.FLIP))
    async with QuizgenApp(lambda: study_screen(fresh, decks[:1])).run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        clock.now += timedelta(seconds=7)
        await pilot.pause(1.2)
        keep(pilot, "study")
        await press(pilot, "space")
        keep(pilot, "study-answer")
    chosen = replace(desk, settings=replace(desk.settings, mode=Mode.CHOICE))
    async with QuizgenApp(lambda: study_screen(chosen, decks[:1])).run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        keep(pilot, "choice")
        await press(pilot, "3")
        for grade in cycle("31334"):
            if isinstance(pilot.app.screen, SummaryScreen):
                break
            clock.now += timedelta(seconds=11)
            await press(pilot, "space", grade)
        keep(pilot, "summary")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and let each be shown."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()


def keep(pilot: Pilot[None], name: str) -> None:
    """Write the picture of what is shown."""
    svg = without_fonts(pilot.app.export_screenshot(title="quizgen"))
    (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")


def main() -> None:
    """Make all pictures from the decks in ``decks/``."""
    files = sorted((ROOT / "decks").glob("*.yaml"))
    if not files:
        sys.exit("there is no deck in decks/ to make pictures of")
    decks = [OpenDeck(load_deck(file), file) for file in files]
    PICTURES.mkdir(parents=True, exist_ok=True)
    clock, numbers = Clock(), count()
    with TemporaryDirectory() as folder:
        progress = Path(folder) / "progress.sqlite3"
        with Store.open(progress, lambda: f"{next(numbers):016x}") as store:
            desk = Desk(store, Settings(new_per_day=6), clock, clock.seconds)
            learn(desk, clock, decks)
            asyncio.run(draw(desk, clock, decks))


if __name__ == "__main__":
    main()
