"""The format's own numbers and marks, and the two ways to write it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

FORMAT = 1
"""The number of the deck format that this program reads and writes."""

Format = Literal["yaml", "json"]
"""The two ways to write a deck file; the schema is one."""

MAX_DEPTH = 20
"""How deep lists and mappings may nest under a key of one's own."""

MAX_KEY = 100
"""How long a key of one's own may be: YAML wants a key within 1024 characters, escapes included."""

MERGE = "<<"
"""YAML 1.1 would take the keys of another mapping in for it; no mapping may have it."""

OWN = "x-"
"""How a key of one's own begins."""


def format_of(path: str | Path) -> Format:
    """The format that a file's name tells."""
    return "json" if str(path).lower().endswith(".json") else "yaml"
