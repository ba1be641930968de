"""Workload: the coming months played through, and what each retention wanted would cost."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizgen.model.deck import Deck
from quizgen.study.simulation import Workload
from quizgen.study.store import Store
from quizgen.study.workloads import workloads
from tui.commands import Command, bindings
from tui.desk import Desk
from tui.screens.base import Sheet
from tui.typeset import Typeset, styled
from tui.workload import told

_DAYS = 90


class WorkloadScreen(Sheet[None]):
    """Plays three months through.

    Args:
        desk: progress, settings and clocks.
        decks: those at hand.
        only: ids of the decks to take; None for all.
    """

    commands = (
        Command("scroll(-3)", ("up", "k"), "up", "Scroll up.", footer=False),
        Command("scroll(3)", ("down", "j", "space"), "down", "Scroll down."),
        Command("close", ("escape", "q", "w"), "close", "Back to the statistics."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, decks: Sequence[Deck], only: Sequence[str] | None) -> None:
        super().__init__()
        self._desk = desk
        self._decks = decks
        self._only = only

    def parts(self) -> ComposeResult:
        """One text."""
        yield Static(styled("What remembering more would cost", "bold"))
        yield Static(styled("Playing the days through …", "$quiet"), id="workload", markup=False)

    def on_mount(self) -> None:
        """Play them through, beside the screen."""
        self._play()

    @work(exit_on_error=False)
    async def _play(self) -> None:
        with self.telling():
            found = await asyncio.to_thread(self._found)
            text = Typeset(lambda width: Content("\n".join(told(found, self._desk.settings, width))))
            self.query_one("#workload", Static).update(text)

    def _found(self) -> list[Workload]:
        """In a thread, which needs a connection of its own."""
        with Store.open(self._desk.store.file) as store:
            return workloads(store, self._decks, self._desk.now().day, _DAYS, self._desk.settings, self._only)

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#sheet-page").scroll_relative(y=by, animate=False)

    def action_close(self) -> None:
        """Back to the screen beneath."""
        self.dismiss(None)
