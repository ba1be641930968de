"""The list of the home screen: deck files read, counted, sorted, searched, added and taken off."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from quizgen.model.deck import Deck
from quizgen.shipped import shipped_decks
from quizgen.study.library.library import Library
from quizgen.study.library.own import standing_for
from quizgen.study.listing import full_path, listed
from quizgen.study.places import library_file
from quizgen.study.shelf import OpenDeck
from tui.desk import Desk
from tui.library import DeckFile, Folder, Listed, gone, grouped, read, settle
from tui.screens.base import QuizScreen
from tui.showing import one_line
from tui.sorting import ORDERS, arranged, matching
from tui.standing import Standings, Today, standings, today
from tui.telling import counted
from tui.typeset import BLANK, styled
from tui.widgets.day import home_head, today_panel
from tui.widgets.decks import DeckList

if TYPE_CHECKING:
    from tui.widgets.answer import AnswerLine


class HomeList(QuizScreen[None]):
    """Lists deck files; what is done with the decks is the home screen's own.

    Args:
        desk: progress, settings and clocks.
        files: the deck files, in order; they are read after the first frame.
        own: the folder of the learner's own decks.
    """

    AUTO_FOCUS = ""

    def __init__(self, desk: Desk, files: Sequence[Path], own: Path) -> None:
        super().__init__()
        self._desk = desk
        self._own = own
        self._paths = files
        self._files: list[DeckFile] = [DeckFile(file) for file in files]
        self._library: Library | None = None
        self._order = ORDERS[0]
        self._busy = False
        """Files are being read."""
        self._standings: Standings = {}
        self._today: Today | None = None
        self._line: AnswerLine | None = None
        """What is searched for; made when first needed."""

    def compose(self) -> ComposeResult:
        """The day, the decks, and what can be done."""
        yield Static(id="home-head")
        yield DeckList()
        yield Static(id="today")
        yield from super().compose()

    def on_mount(self) -> None:
        """Show the titles of decks read before; read other files after the first frame."""
        self._library = Library(library_file(self._desk.store.file))
        self._files = [DeckFile(file.file, deck=self._library.known(file.file)) for file in self._files]
        self._show()
        self.call_after_refresh(self._read)

    def on_unmount(self) -> None:
        """Leave the library."""
        if self._library is not None:
            self._library.close()

    def on_screen_resume(self) -> None:
        """What was studied meanwhile shows in the counts, and what was changed in a file."""
        if self._decks():
            self._read()

    @property
    def searching(self) -> bool:
        """Whether a search is being typed."""
        return isinstance(self.focused, Input)

    def _opened(self) -> list[OpenDeck]:
        return [OpenDeck(file.deck, file.file) for file in self._files if file.deck is not None]

    def _decks(self) -> list[Deck]:
        return [file.deck for file in self._files if file.deck is not None]

    @work(exit_on_error=False)
    async def _read(self) -> None:
        if (library := self._library) is None or self._busy:
            return
        self._busy = True
        paths: Sequence[Path] = ()
        while paths is not self._paths:  # another may have been added meanwhile
            paths = self._paths
            self._files = list(settle([await self._read_file(library, file) for file in paths], self._own))
        with self.telling():
            for deck in self._decks():
                for _ in self._desk.store.enrolling(deck):
                    await asyncio.sleep(0)  # a large deck takes a while; keys are heard meanwhile
        self._busy = False
        self._count()
        await asyncio.to_thread(import_module, "tui.screens.study")  # what is asked for most shows at once

    async def _read_file(self, library: Library, file: Path) -> DeckFile:
        file = standing_for(file, self._own)
        if deck := library.known(file):
            return DeckFile(file, deck=deck)
        if error := gone(file):
            return DeckFile(file, error=error)
        load = partial(library.load, progress=partial(self.app.call_from_thread, self._reading, file))
        return await asyncio.to_thread(read, file, load)

    def _reading(self, file: Path, share: float) -> None:
        """Show how much of a large file has been read."""
        self._files = [known._replace(share=share) if known.file == file else known for known in self._files]
        self._show()

    def _count(self) -> None:
        with self.telling():
            folders = (row for row in self._grouped() if isinstance(row, Folder))
            self._standings = standings(self._desk, self._decks(), folders)
            self._today = today(self._desk, self._decks())
        self._show()

    def _show(self) -> None:
        head = home_head(self._desk.clock(), self._today.streak if self._today else 0)
        self.query_one("#home-head", Static).update(head)
        self.query_one(DeckList).show(self._rows(), self._standings, _none(searched=bool(self._files)))
        panel = today_panel(self._today) if self._today and self._decks() else BLANK
        self.query_one("#today", Static).update(panel)
        self.refresh_keys()

    def _rows(self) -> Sequence[Listed]:
        """What is listed now: folders have rows where the decks stand as they were added."""
        typed = self._line.value if self._line else ""
        if self._order == ORDERS[0] and not typed:
            return self._grouped()
        return matching(arranged(self._files, self._standings, self._order), typed)

    def _grouped(self) -> list[Listed]:
        return grouped(self._files, {self._own, shipped_decks()})

    def action_move(self, by: int) -> None:
        """Point at another deck."""
        decks = self.query_one(DeckList)
        decks.point(decks.pointed + by)

    def action_pick(self, place: int) -> None:
        """A click points at a deck; one on the deck pointed at opens it."""
        decks = self.query_one(DeckList)
        if decks.pointed == place:
            self.action_study()
        else:
            decks.point(place)

    def action_sort(self) -> None:
        """Sort the decks in the next of the ways there are, and point at the first."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.query_one(DeckList).pointed = 0
        self._show()
        self.notify(f"Sorted {self._order}.", timeout=3, markup=False)

    # Searching

    def action_search(self) -> None:
        """Type what to look for among the decks."""
        from tui.widgets.answer import AnswerLine

        if self._line is None:
            self._line = AnswerLine("Words of a title, file or folder")
            self.mount(self._line, before=self.query_one(DeckList))
        self._line.display = True
        self.set_focus(self._line)

    def action_list_all(self) -> None:
        """Leave the search, and list all decks; the one pointed at stays so."""
        if self._line is not None and self._line.display:
            decks = self.query_one(DeckList)
            found = decks.file
            with self._line.prevent(Input.Changed):
                self._line.value = ""
            self._line.display = False
            self.set_focus(None)
            self._show()
            if found is not None:
                decks.point_at(found.file)

    def on_input_changed(self) -> None:
        """Every key searches."""
        self.query_one(DeckList).pointed = 0
        self._show()

    def on_input_submitted(self) -> None:
        """Enter studies the deck found."""
        self.action_study()

    def on_descendant_focus(self) -> None:
        """What keys do depends on whether a search is being typed."""
        self.refresh_keys()

    on_descendant_blur = on_descendant_focus

    def action_study(self) -> None:
        """Study the deck pointed at."""
        raise NotImplementedError

    # What is listed

    def action_add(self) -> None:
        """Add a deck file or a folder to the list, from now on."""
        from tui.screens.add import AddScreen

        self.app.push_screen(AddScreen(), self._add)

    def _add(self, name: str | None) -> None:
        if name is None:
            return
        known = {file.resolve() for file in self._paths}
        new = [file for file in listed([name]) if file.resolve() not in known]
        if not new:
            self.notify("It is on the list already.", markup=False)
            return
        if self._keep((*self._desk.settings.decks, name)):
            self._take_in(*new)
            self.notify(f"Added: {counted(len(new), 'deck')}.", timeout=4, markup=False)

    def action_remove(self) -> None:
        """Take what was added off the list; no file changes, and nothing learned is lost."""
        name = self._added()
        if name is None:
            self.notify("Only what you added can be taken off the list.", markup=False)
        elif self._keep([other for other in self._desk.settings.decks if other != name]):
            gone = set(listed([name]))
            self._paths = [file for file in self._paths if file not in gone]
            self._files = [file for file in self._files if file.file not in gone]
            self._count()
            self.notify(f"Off the list: {one_line(name)}", timeout=6, markup=False)

    def _added(self) -> str | None:
        """What brought the deck pointed at onto the list, where that was added."""
        pointed = self.query_one(DeckList).row
        if isinstance(pointed, Folder):
            return next((name for name in self._desk.settings.decks if full_path(name) == pointed.path), None)
        if pointed is None:
            return None
        return next((name for name in self._desk.settings.decks if pointed.file in listed([name])), None)

    def _keep(self, names: Sequence[str]) -> bool:
        """Write which decks were added; False where that cannot be."""
        from quizgen.study.places import settings_file
        from quizgen.study.setting import change_settings
        from tui.setting import desk_with

        with self.telling():
            change_settings(settings_file(), {"decks": list(names)})
            self._desk = desk_with(self._desk, {"decks": list(names)})
            return True
        return False

    def _take_in(self, *files: Path) -> None:
        """List deck files, or read those again that are listed; point at the first."""
        new = [file for file in files if file not in self._paths]
        self._paths = (*self._paths, *new)
        self._files = [*self._files, *map(DeckFile, new)]
        self._show()
        self.query_one(DeckList).point_at(*files[:1])
        self._read()


def _none(*, searched: bool) -> Content:
    """What stands in the place of decks."""
    if searched:
        return styled("No deck is called so.", "$quiet")
    return Content.assemble(
        "No decks yet.\n\n",
        styled("quizgen study DOCUMENT", "bold"),
        styled(" makes one from a text and opens it here.", "$quiet"),
    )
