"""Turn a document into a deck of factual quiz and flashcards, and the deck into learning.

``read`` a document, ``generate`` a deck from it, ``save_deck`` and ``load_deck`` it again, ``export`` it for a
class. Each is imported when first used, so that importing this package costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.deckfile import load_deck as load_deck
    from quizgen.deckfile import save_deck as save_deck
    from quizgen.export import export as export
    from quizgen.generate import generate as generate
    from quizgen.reading import read_document as read

__version__ = "0.1.0"

_HOMES = {
    "read": ("quizgen.reading", "read_document"),
    "generate": ("quizgen.generate", "generate"),
    "export": ("quizgen.export", "export"),
    "load_deck": ("quizgen.deckfile", "load_deck"),
    "save_deck": ("quizgen.deckfile", "save_deck"),
}

__all__ = ["export", "generate", "load_deck", "read", "save_deck"]


def __getattr__(name: str) -> object:
    """The public name ``name``, imported now (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])


class _Package(ModuleType):
    """This package, in which the name of a public function stays the function's.

    Importing the module ``quizgen.generate`` would otherwise set that name to the module.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
