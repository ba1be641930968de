"""Text on one line, for formats in which a line break ends something."""

from __future__ import annotations

from quizgen.quiz.item import Item, Mode

_NAME = 80


def name_of(item: Item) -> str:
    """What a question is called in a list of many: the beginning of what it asks, in at most 80 characters."""
    text = one_line(item.card.question if item.mode is not Mode.MATCHING else f"Match: {item.card.question}")
    return text if len(text) <= _NAME else f"{text[: _NAME - 1].rpartition(' ')[0] or text[: _NAME - 1]}…"


def amount(points: float) -> str:
    """A number of points in figures, with no more places than it needs, and no exponent."""
    return f"{points:.6f}".rstrip("0").rstrip(".")


def one_line(text: str) -> str:
    """``text`` with every run of spaces and line breaks, also those of Unicode, as one space."""
    return " ".join(text.split())
