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
        others: those that can be given at other moments.
    """

    commands = (Command("close", ("escape", "q", "?", "f1"), "close", "Close the help."),)
    BINDINGS = bindings(commands)

    def __init__(self, told: Sequence[Command], others: Sequence[Command]) -> None:
        super().__init__()
        self._told, self._others = told, others

    def parts(self) -> ComposeResult:
        """One line or more for each key."""
        everywhere = cast("QuizgenApp", self.app).keymap.get(APP, APP_COMMANDS)
        yield Static(styled("Keys", "bold"))
        yield _table((*self._told, *everywhere))
        if self._others:
            yield Static(styled("At other moments", "bold"))
            yield _table(self._others)
        told = "A click on what the bottom line shows does the same. For keys of your own, see: quizgen keys"
        yield Static(styled(told, "$quiet"))

    def action_close(self) -> None:
        """Back to the screen beneath."""
        self.dismiss(None)


def _table(commands: Sequence[Command]) -> Static:
    rows = [(" ".join(command.shown_keys), command.help) for command in commands]
    column = max(len(keys) for keys, _ in rows) + 2
    return Static(Typeset(lambda width: lines(*(_row(*row, column, width) for row in rows))))


def _row(keys: str, told: str, column: int, width: int) -> Content:
    return hang(Content(told), width, styled(keys.ljust(column), "bold"), Content(" " * column))
