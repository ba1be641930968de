"""Cards written, edited and deleted while browsing, each at its own lines of its deck file."""

from __future__ import annotations

import asyncio
from functools import partial

from textual import work

from quizgen.errors import QuizgenError
from quizgen.model.card import Card
from quizgen.study.library.stamp import Progress
from quizgen.study.many import Key
from tui.edits import Edit, write_edit
from tui.screens.browse_changes import BrowseChanges, Done


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

        done = write_edit(self._library, self._shelf, edit, self._desk.own)
        shown: Key | None = None if done.back.before is None else (edit.deck, done.card)
        return Done(1, partial(self._edited_back, done.back), Retagged({edit.deck: done.deck}), moved=True, shown=shown)

    def _edited_back(self, edit: Edit, _: Progress) -> Done:
        done = self._edited(edit)
        return Done(1, retagged=done.retagged, moved=True, shown=done.shown)
