"""A deck file, or a folder of decks, added to the list of decks."""

from __future__ import annotations

from collections.abc import Collection

from quizgen.errors import DeckError
from quizgen.study.listing import DECK_SUFFIXES, decks_in, full_path
from tui.commands import WRITING, Command, bindings
from tui.screens.file_sheet import COMPLETE, FileSheet
from tui.widgets.answer import AnswerLine


class AddScreen(FileSheet[str | None]):
    """Asks for a deck file or a folder; gives its full name, or None."""

    commands = (
        Command("go", ("enter",), "add", "Add the deck file, or all decks of the folder.", when=(WRITING,)),
        COMPLETE,
        Command("close", ("escape",), "close", "Add nothing.", when=(WRITING,)),
    )
    BINDINGS = bindings(commands)

    def __init__(self) -> None:
        told = "It stays where it is. What is added to a folder later is listed as well."
        super().__init__("Add a deck file, or a folder of decks", "The file or folder", told)

    def suffixes(self) -> Collection[str]:
        """Those of decks."""
        return DECK_SUFFIXES

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        self.action_go()

    def action_go(self) -> None:
        """Give it, if there is such a thing."""
        name = self.query_one(AnswerLine).value.strip()
        if name:
            with self.telling():
                self.dismiss(_checked(name))

    def action_close(self) -> None:
        """Add nothing."""
        self.dismiss(None)


def _checked(name: str) -> str:
    path = full_path(name)
    if path.is_dir():
        if not decks_in(path):
            raise DeckError("there is no deck in this folder", str(path))
    elif not path.exists():
        raise DeckError("there is no such file or folder", str(path), "Check its name and folder.")
    elif path.suffix.lower() not in DECK_SUFFIXES:
        raise DeckError("this is no deck file", str(path), "Decks are .yaml files; of a document, make a deck.")
    return str(path)
