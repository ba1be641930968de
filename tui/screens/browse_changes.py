"""What is done to many cards while browsing: beside the screen, with progress shown, and taken back at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol

from textual import work

from quizgen.errors import QuizgenError
from quizgen.model.review import Operation
from quizgen.study.browsing import bulk
from quizgen.study.browsing.browser import Browsed, Browser
from quizgen.study.days import Moment
from quizgen.study.library.library import Library, LibraryClosedError
from quizgen.study.library.own import made_own
from quizgen.study.library.stamp import Progress
from quizgen.study.many import Key, Told
from quizgen.study.members import CardsById
from quizgen.study.places import library_file
from quizgen.study.shelf import OpenDeck
from quizgen.study.store import Store
from tui.desk import Desk
from tui.screens.base import QuizScreen
from tui.widgets.cards import CardTable
from tui.widgets.pointed import CardPreview

if TYPE_CHECKING:
    from quizgen.study.browsing.tagging import Retagged, Tagging, TagsKept
    from tui.screens.move import Move

_LOOK_S = 0.2
"""How often progress is shown."""


class StoppedError(Exception):
    """The learner has left; what was going on ends without having changed anything."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a change did."""

    cards: int
    """How many were changed."""
    back: Change | None = None
    """Takes it back."""
    retagged: Retagged | None = None
    """Where deck files were changed."""
    error: QuizgenError | None = None
    """Why not all could be changed."""
    moved: bool = False
    """Cards may stand elsewhere now, or be gone."""
    shown: Key | None = None
    """The card to point at then; None for whichever stands where the one pointed at stood."""


Change = Callable[[Progress], Done]
"""Does something in a thread of its own, telling how far it has come."""


class InLog(Protocol):
    """One of what `quizgen.study.browsing.bulk` does."""

    def __call__(self, store: Store, keys: Iterable[Key], now: Moment, *, told: Told) -> list[Operation]:
        """Do it."""


class BrowseChanges(QuizScreen[None]):
    """The commands that change the cards marked, or without marks the one pointed at.

    Args:
        desk: progress, settings and clocks.
        browser: over the decks; closed when the screen is left.
        shelf: the decks by id, with the files they came from.
    """

    def __init__(self, desk: Desk, browser: Browser, shelf: dict[str, OpenDeck]) -> None:
        super().__init__()
        self._desk = desk
        self._browser = browser
        self._shelf = shelf
        self._cards = self._by_id()
        self._preview = CardPreview()
        self._table = CardTable(browser.rows, desk.now().day, self._look_at)
        self._back: list[Change] = []
        """What takes back what was done, the latest last."""
        self._share: float | None = None
        """How far a change has come that is going on."""
        self._stopped = False

    def _look_at(self, row: Browsed | None) -> None:
        """Show more of the card pointed at than its row has room for."""
        card = None if row is None else self._cards.get(row.key)
        self._preview.look_at(card, self._shelf[row.deck].deck.title if row else "")

    def _by_id(self) -> CardsById:
        return CardsById((opened.deck for opened in self._shelf.values()), hidden=True)

    @cached_property
    def _library(self) -> Library:
        """The library, open as long as the screen is."""
        return Library(library_file(self._desk.store.file))

    def on_unmount(self) -> None:
        """Close the files."""
        self._stopped = True
        if "_library" in self.__dict__:
            self._library.close()
        self._browser.close()

    def tell_progress(self) -> None:
        """Show how many cards there are, and how far a change has come."""
        raise NotImplementedError

    def find_again(self, shown: Key | None) -> None:
        """Find the cards again after a deck file has changed.

        Args:
            shown: the card to point at; None for the one at the same place.
        """
        raise NotImplementedError

    # The commands

    def action_suspend(self) -> None:
        """Put cards away for good."""
        self._log("suspended", bulk.suspend)

    def action_unsuspend(self) -> None:
        """Take cards up again."""
        self._log("taken up again", bulk.unsuspend)

    def action_reset(self) -> None:
        """Make cards new again."""
        self._log("new again", bulk.reset)

    def action_move(self) -> None:
        """Let cards come on another day."""
        from tui.screens.move import MoveScreen

        self.app.push_screen(MoveScreen(len(self._positions())), self._moved)

    def _moved(self, move: Move | None) -> None:
        if move is not None:
            self._log("moved", partial(bulk.move, days=move.days, shift=move.shift))

    def action_tag(self) -> None:
        """Give cards tags, or take them away."""
        from tui.screens.tag import TagScreen

        self.app.push_screen(TagScreen(len(self._positions())), self._tag)

    def _tag(self, tagging: Tagging | None) -> None:
        if tagging is not None:
            self._change("tagged", partial(self._retag, self._positions(), tagging))

    def action_undo(self) -> None:
        """Take back what was changed here last."""
        self._change("as before", self._back.pop())

    def _positions(self) -> set[int]:
        """Of the cards marked; without marks, of the one pointed at."""
        table = self._table
        return set(table.marked) or {position for position in [table.position] if position is not None}

    def _log(self, told: str, change: InLog) -> None:
        """Change what is known of cards."""
        positions, now = self._positions(), self._desk.now()

        def work(progress: Progress) -> Done:
            keys = self._browser.keys(positions)
            with self._desk.store.another() as store:
                done = change(store, keys, now, told=lambda count: progress(count / len(keys)))
            return Done(len(done), partial(self._undo, done) if done else None)

        self._change(told, work)

    def _undo(self, operations: Sequence[Operation], progress: Progress) -> Done:
        with self._desk.store.another() as store:
            told = len(operations)
            bulk.take_back(store, operations, self._desk.now(), lambda count: progress(count / told))
        return Done(told)

    def _retag(self, positions: set[int], tagging: Tagging, progress: Progress) -> Done:
        done = self._retagged(self._browser.keys(positions), tagging, progress)
        back = done.retagged.tags if done.retagged else {}
        return replace(done, back=lambda told: self._retagged(list(back), back, told)) if back else done

    def _retagged(self, keys: Sequence[Key], tagging: Tagging | TagsKept, progress: Progress) -> Done:
        from quizgen.study.browsing.tagging import Retagged, retag

        retagged, error = Retagged(), None
        try:
            for deck in {deck for deck, _ in keys}:
                self._shelf[deck] = made_own(self._library, self._shelf[deck], self._desk.own)
            retag(self._library, self._shelf, keys, tagging, retagged, progress)
        except QuizgenError as raised:
            error = raised
        return Done(len(retagged.tags), retagged=retagged, error=error)

    # Doing it beside the screen

    @work(exit_on_error=False)
    async def _change(self, told: str, change: Change) -> None:
        self._share, self._stopped = 0.0, False
        looking = self.set_interval(_LOOK_S, self.tell_progress)
        try:
            self._finish(told, await asyncio.to_thread(change, self._tell))
        except (StoppedError, LibraryClosedError):
            self.notify("Stopped: nothing was changed.", markup=False)
        except QuizgenError as error:
            self.tell(error)
        finally:
            looking.stop()
            self._share = None
        if self.is_attached:
            self.tell_progress()

    def _tell(self, share: float) -> None:
        """How far it has come; called by the thread."""
        if self._stopped:
            raise StoppedError
        self._share = share

    def _finish(self, told: str, done: Done) -> None:
        if done.back is not None:
            self._back.append(done.back)
        if done.retagged is not None:
            for name, deck in done.retagged.decks.items():
                self._shelf[name] = OpenDeck(deck, self._shelf[name].file)
            self._cards = self._by_id()
        if done.error is not None:
            self.tell(done.error)
        if done.cards or done.error is None:
            count = f"{done.cards:,}" if done.cards else "No"
            self.notify(f"{count} card{'s' if done.cards > 1 else ''} {told}", timeout=3, markup=False)
        self._table.marked.clear()
        if done.moved:
            self.find_again(done.shown)
        else:
            self._table.reread()

    def action_leave(self) -> None:
        """Back to the decks; what is going on is stopped first."""
        if self._share is None:
            self.dismiss(None)
        else:
            self._stopped = True
