"""Deck files: YAML or JSON to a deck and back, checked and mended.

What reads them is imported when first used: writing a deck needs no YAML parser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.deckfile.dump import dump_deck
from quizgen.deckfile.format import Format, format_of
from quizgen.deckfile.save import replace_file, save_deck

if TYPE_CHECKING:
    from quizgen.deckfile.load import load_deck, read_deck

__all__ = ["Format", "dump_deck", "format_of", "load_deck", "read_deck", "replace_file", "save_deck"]


def __getattr__(name: str) -> object:
    """``load_deck`` or ``read_deck``, imported now (PEP 562)."""
    if name not in ("load_deck", "read_deck"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from quizgen.deckfile import load

    return getattr(load, name)
