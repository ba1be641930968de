"""Text on one line, for formats in which a line break ends something."""

from __future__ import annotations


def one_line(text: str) -> str:
    """``text`` with every run of spaces and line breaks, also those of Unicode, as one space."""
    return " ".join(text.split())
