"""What one reader makes of one file's bytes."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Extract(NamedTuple):
    """The text of a file, and what its format tells besides."""

    text: str
    reader: str
    """The reader and its version, which say how offsets count."""
    title: str = ""
    date: dt.date | None = None
