"""What tests of screens share: keys pressed and what is shown then, and the home screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from screen_text import comes, screen_text, shows
from study_tools import Clock
from textual.pilot import Pilot
from tui_tools import DECK, desk_in, settle, write_deck

from quizgen.model.deck import Deck
from quizgen.study.settings import Settings
from tui.app import QuizgenApp
from tui.screens.home import HomeScreen
from tui.screens.study import StudyScreen
from tui.sitting import study_screen

BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 20)])

GUILD = replace(DECK, id="guild", title="[red]Guild")
"""A second deck, whose title looks like markup."""


def shown(pilot: Pilot[None]) -> str:
    """What the terminal shows."""
    return screen_text(pilot.app)


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Press keys, each once all is done that the one before began; what is shown then."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    return shown(pilot)


async def click(pilot: Pilot[None], text: str) -> None:
    """Click on a text, in the first line that shows it, once it is shown."""
    screen = await shows(pilot, text)
    y, line = next((y, line) for y, line in enumerate(screen.splitlines()) if text in line)
    await pilot.click(offset=(cell_len(line[: line.index(text)]) + cell_len(text) // 2, y))
    await settle(pilot)


def flat(text: str) -> str:
    """Without line breaks: toasts break paths anywhere."""
    return " ".join(text.split())


def write_decks(folder: Path, *decks: Deck) -> list[Path]:
    """Deck files without the document."""
    return [write_deck(folder, deck, with_document=False).file for deck in decks]


@asynccontextmanager
async def piloting(app: QuizgenApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """An app that runs in a terminal of some size, at rest."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


@asynccontextmanager
async def home_in(
    folder: Path,
    files: Sequence[Path],
    size: tuple[int, int] = (80, 24),
    clock: Clock | None = None,
    settings: Settings | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The home screen with deck files, all of them read; progress lies in the folder."""
    with desk_in(folder, clock or Clock(), settings) as desk:
        async with piloting(QuizgenApp(lambda: HomeScreen(desk, files, folder / "own")), size) as pilot:
            yield pilot


@asynccontextmanager
async def studying(
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    deck: Deck = DECK,
    settings: Settings | None = None,
    clock: Clock | None = None,
    with_document: bool = True,
) -> AsyncIterator[Pilot[None]]:
    """A session over the sample deck, in a terminal of some size."""
    opened = write_deck(folder, deck, with_document=with_document)
    with desk_in(folder, clock or Clock(), settings) as desk:
        screens: list[StudyScreen] = []
        async with piloting(QuizgenApp(lambda: _noted(study_screen(desk, [opened]), screens)), size) as pilot:
            await comes(pilot, lambda: screens[0].settled)
            await settle(pilot)
            yield pilot


def _noted(screen: StudyScreen, screens: list[StudyScreen]) -> StudyScreen:
    screens.append(screen)
    return screen
