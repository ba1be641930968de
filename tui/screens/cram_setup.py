"""Cramming for an exam: its date, the decks, and what that means for each day."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from typing import NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizgen.errors import QuizgenError
from quizgen.model.deck import Deck
from quizgen.study.agenda import coming_exam
from quizgen.study.cram import CramDay, check_exam, make_plan
from quizgen.study.days import date_of
from quizgen.study.store import Store
from tui.commands import HELP, bindings
from tui.cramming import day_lines, read_exam
from tui.desk import Desk
from tui.screens.decks_form import ALL_DECKS, DecksFormScreen
from tui.screens.form import form_commands
from tui.showing import visible
from tui.typeset import Typeset, flow, styled
from tui.widgets.form import Field

_AHEAD = (14, 21, 28, 1, 2, 3, 4, 5, 6, 7, 10)
"""Days until the exam that can be chosen without typing."""
_PAUSE_S = 0.15


class WantedCram(NamedTuple):
    """What to cram."""

    decks: tuple[Deck, ...]
    exam: int
    """Study day."""
    days: tuple[CramDay, ...] = ()
    """The plan."""


class CramSetupScreen(DecksFormScreen[WantedCram | None]):
    """Asks what to cram for when; gives it, or None.

    Args:
        desk: progress, settings and clocks.
        decks: to choose from.
        pointed: the decks chosen at first; none for all.
    """

    commands = (
        *form_commands("cram", "Go through today's cards; when they come back in study stays as it is."),
        ALL_DECKS,
        HELP,
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, decks: Sequence[Deck], pointed: Collection[Deck]) -> None:
        self._desk = desk
        today = desk.now().day
        exam = coming_exam(desk.store, [deck.id for deck in decks], today)
        dates = tuple(date_of(today + ahead).isoformat() for ahead in _AHEAD)
        written = None if exam is None else date_of(exam).isoformat()
        asked = Field(name="exam", label="Exam", values=dates, writable=True, written=written)
        super().__init__("Cram for an exam", [asked], decks, pointed)

    def parts(self) -> ComposeResult:
        """The form, and the days below it."""
        yield from super().parts()
        yield Static(styled("Looking …", "$quiet"), id="days", markup=False)

    def on_mount(self) -> None:
        """Show what each day would bring."""
        self._look()

    def changed(self, name: str) -> None:
        """The days are others."""
        self._look()

    @work(exclusive=True, exit_on_error=False)
    async def _look(self) -> None:
        await asyncio.sleep(_PAUSE_S)
        shown = self.query_one("#days", Static)
        try:
            days = await asyncio.to_thread(self._days, self._wanted())
        except QuizgenError as error:
            shown.update(styled("✗ ", "bold $error") + styled(visible(f"{error.message}. {error.hint}"), "$error"))
            return
        today = self._desk.now().day
        shown.update(Typeset(lambda width: _table(days, today, width)))

    def _days(self, wanted: WantedCram) -> Sequence[CramDay]:
        """In a thread, which needs a connection of its own."""
        today = self._desk.now().day
        with Store.open(self._desk.store.file) as store:
            return make_plan(store, wanted.decks, today, wanted.exam)

    def _wanted(self) -> WantedCram:
        """What the form says.

        Raises:
            QuizgenError: no date, or one that cannot be crammed for; no deck.
        """
        today = self._desk.now().day
        exam = read_exam(self.field("exam").value, today)
        check_exam(exam, today)
        chosen = self.ticked()
        if not chosen:
            raise QuizgenError("no deck is ticked", hint="Tick one first.")
        return WantedCram(chosen, exam)

    def action_go(self) -> None:
        """Start."""
        self._begin()

    @work(exclusive=True, exit_on_error=False)
    async def _begin(self) -> None:
        with self.telling():
            wanted = self._wanted()
            days = await asyncio.to_thread(self._days, wanted)
            self.dismiss(wanted._replace(days=tuple(days)))


def _table(days: Sequence[CramDay], today: int, width: int) -> Content:
    rows = list(day_lines(days, today))
    items = [styled(f"{day:<15}", "$quiet") + styled(told) for day, told in rows]
    widest = max(item.cell_length for item in items)
    return flow([item + " " * (widest - item.cell_length) for item in items], width, gap=3)
