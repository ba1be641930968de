"""What a sitting of cramming came to, and what the coming days bring."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.study.cramming import Cramming
from tui.commands import Command, bindings
from tui.cramming import UNCHANGED, day_lines, outcome, standing
from tui.screens.base import Sheet
from tui.typeset import lines, styled


class CramDoneScreen(Sheet[None]):
    """Tells what was crammed, and when to come back.

    Args:
        cramming: the sitting.
        today: study day.
    """

    commands = (
        Command("scroll(-3)", ("up", "k"), "up", "Scroll up.", footer=False),
        Command("scroll(3)", ("down", "j", "space"), "down", "Scroll down.", footer=False),
        Command("close", ("enter", "q", "escape"), "close", "Leave; every answer is already saved."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, cramming: Cramming, today: int) -> None:
        super().__init__()
        self._cramming = cramming
        self._today = today

    def parts(self) -> ComposeResult:
        """The outcome, and the days to come."""
        yield Static(styled(outcome(self._cramming), "bold"))
        yield Static(styled(standing(self._cramming).capitalize(), "$quiet"))
        rows = [
            styled(f"{day:<15}", "$quiet") + styled(told)
            for day, told in day_lines(self._cramming.days[1:], self._today)
        ]
        last = UNCHANGED if self._cramming.exam is None else "This was the last pass. Good luck!"
        yield Static(lines(*rows) if rows else styled(last))

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#sheet-page").scroll_relative(y=by, animate=False)

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)
