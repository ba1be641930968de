"""Help: every key that does something on the screen beneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.commands import APP, APP_COMMANDS, Command, bindings
from tui.screens.base import Sheet
from tui.typeset import Typeset, hang, lines, styled

if TYPE_CHECKING:
    from tui.app import QuizgenApp


class HelpScreen(Sheet[None]):
    """Tells what commands do.

    Args:
        told: the commands of the screen beneath that can be given now.
    """

    commands = (Command("close", ("escape", "q", "?", "f1"), "close", "Close the help."),)
    BINDINGS = bindings(commands)

    def __init__(self, told: Sequence[Command]) -> None:
        super().__init__()
        self._told = told

    def parts(self) -> ComposeResult:
        """One line or more for each key."""
        everywhere = cast("QuizgenApp", self.app).keymap.get(APP, APP_COMMANDS)
        rows = [(" ".join(command.shown_keys), command.help) for command in (*self._told, *everywhere)]
        yield Static(styled("Keys", "bold"))
        yield Static(Typeset(lambda width: _table(rows, width)))
        told = "A click on what the bottom line shows does the same. For keys of your own, see: quizgen keys"
        yield Static(styled(told, "$quiet"))

    def action_close(self) -> None:
        """Back to the screen beneath."""
        self.dismiss(None)


def _table(rows: Sequence[tuple[str, str]], width: int) -> Content:
    column = max(len(keys) for keys, _ in rows) + 2
    return lines(
        *(hang(Content(told), width, styled(keys.ljust(column), "bold"), Content(" " * column)) for keys, told in rows)
    )
