"""Why a card is bad."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.model.card import Card
from tui.commands import WRITING, Command, bindings
from tui.screens.base import Sheet
from tui.showing import visible
from tui.typeset import styled
from tui.widgets.answer import AnswerLine


class FlagScreen(Sheet[str | None]):
    """Asks for a reason; gives it, or None when nothing is to be flagged.

    Args:
        card: the card.
    """

    AUTO_FOCUS = "AnswerLine"
    commands = (
        Command("flag", ("enter",), "flag", "Mark the card; a reason is not needed.", when=(WRITING,)),
        Command("cancel", ("escape",), "cancel", "Leave the card as it is.", when=(WRITING,)),
    )
    BINDINGS = bindings(commands)

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card

    def parts(self) -> ComposeResult:
        """A question and a line for the answer."""
        yield Static(styled("What is wrong with this card?", "bold"))
        yield Static(styled(visible(self._card.question), "$quiet"))
        yield AnswerLine("A reason, or nothing")

    def on_input_submitted(self) -> None:
        """Enter in the line flags the card."""
        self.action_flag()

    def action_flag(self) -> None:
        """Flag with what stands in the line."""
        self.dismiss(self.query_one(AnswerLine).value.strip())

    def action_cancel(self) -> None:
        """Leave the card as it is."""
        self.dismiss(None)
