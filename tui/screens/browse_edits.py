"""Cards written, edited and deleted while browsing, each at its own lines of its deck file."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from quizgen.errors import QuizgenError
from quizgen.model.card import Card
from quizgen.study.library.stamp import Progress
from quizgen.study.many import Key
from quizgen.study.members import members
from tui.screens.browse_changes import BrowseChanges, Done

if TYPE_CHECKING:
    from quizgen.deckfile.edit import Change
    from quizgen.model.deck import Deck


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to happen to a card of a deck."""

    deck: str
    before: Card | None
    """None where it is new."""
    after: Card | None
    """None where it is to be deleted."""
    behind: str | None = None
    """Where it is put back, the id of the card before it; empty for the first."""

    @property
    def change(self) -> Change:
        """As deck files take it."""
        from quizgen.deckfile.edit import Change

        return Change(self.before, self.after, self.behind)

    @property
    def told(self) -> str:
        """What was done."""
        return "deleted" if self.after is None else "added" if self.before is None else "changed"


class BrowseEdits(BrowseChanges):
    """The commands that change the card pointed at in its deck file."""

    def action_edit(self) -> None:
        """Edit the card pointed at."""
        row = self._table.card
        if row is not None and (card := self._cards.get(row.key)) is not None:
            self._open_sheet(row.deck, card)

    def action_add(self) -> None:
        """Write a new card for the deck of the card pointed at."""
        if (row := self._table.card) is not None:
            self._open_sheet(row.deck, None)

    def action_delete(self) -> None:
        """Take the card pointed at out of its deck, once the learner is sure."""
        from tui.screens.delete import DeleteScreen

        row = self._table.card
        if row is not None and (card := self._cards.get(row.key)) is not None:
            edit = Edit(row.deck, card, None)

            def settle(sure: bool | None) -> None:
                if sure:
                    self._write(edit)

            self.app.push_screen(DeleteScreen(card), settle)

    def _open_sheet(self, deck: str, before: Card | None, draft: Card | None = None) -> None:
        from tui.screens.edit import NEW, EditScreen

        def settle(after: Card | None) -> None:
            if after is not None:
                self._write(Edit(deck, before, after))

        self.app.push_screen(EditScreen(before or NEW, draft), settle)

    @work(exit_on_error=False)
    async def _write(self, edit: Edit) -> None:
        """Change the deck file, beside the screen; where that cannot be done, what was typed comes back."""
        self._share = 0.0
        try:
            done = await asyncio.to_thread(self._edited, edit)
        except QuizgenError as error:
            if edit.after is not None:
                self._open_sheet(edit.deck, edit.before, edit.after)
            self.tell(error)
        else:
            self._finish(edit.told, done)
        finally:
            self._share = None
        self.tell_progress()

    def _edited(self, edit: Edit) -> Done:
        """In a thread: the file changed, and how to change it back."""
        from quizgen.study.browsing.tagging import Retagged

        opened = self._shelf[edit.deck]
        behind = None
        if edit.before is not None and edit.after is None:
            behind = _behind(opened.deck, edit.before.id)  # while the library still has it
        after = self._library.edit(opened.file, [edit.change])
        card = edit.after if edit.after is None or edit.after.id else after.cards[-1]
        back = Edit(edit.deck, card, edit.before, behind)
        shown: Key | None = None if card is None else (edit.deck, card.id)
        return Done(1, partial(self._edited_back, back), Retagged({edit.deck: after}), moved=True, shown=shown)

    def _edited_back(self, edit: Edit, _: Progress) -> Done:
        done = self._edited(edit)
        return Done(1, retagged=done.retagged, moved=True, shown=done.shown)


def _behind(deck: Deck, card: str) -> str:
    """The id of the card before one in its deck; empty for the first."""
    before = ""
    for member in members(deck):
        if member.id == card:
            break
        before = member.id
    return before
