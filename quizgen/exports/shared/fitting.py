"""Reasons why an item does not fit, which several formats share."""

from __future__ import annotations

import re

from quizgen.exports.shared.lines import one_line
from quizgen.quiz.item import Item, Mode

_TRIMMED = " \t\n\r\0\x0b"
"""What PHP cuts off the ends of a text, and Moodle with it."""
_NO_XML = re.compile("[\ufffe\uffff]")


def texts(item: Item) -> list[str]:
    """All text of an item that a format shows before it is answered, and its answers."""
    return [item.stem, *item.right, *item.wrong, *(card.question for card in item.cards), *item.parts]


def reflowed(item: Item) -> str:
    """What a format of one line a text changes in an item."""
    asked = (text for card in item.cards for text in (card.context or "", card.question))
    return run_together(*item.told, *asked, *item.right, *item.wrong)


def run_together(*texts: str) -> str:
    """What putting texts on one line each changes."""
    return "with spaces or line breaks run together" if any(one_line(text) != text for text in texts) else ""


def trimmed(*texts: str) -> str:
    """What cutting white space off the ends of texts changes."""
    return "without spaces at the ends of its texts" if any(text.strip(_TRIMMED) != text for text in texts) else ""


def blank(item: Item) -> str:
    """Why an item that asks or answers nothing cannot be handed out."""
    return "" if all(text.strip() for text in texts(item)) else "with an empty text"


def alike(item: Item) -> str:
    """Why choices that differ in nothing but spaces cannot be told apart."""
    right = item.right if item.mode is Mode.MATCHING else item.right[:1]
    shown = [" ".join(text.split()) for text in (*right, *item.wrong)]
    return "with choices that look alike" if len(set(shown)) < len(shown) else ""


def no_xml(item: Item) -> str:
    """Why an item cannot stand in XML."""
    names = (item.deck, *(name for card in item.cards for name in (card.id, *card.tags)))
    held = (*texts(item), item.feedback, *names)
    return "with characters that XML cannot hold" if any(map(_NO_XML.search, held)) else ""


def heading(title: str) -> str:
    """A title on one line, less what XML cannot hold."""
    return " ".join(_NO_XML.sub("", title).split())


def no_matching(item: Item) -> str:
    """Why a format without matching cannot hold an item."""
    return "that match several answers" if item.mode is Mode.MATCHING else ""


def no_choices(item: Item) -> str:
    """Why a format of choices alone cannot hold an item."""
    return "" if item.choices else "without choices"
