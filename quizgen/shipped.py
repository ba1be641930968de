"""Where the decks are that come with quizgen."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def shipped_decks() -> Path:
    """The folder of shipped decks: inside the installed package, or at the top of a checkout."""
    return installed_decks() or Path(__file__).resolve().parent.parent / "decks"


@cache
def installed_decks() -> Path | None:
    """The folder of shipped decks inside the installed package; None in a checkout, whose files are its owner's."""
    installed = Path(__file__).resolve().parent / "decks"
    return installed if installed.is_dir() else None
