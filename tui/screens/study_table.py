"""The card on the table of a study session, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import Input

from quizgen.model.review import Mode
from quizgen.study.session import Session
from quizgen.study.shelf import OpenDeck
from quizgen.study.ways import next_way
from tui.asking import Asking, ask
from tui.commands import Command, bindings
from tui.desk import Desk
from tui.screens import study_commands
from tui.screens.base import QuizScreen
from tui.typeset import BLANK, Typeset
from tui.ways import NAMES, Ways
from tui.widgets.card import card_page, question_page
from tui.widgets.grades import grade_row
from tui.widgets.head import clock_line, session_head, waiting
from tui.widgets.text import PageText, Text

if TYPE_CHECKING:
    from tui.widgets.answer import AnswerLine


class StudyTable(QuizScreen[None]):
    """Shows where a session stands: the card, its answer line, the counts, the grades.

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
        self._shelf = dict(shelf)
        self._ways = Ways(desk)
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
        return ask(shown, self._ways.mode(shown), self._desk.stopwatch()) if shown else None

    def _head(self) -> Typeset:
        deck = self._asking.shown.deck if self._asking else next(iter(self._shelf.values())).deck
        return session_head(deck.title, self._session.counts(), self._session.done)

    def _card(self) -> Typeset:
        if self._asking is None:
            return waiting(self._until_next())
        prepared = self._prepared
        return prepared[1] if prepared and prepared[0] == self._asking else self._page(self._asking)

    def _page(self, asking: Asking) -> Typeset:
        return card_page(asking, self.keys_of("choose"))

    def _prepare(self) -> None:
        """Set the page of the answer before it is asked for."""
        if self._asking is not None and not self._asking.revealed:
            revealed = self._asking.reveal()
            page = self._page(revealed)
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
        self.call_after_refresh(self._show_answer)  # once the key bar has the height it needs now
        self._prepare()

    def _grades(self) -> Typeset:
        """Nothing before revealing; their room is kept, so that nothing moves."""
        if self._asking is None or not self._asking.revealed:
            return BLANK
        return grade_row(self.keys_of("grade"), self._asking.suggested, self._session.preview())

    def _refresh_clock(self) -> None:
        self.query_one("#clock", Text).show(self._clock())

    def _until_next(self) -> int | None:
        due = self._session.next_learning_at
        return None if due is None else due - self._desk.now().instant

    def _show_answer(self) -> None:
        """Scroll where the answer would be out of sight."""
        page, card = self.query_one("#page"), self.query_one("#card")
        if self._asking is not None and self._asking.revealed and card.size.height > page.content_size.height:
            asked = question_page(self._asking).height(card.size.width)
            page.scroll_to_region(Region(0, asked, 1, card.size.height - asked), animate=False)

    def _sum_up(self) -> None:
        """There is no card left."""
        raise NotImplementedError

    # Which commands there are

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command can be given now."""
        return study_commands.available(self._asking, self._writing, action, *parameters[:1])

    def label(self, command: Command) -> str:
        """What a command is called now."""
        if command.name == "mode" and self._asking is not None:
            return NAMES[next_way(self._ways.of(self._asking.shown.deck.id))]
        return study_commands.label(command, self._asking, self._writing)

    def in_footer(self, command: Command) -> bool:
        """While a question is asked, editing shows its answer, and its room is needed."""
        revealed = self._asking is not None and self._asking.revealed
        return super().in_footer(command) and (command.name != "edit" or revealed)

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
        self.set_focus(self._line)

    def _show_answer_line(self, shown: bool) -> None:
        if self._line is not None:
            self._line.display = shown
            if not shown and self._writing:
                self.set_focus(self.query_one("#page"))

    def on_descendant_focus(self) -> None:
        """What keys do depends on whether the answer line has the focus."""
        self.refresh_keys()

    on_descendant_blur = on_descendant_focus

    def action_write(self) -> None:
        """Go back to the answer line."""
        if self._line is not None:
            self.set_focus(self._line)

    def action_keys(self) -> None:
        """Leave the answer line; keys are commands again."""
        self.set_focus(self.query_one("#page"))
