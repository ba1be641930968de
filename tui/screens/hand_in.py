"""Handing in a quiz before all of it is answered."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from tui.commands import Command, bindings
from tui.screens.base import Sheet
from tui.telling import counted
from tui.typeset import styled


class HandInScreen(Sheet[bool]):
    """Asks whether to hand in; gives the answer.

    Args:
        left: questions that are not answered.
    """

    commands = (
        Command("answer(1)", ("enter", "y"), "hand in", "End the quiz now."),
        Command("answer(0)", ("escape", "n", "q"), "go on", "Back to the questions."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, left: int) -> None:
        super().__init__()
        self._left = left

    def parts(self) -> ComposeResult:
        """What it would mean."""
        yield Static(styled("Hand in now?", "bold"))
        yield Static(styled(f"{counted(self._left, 'question')} not answered; each counts as wrong."))

    def action_answer(self, yes: int) -> None:
        """Hand in, or go on."""
        self.dismiss(bool(yes))
