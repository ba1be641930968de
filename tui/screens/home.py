"""Home: the decks, what is left of each, how the day goes, and the ways to everything else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.study.shelf import OpenDeck
from tui.commands import HELP, WRITING, Command, bindings
from tui.library import DeckFile
from tui.screens.home_list import HomeList
from tui.showing import one_line, visible
from tui.themes import theme_named
from tui.widgets.decks import DeckList

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.model.deck import Deck
    from tui.generating import Candidates
    from tui.screens.cram_setup import WantedCram
    from tui.screens.quiz_setup import WantedQuiz


class HomeScreen(HomeList):
    """Lists deck files, and opens the one pointed at."""

    commands = (
        Command("study", ("enter", "space"), "study", "Study the deck pointed at, or all of a folder."),
        Command("generate", ("g",), "generate", "Make a deck of a document, from the cards you choose."),
        Command("browse", ("b",), "browse", "See every card of every deck; change many at once."),
        Command("export", ("x",), "export", "Hand the deck or folder out: on paper, for learning platforms, for Anki."),
        Command("statistics", ("s",), "stats", "Show what your learning comes to."),
        Command("search", ("/",), "search", "Look for decks by words of their title, file or folder."),
        Command("study_all", ("a",), "all decks", "Study what is due in all decks, one session for all.", roomy=True),
        Command("quiz", ("z",), "quiz", "Take a quiz of chosen decks, and see earlier results.", roomy=True),
        Command("cram", ("c",), "cram", "See what to cram for an exam, and go through today's cards.", roomy=True),
        Command("settings", ("comma", "o"), "settings", "Change how studying goes and looks.", roomy=True),
        Command("add", ("+", "insert"), "add", "Add a deck file or a folder of decks to the list."),
        Command("remove", ("-", "delete"), "take off", "Take what you added off the list.", footer=False),
        Command("sort", ("r",), "sort", "Sort decks: as listed, the most due first, or by title.", footer=False),
        Command("move(-1)", ("up", "k"), "up", "Point at the deck before.", footer=False),
        Command("move(1)", ("down", "j"), "down", "Point at the next deck.", footer=False),
        Command("move(-10000)", ("home",), "first", "Point at the first deck.", footer=False),
        Command("move(10000)", ("end",), "last", "Point at the last deck.", footer=False),
        Command("list_all", ("escape",), "all decks", "Leave the search.", when=(WRITING,)),
        HELP,
        Command("leave", ("q",), "quit", "Quit quizgen."),
    )
    BINDINGS = bindings(commands)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only decks that could be read can be studied; while a search is typed, keys are text."""
        if self.searching or action == "list_all":
            return self.searching and action in ("study", "move", "list_all", "help")
        if action == "study":
            return any(file.deck or not file.error for file in self._files)
        if action in ("quiz", "cram", "export", "browse"):
            return bool(self._decks())
        return action not in ("study_all", "search") or len(self._files) > 1

    def in_footer(self, command: Command) -> bool:
        """Where there are decks, the footer has no room for adding more; the help tells it."""
        return super().in_footer(command) and (command.name != "add" or not self._decks())

    def action_study(self) -> None:
        """Study the deck pointed at, or those of a folder in one session."""
        row = self.query_one(DeckList).row
        if isinstance(row, DeckFile) and row.error is not None:
            self.tell(row.error)
        elif row is not None and row.opened:
            self._open(row.opened)
            self.action_list_all()  # what was looked for is found

    def action_study_all(self) -> None:
        """Study all decks in one session."""
        self._open(self._opened())

    def action_browse(self) -> None:
        """All cards of all decks."""
        from tui.browsing import browse_screen

        with self.telling():
            self.app.push_screen(browse_screen(self._desk, self._opened()))

    def action_statistics(self) -> None:
        """What one's learning comes to."""
        from tui.screens.statistics import StatisticsScreen

        self.app.push_screen(StatisticsScreen(self._desk, self._decks(), self.query_one(DeckList).row))

    def action_quiz(self) -> None:
        """Choose a quiz, and take it."""
        from tui.screens.quiz_setup import QuizSetupScreen

        setup = QuizSetupScreen(self._desk, self._decks(), self._pointed())
        self.app.push_screen(setup, self._take_quiz)

    def _take_quiz(self, wanted: WantedQuiz | None) -> None:
        from tui.screens.quiz import QuizRunScreen

        if wanted is not None:
            self.app.push_screen(QuizRunScreen(self._desk, wanted.run, wanted.decks))

    def action_cram(self) -> None:
        """Choose an exam, and cram for it."""
        from tui.screens.cram_setup import CramSetupScreen

        with self.telling():
            self.app.push_screen(CramSetupScreen(self._desk, self._decks(), self._pointed()), self._cram)

    def _cram(self, wanted: WantedCram | None) -> None:
        from tui.cramming import start_cramming
        from tui.screens.cram import CramScreen

        if wanted is not None:
            with self.telling():
                cramming = start_cramming(self._desk, wanted.decks, wanted.exam, wanted.days)
                shelf = {opened.deck.id: opened for opened in self._opened()}
                self.app.push_screen(CramScreen(self._desk, cramming, shelf))

    def action_export(self) -> None:
        """Hand out what is pointed at."""
        from quizgen.exports import format_names
        from tui.exporting import Selection
        from tui.screens.export import ExportScreen

        row, decks = self.query_one(DeckList).row, self._decks()
        if row is not None and (pointed := self._pointed()):
            one = isinstance(row, DeckFile)
            offered = [Selection("this deck" if one else f"{len(pointed)} decks", tuple(pointed))]
            if len(decks) > len(pointed):
                offered.append(Selection(f"all {len(decks)} decks", tuple(decks)))
            stem = row.file.stem if isinstance(row, DeckFile) else row.path.name
            form = ExportScreen(self._desk, f"Hand out {visible(row.title)}", offered, stem, format_names())
            self.app.push_screen(form)

    def _pointed(self) -> list[Deck]:
        """The deck pointed at, or those of the folder; none where it could not be read."""
        row = self.query_one(DeckList).row
        return [opened.deck for opened in row.opened] if row else []

    def action_generate(self) -> None:
        """Make a deck of a document."""
        from tui.screens.generate import GenerateScreen

        self.app.push_screen(GenerateScreen(self._own), self._choose)

    def _choose(self, found: Candidates | None) -> None:
        from tui.screens.candidates import CandidatesScreen

        if found is not None:
            self.app.push_screen(CandidatesScreen(found), self._saved)

    def _saved(self, file: Path | None) -> None:
        if file is not None:
            self._take_in(file)
            from tui.files import shortened

            self.notify(f"Saved: {one_line(shortened(str(file)))}", timeout=6, markup=False)

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
