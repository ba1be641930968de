"""Making a deck of a document: which document, and then its candidate cards to choose from."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from pathlib import Path

from textual import work
from textual.widgets import Static

from quizgen.errors import QuizgenError
from tui.commands import WRITING, Command, bindings
from tui.generating import Candidates, candidates, save_chosen
from tui.screens.file_sheet import COMPLETE, FileSheet
from tui.showing import one_line
from tui.typeset import styled
from tui.widgets.answer import AnswerLine

_TOLD = "Plain text or Markdown, in English. You choose the cards before anything is written."


class GenerateScreen(FileSheet[Candidates | None]):
    """Asks for a document; gives its candidate cards, or None.

    Args:
        own: the folder of the learner's own decks.
    """

    commands = (
        Command("go", ("enter",), "find cards", "Read the document, and find what can be asked.", when=(WRITING,)),
        COMPLETE,
        Command("close", ("escape",), "close", "Make no deck.", when=(WRITING,)),
    )
    BINDINGS = bindings(commands)

    def __init__(self, own: Path) -> None:
        super().__init__("A deck of a document", "The document's file", _TOLD)
        self._own = own
        self._busy = False

    def suffixes(self) -> Collection[str]:
        """Those of documents."""
        from quizgen.reading.registry import READERS

        return READERS

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        self.action_go()

    def action_go(self) -> None:
        """Read it, beside the screen."""
        name = self.query_one(AnswerLine).value.strip()
        if name and not self._busy:
            self._busy = True
            self.query_one("#told", Static).update(styled("Reading …", "$quiet"))
            self._find(Path(name).expanduser())

    @work(exit_on_error=False)
    async def _find(self, path: Path) -> None:
        try:
            found = await asyncio.to_thread(candidates, path, self._own)
            if not found.cards:
                await asyncio.to_thread(save_chosen, found, (), ())  # its proofs may have moved
            self.dismiss(found if found.cards else None)
            if not found.cards:
                title = one_line(found.deck.title)
                self.notify(f"Nothing new for the deck “{title}”.", timeout=10, markup=False)
        except QuizgenError as error:
            self._busy = False
            self.query_one("#told", Static).update(styled(_TOLD, "$quiet"))
            self.tell(error)

    def action_close(self) -> None:
        """Make no deck."""
        self.dismiss(None)
