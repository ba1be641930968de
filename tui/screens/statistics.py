"""Statistics: a year's calendar first, then what is to come, retention, and where the cards stand."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizgen.model.deck import Deck
from quizgen.study.statistics.figures import Statistics
from quizgen.study.statistics.gathering import gather
from quizgen.study.store import Store
from tui.commands import HELP, Command, bindings
from tui.desk import Desk
from tui.library import Folder, Listed
from tui.report import Section, sections
from tui.screens.base import QuizScreen
from tui.showing import one_line
from tui.typeset import BLANK, EMPTY, Typeset, cut, lines, spread, styled

_PICTURE = re.compile(r"([░▒▓█▁-▇▉-▏]+)|·+")
_INDENT = "  "


class StatisticsScreen(QuizScreen[None]):
    """Tells what one's learning comes to.

    Args:
        desk: progress, settings and clocks.
        decks: those at hand.
        pointed: the deck, or folder of decks, that can be asked about alone.
    """

    CSS_PATH = "statistics.tcss"
    commands = (
        Command("scroll(-3)", ("up", "k"), "up", "Scroll up.", footer=False),
        Command("scroll(3)", ("down", "j"), "down", "Scroll down."),
        Command("scroll(-15)", ("pageup", "b"), "page up", "Scroll up by a page.", footer=False),
        Command("scroll(15)", ("space", "pagedown"), "page", "Scroll down by a page."),
        Command("scroll(-100000)", ("home", "g"), "top", "Scroll to the top.", footer=False),
        Command("scroll(100000)", ("end", "G"), "bottom", "Scroll to the bottom.", footer=False),
        Command("change", ("d",), "one deck", "Tell of the deck or folder pointed at, or of all decks."),
        Command("workload", ("w",), "workload", "Show what remembering more or less would cost."),
        HELP,
        Command("leave", ("escape", "q", "s"), "back", "Back to the decks."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, decks: Sequence[Deck], pointed: Listed | None) -> None:
        super().__init__()
        self._desk = desk
        self._decks = decks
        self._pointed = pointed if pointed and pointed.opened else None
        self._alone = False
        """Whether it tells of what was pointed at alone."""

    def compose(self) -> ComposeResult:
        """What is told of, and one text with all pictures."""
        yield Static(id="statistics-head")
        with VerticalScroll(id="page"):
            yield Static(styled("Reading the log …", "$quiet"), id="statistics")
        yield from super().compose()

    def on_mount(self) -> None:
        """Work the figures out, beside the screen."""
        self._tell_scope()
        self._work_out()

    @work(exit_on_error=False, exclusive=True)
    async def _work_out(self) -> None:
        page = BLANK
        with self.telling():
            statistics = await asyncio.to_thread(self._gather)
            page = Typeset(lambda width: _page(list(sections(statistics, width - len(_INDENT))), width))
        self.query_one("#statistics", Static).update(page)

    def _gather(self) -> Statistics:
        """In a thread, which needs a connection of its own."""
        with Store.open(self._desk.store.file) as store:
            return gather(store, self._decks, self._desk.now().day, self._desk.settings.desired_retention, self._only())

    def _only(self) -> list[str] | None:
        """Ids of the decks asked about; None for all."""
        return [opened.deck.id for opened in self._pointed.opened] if self._alone and self._pointed else None

    def _tell_scope(self) -> None:
        name = one_line(self._pointed.title) if self._alone and self._pointed else "all decks"
        head = Typeset(
            lambda width: spread(styled("Statistics", "bold $accent"), styled(cut(name, width - 12), "$quiet"), width)
        )
        self.query_one("#statistics-head", Static).update(head)
        self.refresh_keys()

    def label(self, command: Command) -> str:
        """The scope it would change to."""
        if command.action != "change" or (not self._alone and not isinstance(self._pointed, Folder)):
            return super().label(command)
        return "all decks" if self._alone else "one folder"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no changing where nothing was pointed at."""
        return action != "change" or self._pointed is not None

    def action_change(self) -> None:
        """Tell of what was pointed at, or of all."""
        self._alone = not self._alone
        self._tell_scope()
        self._work_out()

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#page").scroll_relative(y=by, animate=False)

    def action_workload(self) -> None:
        """Play the coming months through."""
        from tui.screens.workload import WorkloadScreen

        self.app.push_screen(WorkloadScreen(self._desk, self._decks, self._only()))

    def action_leave(self) -> None:
        """Back to the decks."""
        self.dismiss(None)


def _page(shown: Sequence[Section], width: int) -> Content:
    parts: list[Content] = []
    for section in shown:
        told = [Content("\n").join(Content(section.conclusion).wrap(width))] if section.conclusion else []
        pictures = [_line(line) for line in section.lines]
        parts += [styled(section.title, "bold"), *told, EMPTY, *pictures, EMPTY, EMPTY]
    return lines(*parts[:-2])


def _line(line: str) -> Content:
    """A line of a picture; its colour repeats what its signs say."""
    pieces, end = [Content(_INDENT)], 0
    for found in _PICTURE.finditer(line):
        pieces += [Content(line[end : found.start()]), styled(found.group(), "$accent" if found[1] else "$quiet")]
        end = found.end()
    return Content.assemble(*pieces, line[end:])
