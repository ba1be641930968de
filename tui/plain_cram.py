"""Cramming line by line, for screen readers and pipes."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.deck import Deck
from quizgen.model.review import Grade, Mode
from quizgen.study.cramming import Cramming
from quizgen.study.session import Shown
from tui import spoken
from tui.asking import Asking, ask
from tui.cramming import day_lines, outcome, standing, start_cramming
from tui.desk import Desk
from tui.plain import Left, Lines


def cram(desk: Desk, decks: Sequence[Deck], exam: int, lines: Lines) -> None:
    """Go through the day's cards until all are known, the learner leaves, or the input ends.

    Raises:
        QuizgenError: the exam is past or far away, or the progress file cannot be used.
    """
    cramming = start_cramming(desk, decks, exam)
    lines.say(*(deck.title for deck in decks), f"{standing(cramming).capitalize()}. :q leaves.")
    try:
        while (shown := cramming.current) is not None:
            _card(desk, cramming, shown, lines)
    except Left:
        pass
    lines.say("", outcome(cramming))
    today = desk.now().day
    lines.say(*(f"{day}: {told}." for day, told in day_lines(cramming.days[1:], today)))


def _card(desk: Desk, cramming: Cramming, shown: Shown, lines: Lines) -> None:
    asking = ask(shown, desk.settings.mode, desk.stopwatch())
    lines.say("", f"{cramming.done + 1} of {cramming.total}", *spoken.question(asking))
    while not asking.revealed:
        asking = _answered(asking, _line(asking, lines))
    lines.say(*spoken.answer(asking))
    while True:
        line = _line(asking, lines)
        if not line and asking.suggested is not None:
            line = str(int(asking.suggested))
        if line in ("1", "2", "3", "4"):
            break
        lines.say("Answer with 1, 2, 3 or 4: 1 again, 2 hard, 3 good, 4 easy.")
    spent = round(asking.seconds(desk.stopwatch()) * 1000)
    cramming.answer(Grade(int(line)), asking.mode, spent, asking.typed)


def _line(asking: Asking, lines: Lines) -> str:
    line = lines.ask(spoken.prompt(asking))
    if line == ":q" or (line == "q" and (asking.mode is not Mode.TYPED or asking.revealed)):
        raise Left
    return line


def _answered(asking: Asking, line: str) -> Asking:
    if asking.mode is Mode.TYPED:
        return asking.type(line) if line else asking.reveal()
    place = spoken.LETTERS.find(line.lower()) if len(line) == 1 else -1
    if 0 <= place < len(asking.choices):
        return asking.choose(place)
    return asking if line else asking.reveal()
