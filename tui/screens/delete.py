"""A card taken out of its deck file, once one is sure."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.model.card import Card
from tui.commands import Command, bindings
from tui.screens.base import Sheet
from tui.showing import visible
from tui.typeset import styled


class DeleteScreen(Sheet[bool]):
    """Asks whether to delete a card; gives the answer.

    Args:
        card: the card.
    """

    commands = (
        Command("answer(1)", ("y",), "delete", "Take the card out of its deck file."),
        Command("answer(0)", ("n", "escape", "q"), "keep", "Leave the card where it is."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card

    def parts(self) -> ComposeResult:
        """The card, and what it would mean."""
        yield Static(styled("Delete this card from its deck file?", "bold"))
        yield Static(styled(visible(self._card.question)))
        yield Static(styled("✓ ", "bold $success") + styled(visible(self._card.answer)))
        yield Static(styled("What you learned of it stays in your history. To hide it only, suspend it.", "$quiet"))

    def action_answer(self, yes: int) -> None:
        """Delete, or not."""
        self.dismiss(bool(yes))
