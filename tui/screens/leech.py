"""A card that is forgotten again and again."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.model.card import Card
from quizgen.model.review import CardState
from tui.commands import Command, bindings
from tui.screens.base import Sheet
from tui.showing import visible
from tui.telling import times
from tui.typeset import styled


class LeechScreen(Sheet[bool]):
    """Offers to put a leech away; gives whether to suspend it.

    Args:
        card: the leech.
        state: what it is in after the answer.
    """

    commands = (
        Command("suspend", ("s", "@"), "suspend", "Put the card away for good."),
        Command("keep", ("k", "escape"), "keep", "Go on learning it."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, card: Card, state: CardState) -> None:
        super().__init__()
        self._card = card
        self._state = state

    def parts(self) -> ComposeResult:
        """The card, and what to think of."""
        yield Static(styled(f"Forgotten {times(self._state.lapses)}", "bold"))
        yield Static(styled(visible(self._card.question)))
        yield Static(styled("✓ ", "bold $success") + styled(visible(self._card.answer)))
        told = "A card that will not stick costs more time than it is worth. Put it away, or keep trying."
        yield Static(styled(told, "$quiet"))

    def action_suspend(self) -> None:
        """Put the card away."""
        self.dismiss(True)

    def action_keep(self) -> None:
        """Go on."""
        self.dismiss(False)
