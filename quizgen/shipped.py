"""Where the decks are that come with quizgen."""

from __future__ import annotations

from pathlib import Path


def shipped_decks() -> Path:
    """The folder of shipped decks: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "decks"
    return installed if installed.is_dir() else package.parent / "decks"
