"""Cramming line by line, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from quizgen.model.review import Grade
from quizgen.study.cramming import Cramming
from quizgen.study.shelf import OpenDeck
from tui.asking import Asking, ask, next_mode
from tui.cramming import UNCHANGED, day_lines, outcome, standing
from tui.desk import Desk
from tui.keymap import keymap
from tui.plain_card import CardTalk
from tui.plain_lines import Left, Lines
from tui.screens.study_commands import CRAM_COMMANDS


def cram(desk: Desk, decks: Sequence[OpenDeck], cramming: Cramming, lines: Lines) -> None:
    """Go through the day's cards until all are known, the learner leaves, or the input ends.

    Raises:
        QuizgenError: the progress file cannot be used.
    """
    talk = _Cramming(desk, cramming, decks, lines)
    lines.say(*(opened.deck.title for opened in decks), f"{standing(cramming).capitalize()}. {talk.where_help}")
    with suppress(Left):
        talk.go()
    lines.say("", outcome(cramming))
    today = desk.now().day
    lines.say(*(f"{day}: {told}." for day, told in day_lines(cramming.days[1:], today)))
    lines.say(*([UNCHANGED] if cramming.exam is None and cramming.total else []))


class _Cramming(CardTalk):
    """A day's cards, talked through; nothing is scheduled."""

    def __init__(self, desk: Desk, cramming: Cramming, decks: Sequence[OpenDeck], lines: Lines) -> None:
        super().__init__(lines, keymap(desk.settings.keys).get("cram", CRAM_COMMANDS))
        self._desk = desk
        self._cramming = cramming
        self._shelf = {opened.deck.id: opened for opened in decks}
        self._mode = desk.settings.mode

    def go(self) -> None:
        """Ask card after card."""
        while (shown := self._cramming.current) is not None:
            self.lines.say("", f"{self._cramming.done + 1} of {self._cramming.total}")
            self.talk(ask(shown, self._mode, self._desk.stopwatch()))

    def say_answer(self, asking: Asking) -> None:
        """With what the grades are: nothing is scheduled that would tell it."""
        super().say_answer(asking)
        self.lines.say(self.told_grades)

    def grade(self, asking: Asking, grade: Grade) -> None:
        """Grade the card."""
        spent = round(asking.seconds(self._desk.stopwatch()) * 1000)
        self._cramming.answer(grade, asking.mode, spent, asking.typed)

    def command(self, asking: Asking, name: str, rest: str) -> Asking | None:
        """The evidence, or another way of asking."""
        if name == "source":
            self.say_source(asking, self._shelf[asking.shown.deck.id])
            return asking
        self._mode = next_mode(asking)
        again = ask(asking.shown, self._mode, asking.since)
        self.say_card(again)
        return again
