"""A card asked line by line: what a line means, and what is said then; studying and cramming both talk so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.model.review import Grade, Mode
from quizgen.study.shelf import OpenDeck
from tui import spoken
from tui.asking import Asking
from tui.commands import Command
from tui.evidence import document_text, source_of
from tui.plain_lines import Left, Lines
from tui.screens.study_commands import REVEALED, available
from tui.showing import one_line

_ON_SCREENS = ("reveal", "accept", "choose", "write", "keys", "grade")
"""Commands that an empty line, a letter or a number stands for, or that lines have no need of."""
_REPEAT = Command("repeat", ("r",), "repeat", "Say the card again.")
_AROUND = 400
"""Characters of the document said before and after the evidence."""


class CardTalk:
    """Talks a card through.

    Args:
        lines: to talk over.
        commands: what can be said, with the keys that it has.
    """

    def __init__(self, lines: Lines, commands: Sequence[Command]) -> None:
        self.lines = lines
        self._commands = (*commands, _REPEAT)
        self._grades = [command.shown_keys[0] for command in commands if command.name == "grade"]

    def talk(self, asking: Asking) -> None:
        """Ask until the card is graded or gone.

        Raises:
            Left: the learner leaves, or the input has ended.
        """
        self.say_card(asking)
        table: Asking | None = asking
        while table is not None:
            table = self._heard(table, self.lines.ask(spoken.prompt(table, self._grades)))

    def say_card(self, asking: Asking) -> None:
        """The question, and once revealed the answer."""
        if (flag := asking.shown.state.flag) is not None:
            self.lines.say(f"Marked as bad: {flag}" if flag else "Marked as bad.")
        self.lines.say(*spoken.question(asking))
        if asking.revealed:
            self.say_answer(asking)

    def say_answer(self, asking: Asking) -> None:
        """Whether it was right, the answer, and the proof."""
        self.lines.say(*spoken.answer(asking))

    # What a line means

    def _heard(self, asking: Asking, line: str) -> Asking | None:
        if not asking.revealed and (answered := _answered(asking, line)) is not None:
            self.say_answer(answered)
            return answered
        if not line and asking.suggested is not None:
            return self.grade(asking, asking.suggested)
        text = line.removeprefix(":").strip()
        found = None if _is_letter(asking, line) else _named(self._given(asking), text)
        if found is None:
            self.lines.say(f"{self._why_not(asking, text)}{self.where_help}")
            return asking
        return self._do(asking, *found)

    @property
    def where_help(self) -> str:
        """How to learn what can be said."""
        return f"{next(command for command in self._commands if command.name == 'help').id} tells all commands."

    @property
    def told_grades(self) -> str:
        """The grades, each with its key."""
        return f"{', '.join(f'{key} {grade.name.lower()}' for grade, key in zip(Grade, self._grades, strict=True))}."

    def _given(self, asking: Asking) -> list[Command]:
        """The commands that can be given now."""
        return [
            command
            for command in self._commands
            if command is _REPEAT or available(asking, False, command.name, *command.arguments[:1])
        ]

    def _why_not(self, asking: Asking, text: str) -> str:
        """Why a line means nothing now, where that can be told."""
        if asking.revealed:
            return f"Answer with {_or(self._grades)}; "
        later = _named([command for command in self._commands if command.name not in _ON_SCREENS], text)
        return f"{later[0].id} comes once the answer is shown; " if later and REVEALED in later[0].when else ""

    def _do(self, asking: Asking, command: Command, rest: str) -> Asking | None:
        if command.name == "leave":
            raise Left
        if command.name == "grade":
            return self.grade(asking, Grade[command.id.upper()])
        if command.name == "help":
            self.lines.say(*self._told(asking))
        elif command.name == "repeat":
            self.say_card(asking)
        elif command.name == "reveal":
            return self._heard(asking, "")
        else:
            return self.command(asking, command.name, rest)
        return asking

    def _told(self, asking: Asking) -> Iterator[str]:
        if asking.revealed:
            yield self.told_grades
        else:
            yield "Enter alone shows the answer."
        if asking.mode is Mode.TYPED and not asking.revealed:
            yield "All else is your answer, but for commands with a colon before them: :leave."
        for command in self._given(asking):
            if command.name not in _ON_SCREENS:
                yield f"{command.id} or {spoken.key(command)}: {command.help}"

    # What it comes to

    def grade(self, asking: Asking, grade: Grade) -> Asking | None:
        """Grade the card."""
        raise NotImplementedError

    def command(self, asking: Asking, name: str, rest: str) -> Asking | None:
        """Do something else; what is on the table stays there unless the command takes it away.

        Args:
            asking: the card.
            name: the command's action.
            rest: what was written behind it.
        """
        raise NotImplementedError

    def say_source(self, asking: Asking, opened: OpenDeck) -> None:
        """The evidence where it stands in its document."""
        for evidence in asking.shown.card.evidence:
            source, text = source_of(opened.deck, evidence), document_text(opened, evidence)
            if source is not None:
                self.lines.say(f"In {one_line(source.file)}:")
            if text is None:
                self.lines.say(evidence.quote, "The document is not beside its deck, or has changed since.")
            else:
                self.lines.say(text[max(0, evidence.start - _AROUND) : evidence.end + _AROUND])


def _named(commands: Iterable[Command], text: str) -> tuple[Command, str] | None:
    """The command that a line names, by its key or its name, and what stands behind it."""
    word, _, rest = text.partition(" ")
    for command in commands:
        if word and word in (command.id, *command.keys, *command.shown_keys):
            return command, rest.strip()
        if command.name == "flag" and text.startswith(command.keys) and not text[:1].isalnum():
            return command, text[1:].strip()
    return None


def _answered(asking: Asking, line: str) -> Asking | None:
    """The card once a line has answered it; None where the line is a command."""
    if not line:
        return asking.reveal()
    if line.startswith(":"):
        return None
    if asking.mode is Mode.TYPED:
        return asking.type(line)
    place = spoken.LETTERS.find(line.lower()) if len(line) == 1 else -1
    return asking.choose(place) if 0 <= place < len(asking.choices) else None


def _is_letter(asking: Asking, line: str) -> bool:
    """Whether a line is meant for the choices, also where there are not so many."""
    return bool(asking.choices) and not asking.revealed and len(line) == 1 and line.lower() in spoken.LETTERS


def _or(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
