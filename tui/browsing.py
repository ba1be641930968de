"""Opening the browse screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.errors import ProgressError
from quizgen.study.browsing.browser import Browser
from quizgen.study.places import library_file
from quizgen.study.shelf import OpenDeck, shelve
from tui.desk import Desk

if TYPE_CHECKING:
    from tui.screens.browse import BrowseScreen


def browse_screen(desk: Desk, decks: Sequence[OpenDeck]) -> BrowseScreen:
    """A screen of all cards of decks.

    Raises:
        ProgressError: the files beside the progress file cannot be read.
    """
    from tui.screens.browse import BrowseScreen

    shelf, library = shelve(decks), library_file(desk.store.file)
    try:
        browser = Browser(library, desk.store.file, [opened.deck for opened in shelf.values()])
    except sqlite3.Error as error:
        hint = "Allow writing to its folder, or delete it; it is made again."
        raise ProgressError("the file that keeps the decks cannot be read", str(library), hint) from error
    return BrowseScreen(desk, browser, shelf)
