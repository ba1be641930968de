"""A card that is forgotten again and again."""

from __future__ import annotations

from typing import Literal

from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.model.card import Card
from quizgen.model.review import CardState
from tui.commands import Command, bindings
from tui.screens.base import Sheet
from tui.showing import visible
from tui.telling import times
from tui.typeset import styled

Remedy = Literal["edit", "suspend", "keep"]
"""What is done about a leech."""


class LeechScreen(Sheet[Remedy]):
    """Offers to edit a leech or to put it away; gives what to do.

    Args:
        card: the leech.
        state: what it is in after the answer.
    """

    commands = (
        Command("edit", ("e",), "edit", "Make the card easier to remember."),
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
        told = (
            "A card that will not stick costs more time than it is worth. Word it better, put it away, or keep trying."
        )
        yield Static(styled(told, "$quiet"))

    def action_edit(self) -> None:
        """Edit the card."""
        self.dismiss("edit")

    def action_suspend(self) -> None:
        """Put the card away."""
        self.dismiss("suspend")

    def action_keep(self) -> None:
        """Go on."""
        self.dismiss("keep")
