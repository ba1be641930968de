"""The results of earlier quizzes."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from quizgen.model.deck import Deck
from quizgen.study.members import CardsById
from quizgen.study.results import Result, replies, results
from tui.commands import Command, bindings
from tui.desk import Desk
from tui.quizzing import score, when
from tui.screens.base import Sheet
from tui.showing import one_line
from tui.typeset import Typeset, hang, lines, styled


class ResultsScreen(Sheet[None]):
    """Lists results, newest first, and opens the one pointed at.

    Args:
        desk: progress, settings and clocks.
        decks: those at hand; they hold the proof of what went wrong.
    """

    commands = (
        Command("open", ("enter", "space"), "open", "Show what went wrong."),
        Command("move(-1)", ("up", "k"), "up", "Point at the result above.", footer=False),
        Command("move(1)", ("down", "j"), "down", "Point at the result below.", footer=False),
        Command("close", ("escape", "q", "r"), "close", "Back."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, decks: Sequence[Deck]) -> None:
        super().__init__()
        self._desk = desk
        self._decks = decks
        self._results: Sequence[Result] = ()
        self._pointed = 0

    def parts(self) -> ComposeResult:
        """A head, and a list."""
        yield Static(styled("Quizzes taken", "bold"))
        yield Static(id="results", markup=False)

    def on_mount(self) -> None:
        """Read the results."""
        with self.telling():
            self._results = results(self._desk.store)
        self.action_move(0)
        self.refresh_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be nothing to open."""
        return action != "open" or bool(self._results)

    def action_move(self, by: int) -> None:
        """Point at another result."""
        self._pointed = max(0, min(self._pointed + by, len(self._results) - 1))
        shown = self.query_one("#results", Static)
        shown.update(Typeset(lambda width: lines(*self._rows(width))))
        top = 2 + sum(row.plain.count("\n") + 1 for row in self._rows(max(1, shown.size.width))[: self._pointed])
        self.query_one("#sheet-page").scroll_to_region(Region(0, top if self._pointed else 0, 1, 2), animate=False)

    def action_pick(self, place: int) -> None:
        """A click points at a result, one on the result pointed at opens it."""
        if place == self._pointed:
            self.action_open()
        else:
            self.action_move(place - self._pointed)

    def action_open(self) -> None:
        """Show the result pointed at."""
        from tui.screens.result import ResultScreen

        with self.telling():
            result = self._results[self._pointed]
            found = replies(self._desk.store, result)
            self.app.push_screen(ResultScreen(result, found, CardsById(self._decks, hidden=True)))

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)

    def _rows(self, width: int) -> list[Content]:
        rows = [_row(result, place, place == self._pointed, width) for place, result in enumerate(self._results)]
        return rows or [styled("No quiz was taken yet.", "$quiet")]


def _row(result: Result, place: int, pointed: bool, width: int) -> Content:
    action = f"screen.pick({place})"
    pointer = styled("▸ " if pointed else "  ", "bold $accent")
    title = hang(styled(one_line(result.title), "bold" if pointed else "", action), width, pointer, Content("  "))
    told = styled(f"{when(result)} · {score(result)}", "$quiet", action)
    return lines(title, hang(told, width, Content("  "), Content("  ")))
