"""A whole day in a real terminal, by keys: study, browse, statistics, a quiz, a file, settings, and out again."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from clients import program
from piloting import BOTH_SIZES
from tmux import Tmux
from tui_tools import write_deck
from waiting import until

from quizgen.study.places import settings_file
from quizgen.study.store import Store


@pytest.mark.slow
@BOTH_SIZES
def test_a_day_in_a_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    data, decks = tmp_path / "data", write_deck(tmp_path / "decks").file.parent
    command = [sys.executable, "-m", "quizgen", "study", str(decks), "--data-dir", str(data)]
    with Tmux(program("tmux"), tmp_path, size, command) as terminal:
        study(terminal)
        browse(terminal)
        statistics(terminal)
        quiz(terminal)
        hand_out(terminal, tmp_path)
        settings(terminal)
        terminal.press("q")
        until(terminal.ended)
    with Store.open(data / "progress.sqlite3") as store:
        assert store.query("SELECT kind, card, grade FROM operation ORDER BY seq") == [
            ("review", "date-first-lighting", 3),
            ("review", "person-engineer", 1),
            ("undo", "person-engineer", None),
            ("review", "person-engineer", 4),
            ("flag", "anniversary-which", None),
            ("suspend", "anniversary-which", None),
        ]
        assert store.query("SELECT asked FROM quiz") == [(5,)]


def study(terminal: Tmux) -> None:
    """Three cards, one of them taken back, one flagged."""
    terminal.shows("The lighthouse of Arnholm", "of 4", "enter study")
    terminal.press("Enter")
    terminal.shows("On which day was the lamp", "space reveal")
    terminal.press("Space")
    terminal.shows("✓ 12 October 1865", "▸12 October 1865◂", "3 good 10 min")
    terminal.press("3")
    terminal.shows("Who said that the reef", "learning 1")
    terminal.press("Space", "1")
    terminal.shows("Which anniversary", "learning 2")
    terminal.press("u")
    terminal.shows("Who said that the reef", "learning 1")
    terminal.press("Space", "4")
    terminal.shows("Which anniversary", "learning 1")
    terminal.press("!")
    terminal.shows("What is wrong with this card?")
    terminal.write("too easy")
    terminal.press("Enter")
    terminal.shows("space reveal")
    terminal.press("q")
    terminal.shows("left for today", "2 cards", "Tomorrow")
    terminal.press("Enter")
    terminal.shows("enter study", "1 of 4")


def browse(terminal: Tmux) -> None:
    """The flagged card found, put away, and its history read."""
    terminal.press("b")
    terminal.shows("5 of 5 cards")
    terminal.press("/")
    terminal.shows("esc to the cards")
    terminal.write("is:flagged")
    terminal.press("Enter")
    terminal.shows("1 of 5 cards", "@ suspend")
    terminal.press("@")
    terminal.shows("1 card suspended")
    terminal.press("h")
    terminal.shows("flagged: too easy", "suspended", "esc close")
    terminal.press("Escape")
    terminal.shows("1 of 5 cards")
    terminal.press("q")
    terminal.shows("enter study")


def statistics(terminal: Tmux) -> None:
    """From the calendar to the decks, by pages."""
    terminal.press("s")
    terminal.shows("Statistics", "You studied on 1 of the last 30 days")
    terminal.press("End")
    terminal.shows("Decks, last year")
    terminal.press("Escape")
    terminal.shows("enter study")


def quiz(terminal: Tmux) -> None:
    """A paper of choices; whatever stands first is taken."""
    terminal.press("z")
    terminal.shows("A quiz", "Questions")
    terminal.press("Enter")
    for number in range(5):
        if "Type the answer" in terminal.shows(f"{number} of 5"):
            terminal.write("1865")
            terminal.press("Enter")
        else:
            terminal.press("1")
    terminal.shows("of 5 right")
    terminal.press("Enter")
    terminal.shows("enter study")


def hand_out(terminal: Tmux, folder: Path) -> None:
    """A web page of the deck."""
    terminal.press("x")
    terminal.shows("Hand out The lighthouse of Arnholm", "questions")
    terminal.press("Enter")
    terminal.shows("written to", "enter study")
    assert "lighthouse" in (folder / "arnholm.html").read_text(encoding="utf-8")


def settings(terminal: Tmux) -> None:
    """Fewer new cards from now on."""
    terminal.press(",")
    terminal.shows("Settings", "Retention wanted")
    terminal.press("Down", "e")
    terminal.shows("f1 help")
    terminal.press("C-u")
    terminal.shows("A value")
    terminal.press("7", "Enter")
    terminal.shows("New cards a day ‹ 7 ›")
    terminal.press("Enter")
    until(lambda: settings_file().exists() and tomllib.loads(settings_file().read_text())["new_per_day"] == 7)
    terminal.shows("enter study")
