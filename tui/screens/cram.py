"""Cramming: the day's cards for an exam, one at a time; the schedule stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from quizgen.model.review import Grade, Mode
from quizgen.study.cramming import Cramming
from quizgen.study.shelf import OpenDeck
from tui.asking import Asking, ask, next_mode
from tui.commands import Command, bindings
from tui.cramming import standing
from tui.desk import Desk
from tui.screens import study_commands
from tui.screens.base import QuizScreen
from tui.showing import one_line
from tui.typeset import BLANK, Typeset, bar, cut, lines, spread, styled
from tui.widgets.answer import AnswerLine
from tui.widgets.card import card_page
from tui.widgets.grades import grade_row

STYLES = ("screens/cram.tcss",)
"""Where it is the first screen of the application."""


class CramScreen(QuizScreen[None]):
    """A sitting of cramming, until the day's cards are known.

    Args:
        desk: progress, settings and clocks.
        cramming: the day's cards.
        shelf: the decks by id, with the files they came from.
    """

    AUTO_FOCUS = "#page"
    CSS_PATH = "cram.tcss"
    commands = study_commands.CRAM_COMMANDS
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, cramming: Cramming, shelf: Mapping[str, OpenDeck]) -> None:
        super().__init__()
        self._desk = desk
        self._cramming = cramming
        self._shelf = shelf
        self._mode = desk.settings.mode
        self._asking: Asking | None = None

    def compose(self) -> ComposeResult:
        """Where one is, the card, a line to type in, the grades."""
        yield Static(BLANK, id="cram-head")
        with VerticalScroll(id="page"):
            yield Static(BLANK, id="card")
            line = AnswerLine()
            line.display = False
            yield line
        yield Static(BLANK, id="grades")
        yield from super().compose()

    def on_mount(self) -> None:
        """The first card."""
        self._next()

    @property
    def _writing(self) -> bool:
        return isinstance(self.focused, Input)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command can be given now."""
        return study_commands.available(self._asking, self._writing, action, *parameters[:1])

    def label(self, command: Command) -> str:
        """What a command is called now."""
        return study_commands.label(command, self._asking, self._writing)

    def _next(self) -> None:
        """Put the next card on the table; sum up when there is none left."""
        shown = self._cramming.current
        self._asking = ask(shown, self._mode, self._desk.stopwatch()) if shown else None
        self._refresh_card()
        if self._asking is None:
            self._sum_up()

    def _refresh_card(self) -> None:
        asking = self._asking
        self.query_one("#cram-head", Static).update(_head(self._cramming, asking))
        self.query_one("#card", Static).update(BLANK if asking is None else card_page(asking, self.keys_of("choose")))
        self.query_one("#grades", Static).update(self._grades())
        typing = asking is not None and asking.mode is Mode.TYPED and not asking.revealed
        line = self.query_one(AnswerLine)
        if typing and not line.display:
            line.value = ""
        line.display = typing
        self.set_focus(line if typing else self.query_one("#page"))
        if asking is None or not asking.revealed:
            self.query_one("#page").scroll_home(animate=False)
        self.refresh_keys()

    def _grades(self) -> Typeset:
        """The grades, without intervals: nothing is scheduled."""
        if self._asking is None or not self._asking.revealed:
            return BLANK
        return grade_row(self.keys_of("grade"), self._asking.suggested)

    def action_reveal(self) -> None:
        """Show the answer; what stands in the answer line counts as typed."""
        if self._asking is not None:
            typed = self.query_one(AnswerLine).value.strip() if self._asking.mode is Mode.TYPED else ""
            self._asking = self._asking.type(typed) if typed else self._asking.reveal()
            self._refresh_card()

    def action_choose(self, number: int) -> None:
        """Answer with a choice, counted from 1."""
        if self._asking is not None:
            self._asking = self._asking.choose(number - 1)
            self._refresh_card()

    def action_mode(self) -> None:
        """Be asked in another way."""
        if self._asking is not None:
            self._mode = next_mode(self._asking)
            self._asking = ask(self._asking.shown, self._mode, self._asking.since)
            self._refresh_card()

    def action_accept(self) -> None:
        """Take the suggested grade."""
        if self._asking is not None and self._asking.suggested is not None:
            self.action_grade(int(self._asking.suggested))

    def action_grade(self, number: int) -> None:
        """Grade the card and go to the next."""
        asking = self._asking
        if asking is not None:
            with self.telling():
                spent = round(asking.seconds(self._desk.stopwatch()) * 1000)
                self._cramming.answer(Grade(number), asking.mode, spent, asking.typed)
                self._next()

    def action_source(self) -> None:
        """Show the evidence where it stands in the document."""
        from tui.screens.source import SourceScreen

        if self._asking is not None:
            shown = self._asking.shown
            self.app.push_screen(SourceScreen(shown.card, self._shelf[shown.deck.id]))

    def on_input_submitted(self) -> None:
        """Enter in the answer line checks the answer."""
        self.action_reveal()

    def on_descendant_focus(self) -> None:
        """What keys do depends on whether the answer line has the focus."""
        self.refresh_keys()

    on_descendant_blur = on_descendant_focus

    def action_write(self) -> None:
        """Go back to the answer line."""
        self.set_focus(self.query_one(AnswerLine))

    def action_keys(self) -> None:
        """Leave the answer line."""
        self.set_focus(self.query_one("#page"))

    def action_leave(self) -> None:
        """Leave, by way of what the sitting came to."""
        self._sum_up()

    def _sum_up(self) -> None:
        from tui.screens.cram_done import CramDoneScreen

        self.app.push_screen(CramDoneScreen(self._cramming, self._desk.now().day), self._go)

    def _go(self, _: object = None) -> None:
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()


def _head(cramming: Cramming, asking: Asking | None) -> Typeset:
    told = styled(standing(cramming), "$quiet")
    figures = styled(f"   {cramming.done} of {cramming.total}", "$quiet")
    title = one_line(asking.shown.deck.title) if asking else ""

    def at(width: int) -> Content:
        progress = bar(cramming.done, cramming.total, max(4, width - figures.cell_length))
        return lines(spread(styled(cut(title, width)), told, width), progress + figures)

    return Typeset(at)
