"""What is done to cards in a study session beside grading them: put away, marked, edited, taken back."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from textual import work

from quizgen.errors import QuizgenError
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.study.library.library import Library
from quizgen.study.library.own import made_own
from quizgen.study.places import library_file
from quizgen.study.session import Answered
from quizgen.study.shelf import OpenDeck
from tui.asking import Asking
from tui.edits import Edit, Edits, write_edit
from tui.screens.study_table import StudyTable
from tui.sitting import put_away


class StudyDeeds(StudyTable):
    """A study screen's commands that are no answers."""

    def _meet_leech(self, asking: Asking, answered: Answered) -> None:
        from tui.screens.leech import LeechScreen, Remedy

        def settle(remedy: Remedy | None) -> None:
            if remedy == "edit":
                self._edit(asking.shown.deck.id, asking.shown.card)
            elif remedy == "suspend":
                with self.telling():
                    put_away(self._desk, self._session, answered.operation.deck, answered.operation.card)
                    self._next()

        self.app.push_screen(LeechScreen(asking.shown.card, answered.state), settle)

    def action_bury(self) -> None:
        """Put the card away until tomorrow."""
        with self.telling():
            self._session.bury()
            self._next()
            self.notify("Put away until tomorrow.", timeout=2, markup=False)

    def action_suspend(self) -> None:
        """Put the card away for good."""
        with self.telling():
            self._session.suspend()
            self._next()
            self.notify("Put away for good.", timeout=2, markup=False)

    def action_undo(self) -> None:
        """Take back the last thing done."""
        with self.telling():
            edit = self._edits.take(self._session.last)
            if edit is not None:
                self._put_back(*edit)
                return
            undone = self._session.undo()
            if undone is None:
                self.notify("There is nothing to take back.", markup=False)
                return
            self._tell_undone(undone.review.grade.name.lower() if undone.review else undone.kind.value)
            self._next()

    def _tell_undone(self, what: str) -> None:
        self.notify(f"Taken back: {what}", timeout=2, markup=False)

    def action_flag(self) -> None:
        """Mark the card as bad, or take the mark away."""
        from tui.screens.flag import FlagScreen

        if self._asking is None:
            return
        if self._asking.shown.state.flag is not None:
            with self.telling():
                self._session.unflag()
                self._look_again()
        else:
            self.app.push_screen(FlagScreen(self._asking.shown.card), self._flag)

    def _flag(self, reason: str | None) -> None:
        if reason is not None:
            with self.telling():
                self._session.flag(reason)
                self._look_again()

    def _look_again(self) -> None:
        """The same card with its new state, as far revealed as it was."""
        shown = self._session.current
        if shown is not None and self._asking is not None:
            self._asking = replace(self._asking, shown=shown)
        self._refresh_clock()
        self.refresh_keys()

    # Changing the deck file

    def action_edit(self) -> None:
        """Edit the card on the table."""
        if self._asking is not None:
            self._edit(self._asking.shown.deck.id, self._asking.shown.card)

    def action_add(self) -> None:
        """Write a new card for the deck on the table."""
        if self._asking is not None:
            self._edit(self._asking.shown.deck.id, None)

    def action_delete(self) -> None:
        """Take the card out of its deck, once the learner is sure."""
        from tui.screens.delete import DeleteScreen

        asking = self._asking
        if asking is not None:

            def settle(sure: bool | None) -> None:
                if sure:
                    self._rewrite(Edit(asking.shown.deck.id, asking.shown.card, None))

            self.app.push_screen(DeleteScreen(asking.shown.card), settle)

    def _edit(self, deck: str, before: Card | None, draft: Card | None = None) -> None:
        from tui.screens.edit import NEW, EditScreen

        def settle(after: Card | None) -> None:
            if after is not None:
                self._rewrite(Edit(deck, before, after))

        self.app.push_screen(EditScreen(before or NEW, draft), settle)

    @work(exit_on_error=False)
    async def _rewrite(self, edit: Edit) -> None:
        """Write a change to the deck file; where that cannot be done, what was typed comes back."""
        try:
            last = self._session.last
            done = await asyncio.to_thread(write_edit, self._decks, self._shelf, edit, self._desk.own)
        except QuizgenError as error:
            if edit.after is not None:
                self._edit(edit.deck, edit.before, edit.after)
            self.tell(error)
            return
        self._edits.note(edit, done.back, last)
        await self._go_on_with(done.deck, [done.card])

    @work(exit_on_error=False)
    async def _put_back(self, what: str, edit: Edit) -> None:
        """Take a change to the deck file back; a card that was deleted shows again."""
        with self.telling():
            done = await asyncio.to_thread(write_edit, self._decks, self._shelf, edit, self._desk.own)
            self._tell_undone(what)
            await self._go_on_with(done.deck, [done.card], done.card if edit.before is None else None)

    @work(exit_on_error=False)
    async def action_editor(self) -> None:
        """Open the deck file at the card, and read it again afterwards."""
        from textual.app import SuspendNotSupported

        from tui.editor import editor_command, line_of

        if (asking := self._asking) is None:
            return
        name = asking.shown.deck.id
        with self.telling():
            opened = await asyncio.to_thread(made_own, self._decks, self._shelf[name], self._desk.own)
            self._shelf[name], file = opened, opened.file
            command = editor_command(file, await asyncio.to_thread(line_of, file, asking.shown.card.id), os.environ)
            try:
                with self.app.suspend():
                    subprocess.run(command, check=False)
            except SuspendNotSupported:
                raise QuizgenError("an editor cannot be opened from here", hint="Edit the card on its sheet.") from None
            deck = await asyncio.to_thread(self._decks.load, file)
            if deck.id != asking.shown.deck.id:
                raise QuizgenError("the deck's id was changed", hint="Leave and open the deck again.")
            for _ in self._desk.store.enrolling(deck):
                await asyncio.sleep(0)  # a large deck takes a while; keys are heard meanwhile
            await self._go_on_with(deck)

    @cached_property
    def _edits(self) -> Edits:
        """What was changed in deck files, to be taken back."""
        return Edits()

    @cached_property
    def _decks(self) -> Library:
        """The library, open as long as the screen is."""
        return Library(library_file(self._desk.store.file))

    def on_unmount(self) -> None:
        """Leave the library, if it was used."""
        if "_decks" in self.__dict__:
            self._decks.close()

    async def _go_on_with(self, deck: Deck, cards: Sequence[str] | None = None, show: str | None = None) -> None:
        """Go on with a deck as its file is now; the card on the table stays, as far revealed as it was.

        Args:
            deck: as it is now.
            cards: the ids of those that were changed, where that is known.
            show: the id of the card to lay on the table in its place.
        """
        with self.telling():
            before = self._asking
            self._shelf[deck.id] = OpenDeck(deck, self._shelf[deck.id].file)
            self._session.replace(deck, cards, show)
            self._next()
            now = self._asking
            if before is not None and now is not None and _same_card(before, now):
                self._asking = replace(now, since=before.since, revealed=before.revealed)
                self._refresh_card()
            await self._ask_about_changes()

    async def _ask_about_changes(self) -> None:
        from tui.screens.changed import ChangedScreen, Choice

        changed = self._session.changed()
        choice: Choice | None = None
        for number, shown in enumerate(changed):
            if choice is None or not choice.for_all:
                choice = await self.app.push_screen_wait(ChangedScreen(shown, len(changed) - number))
            if choice.reset:
                self._session.reset(shown.deck.id, shown.card.id)
            else:
                self._session.keep(shown.deck.id, shown.card.id)
        if changed:
            self._next()


def _same_card(one: Asking, other: Asking) -> bool:
    return (one.shown.deck.id, one.shown.card.id) == (other.shown.deck.id, other.shown.card.id)
