"""A card whose answer changed in the deck after it was learned: keep its schedule, or learn it anew?"""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.study.session import Shown
from tui.commands import Command, bindings
from tui.screens.base import Sheet
from tui.showing import visible
from tui.telling import counted
from tui.typeset import styled


@dataclass(frozen=True, slots=True)
class Choice:
    """What to do with a changed card."""

    reset: bool
    """Learn it anew; else it keeps its schedule."""
    for_all: bool
    """And so with all that follow."""


class ChangedScreen(Sheet[Choice]):
    """Asks about one changed card.

    Args:
        shown: the card as it is now.
        left: changed cards still to be asked about, this one included.
    """

    commands = (
        Command("choose(0)", ("k",), "keep", "Its schedule stays: the new answer is no surprise."),
        Command("choose(1)", ("r",), "reset", "The card becomes new again."),
        Command("choose(2)", ("K",), "keep all", "All changed cards keep their schedules."),
        Command("choose(3)", ("R",), "reset all", "All changed cards become new again."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, shown: Shown, left: int) -> None:
        super().__init__()
        self._shown = shown
        self._left = left

    def parts(self) -> ComposeResult:
        """The card, and what is asked."""
        more = f"  {self._left} to decide" if self._left > 1 else ""
        yield Static(styled("The answer changed", "bold") + styled(more, "$quiet"))
        yield Static(styled(visible(self._shown.card.question)))
        yield Static(styled("now  ", "$quiet") + styled(visible(self._shown.card.answer), "bold"))
        reviews = counted(self._shown.state.reviews, "review")
        told = f"What you learned, in {reviews}, was another answer. Keep the schedule, or start anew?"
        yield Static(styled(told, "$quiet"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no "all" where only one is left."""
        return action != "choose" or self._left > 1 or parameters[0] in (0, 1)

    def action_choose(self, number: int) -> None:
        """Keep or reset, this one or all."""
        self.dismiss(Choice(reset=bool(number % 2), for_all=number >= 2))
