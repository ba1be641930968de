"""When cards are to come instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.widgets import Static

from tui.commands import WRITING, Command, bindings
from tui.screens.base import Sheet
from tui.typeset import styled
from tui.widgets.answer import AnswerLine

_DAYS = re.compile(r"([+-]?)(\d{1,5})")


@dataclass(frozen=True, slots=True)
class Move:
    """Another day."""

    days: int
    shift: bool
    """From the day each card is due; otherwise from today."""


class MoveScreen(Sheet[Move | None]):
    """Asks for a number of days; gives None when nothing is to be moved.

    Args:
        count: how many cards.
    """

    AUTO_FOCUS = "AnswerLine"
    commands = (
        Command("move", ("enter",), "move", "Move the cards.", when=(WRITING,)),
        Command("cancel", ("escape",), "cancel", "Leave the cards as they are.", when=(WRITING,)),
    )
    BINDINGS = bindings(commands)

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def parts(self) -> ComposeResult:
        """The question, what can be answered, and a line for it."""
        cards = "this card" if self._count == 1 else f"these {self._count:,} cards"
        yield Static(styled(f"When are {cards} to come?" if self._count != 1 else f"When is {cards} to come?", "bold"))
        told = "Days from today, 0 for today; with + or - from the day each is due. Cards not learned yet stay."
        yield Static(styled(told, "$quiet"), id="move-told")
        yield AnswerLine("5, or +7, or -2")

    def on_input_submitted(self) -> None:
        """Enter moves."""
        self.action_move()

    def action_move(self) -> None:
        """Move, if it is a number of days."""
        found = _DAYS.fullmatch(self.query_one(AnswerLine).value.strip())
        if found is None:
            told = "✗ Write a number of days: 5, or +7, or -2."
            self.query_one("#move-told", Static).update(styled(told, "$error"))
            return
        days = int(found[2])
        self.dismiss(Move(-days if found[1] == "-" else days, bool(found[1])))

    def action_cancel(self) -> None:
        """Leave the cards as they are."""
        self.dismiss(None)
