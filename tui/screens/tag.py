"""Which tags cards are to have, or no longer."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.study.browsing.tagging import Tagging, read_tagging
from tui.commands import WRITING, Command, bindings
from tui.screens.base import Sheet
from tui.telling import counted
from tui.typeset import styled
from tui.widgets.answer import AnswerLine


class TagScreen(Sheet[Tagging | None]):
    """Asks for tags; gives None when nothing is to change.

    Args:
        count: how many cards.
    """

    AUTO_FOCUS = "AnswerLine"
    commands = (
        Command("tag", ("enter",), "tag", "Write the tags into the deck files.", when=(WRITING,)),
        Command("cancel", ("escape",), "cancel", "Leave the cards as they are.", when=(WRITING,)),
    )
    BINDINGS = bindings(commands)

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def parts(self) -> ComposeResult:
        """The question, what can be answered, and a line for it."""
        yield Static(styled(f"Tags for {counted(self._count, 'card')}", "bold"))
        yield Static(styled("Each tag is added; one after a - is taken away. Commas stand between them.", "$quiet"))
        yield AnswerLine("europe, -draft")

    def on_input_submitted(self) -> None:
        """Enter tags."""
        self.action_tag()

    def action_tag(self) -> None:
        """Give what was typed."""
        tagging = read_tagging(self.query_one(AnswerLine).value)
        self.dismiss(tagging if tagging != Tagging() else None)

    def action_cancel(self) -> None:
        """Leave the cards as they are."""
        self.dismiss(None)
