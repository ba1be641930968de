"""Deck files: YAML or JSON to a deck and back, checked and mended.

Each name is imported when first used (PEP 562): writing a deck needs no YAML parser, and studying one no writer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from quizgen.deckfile.format import Format, format_of

if TYPE_CHECKING:
    from quizgen.deckfile.dump import dump_deck
    from quizgen.deckfile.load import load_deck, read_deck
    from quizgen.deckfile.save import replace_file, save_deck

__all__ = ["Format", "dump_deck", "format_of", "load_deck", "read_deck", "replace_file", "save_deck"]

_HOMES = {
    "dump_deck": "dump",
    "load_deck": "load",
    "read_deck": "load",
    "replace_file": "save",
    "save_deck": "save",
}


def __getattr__(name: str) -> object:
    """The function ``name``, imported now."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
