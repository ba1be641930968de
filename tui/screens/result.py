"""The result of a quiz: the score, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from quizgen.model.card import Card
from quizgen.study.results import Reply, Result
from tui.commands import HELP, Command, bindings
from tui.quizzing import mistakes, score
from tui.screens.base import QuizScreen
from tui.telling import counted
from tui.typeset import Typeset
from tui.widgets.paper import review_page


class ResultScreen(QuizScreen[None]):
    """Shows a result and its mistakes, each with its proof.

    Args:
        result: of the quiz.
        found: its answers.
        cards: those at hand, by deck and card id.
        note: a sentence above the score; empty for none.
    """

    CSS_PATH = "result.tcss"
    commands = (
        Command("scroll(-3)", ("up", "k"), "up", "Scroll up.", footer=False),
        Command("scroll(3)", ("down", "j"), "down", "Scroll down.", footer=False),
        Command("page(1)", ("space", "pagedown"), "next page", "Scroll down by a page."),
        Command("page(-1)", ("pageup",), "page back", "Scroll up by a page.", footer=False),
        Command("all", ("a",), "all answers", "Show all questions, or those alone that went wrong."),
        HELP,
        Command("close", ("enter", "escape", "q"), "close", "Leave the result; it is kept."),
    )
    BINDINGS = bindings(commands)

    def __init__(
        self, result: Result, found: Sequence[Reply], cards: Mapping[tuple[str, str], Card], note: str = ""
    ) -> None:
        super().__init__()
        self._result = result
        self._found = found
        self._cards = cards
        self._note = note
        self._all = False

    def compose(self) -> ComposeResult:
        """One text."""
        with VerticalScroll(id="page"):
            yield Static(self._page(), id="result")
        yield from super().compose()

    def _page(self) -> Typeset:
        wrong = mistakes(self._found)
        told = "Everything is right." if not wrong else f"{counted(len(wrong), 'answer')} to look at:"
        head = f"{self._note} {score(self._result)}".strip()
        return review_page(head, "" if self._all else told, self._found if self._all else wrong, self._cards)

    def label(self, command: Command) -> str:
        """The other view is named."""
        return "mistakes" if command.name == "all" and self._all else command.label

    def action_all(self) -> None:
        """All questions, or the mistakes alone."""
        self._all = not self._all
        self.query_one("#result", Static).update(self._page())
        self.query_one("#page").scroll_home(animate=False)
        self.refresh_keys()

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#page").scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by so many pages."""
        page = self.query_one("#page")
        page.scroll_relative(y=by * max(1, page.size.height - 1), animate=False)

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)
