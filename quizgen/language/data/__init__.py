"""Word lists of the English toolkit; each file begins with a line on where it comes from."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rows(name: str) -> list[str]:
    """All the lines of the word list ``name``, comments too."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8").removesuffix("\n").split("\n")


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of the word list ``name``, without comments and empty lines."""
    return tuple(line for line in rows(name) if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """All the words or phrases of the list ``name``, one a line."""
    return frozenset(lines(name))
