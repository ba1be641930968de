"""A card that was found while browsing, whole."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.model.card import Card
from quizgen.model.review import Mode
from quizgen.study.members import is_hidden
from quizgen.study.session import Shown
from quizgen.study.shelf import OpenDeck
from tui.asking import Asking
from tui.cardstate import details
from tui.commands import Command, bindings
from tui.desk import Desk
from tui.screens.base import Sheet
from tui.showing import one_line
from tui.typeset import styled
from tui.widgets.card import card_page


class BrowsedScreen(Sheet[bool]):
    """Shows question, answer and evidence, and where the card stands; tells whether it is to be edited.

    Args:
        desk: progress and clocks.
        card: the card.
        opened: its deck.
    """

    commands = (
        Command("scroll(-1)", ("up", "k"), "up", "Scroll up.", footer=False),
        Command("scroll(1)", ("down", "j", "space"), "down", "Scroll down.", footer=False),
        Command("source", ("v",), "source", "See the evidence where it stands in the document."),
        Command("history", ("h",), "history", "Show all that was ever done to the card."),
        Command("edit", ("e",), "edit", "Edit the card; its deck file changes at the card's lines alone."),
        Command("close", ("escape", "q", "enter"), "close", "Back to the cards."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, card: Card, opened: OpenDeck) -> None:
        super().__init__()
        self._desk = desk
        self._card = card
        self._opened = opened

    def parts(self) -> ComposeResult:
        """Deck, card and state."""
        deck, card = self._opened.deck, self._card
        state = self._desk.store.state(deck.id, card.id)
        asking = Asking(shown=Shown(deck, card, state), mode=Mode.FLIP, choices=(), since=0.0).reveal()
        named = " · ".join(one_line(name) for name in (deck.title, card.kind or "", *card.tags) if name)
        yield Static(styled(named, "$quiet"))
        yield Static(card_page(asking))
        told = details(state, is_hidden(card), self._desk.now().day)
        yield Static(styled(" · ".join(map(one_line, told)), "$quiet"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only evidence has a source."""
        return action != "source" or bool(self._card.evidence)

    def action_scroll(self, direction: int) -> None:
        """Scroll by three lines."""
        self.query_one("#sheet-page").scroll_relative(y=3 * direction, animate=False)

    def action_source(self) -> None:
        """The evidence in its document."""
        from tui.screens.source import SourceScreen

        self.app.push_screen(SourceScreen(self._card, self._opened))

    def action_history(self) -> None:
        """All that was done to the card."""
        from tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self._desk, self._opened.deck.id, self._card.id, self._card.question))

    def action_close(self) -> None:
        """Back to the cards."""
        self.dismiss(False)

    def action_edit(self) -> None:
        """Back to the cards, to edit this one."""
        self.dismiss(True)
