"""The kinds of fact, one module each: what it looks for, and what it asks.

A kind module defines ``KIND``; it is found by being here, so adding a kind is adding its file, and its twin of
examples and near-misses in ``tests/corpus``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

from quizgen.language.understanding import Understanding
from quizgen.model.fact import Dropped, Fact, Question


class Kind(NamedTuple):
    """A kind of fact."""

    name: str
    rules: tuple[str, ...]
    """The names of its rules; each has an example in the kind's twin."""
    find: Callable[[Understanding], Iterable[Fact | Dropped]]
    """Yields the facts of this kind that a document states, and the candidates that a guard turned down."""
    ask: Callable[[Any, Understanding], Iterable[Question]]
    """Yields the questions about one of its facts, the best first."""
    worth: float = 1.0
    """How much its cards are worth beside those of other kinds."""


@cache
def all_kinds() -> dict[str, Kind]:
    """Every kind by its name, in alphabetical order."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return {kind.name: kind for kind in (module.KIND for module in modules)}
