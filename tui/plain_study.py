"""A study session line by line: the same session as on the screens, and all that can be done in it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from quizgen.errors import QuizgenError
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.review import Grade
from quizgen.study.browsing.history import whole_history
from quizgen.study.library.library import Library
from quizgen.study.library.own import made_own
from quizgen.study.places import library_file
from quizgen.study.session import Answered, Session, Shown
from quizgen.study.shelf import OpenDeck
from quizgen.study.wording import interval
from tui import spoken
from tui.asking import Asking, ask
from tui.desk import Desk
from tui.editor import editor_command, line_of
from tui.edits import Edit, Edits, write_edit
from tui.keymap import keymap
from tui.past import NOTHING, told, when
from tui.plain_card import CardTalk
from tui.plain_edit import edit_card
from tui.plain_lines import Left, Lines
from tui.screens.study_commands import STUDY_COMMANDS
from tui.showing import one_line
from tui.sitting import cards_of, put_away, sit_down
from tui.telling import hardest, headline, retention, tally, times, tomorrow, waiting
from tui.ways import Ways

_NEW = Card(id="", question="", answer="")


def study(desk: Desk, decks: Sequence[OpenDeck], lines: Lines) -> None:
    """Study decks until nothing is left, the learner leaves, or the input ends.

    Raises:
        QuizgenError: two decks have one id, or the progress file cannot be used; nothing answered is lost.
    """
    session, shelf = sit_down(desk, decks)
    with closing(Library(library_file(desk.store.file))) as library:
        sitting = _Sitting(desk, session, dict(shelf), library, lines)
        try:
            sitting.settle_changes()
            sitting.greet()
            sitting.go()
        except Left:
            pass
        sitting.sum_up()


class _Sitting(CardTalk):
    """One session, talked through."""

    def __init__(
        self, desk: Desk, session: Session, shelf: dict[str, OpenDeck], library: Library, lines: Lines
    ) -> None:
        super().__init__(lines, keymap(desk.settings.keys).get("study", STUDY_COMMANDS))
        self._desk = desk
        self._session = session
        self._shelf = shelf
        self._library = library
        self._ways = Ways(desk)
        self._edits = Edits()

    def settle_changes(self) -> None:
        """Ask about cards whose answer changed after they were learned."""
        for shown in self._session.changed():
            self.lines.say(
                "The answer of a card you learned has changed.",
                f"Question: {one_line(shown.card.question)}",
                f"Answer now: {one_line(shown.card.answer)}",
            )
            reply = ""
            while reply not in ("k", "r"):
                reply = self.lines.ask("k keeps its schedule, r starts anew: ")
            (self._session.keep if reply == "k" else self._session.reset)(shown.deck.id, shown.card.id)

    def greet(self) -> None:
        """Say what is to be studied."""
        titles = [opened.deck.title for opened in self._shelf.values()]
        self.lines.say(*titles, f"{spoken.left(self._session.counts())}. {self.where_help}")

    def go(self) -> None:
        """Ask card after card; at the end of what the day's limits allow, more of them if the learner likes."""
        self._ask_all()
        while (beyond := self._session.beyond()).total:
            self.lines.say("", f"Waiting: {waiting(beyond)}.")
            if self.lines.ask("more goes on with them, Enter ends: ").removeprefix(":") not in ("m", "more"):
                break
            self._session.go_beyond()
            self._ask_all()

    def _ask_all(self) -> None:
        while (shown := self._session.resume()) is not None or self._session.next_learning_at is not None:
            if shown is None:
                self._wait()
            else:
                self.lines.say("", f"{self._session.done} done, {self._session.counts().total} left.")
                self.talk(self._asked(shown))

    def _asked(self, shown: Shown) -> Asking:
        return ask(shown, self._ways.mode(shown), self._desk.stopwatch())

    def _wait(self) -> None:
        due = self._session.next_learning_at
        if due is None:
            return
        coming = interval(max(0, due - self._desk.now().instant) // 1000)
        self.lines.say(f"Nothing is due this minute. The next card comes in {coming}.")
        line = self.lines.ask("Enter looks again, undo takes back, leave ends: ").removeprefix(":")
        names = {command.name: (command.id, *command.keys) for command in self._commands}
        if line in names["leave"]:
            raise Left
        if line in names["undo"]:
            self._undo()

    def say_answer(self, asking: Asking) -> None:
        """With what each grade would do."""
        super().say_answer(asking)
        self.lines.say(spoken.grades(self._session.preview(), self._grades))

    def grade(self, asking: Asking, grade: Grade) -> None:
        """Grade the card."""
        spent = round(asking.seconds(self._desk.stopwatch()) * 1000)
        answered = self._session.answer(grade, asking.mode, spent, asking.typed)
        if answered.leech:
            self._meet_leech(asking, answered)

    def _meet_leech(self, asking: Asking, answered: Answered) -> None:
        self.lines.say(f"This card has been forgotten {times(answered.state.lapses)}.")
        reply = self.lines.ask("e edits it, s puts it away for good, Enter keeps it: ")
        if reply == "s":
            put_away(self._desk, self._session, answered.operation.deck, answered.operation.card)
        elif reply == "e":
            self._edit(asking.shown.deck, asking.shown.card)

    # Commands

    def command(self, asking: Asking, name: str, rest: str) -> Asking | None:
        """Do what was said."""
        shown = asking.shown
        if name == "flag":
            return self._flag(asking, rest)
        if name == "source":
            self.say_source(asking, self._shelf[shown.deck.id])
            return asking
        if name == "history":
            past = whole_history(self._desk.store, shown.deck.id, shown.card.id)
            self.lines.say(*(f"{when(one)}: {told(one)}." for one in past) if past else [NOTHING])
            return asking
        if name in ("edit", "add", "delete", "editor"):
            return self._changed(asking, name)
        if name == "mode":
            self.lines.say(f"This deck is asked by: {self._ways.turn(shown.deck.id)}.")
        elif name == "undo":
            self._undo()
        else:
            (self._session.bury if name == "bury" else self._session.suspend)()
            self.lines.say("Put away until tomorrow." if name == "bury" else "Put away for good.")
        return None

    def _undo(self) -> None:
        edit = self._edits.take(self._session.last)
        if edit is not None:
            self._put_back(*edit)
            return
        undone = self._session.undo()
        what = undone and (undone.review.grade.name.lower() if undone.review else undone.kind.value)
        self.lines.say(f"Taken back: {what}." if what else "There is nothing to take back.")

    def _flag(self, asking: Asking, reason: str) -> Asking:
        if not reason and asking.shown.state.flag is not None:
            self._session.unflag()
            self.lines.say("The mark is taken away.")
        else:
            self._session.flag(reason)
            self.lines.say("Marked as bad.")
        return self._as_it_is(asking)

    def _as_it_is(self, asking: Asking) -> Asking:
        """The card on the table with its new state."""
        shown = self._session.current
        return asking if shown is None else replace(asking, shown=shown)

    # Changing the deck file

    def _changed(self, asking: Asking, name: str) -> Asking | None:
        """Change the deck file; the card that was on the table stays, as far revealed as it was."""
        shown = asking.shown
        if name == "edit":
            self._edit(shown.deck, shown.card)
        elif name == "add":
            self._edit(shown.deck, None)
        elif name == "delete":
            if self.lines.ask("Delete this card from its deck file? y deletes it, Enter keeps it: ") == "y":
                self._write(Edit(shown.deck.id, shown.card, None))
        else:
            self._open_editor(shown)
        now = self._session.current
        if now is None or (now.deck.id, now.card.id) != (shown.deck.id, shown.card.id):
            return None
        if now.card == shown.card:
            return replace(asking, shown=now)
        again = replace(self._asked(now), since=asking.since, revealed=asking.revealed)
        self.say_card(again)
        return again

    def _edit(self, deck: Deck, card: Card | None) -> None:
        after = edit_card(self.lines, card or _NEW)
        while after is not None and not self._write(Edit(deck.id, card, after)):
            after = edit_card(self.lines, card or _NEW, after)
        if after is None:
            self.lines.say("Nothing is written.")

    def _write(self, edit: Edit) -> bool:
        """Write a change to the deck file, and go on with it; False where that cannot be done, which is told."""
        last = self._session.last
        try:
            done = write_edit(self._library, self._shelf, edit, self._desk.own)
        except QuizgenError as error:
            self.lines.say(*str(error).splitlines())
            return False
        self.lines.say("Deleted." if edit.after is None else "Written.")
        self._edits.note(edit, done.back, last)
        self._go_on_with(done.deck, [done.card])
        return True

    def _put_back(self, what: str, edit: Edit) -> None:
        """Take a change to the deck file back; a card that was deleted is asked again."""
        try:
            done = write_edit(self._library, self._shelf, edit, self._desk.own)
        except QuizgenError as error:
            self.lines.say(*str(error).splitlines())
        else:
            self.lines.say(f"Taken back: {what}.")
            self._go_on_with(done.deck, [done.card], done.card if edit.before is None else None)

    def _open_editor(self, shown: Shown) -> None:
        name = shown.deck.id
        try:
            opened = self._shelf[name] = made_own(self._library, self._shelf[name], self._desk.own)
            file = opened.file
            if not self.lines.at_terminal:
                raise QuizgenError("there is no terminal for an editor in here", hint="Say edit instead.")
            subprocess.run(editor_command(file, line_of(file, shown.card.id), os.environ), check=False)
            now = self._library.load(file)
            if now.id != shown.deck.id:
                raise QuizgenError("the deck's id was changed", hint="Leave and open the deck again.")
        except QuizgenError as error:
            self.lines.say(*str(error).splitlines())
        else:
            self._go_on_with(now)

    def _go_on_with(self, deck: Deck, cards: Sequence[str] | None = None, show: str | None = None) -> None:
        self._shelf[deck.id] = OpenDeck(deck, self._shelf[deck.id].file)
        self._session.replace(deck, cards, show)
        self.settle_changes()

    def sum_up(self) -> None:
        """Say what was done, and what is to come."""
        summary, left = self._session.summary(), self._session.counts().total
        self.lines.say("", headline(summary, left))
        if summary.cards:
            self.lines.say(tally(summary).replace(" · ", ", "))
        for text, forgotten in hardest(summary, cards_of(self._shelf)):
            self.lines.say(f"Hard: {one_line(text)} {forgotten}.")
        aim = self._desk.settings.desired_retention
        self.lines.say(f"Tomorrow: {tomorrow(summary)}.", f"Retention: {retention(summary, aim)}.")
