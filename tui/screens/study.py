"""Studying: one card at a time; ask, reveal, grade."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from quizgen.model.review import Grade, Mode
from quizgen.study.session import Answered, Session
from quizgen.study.shelf import OpenDeck
from tui.asking import Asking, ask, next_mode
from tui.commands import Command, bindings
from tui.desk import Desk
from tui.screens import study_commands
from tui.screens.base import QuizScreen
from tui.sitting import cards_of, put_away
from tui.typeset import BLANK, Typeset
from tui.widgets.card import card_page, question_page
from tui.widgets.grades import grade_row
from tui.widgets.head import clock_line, session_head, waiting
from tui.widgets.text import PageText, Text

if TYPE_CHECKING:
    from tui.widgets.answer import AnswerLine

_SETTLE_S = 0.1
"""When the first frame is surely out, the rest is loaded."""


class StudyScreen(QuizScreen[None]):
    """A session, from its first card to its summary.

    Args:
        desk: progress, settings and clocks.
        session: over the decks of the shelf.
        shelf: the decks by id, with the files they came from.
    """

    AUTO_FOCUS = "#page"
    commands = study_commands.STUDY_COMMANDS
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, session: Session, shelf: Mapping[str, OpenDeck]) -> None:
        super().__init__()
        self._desk = desk
        self._session = session
        self._shelf = shelf
        self._mode = desk.settings.mode
        self._asking = self._ask()
        self._prepared: tuple[Asking, Typeset] | None = None
        """The card as it will be when revealed, and its page: set while the learner thinks."""
        self._line: AnswerLine | None = None
        """Made when first needed."""
        self._graded = False
        """Whether anything was graded, so that there is something to sum up."""

    def compose(self) -> ComposeResult:
        """Where one is, the card, and what can be done; each a text that is set anew for each card."""
        yield Text(self._head(), id="head")
        with VerticalScroll(id="page"):
            yield PageText(self._card(), id="card")
        yield Text(self._clock(), id="clock")
        yield Text(id="grades")
        yield from super().compose()

    def on_mount(self) -> None:
        """The first card is on the table; what it does not need comes after the first frame."""
        self._begin()
        self.set_interval(1, self._tick)
        self.set_timer(_SETTLE_S, self._settle_in)

    # What is shown

    def _next(self) -> None:
        """Put the session's card on the table; sum up when there is none left."""
        self._asking = self._ask()
        self._refresh_card()
        self._begin()

    def _begin(self) -> None:
        """Open what a card needs beside its text; sum up when there is no card left."""
        if self._asking is not None and self._asking.mode is Mode.TYPED:
            self._open_answer_line()
        elif self._asking is None and self._session.next_learning_at is None:
            self._sum_up()

    def _ask(self) -> Asking | None:
        shown = self._session.current
        return ask(shown, self._mode, self._desk.stopwatch()) if shown else None

    def _head(self) -> Typeset:
        deck = self._asking.shown.deck if self._asking else next(iter(self._shelf.values())).deck
        return session_head(deck.title, self._session.counts(), self._session.done)

    def _card(self) -> Typeset:
        if self._asking is None:
            return waiting(self._until_next())
        prepared = self._prepared
        return prepared[1] if prepared and prepared[0] == self._asking else card_page(self._asking)

    def _prepare(self) -> None:
        """Set the page of the answer before it is asked for."""
        if self._asking is not None and not self._asking.revealed:
            revealed = self._asking.reveal()
            page = card_page(revealed)
            page.at(self.query_one("#card").content_size.width)
            self._prepared = revealed, page

    def _clock(self) -> Typeset:
        return clock_line(self._asking, self._asking.seconds(self._desk.stopwatch()) if self._asking else 0)

    def _refresh_card(self) -> None:
        asking = self._asking
        revealed = asking is not None and asking.revealed
        typing = asking is not None and asking.mode is Mode.TYPED and not revealed
        card, page = self.query_one("#card", PageText), self.query_one("#page")
        card.set_class(typing, "-short")
        card.show(self._card())
        if page.scroll_y and not revealed:
            page.scroll_home(animate=False)
        self._show_answer_line(typing)
        self.call_after_refresh(self._refresh_surroundings)

    def _refresh_surroundings(self) -> None:
        """What stands around the card; it follows one frame later, so that the card comes at once."""
        with self.telling():
            self.query_one("#head", Text).show(self._head())
            self.query_one("#grades", Text).show(self._grades())
        self._refresh_clock()
        self.refresh_keys()
        self._show_answer()
        self._prepare()

    def _grades(self) -> Typeset:
        """Nothing before revealing; their room is kept, so that nothing moves."""
        if self._asking is None or not self._asking.revealed:
            return BLANK
        return grade_row(self._session.preview(), self._asking.suggested)

    def _refresh_clock(self) -> None:
        self.query_one("#clock", Text).show(self._clock())

    def _until_next(self) -> int | None:
        due = self._session.next_learning_at
        return None if due is None else due - self._desk.now().instant

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

    # Which commands there are

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command can be given now."""
        return study_commands.available(self._asking, self._writing, action, *parameters[:1])

    def label(self, command: Command) -> str:
        """What a command is called now."""
        return study_commands.label(command, self._asking, self._writing)

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
        self._asking = asking
        self._refresh_card()

    def _show_answer(self) -> None:
        """Scroll where the answer would be out of sight."""
        page, card = self.query_one("#page"), self.query_one("#card")
        if self._asking is not None and self._asking.revealed and card.size.height > page.content_size.height:
            asked = question_page(self._asking).height(card.size.width)
            page.scroll_to_region(Region(0, asked, 1, card.size.height - asked), animate=False)

    def action_mode(self) -> None:
        """Be asked in another way, this card and those that follow."""
        if self._asking is not None:
            self._mode = next_mode(self._asking)
            self._asking = ask(self._asking.shown, self._mode, self._asking.since)
            self._refresh_card()
            if self._mode is Mode.TYPED:
                self._open_answer_line()

    # Grading, and what else is done to a card

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

    def _meet_leech(self, asking: Asking, answered: Answered) -> None:
        from tui.screens.leech import LeechScreen

        def settle(suspend: bool | None) -> None:
            if suspend:
                with self.telling():
                    put_away(self._desk, self._session, answered.operation.deck, answered.operation.card)
                    self._next()

        self.app.push_screen(LeechScreen(asking.shown.card, answered.state), settle)

    def action_bury(self) -> None:
        """Put the card away until tomorrow."""
        with self.telling():
            self._session.bury()
            self._next()

    def action_suspend(self) -> None:
        """Put the card away for good."""
        with self.telling():
            self._session.suspend()
            self._next()

    def action_undo(self) -> None:
        """Take back the last thing done."""
        with self.telling():
            undone = self._session.undo()
            if undone is None:
                self.notify("There is nothing to take back.", markup=False)
                return
            what = undone.review.grade.name.lower() if undone.review else undone.kind.value
            self.notify(f"Taken back: {what}", timeout=2, markup=False)
            self._next()

    def action_flag(self) -> None:
        """Mark the card as bad, or take the mark away."""
        from tui.screens.flag import FlagScreen

        if self._asking is not None and self._asking.shown.state.flag is not None:
            with self.telling():
                self._session.unflag()
                self._look_again()
        else:
            self.app.push_screen(FlagScreen(), self._flag)

    def _flag(self, reason: str | None) -> None:
        if reason is not None:
            with self.telling():
                self._session.flag(reason)
                self._look_again()

    def _look_again(self) -> None:
        """The same card with its new state, as far revealed as it was."""
        shown = self._session.current
        if shown is not None and self._asking is not None:
            self._asking = replace(self._asking, shown=shown)
        self._refresh_clock()
        self.refresh_keys()

    # Around the cards

    def action_source(self) -> None:
        """Show the evidence where it stands in the document."""
        from tui.screens.source import SourceScreen

        if self._asking is not None:
            shown = self._asking.shown
            self.app.push_screen(SourceScreen(shown.card, self._shelf[shown.deck.id]))

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
            self.app.push_screen(SummaryScreen(summary, cards, left, aim), self._after_summary)

    def _after_summary(self, choice: str | None) -> None:
        if choice == "undo":
            self.action_undo()
        elif choice != "on":
            self._go()

    def _go(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    # The answer line, made when first needed

    @property
    def _writing(self) -> bool:
        return isinstance(self.focused, Input)

    def _open_answer_line(self) -> None:
        """Give the learner an empty answer line."""
        from tui.widgets.answer import AnswerLine

        if self._line is None:
            self._line = AnswerLine()
            self.query_one("#page").mount(self._line)
        self.query_one("#card").add_class("-short")
        self._line.value = ""
        self._line.display = True
        self._line.focus()

    def _show_answer_line(self, shown: bool) -> None:
        if self._line is not None:
            self._line.display = shown
            if not shown and self._writing:
                self.query_one("#page").focus()

    def on_input_submitted(self) -> None:
        """Enter in the answer line checks the answer."""
        self.action_reveal()

    def on_descendant_focus(self) -> None:
        """What keys do depends on whether the answer line has the focus."""
        self.refresh_keys()

    on_descendant_blur = on_descendant_focus

    def action_write(self) -> None:
        """Go back to the answer line."""
        if self._line is not None:
            self._line.focus()

    def action_keys(self) -> None:
        """Leave the answer line; keys are commands again."""
        self.query_one("#page").focus()

    # After the first frame

    @work(exit_on_error=False)
    async def _settle_in(self) -> None:
        """Load the scheduler beside the first question; then ask about answers that changed."""
        await asyncio.to_thread(import_module, "fsrs")
        with self.telling():
            await self._ask_about_changes()

    async def _ask_about_changes(self) -> None:
        from tui.screens.changed import ChangedScreen, Choice

        changed = self._session.changed()
        choice: Choice | None = None
        for number, shown in enumerate(changed):
            if choice is None or not choice.for_all:
                choice = await self.app.push_screen_wait(ChangedScreen(shown, len(changed) - number))
            if choice.reset:
                self._session.reset(shown.deck.id, shown.card.id)
            else:
                self._session.keep(shown.deck.id, shown.card.id)
        if changed:
            self._next()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in a worker is not hidden."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            raise event.worker.error
