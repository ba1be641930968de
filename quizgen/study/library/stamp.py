"""What tells, without reading it, that a deck file is the one that was read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Progress = Callable[[float], None]
"""Told, now and then, which share of a file has been read."""


class Stamp(NamedTuple):
    """What tells, without reading it, that a file is the one that was read."""

    size: int
    mtime: int
    ctime: int

    @property
    def values(self) -> tuple[int, int, int]:
        """Size, and times of change, as the library keeps them."""
        return self.size, self.mtime, self.ctime

    @classmethod
    def of(cls, file: Path) -> Stamp | None:
        """A file's; None where there is none, which reading it will tell."""
        try:
            found = file.stat()
        except (OSError, ValueError):
            return None
        return cls(found.st_size, found.st_mtime_ns, found.st_ctime_ns)
