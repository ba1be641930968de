"""Browse: every card of every deck in one table, filtered as you type; many marked, and changed at once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from textual import events, work
from textual.app import ComposeResult
from textual.widgets import Input, Static

from quizgen.study.browsing.browser import SORTS, Browser
from quizgen.study.browsing.filters import read_filter
from quizgen.study.many import Key
from quizgen.study.shelf import OpenDeck
from quizgen.study.wording import percent
from tui.commands import HELP, WRITING, Command, bindings
from tui.desk import Desk
from tui.screens.browse_edits import BrowseEdits
from tui.telling import counted
from tui.typeset import Typeset, lines, spread, styled
from tui.widgets.answer import AnswerLine

_PATIENCE_S = 0.03
"""How long to wait for the next key before searching."""
_FAR = 10_000_000


class BrowseScreen(BrowseEdits):
    """Shows all cards."""

    AUTO_FOCUS = "CardTable"
    CSS_PATH = "browse.tcss"
    commands = (
        Command("open", ("enter",), "open", "Show the card pointed at, with its evidence."),
        Command("filter", ("/",), "filter", "Type words, kind:, tag:, deck:, is:due new learning learned …"),
        Command("to_cards", ("escape", "down", "enter"), "to the cards", "Leave the filter as it is.", when=(WRITING,)),
        Command("sort", ("o",), "sort", "Sort by deck, due day, question, kind, lapses or difficulty.", roomy=True),
        Command("mark", ("space", "x"), "mark", "Mark the card pointed at, or take its mark away."),
        Command("mark_all", ("*",), "all", "Mark all cards found; or take all marks away.", footer=False),
        Command("edit", ("e",), "edit", "Edit the card pointed at; its deck file changes at the card's lines alone."),
        Command("history", ("h",), "history", "Show all that was ever done to the card pointed at."),
        Command("export", ("X",), "export", "Hand the marked cards out; without marks, all found.", roomy=True),
        Command("suspend", ("@",), "suspend", "Put the marked cards away for good; without marks, the one pointed at."),
        Command("unsuspend", ("+",), "unsuspend", "Take the marked cards up again.", roomy=True),
        Command("reset", ("r",), "reset", "Make the marked cards new again; their history stays.", roomy=True),
        Command("move", ("m",), "move due", "Let the marked cards come on another day.", roomy=True),
        Command("tag", ("t",), "tag", "Give the marked cards tags, or take tags away, in their deck files."),
        Command("add", ("a", "insert"), "add", "Write a new card for the deck of the card pointed at.", footer=False),
        Command("delete", ("D", "delete"), "delete", "Take the card pointed at out of its deck file.", footer=False),
        Command("undo", ("u", "ctrl+z"), "undo", "Take back what you changed here last."),
        Command("step(-1)", ("up", "k"), "up", "Point at the card before.", footer=False),
        Command("step(1)", ("down", "j"), "down", "Point at the next card.", footer=False),
        Command("page(-1)", ("pageup", "b"), "page up", "Go up by a page.", footer=False),
        Command("page(1)", ("pagedown", "f"), "page down", "Go down by a page.", footer=False),
        Command(f"step(-{_FAR})", ("home", "g"), "first", "Point at the first card.", footer=False),
        Command(f"step({_FAR})", ("end", "G"), "last", "Point at the last card.", footer=False),
        HELP,
        Command(
            "step_back", ("escape",), "clear", "Take all marks away; then show all cards; then go back.", footer=False
        ),
        Command("leave", ("q",), "back", "Back to the decks."),
    )  # fmt: skip
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, browser: Browser, shelf: Mapping[str, OpenDeck]) -> None:
        super().__init__(desk, browser, dict(shelf))
        self._sort = 0
        self._point_at: Key | int = 0
        """What is pointed at once cards are found: a card, or whichever has a number."""
        self._problem = ""
        self._finding = False
        """The cards shown may not be those that are wanted now."""

    def compose(self) -> ComposeResult:
        """How many there are, the filter, and the cards."""
        yield Static(id="browse-head")
        yield AnswerLine("Words, kind:, tag:, deck:, is:due")
        yield self._table
        yield self._preview
        yield from super().compose()

    def on_mount(self) -> None:
        """Find all."""
        self._find()

    def on_input_changed(self) -> None:
        """Every key filters."""
        self._find()

    def find_again(self, shown: Key | None) -> None:
        """Cards stand elsewhere: find them, and point at the one that was changed."""
        self._find(shown or self._table.pointed)

    def on_input_submitted(self) -> None:
        """Enter goes to the cards found."""
        self.action_to_cards()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What can be done depends on where one is."""
        self.refresh_keys()

    def _find(self, point_at: Key | int = 0) -> None:
        """Find the cards again; until they are there, nothing is done to those that were found before."""
        self._finding, self._point_at = True, point_at
        self._look()

    @work(exit_on_error=False, exclusive=True)
    async def _look(self) -> None:
        self._browser.interrupt()
        await asyncio.sleep(_PATIENCE_S)
        wanted = read_filter(self.query_one(AnswerLine).value)
        self._problem = wanted.problem
        found = await asyncio.to_thread(self._browser.find, wanted, list(SORTS)[self._sort], self._desk.now().day)
        wanted_at = self._point_at
        position = self._browser.position(wanted_at) if isinstance(wanted_at, tuple) else None
        self._table.present(found, position, wanted_at if isinstance(wanted_at, int) else 0)
        self._finding = False
        self.tell_progress()

    def tell_progress(self) -> None:
        """How many there are, and how far a change has come."""
        table, sort = self._table, list(SORTS)[self._sort]
        total = sum(len(opened.deck.cards) for opened in self._shelf.values())
        marks = [f"{len(table.marked):,} marked"] if table.marked else []
        share = [] if self._share is None else [f"{percent(self._share)} done"]
        figures = [*share, f"{len(table.found):,} of {total:,} cards", *marks, f"by {sort}"]
        told = [styled(f"✗ known are {self._problem}", "$error")] if self._problem else []
        right = styled(" · ".join(figures), "$quiet")
        head = Typeset(lambda width: lines(spread(styled("Browse", "bold $accent"), right, width), *told))
        self.query_one("#browse-head", Static).update(head)
        self.refresh_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the filter is typed, keys are text."""
        writing = isinstance(self.focused, AnswerLine)
        found = not writing and not self._finding and bool(self._table.found)
        if action == "to_cards":
            return writing
        if action in ("open", "mark", "mark_all", "export", "history"):
            return found
        if action in ("suspend", "unsuspend", "reset", "move", "tag", "edit", "add", "delete"):
            return found and self._share is None
        if action == "undo":
            return not writing and bool(self._back) and self._share is None
        return not writing or action not in ("step", "page", "filter", "sort", "leave", "step_back")

    def action_filter(self) -> None:
        """Type a filter."""
        self.set_focus(self.query_one(AnswerLine))

    def action_to_cards(self) -> None:
        """Leave the filter as it is."""
        self.set_focus(self._table)

    def action_step_back(self) -> None:
        """Take the marks away, or else the filter, or else leave."""
        table, line = self._table, self.query_one(AnswerLine)
        if self._share is None and table.marked:
            self.action_mark_all()
        elif self._share is None and line.value:
            with line.prevent(Input.Changed):
                line.value = ""
            self._find(table.card.key if table.card else 0)
        else:
            self.action_leave()

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
        self.tell_progress()

    def action_mark_all(self) -> None:
        """Mark all cards found, or none."""
        table = self._table
        table.marked = set() if table.marked else set(table.found)
        table.point(table.pointed)
        self.tell_progress()

    def action_open(self) -> None:
        """The card, with its evidence."""
        from tui.screens.browsed import BrowsedScreen

        row = self._table.card
        if row is not None and row.key in self._cards:
            sheet = BrowsedScreen(self._desk, self._cards[row.key], self._shelf[row.deck])
            self.app.push_screen(sheet, lambda edited: self.action_edit() if edited else None)

    def action_history(self) -> None:
        """All that was done to the card."""
        from tui.screens.history import HistoryScreen

        if (row := self._table.card) is not None:
            self.app.push_screen(HistoryScreen(self._desk, row.deck, row.card, row.question))

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
