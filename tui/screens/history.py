"""All that was ever done to a card."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizgen.study.browsing.history import Past, whole_history
from tui.commands import Command, bindings
from tui.desk import Desk
from tui.past import NOTHING, told, when
from tui.screens.base import Sheet
from tui.showing import one_line
from tui.typeset import Typeset, hang, lines, styled


class HistoryScreen(Sheet[None]):
    """Tells a card's history, the latest last.

    Args:
        desk: progress.
        deck, card: ids.
        question: the card's.
    """

    commands = (
        Command("scroll(-1)", ("up", "k"), "up", "Scroll up."),
        Command("scroll(1)", ("down", "j", "space"), "down", "Scroll down."),
        Command("close", ("escape", "q", "h"), "close", "Back."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, deck: str, card: str, question: str) -> None:
        super().__init__()
        self._question = question
        self._history = whole_history(desk.store, deck, card)

    def parts(self) -> ComposeResult:
        """The question, and a line or more for each thing done."""
        yield Static(styled(one_line(self._question), "bold"))
        yield Static(Typeset(lambda width: lines(*self._rows(width))))

    def _rows(self, width: int) -> Iterator[Content]:
        if not self._history:
            yield styled(NOTHING, "$quiet")
        for past in self._history:
            yield _row(past, width)

    def action_scroll(self, direction: int) -> None:
        """Scroll by three lines."""
        self.query_one("#sheet-page").scroll_relative(y=3 * direction, animate=False)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)


def _row(past: Past, width: int) -> Content:
    before = styled(f"{when(past)}  ", "$quiet")
    return hang(styled(told(past), "$quiet" if past.undone else ""), width, before, Content(" " * 4))
