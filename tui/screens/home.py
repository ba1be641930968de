"""Home: the decks, what is left of each, and how the day goes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from quizgen.model.deck import Deck
from quizgen.study.library.library import Library
from quizgen.study.places import library_file
from quizgen.study.shelf import OpenDeck
from tui.commands import HELP, Command, bindings
from tui.desk import Desk
from tui.library import DeckFile, read, settle
from tui.screens.base import QuizScreen
from tui.showing import visible
from tui.sorting import ORDERS, arranged
from tui.standing import Standing, Today, standings, today
from tui.themes import theme_named
from tui.typeset import BLANK
from tui.widgets.day import home_head, today_panel
from tui.widgets.decks import DeckList

if TYPE_CHECKING:
    from tui.generating import Candidates
    from tui.screens.cram_setup import WantedCram
    from tui.screens.quiz_setup import WantedQuiz


class HomeScreen(QuizScreen[None]):
    """Lists deck files, and opens the one pointed at.

    Args:
        desk: progress, settings and clocks.
        files: the deck files, in order; they are read after the first frame.
        own: the folder of the learner's own decks.
    """

    commands = (
        Command("study", ("enter", "space"), "study", "Study the deck pointed at."),
        Command("study_all", ("a",), "all decks", "Study what is due in all decks, one session for all."),
        Command("move(-1)", ("up", "k"), "up", "Point at the deck before.", footer=False),
        Command("move(1)", ("down", "j"), "down", "Point at the next deck.", footer=False),
        Command("move(-10000)", ("home",), "first", "Point at the first deck.", footer=False),
        Command("move(10000)", ("end",), "last", "Point at the last deck.", footer=False),
        Command("quiz", ("z",), "quiz", "Take a quiz of chosen decks, and see the results of earlier ones."),
        Command(
            "cram", ("c",), "cram", "See what to cram each day for an exam, and go through today's cards.", footer=False
        ),
        Command(
            "export", ("x",), "export", "Hand the deck pointed at out: on paper, for learning platforms, for Anki."
        ),
        Command("browse", ("b",), "browse", "See every card of every deck; change many at once."),
        Command("statistics", ("s",), "statistics", "Show what your learning comes to."),
        Command(
            "sort", ("r",), "sort", "Sort the decks: as they are listed, the most due first, or by title.", footer=False
        ),
        Command("generate", ("g",), "generate", "Make a deck of a document, from the cards you choose."),
        Command("settings", ("comma", "o"), "settings", "Change how studying goes and looks."),
        HELP,
        Command("leave", ("q",), "quit", "Quit quizgen."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, files: Sequence[Path], own: Path) -> None:
        super().__init__()
        self._desk = desk
        self._own = own
        self._paths = files
        self._files: list[DeckFile] = [DeckFile(file) for file in files]
        self._library: Library | None = None
        self._order = ORDERS[0]
        self._busy = False
        """Files are being read."""
        self._standings: Mapping[str, Standing] = {}
        self._today: Today | None = None

    def compose(self) -> ComposeResult:
        """The day, the decks, and what can be done."""
        yield Static(id="home-head")
        yield DeckList()
        yield Static(id="today")
        yield from super().compose()

    def on_mount(self) -> None:
        """Show the titles of decks read before; read other files after the first frame."""
        self._library = Library(library_file(self._desk.store.file))
        self._files = [DeckFile(file.file, deck=self._library.known(file.file)) for file in self._files]
        self._show()
        self.call_after_refresh(self._read)

    def on_unmount(self) -> None:
        """Leave the library."""
        if self._library is not None:
            self._library.close()

    def on_screen_resume(self) -> None:
        """What was studied meanwhile shows in the counts, and what was changed in a file."""
        if self._decks():
            self._read()

    def _decks(self) -> list[Deck]:
        return [file.deck for file in self._files if file.deck is not None]

    @work(exit_on_error=False)
    async def _read(self) -> None:
        if (library := self._library) is None or self._busy:
            return
        self._busy = True
        found: list[DeckFile] = []
        for place, file in enumerate(self._paths):
            deck = library.known(file)
            tell = partial(self.app.call_from_thread, self._reading, place)
            load = partial(library.load, progress=tell)
            found.append(DeckFile(file, deck=deck) if deck else await asyncio.to_thread(read, file, load))
        self._files = list(settle(found, self._own))
        with self.telling():
            for deck in self._decks():
                for _ in self._desk.store.enrolling(deck):
                    await asyncio.sleep(0)  # a large deck takes a while; keys are heard meanwhile
        self._busy = False
        self._count()

    def _reading(self, place: int, share: float) -> None:
        """Show how much of a large file has been read."""
        file = self._paths[place]
        self._files = [replace(known, share=share) if known.file == file else known for known in self._files]
        self._show()

    def _count(self) -> None:
        with self.telling():
            self._standings = standings(self._desk, self._decks())
            self._today = today(self._desk, self._decks())
        self._show()

    def _show(self) -> None:
        head = home_head(self._desk.clock(), self._today.streak if self._today else 0)
        self.query_one("#home-head", Static).update(head)
        self.query_one(DeckList).show(arranged(self._files, self._standings, self._order), self._standings)
        panel = today_panel(self._today) if self._today and self._decks() else BLANK
        self.query_one("#today", Static).update(panel)
        self.refresh_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only decks that could be read can be studied."""
        if action == "study":
            return any(file.deck or not file.error for file in self._files)
        if action in ("quiz", "cram", "export", "browse"):
            return bool(self._decks())
        return action != "study_all" or len(self._decks()) > 1

    def action_move(self, by: int) -> None:
        """Point at another deck."""
        decks = self.query_one(DeckList)
        decks.point(decks.pointed + by)

    def action_pick(self, place: int) -> None:
        """A click points at a deck; one on the deck pointed at opens it."""
        decks = self.query_one(DeckList)
        if decks.pointed == place:
            self.action_study()
        else:
            decks.point(place)

    def action_study(self) -> None:
        """Study the deck pointed at."""
        file = self.query_one(DeckList).file
        if file is None:
            return
        if file.error is not None:
            self.tell(file.error)
        elif file.deck is not None:
            self._open([OpenDeck(file.deck, file.file)])

    def action_study_all(self) -> None:
        """Study all decks in one session."""
        self._open([OpenDeck(file.deck, file.file) for file in self._files if file.deck is not None])

    def action_browse(self) -> None:
        """All cards of all decks."""
        from tui.browsing import browse_screen

        opened = [OpenDeck(file.deck, file.file) for file in self._files if file.deck is not None]
        with self.telling():
            self.app.push_screen(browse_screen(self._desk, opened))

    def action_statistics(self) -> None:
        """What one's learning comes to."""
        from tui.screens.statistics import StatisticsScreen

        file = self.query_one(DeckList).file
        self.app.push_screen(StatisticsScreen(self._desk, self._decks(), file.deck if file else None))

    def action_quiz(self) -> None:
        """Choose a quiz, and take it."""
        from tui.screens.quiz_setup import QuizSetupScreen

        file = self.query_one(DeckList).file
        setup = QuizSetupScreen(self._desk, self._decks(), file.deck if file else None)
        self.app.push_screen(setup, self._take_quiz)

    def _take_quiz(self, wanted: WantedQuiz | None) -> None:
        from tui.screens.quiz import QuizRunScreen

        if wanted is not None:
            self.app.push_screen(QuizRunScreen(self._desk, wanted.run, wanted.decks))

    def action_cram(self) -> None:
        """Choose an exam, and cram for it."""
        from tui.screens.cram_setup import CramSetupScreen

        file = self.query_one(DeckList).file
        with self.telling():
            self.app.push_screen(CramSetupScreen(self._desk, self._decks(), file.deck if file else None), self._cram)

    def _cram(self, wanted: WantedCram | None) -> None:
        from tui.cramming import start_cramming
        from tui.screens.cram import CramScreen

        if wanted is not None:
            with self.telling():
                cramming = start_cramming(self._desk, wanted.decks, wanted.exam, wanted.days)
                shelf = {file.deck.id: OpenDeck(file.deck, file.file) for file in self._files if file.deck is not None}
                self.app.push_screen(CramScreen(self._desk, cramming, shelf))

    def action_export(self) -> None:
        """Hand out the deck pointed at."""
        from quizgen.exports import format_names
        from tui.exporting import Selection
        from tui.screens.export import ExportScreen

        file = self.query_one(DeckList).file
        if file is not None and file.deck is not None:
            decks = self._decks()
            offered = [Selection("this deck", (file.deck,))]
            if len(decks) > 1:
                offered.append(Selection(f"all {len(decks)} decks", tuple(decks)))
            title = f"Hand out {visible(file.deck.title)}"
            form = ExportScreen(self._desk, title, offered, file.file.stem, format_names())
            self.app.push_screen(form)

    def action_sort(self) -> None:
        """Sort the decks in the next of the ways there are, and point at the first."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.query_one(DeckList).pointed = 0
        self._show()
        self.notify(f"Sorted {self._order}.", timeout=3, markup=False)

    def action_generate(self) -> None:
        """Make a deck of a document."""
        from tui.screens.generate import GenerateScreen

        self.app.push_screen(GenerateScreen(self._own), self._choose)

    def _choose(self, found: Candidates | None) -> None:
        from tui.screens.candidates import CandidatesScreen

        if found is not None:
            self.app.push_screen(CandidatesScreen(found), self._take_in)

    def _take_in(self, file: Path | None) -> None:
        if file is None:
            return
        if file not in self._paths:
            self._paths = (*self._paths, file)
            self._files = [*self._files, DeckFile(file)]
        self._read()

    def action_settings(self) -> None:
        """Change the settings."""
        from quizgen.study.places import settings_file
        from tui.screens.settings import SettingsScreen

        with self.telling():
            self.app.push_screen(SettingsScreen(settings_file()), self._set)

    def _set(self, changes: dict[str, object] | None) -> None:
        from tui.setting import desk_with

        if changes:
            self._desk = desk_with(self._desk, changes)
            if "theme" in changes:
                self.app.theme = theme_named(self._desk.settings.theme, os.environ)
            self._count()

    def _open(self, decks: Sequence[OpenDeck]) -> None:
        from tui.sitting import study_screen

        with self.telling():
            self.app.push_screen(study_screen(self._desk, decks))

    def action_leave(self) -> None:
        """Quit."""
        self.app.exit()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in a worker is not hidden."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            raise event.worker.error
