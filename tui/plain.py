"""The line mode: the same session, line by line, for screen readers and pipes; never an escape sequence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from quizgen.model.review import Grade, Mode
from quizgen.study.library.library import Library
from quizgen.study.places import library_file
from quizgen.study.session import Answered, Session
from quizgen.study.shelf import OpenDeck
from quizgen.study.wording import interval
from tui import spoken
from tui.asking import Asking, ask
from tui.desk import Desk
from tui.library import DeckFile, read, ready, settle
from tui.showing import one_line
from tui.sitting import cards_of, put_away, sit_down
from tui.standing import standings
from tui.telling import hardest, headline, retention, tally, times, tomorrow
from tui.ways import Ways

_HELP = """\
Enter shows the answer, or takes the grade suggested.
1 to 4 grade: 1 again, 2 hard, 3 good, 4 easy.
u takes back what you did last.
- puts the card away until tomorrow, @ for good.
! and a reason mark the card as bad; ! alone takes the mark away.
t asks in another way: flip, typed, choice.
q leaves; every answer is already saved.
While typing an answer, write a colon before a command: :q leaves."""
_COMMANDS = ("u", "-", "@", "t", "q", "?")


class Left(Exception):  # noqa: N818  (it is no error)
    """Nobody answers any more: the input has ended, or the learner leaves."""


class Lines:
    """Questions to a person, and their answers, a line each.

    Args:
        source: where lines are read from.
        out: where lines are written to.
    """

    def __init__(self, source: TextIO, out: TextIO) -> None:
        self._source = source
        self._out = out

    def say(self, *texts: str) -> None:
        """Write lines, made safe."""
        for text in texts:
            self._out.write(one_line(text) + "\n" if not text.startswith("  ") else f"  {one_line(text)}\n")
        self._out.flush()

    def ask(self, prompt: str) -> str:
        """The next line, without white space around it.

        Raises:
            Left: when there is none.
        """
        self._out.write(prompt)
        self._out.flush()
        line = self._source.readline()
        if not self._source.isatty():
            self._out.write("\n")
        if not line:
            raise Left
        return line.strip()


def study(desk: Desk, decks: Sequence[OpenDeck], lines: Lines) -> None:
    """Study decks until nothing is left, the learner leaves, or the input ends.

    Raises:
        QuizgenError: two decks have one id, or the progress file cannot be used; nothing answered is lost.
    """
    session, shelf = sit_down(desk, decks)
    sitting = _Sitting(desk, session, shelf, lines)
    try:
        sitting.settle_changes()
        sitting.go()
    except Left:
        pass
    sitting.sum_up()


def choose(desk: Desk, files: Sequence[Path], own: Path, lines: Lines) -> None:
    """The home screen in lines: list the decks, and study the one named by its number.

    Args:
        desk: progress, settings and clocks.
        files: the deck files.
        own: the folder of the learner's own decks.
        lines: to talk over.

    Raises:
        QuizgenError: as `study`.
    """
    with Library(library_file(desk.store.file)) as library:
        _choose(desk, list(settle((read(file, library.load) for file in files), own)), lines)


def _choose(desk: Desk, found: Sequence[DeckFile], lines: Lines) -> None:
    decks = [OpenDeck(file.deck, file.file) for file in ready(found) if file.deck is not None]
    for file in found:
        if file.error is not None:
            lines.say(f"{file.file.name} cannot be used: {file.error.message}.")
    if not decks:
        lines.say("No decks yet. Name a document to make one: quizgen study DOCUMENT")
        return
    known = standings(desk, [opened.deck for opened in decks])
    for number, opened in enumerate(decks, 1):
        lines.say(f"{number}: {opened.deck.title}. {spoken.left(known[opened.deck.id].counts)}.")
    try:
        while not (picked := _picked(lines.ask("Number of a deck, q leaves: "), decks)):
            lines.say(f"There are decks 1 to {len(decks)}.")
    except Left:
        return
    study(desk, [picked], lines)


def _picked(line: str, decks: Sequence[OpenDeck]) -> OpenDeck | None:
    if line == "q":
        raise Left
    return decks[int(line) - 1] if line.isdecimal() and 1 <= int(line) <= len(decks) else None


class _Sitting:
    """One session, talked through."""

    def __init__(self, desk: Desk, session: Session, shelf: Mapping[str, OpenDeck], lines: Lines) -> None:
        self._desk = desk
        self._session = session
        self._shelf = shelf
        self._lines = lines
        self._ways = Ways(desk)

    def settle_changes(self) -> None:
        """Ask about cards whose answer changed after they were learned."""
        for shown in self._session.changed():
            self._lines.say(
                "The answer of a card you learned has changed.",
                f"Question: {one_line(shown.card.question)}",
                f"Answer now: {one_line(shown.card.answer)}",
            )
            reply = ""
            while reply not in ("k", "r"):
                reply = self._lines.ask("k keeps its schedule, r starts anew: ")
            (self._session.keep if reply == "k" else self._session.reset)(shown.deck.id, shown.card.id)

    def go(self) -> None:
        """Ask card after card."""
        titles = [opened.deck.title for opened in self._shelf.values()]
        self._lines.say(*titles, f"{spoken.left(self._session.counts())}. ? tells all commands.")
        while self._session.resume() is not None or self._session.next_learning_at is not None:
            if self._session.current is None:
                self._wait()
            else:
                self._card()

    def _wait(self) -> None:
        due = self._session.next_learning_at
        if due is not None:
            coming = interval(max(0, due - self._desk.now().instant) // 1000)
            self._lines.say(f"Nothing is due this minute. The next card comes in {coming}.")
            if self._lines.ask("Enter looks again, q leaves: ") == "q":
                raise Left

    def _card(self) -> None:
        """Ask one card until it is graded or put away."""
        shown = self._session.current
        if shown is None:
            return
        asking = ask(shown, self._ways.mode(shown), self._desk.stopwatch())
        self._lines.say("", *spoken.question(asking))
        table: Asking | None = asking
        while table is not None:
            line = self._lines.ask(spoken.prompt(table))
            table = self._revealed(table, line) if table.revealed else self._asked(table, line)

    def _asked(self, asking: Asking, line: str) -> Asking | None:
        command = line.removeprefix(":") if asking.mode is Mode.TYPED else line
        if (command != line or asking.mode is not Mode.TYPED) and self._is_command(command):
            return self._command(asking, command)
        if asking.mode is Mode.TYPED:
            return self._reveal(asking.type(line) if line else asking.reveal())
        if not line:
            return self._reveal(asking.reveal())
        place = spoken.LETTERS.find(line.lower()) if len(line) == 1 else -1
        if 0 <= place < len(asking.choices):
            return self._reveal(asking.choose(place))
        self._lines.say("? tells all commands.")
        return asking

    def _reveal(self, asking: Asking) -> Asking:
        self._lines.say(*spoken.answer(asking), spoken.grades(self._session.preview()))
        return asking

    def _revealed(self, asking: Asking, line: str) -> Asking | None:
        line = line.removeprefix(":")
        if not line and asking.suggested is not None:
            line = str(int(asking.suggested))
        if line in ("1", "2", "3", "4"):
            self._grade(asking, Grade(int(line)))
            return None
        if self._is_command(line):
            return self._command(asking, line)
        self._lines.say("Answer with 1, 2, 3 or 4; ? tells all commands.")
        return asking

    def _grade(self, asking: Asking, grade: Grade) -> None:
        spent = round(asking.seconds(self._desk.stopwatch()) * 1000)
        answered = self._session.answer(grade, asking.mode, spent, asking.typed)
        if answered.leech:
            self._meet_leech(answered)

    def _meet_leech(self, answered: Answered) -> None:
        self._lines.say(f"This card has been forgotten {times(answered.state.lapses)}.")
        if self._lines.ask("s puts it away for good, Enter keeps it: ") == "s":
            put_away(self._desk, self._session, answered.operation.deck, answered.operation.card)

    def _is_command(self, line: str) -> bool:
        return line in _COMMANDS or line.startswith("!")

    def _command(self, asking: Asking, line: str) -> Asking | None:
        """Do what a command says; what is on the table stays there unless the command takes it away."""
        if line == "q":
            raise Left
        if line == "?":
            self._lines.say(*_HELP.splitlines())
            return asking
        if line.startswith("!"):
            return self._flag(asking, line[1:].strip())
        if line == "t":
            if asking.revealed:
                self._lines.say("Grade this card first.")
                return asking
            self._lines.say(f"This deck is asked by: {self._ways.turn(asking.shown.deck.id)}.")
        elif line == "u":
            undone = self._session.undo()
            what = undone and (undone.review.grade.name.lower() if undone.review else undone.kind.value)
            self._lines.say(f"Taken back: {what}." if what else "There is nothing to take back.")
        else:
            (self._session.bury if line == "-" else self._session.suspend)()
            self._lines.say("Put away until tomorrow." if line == "-" else "Put away for good.")
        return None

    def _flag(self, asking: Asking, reason: str) -> Asking:
        shown = self._session.current
        if not reason and shown is not None and shown.state.flag is not None:
            self._session.unflag()
            self._lines.say("The mark is taken away.")
        else:
            self._session.flag(reason)
            self._lines.say("Marked as bad.")
        return asking

    def sum_up(self) -> None:
        """Say what was done, and what is to come."""
        summary, left = self._session.summary(), self._session.counts().total
        self._lines.say("", headline(summary, left))
        if summary.cards:
            self._lines.say(tally(summary).replace(" · ", ", "))
        for text, told in hardest(summary, cards_of(self._shelf)):
            self._lines.say(f"Hard: {one_line(text)} {told}.")
        aim = self._desk.settings.desired_retention
        self._lines.say(f"Tomorrow: {tomorrow(summary)}.", f"Retention: {retention(summary, aim)}.")
