"""Patterns that are compiled when a text first needs them: compiling one takes longer than reading a page with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


class Pattern:
    """A regular expression that is compiled at its first use; else it is used like any other."""

    __slots__ = ("_flags", "pattern", *_METHODS)

    pattern: str
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    sub: Callable[..., str]
    split: Callable[..., list[Any]]

    def __init__(self, source: str, flags: int = 0) -> None:
        """
        Args:
            source: as `re.compile` takes it.
            flags: the same.
        """
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """A method that is asked for the first time: all are there from now on."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)
