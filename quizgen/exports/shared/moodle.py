"""What Moodle's question bank holds of a paper, and how much of it fits in its fields."""

from __future__ import annotations

from quizgen.exports.shared.fitting import heading
from quizgen.model.draw import draw
from quizgen.quiz.item import Item, Mode

_LONGEST_ID, _LONGEST_NAME = 100, 255
"""In characters; anything longer would end the whole import."""


def idnumber(item: Item) -> str:
    """By which Moodle knows a question again; a second import leaves questions that have it already as they are."""
    name = f"{item.deck}/{item.id}"
    return name if len(name) <= _LONGEST_ID else f"{name[: _LONGEST_ID - 17]}-{draw(name).hex()}"


def category(title: str) -> str:
    """A title as the name of a category, in a path, in which a slash that is text stands twice.

    A slash at the name's end is set off by a space, as Moodle does in its own files.
    """
    name = heading(title)[:_LONGEST_NAME].strip().replace("/", "//") or "Quiz"
    return f"{' ' * name.startswith('/')}{name}{' ' * name.endswith('/')}"


def overlong(item: Item) -> str:
    """Why Moodle cannot hold what is matched."""
    matched = item.right if item.mode is Mode.MATCHING else ()
    return f"that match answers over {_LONGEST_NAME} characters" if any(len(t) > _LONGEST_NAME for t in matched) else ""
