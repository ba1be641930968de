"""Browse: every card of every deck in one table, filtered as you type; many marked, and changed at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import ComposeResult
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from quizgen.model.review import Operation
from quizgen.study.browsing import bulk
from quizgen.study.browsing.browser import SORTS, Browser, Key
from quizgen.study.browsing.filters import read_filter
from quizgen.study.members import CardsById
from quizgen.study.shelf import OpenDeck
from tui.commands import HELP, WRITING, Command, bindings
from tui.desk import Desk
from tui.screens.base import QuizScreen
from tui.telling import counted
from tui.typeset import Typeset, lines, spread, styled
from tui.widgets.answer import AnswerLine
from tui.widgets.cards import CardTable

if TYPE_CHECKING:
    from tui.screens.move import Move

_PATIENCE_S = 0.03
"""How long to wait for the next key before searching."""
_FAR = 10_000_000


class BrowseScreen(QuizScreen[None]):
    """Shows all cards.

    Args:
        desk: progress, settings and clocks.
        browser: over the decks; closed when the screen is left.
        shelf: the decks by id, with the files they came from.
    """

    AUTO_FOCUS = "CardTable"
    CSS_PATH = "browse.tcss"
    commands = (
        Command("open", ("enter",), "open", "Show the card pointed at, with its evidence."),
        Command("filter", ("/",), "filter", "Type words, kind:, tag:, deck:, is:due new learning learned …"),
        Command("to_cards", ("escape", "down", "enter"), "to the cards", "Leave the filter as it is.", when=(WRITING,)),
        Command("sort", ("o",), "sort", "Sort by deck, due day, question, kind, lapses or difficulty."),
        Command("mark", ("space", "x"), "mark", "Mark the card pointed at, or take its mark away."),
        Command("mark_all", ("*",), "all", "Mark all cards found; or take all marks away.", footer=False),
        Command("suspend", ("@",), "suspend", "Put the marked cards away for good; without marks, the one pointed at."),
        Command("unsuspend", ("+",), "unsuspend", "Take the marked cards up again."),
        Command("reset", ("r",), "reset", "Make the marked cards new again; their history stays."),
        Command("move", ("m",), "move due", "Let the marked cards come on another day."),
        Command("export", ("X",), "export", "Hand the marked cards out; without marks, all found."),
        Command("history", ("h",), "history", "Show all that was ever done to the card pointed at."),
        Command("undo", ("u",), "undo", "Take back what you changed here last."),
        Command("step(-1)", ("up", "k"), "up", "Point at the card before.", footer=False),
        Command("step(1)", ("down", "j"), "down", "Point at the next card.", footer=False),
        Command("page(-1)", ("pageup", "b"), "page up", "Go up by a page.", footer=False),
        Command("page(1)", ("pagedown", "f"), "page down", "Go down by a page.", footer=False),
        Command(f"step(-{_FAR})", ("home", "g"), "first", "Point at the first card.", footer=False),
        Command(f"step({_FAR})", ("end", "G"), "last", "Point at the last card.", footer=False),
        HELP,
        Command("leave", ("q", "escape"), "back", "Back to the decks."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, browser: Browser, shelf: Mapping[str, OpenDeck]) -> None:
        super().__init__()
        self._desk = desk
        self._browser = browser
        self._shelf = shelf
        self._cards = CardsById((opened.deck for opened in shelf.values()), hidden=True)
        self._table = CardTable(browser.rows, desk.now().day)
        self._sort = 0
        self._problem = ""
        self._done: list[list[Operation]] = []

    def compose(self) -> ComposeResult:
        """How many there are, the filter, and the cards."""
        yield Static(id="browse-head")
        yield AnswerLine("Words, kind:, tag:, deck:, is:due")
        yield self._table
        yield from super().compose()

    def on_mount(self) -> None:
        """Find all."""
        self._find()

    def on_unmount(self) -> None:
        """Close the files."""
        self._browser.close()

    def on_input_changed(self) -> None:
        """Every key filters."""
        self._find()

    def on_input_submitted(self) -> None:
        """Enter goes to the cards found."""
        self.action_to_cards()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What can be done depends on where one is."""
        self.refresh_keys()

    @work(exit_on_error=False, exclusive=True)
    async def _find(self) -> None:
        self._browser.interrupt()
        await asyncio.sleep(_PATIENCE_S)
        wanted = read_filter(self.query_one(AnswerLine).value)
        self._problem = wanted.problem
        found = await asyncio.to_thread(self._browser.find, wanted, list(SORTS)[self._sort], self._desk.now().day)
        self._table.present(found)
        self._tell_head()

    def _tell_head(self) -> None:
        table, sort = self._table, list(SORTS)[self._sort]
        marks = [f"{len(table.marked):,} marked"] if table.marked else []
        figures = [f"{len(table.found):,} of {self._browser.total:,} cards", *marks, f"by {sort}"]
        told = [styled(f"✗ known are {self._problem}", "$error")] if self._problem else []
        right = styled(" · ".join(figures), "$quiet")
        head = Typeset(lambda width: lines(spread(styled("Browse", "bold $accent"), right, width), *told))
        self.query_one("#browse-head", Static).update(head)
        self.refresh_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the filter is typed, keys are text."""
        writing = isinstance(self.focused, AnswerLine)
        if action == "to_cards":
            return writing
        if action in ("open", "mark", "mark_all", "suspend", "unsuspend", "reset", "move", "export", "history"):
            return not writing and bool(self._table.found)
        if action == "undo":
            return not writing and bool(self._done)
        return not writing or action not in ("step", "page", "filter", "sort", "leave")

    def action_filter(self) -> None:
        """Type a filter."""
        self.query_one(AnswerLine).focus()

    def action_to_cards(self) -> None:
        """Leave the filter as it is."""
        self._table.focus()

    def action_sort(self) -> None:
        """Sort by the next."""
        self._sort = (self._sort + 1) % len(SORTS)
        self._find()

    def action_step(self, by: int) -> None:
        """Point at another card."""
        self._table.point(self._table.pointed + by)

    def action_page(self, direction: int) -> None:
        """Go by a page."""
        self.action_step(direction * max(1, self._table.size.height - 1))

    def action_pick(self, number: int) -> None:
        """A click points at a card; one on the card pointed at opens it."""
        if self._table.pointed == number:
            self.action_open()
        else:
            self._table.point(number)

    def action_mark(self) -> None:
        """Mark the card pointed at, and go on to the next."""
        self._table.mark()
        self.action_step(1)
        self._tell_head()

    def action_mark_all(self) -> None:
        """Mark all cards found, or none."""
        table = self._table
        table.marked = set() if table.marked else set(table.found)
        table.point(table.pointed)
        self._tell_head()

    def action_open(self) -> None:
        """The card, with its evidence."""
        from tui.screens.browsed import BrowsedScreen

        row = self._table.card
        if row is not None and row.key in self._cards:
            self.app.push_screen(BrowsedScreen(self._desk, self._cards[row.key], self._shelf[row.deck]))

    def action_history(self) -> None:
        """All that was done to the card."""
        from tui.screens.history import HistoryScreen

        if (row := self._table.card) is not None:
            self.app.push_screen(HistoryScreen(self._desk, row.deck, row.card, row.question))

    def action_suspend(self) -> None:
        """Put cards away for good."""
        self._change("suspended", lambda keys: bulk.suspend(self._desk.store, keys, self._desk.now()))

    def action_unsuspend(self) -> None:
        """Take cards up again."""
        self._change("taken up again", lambda keys: bulk.unsuspend(self._desk.store, keys, self._desk.now()))

    def action_reset(self) -> None:
        """Make cards new again."""
        self._change("new again", lambda keys: bulk.reset(self._desk.store, keys, self._desk.now()))

    def action_move(self) -> None:
        """Let cards come on another day."""
        from tui.screens.move import MoveScreen

        self.app.push_screen(MoveScreen(len(self._keys())), self._moved)

    def _moved(self, move: Move | None) -> None:
        if move is not None:
            store, now = self._desk.store, self._desk.now()
            self._change("moved", lambda keys: bulk.move(store, keys, now, move.days, shift=move.shift))

    def action_export(self) -> None:
        """Hand cards out."""
        from quizgen.exports import format_names
        from tui.exporting import selection_of
        from tui.screens.export import ExportScreen

        table = self._table
        keys = self._browser.keys(table.marked or table.found)
        label = f"{counted(len(keys), 'card')} {'marked' if table.marked else 'found'}"
        chosen = selection_of(label, self._shelf, self._cards, keys)
        stem = self._shelf[chosen.decks[0].id].file.stem if len(chosen.decks) == 1 else "cards"
        self.app.push_screen(ExportScreen(self._desk, f"Hand out {label}", [chosen], stem, format_names()))

    def action_undo(self) -> None:
        """Take back what was changed here last."""
        done = self._done.pop()
        with self.telling():
            bulk.take_back(self._desk.store, done, self._desk.now())
            self._say(len(done), "as before")
        self._table.reread()
        self.refresh_keys()

    def _keys(self) -> list[Key]:
        """The cards marked; without marks, the one pointed at."""
        table = self._table
        positions = table.marked or {position for position in [table.position] if position is not None}
        return self._browser.keys(positions)

    def _change(self, told: str, change: Callable[[Sequence[Key]], list[Operation]]) -> None:
        with self.telling():
            done = change(self._keys())
            if done:
                self._done.append(done)
            self._say(len(done), told)
        self._table.marked.clear()
        self._table.reread()
        self._tell_head()

    def _say(self, count: int, told: str) -> None:
        self.notify(f"{count:,} card{'' if count == 1 else 's'} {told}", timeout=3, markup=False)

    def action_leave(self) -> None:
        """Back to the decks."""
        self.dismiss(None)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in a worker is not hidden."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            raise event.worker.error
