"""Cards seen beside the schedule: for an exam, as ``quizgen study --cram`` does it, or ahead with ``--ahead``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from quizgen.cli.studied import Studied
from quizgen.errors import QuizgenError
from quizgen.study.agenda import coming_exam
from quizgen.study.cramming import Cramming
from quizgen.study.shelf import OpenDeck, shelve
from tui.cramming import read_exam, start_ahead, start_cramming
from tui.desk import Desk


def cram(desk: Desk, studied: Studied, own: Path, exam: str, *, plain: bool) -> None:
    """Go through the day's cards for an exam.

    Args:
        desk: progress, settings and clocks.
        studied: what the command line names.
        own: the folder of the user's own decks.
        exam: its date; empty for the next one that the decks were crammed for before.
        plain: line by line.

    Raises:
        QuizgenError: no exam is known, or its date cannot be used; a deck cannot be read.
    """
    gc.enable()
    shelf = shelve(_opened(studied, own))
    decks = [opened.deck for opened in shelf.values()]
    today = desk.now().day
    day = read_exam(exam, today) if exam else coming_exam(desk.store, shelf, today)
    if day is None:
        raise QuizgenError("when is the exam?", hint="Name its date: --exam 2026-12-20")
    _sit(desk, shelf, start_cramming(desk, decks, day), plain=plain)


def study_ahead(desk: Desk, studied: Studied, own: Path, *, plain: bool) -> None:
    """Go through cards of the coming days; takes and raises what `cram` does."""
    gc.enable()
    shelf = shelve(_opened(studied, own))
    decks = [opened.deck for opened in shelf.values()]
    desk.store.enrol(decks)
    _sit(desk, shelf, start_ahead(desk, decks), plain=plain)


def _sit(desk: Desk, shelf: Mapping[str, OpenDeck], cramming: Cramming, *, plain: bool) -> None:
    if plain:
        from tui.plain_cram import cram as cram_in_lines
        from tui.plain_lines import Lines

        cram_in_lines(desk, list(shelf.values()), cramming, Lines(sys.stdin, sys.stdout))
        return
    from quizgen.cli.onscreen import run_app
    from tui.screens.cram import STYLES, CramScreen

    run_app(desk, lambda: CramScreen(desk, cramming, shelf), STYLES)


def _opened(studied: Studied, own: Path) -> Sequence[OpenDeck]:
    """The decks; of files to choose from, all."""
    if studied.decks is not None:
        return studied.decks
    from tui.library import read, settle

    found = list(settle(map(read, studied.files), own))
    for file in found:
        if file.error is not None:
            raise file.error
    return [OpenDeck(file.deck, file.file) for file in found if file.deck is not None]
