"""Taking a quiz: one question after the other, and nothing told before the end."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from quizgen.model.deck import Deck
from quizgen.quiz.item import Item, Mode
from quizgen.study.members import CardsById
from quizgen.study.quizrun import QuizRun
from quizgen.study.results import keep, replies
from tui.commands import HELP, LEAVE_LINE, Command, bindings
from tui.desk import Desk
from tui.screens.base import QuizScreen
from tui.typeset import BLANK
from tui.widgets.answer import AnswerLine
from tui.widgets.paper import item_page, quiz_head

_MOST = 9
"""Choices that a digit can take."""
STYLES = ("screens/quiz.tcss",)
"""Where it is the first screen of the application."""


class QuizRunScreen(QuizScreen[None]):
    """A paper, from its first question to its result.

    Args:
        desk: progress, settings and clocks.
        run: the quiz.
        decks: it is of.
    """

    AUTO_FOCUS = "#page"
    CSS_PATH = "quiz.tcss"
    commands = (
        *(
            Command(f"choose({n})", (str(n),), f"choose {n}", f"Answer with choice {n}.", footer=False)
            for n in range(1, _MOST + 1)
        ),
        Command("give", ("enter",), "answer", "Give the answer, and go to the next question."),
        Command("point(-1)", ("up", "k"), "up", "Point at the question above.", footer=False),
        Command("point(-2)", ("down", "j"), "down", "Point at the question below.", footer=False),
        Command("put_off", ("tab",), "later", "Let the question come again after all others."),
        Command("take_back", ("u", "ctrl+z"), "back", "Answer the question before once more."),
        Command("write", ("i",), "write", "Go on typing the answer."),
        LEAVE_LINE,
        HELP,
        Command("hand_in", ("q", "escape"), "hand in", "End the quiz; what is not answered counts as wrong."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, run: QuizRun, decks: Sequence[Deck]) -> None:
        super().__init__()
        self._desk = desk
        self._run = run
        self._decks = tuple(decks)
        self._given: list[str] = []
        self._part = 0
        self._finished = False
        """It was handed in, or the time is up."""

    def compose(self) -> ComposeResult:
        """Where one is, the question, and a line to type in."""
        yield Static(quiz_head(self._run), id="quiz-head")
        with VerticalScroll(id="page"):
            yield Static(BLANK, id="question")
            line = AnswerLine()
            line.display = False
            yield line
        yield from super().compose()

    def on_mount(self) -> None:
        """The first question."""
        self._next()
        self.set_interval(1, self._tick)

    @property
    def _item(self) -> Item | None:
        return self._run.current

    @property
    def _writing(self) -> bool:
        return isinstance(self.focused, Input)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on how the question is asked."""
        item = self._item
        mode = item.mode if item is not None else None
        if action in ("put_off", "give"):
            return mode is Mode.SHORT or action == "put_off" or (mode is Mode.MATCHING and all(self._given))
        if action in ("write", "keys"):
            return mode is Mode.SHORT and self._writing == (action == "keys")
        if self._writing:
            return action == "take_back" and self._run.answered > 0
        if action == "choose":
            return item is not None and parameters[0] in range(1, len(item.choices) + 1)
        if action == "point":
            return mode is Mode.MATCHING
        return action != "take_back" or self._run.answered > 0

    def _next(self) -> None:
        """Show the question there is; the result when there is none left."""
        item = self._item
        if item is None:
            self._finish()
            return
        self._given, self._part = [""] * len(item.cards), 0
        line = self.query_one(AnswerLine)
        line.value = ""
        line.display = item.mode is Mode.SHORT
        self.set_focus(line if item.mode is Mode.SHORT else self.query_one("#page"))
        self.query_one("#page").scroll_home(animate=False)
        self._refresh_question()

    def _refresh_question(self) -> None:
        if self._item is not None:
            page = item_page(self._item, self._given, self._part, self.keys_of("choose"))
            self.query_one("#question", Static).update(page)
        self._refresh_head()
        self.refresh_keys()

    def _refresh_head(self) -> None:
        self.query_one("#quiz-head", Static).update(quiz_head(self._run))

    def _tick(self) -> None:
        """Once a second: the clock, and the end when the time is up."""
        if self._finished or not self.is_current:
            return
        if self._item is None:
            self._finish()
        elif self._run.limit_s is not None:
            self._refresh_head()

    def action_choose(self, number: int) -> None:
        """Take a choice, counted from 1."""
        item = self._item
        if item is None:
            return
        text = item.choices[number - 1].text
        if item.mode is Mode.MATCHING:
            self._given[self._part] = text
            self._part = next((i for i, given in enumerate(self._given) if not given), self._part)
            self._refresh_question()
        else:
            self._give([text])

    def action_point(self, place: int) -> None:
        """Point at a question to match; -1 is the one above, -2 the one below."""
        wanted = {-1: self._part - 1, -2: self._part + 1}.get(place, place)
        self._part = max(0, min(wanted, len(self._given) - 1))
        self._refresh_question()

    def action_give(self) -> None:
        """Give what was typed or matched."""
        if self._item is not None:
            typed = self.query_one(AnswerLine).value.strip()
            self._give([typed] if self._item.mode is Mode.SHORT else self._given)

    def on_input_submitted(self) -> None:
        """Enter in the answer line gives the answer."""
        self.action_give()

    def _give(self, given: Sequence[str]) -> None:
        if any(given):
            self._run.answer(given)
            self._next()
        else:
            self.notify("Nothing is typed yet; tab leaves the question for later.", timeout=3, markup=False)

    def action_put_off(self) -> None:
        """The question comes again at the end."""
        self._run.put_off()
        self._next()

    def action_take_back(self) -> None:
        """Answer the question before once more."""
        if self._run.take_back():
            self._next()

    def action_write(self) -> None:
        """Go back to the answer line."""
        self.set_focus(self.query_one(AnswerLine))

    def action_keys(self) -> None:
        """Leave the answer line."""
        self.set_focus(self.query_one("#page"))

    def on_descendant_focus(self) -> None:
        """What keys do depends on whether the answer line has the focus."""
        self.refresh_keys()

    on_descendant_blur = on_descendant_focus

    def action_hand_in(self) -> None:
        """End it: at once where nothing was answered, else asked about."""
        from tui.screens.hand_in import HandInScreen

        if self._finished:
            self._finish()
        elif self._run.answered:
            left = len(self._run.paper.items) - self._run.answered
            self.app.push_screen(HandInScreen(left), self._hand_in)
        else:
            self._go()

    def _hand_in(self, wanted: bool | None) -> None:
        if wanted:
            self._run.hand_in()
            self._finish()

    def _finish(self) -> None:
        """Keep the result and show it; where it cannot be kept, handing in tries again."""
        from tui.screens.result import ResultScreen

        self._finished = True
        with self.telling():
            if not self._run.answered:
                self._go()
                self.notify("The time is up, and nothing was answered.", markup=False)
                return
            result = keep(self._desk.store, self._run, self._desk.now())
            cards = CardsById(self._decks, hidden=True)
            late = "The time is up." if self._run.out_of_time else ""
            self.app.push_screen(ResultScreen(result, replies(self._desk.store, result), cards, late), self._go)

    def _go(self, _: object = None) -> None:
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()
