"""The home screen in lines: the decks, and one or all of them studied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quizgen.study.library.library import Library
from quizgen.study.places import library_file
from quizgen.study.shelf import OpenDeck
from tui import spoken
from tui.desk import Desk
from tui.library import DeckFile, read, ready, settle
from tui.plain_lines import Left, Lines
from tui.plain_study import study
from tui.sorting import matching
from tui.standing import Standings, standings

_HELP = (
    "A number studies that deck, all studies what is due in all of them, and leave or q ends.",
    "A word lists the decks that have it in their title, file or folder.",
    "Other things have commands of their own:",
    "quizgen quiz --plain takes a quiz.",
    "quizgen study --cram --plain crams for an exam.",
    "quizgen stats --plain tells what your learning comes to.",
    "quizgen generate makes a deck of a document, and quizgen export hands one out.",
    "quizgen --help tells all of them.",
)


def choose(desk: Desk, files: Sequence[Path], own: Path, lines: Lines) -> None:
    """List the decks, and study what is chosen of them, until the learner leaves.

    Args:
        desk: progress, settings and clocks.
        files: the deck files.
        own: the folder of the learner's own decks.
        lines: to talk over.

    Raises:
        QuizgenError: as `study`.
    """
    with Library(library_file(desk.store.file)) as library:
        while _choose(desk, list(settle((read(file, library.load) for file in files), own)), lines):
            lines.say("")


def _choose(desk: Desk, found: Sequence[DeckFile], lines: Lines) -> bool:
    """List the decks and study; whether to list them again."""
    decks = ready(found)
    for file in found:
        if file.error is not None:
            lines.say(f"{file.file.name} cannot be used: {file.error.message}.")
    if not decks:
        lines.say("No decks yet. Name a document to make one: quizgen study DOCUMENT")
        return False
    known = standings(desk, [file.deck for file in decks if file.deck is not None])
    _list(decks, decks, known, lines)
    try:
        picked = _picked(decks, known, lines)
    except Left:
        return False
    study(desk, [OpenDeck(file.deck, file.file) for file in picked if file.deck is not None], lines)
    return not lines.ended


def _list(shown: Sequence[DeckFile], decks: Sequence[DeckFile], known: Standings, lines: Lines) -> None:
    for number, file in enumerate(decks, 1):
        if file in shown and file.deck is not None:
            standing = known[file.deck.id]
            coming = spoken.next_review(standing.next_in)
            lines.say(f"{number}: {file.title}. {spoken.left(standing.counts)}{coming}.")


def _picked(decks: Sequence[DeckFile], known: Standings, lines: Lines) -> Sequence[DeckFile]:
    """What is to be studied.

    Raises:
        Left: nothing.
    """
    while True:
        line = lines.ask("Number of a deck, all, a word to look for, help, or leave: ")
        if line in ("q", "leave"):
            raise Left
        if line == "all":
            return decks
        if line in ("help", "?"):
            lines.say(*_HELP)
            continue
        if not line.isdecimal():
            found = matching(decks, line)
            _list(found, decks, known, lines)
            lines.say(*([] if found else ["No deck is called so."]))
        elif 1 <= int(line) <= len(decks):
            return [decks[int(line) - 1]]
        else:
            lines.say(f"There are decks 1 to {len(decks)}.")
