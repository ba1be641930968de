"""Studying: one card at a time; ask, reveal, grade."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from textual import work

from quizgen.model.review import Grade, Mode
from quizgen.study.ways import Way
from tui.asking import Asking, ask
from tui.screens.study_deeds import StudyDeeds
from tui.sitting import cards_of

if TYPE_CHECKING:
    from quizgen.study.cramming import Cramming

_SETTLE_S = 0.1
"""When the first frame is surely out, the rest is loaded."""


class StudyScreen(StudyDeeds):
    """A session, from its first card to its summary."""

    settled = False
    """Whether all is loaded that the first frame did not need."""

    def on_mount(self) -> None:
        """The first card is on the table; what it does not need comes after the first frame."""
        self._begin()
        self.set_interval(1, self._tick)
        self.set_timer(_SETTLE_S, self._settle_in)

    def _tick(self) -> None:
        """Once a second: the time on the card, or whether a card has come."""
        if self._asking is not None:
            if not self._asking.revealed:
                self._refresh_clock()
            return
        with self.telling():
            if self.is_current and self._session.resume() is not None:
                self._next()
            elif self.is_current:
                self._refresh_card()

    # Asking

    def action_reveal(self) -> None:
        """Show the answer; what stands in the answer line counts as typed."""
        if self._asking is not None:
            typed = self._line.value if self._line is not None and self._asking.mode is Mode.TYPED else ""
            self._reveal(self._asking.type(typed) if typed.strip() else self._asking.reveal())

    def action_choose(self, number: int) -> None:
        """Answer with a choice, counted from 1."""
        if self._asking is not None:
            self._reveal(self._asking.choose(number - 1))

    def _reveal(self, asking: Asking) -> None:
        self.app.clear_notifications()  # they would lie over the grades
        self._asking = asking
        self._refresh_card()

    def action_mode(self) -> None:
        """Be asked in another way, this card and all others of its deck from now on."""
        if self._asking is None:
            return
        with self.telling():
            shown = self._asking.shown
            way = self._ways.turn(shown.deck.id)
            self._asking = ask(shown, self._ways.mode(shown), self._asking.since)
            self._refresh_card()
            if self._asking.mode is Mode.TYPED:
                self._open_answer_line()
            if way is Way.MIXED:
                self.notify("Mixed: choices at first, then flipping, at last typing.", timeout=4, markup=False)

    def on_input_submitted(self) -> None:
        """Enter in the answer line checks the answer."""
        self.action_reveal()

    # Grading

    def action_accept(self) -> None:
        """Take the suggested grade."""
        if self._asking is not None and self._asking.suggested is not None:
            self.action_grade(int(self._asking.suggested))

    def action_grade(self, number: int) -> None:
        """Grade the card and go to the next."""
        asking = self._asking
        if asking is None:
            return
        with self.telling():
            spent = round(asking.seconds(self._desk.stopwatch()) * 1000)
            answered = self._session.answer(Grade(number), asking.mode, spent, asking.typed)
            self._graded = True
            self._next()
            if answered.leech:
                self._meet_leech(asking, answered)

    # Around the cards

    def action_source(self) -> None:
        """Show the evidence where it stands in the document."""
        from tui.screens.source import SourceScreen

        if self._asking is not None:
            shown = self._asking.shown
            self.app.push_screen(SourceScreen(shown.card, self._shelf[shown.deck.id]))

    def action_history(self) -> None:
        """All that was done to the card."""
        from tui.screens.history import HistoryScreen

        if self._asking is not None:
            shown = self._asking.shown
            with self.telling():
                self.app.push_screen(HistoryScreen(self._desk, shown.deck.id, shown.card.id, shown.card.question))

    def action_leave(self) -> None:
        """Leave, by way of the summary where there is something to sum up."""
        if self._graded:
            self._sum_up()
        else:
            self._go()

    def _sum_up(self) -> None:
        from tui.screens.summary import SummaryScreen

        with self.telling():
            summary, left = self._session.summary(), self._session.counts().total
            cards, aim = cards_of(self._shelf), self._desk.settings.desired_retention
            coming = bool(self._ahead().total)
            beyond = self._session.beyond()
            screen = SummaryScreen(summary, cards, left, aim, beyond=beyond, coming=coming)
            self.app.push_screen(screen, self._after_summary)

    def _ahead(self) -> Cramming:
        from tui.cramming import start_ahead

        return start_ahead(self._desk, [opened.deck for opened in self._shelf.values()])

    def _after_summary(self, choice: str | None) -> None:
        if choice == "undo":
            self.action_undo()
        elif choice == "more":
            self._go_beyond()
        elif choice == "ahead":
            self._study_ahead()
        elif choice != "on":
            self._go()

    def _go_beyond(self) -> None:
        with self.telling():
            self._session.go_beyond()
            self._next()

    def _study_ahead(self) -> None:
        from tui.screens.cram import CramScreen

        with self.telling():
            sitting = CramScreen(self._desk, self._ahead(), self._shelf)
            self.app.push_screen(sitting, lambda _: self._go())

    def _go(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    # After the first frame

    @work(exit_on_error=False)
    async def _settle_in(self) -> None:
        """Load the scheduler beside the first question; then ask about answers that changed."""
        await asyncio.to_thread(import_module, "fsrs")
        self.settled = True
        with self.telling():
            await self._ask_about_changes()
