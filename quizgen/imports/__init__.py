"""Files of other programs read into decks, one module a format.

A format's module defines ``FORMAT``; it is found by being here.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from quizgen.imports.shared.brought import ImportFormat


@cache
def format_names() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order, without loading them."""
    return tuple(sorted(found.name.replace("_", "-") for found in iter_modules(__path__) if not found.ispkg))


def format_named(name: str) -> ImportFormat:
    """One format, by a name of `format_names`."""
    form: ImportFormat = import_module(f"{__name__}.{name.replace('-', '_')}").FORMAT
    return form
