"""The word lists of the calendar rules, and the words directly before a place."""

from __future__ import annotations

from functools import cache

from quizgen.language import data
from quizgen.language.calendar.rule import BEHIND


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for line in data.lines("calendar.txt"):
        name, _, listed = line.partition(" ")
        lists.setdefault(name, set()).update(word.replace("_", " ") for word in listed.split())
    return {name: frozenset(words) for name, words in lists.items()}


def listed(name: str) -> frozenset[str]:
    """A word list of ``calendar.txt``; ``KeyError`` for a list that is not there."""
    return _lists()[name]


def word_before(text: str, start: int) -> str:
    """The word before a place and the space there, with the marks that touch it; empty where no word is."""
    before = text[max(0, start - BEHIND) : start]
    if not before or not before[-1].isspace() or "\n\n" in before[-3:]:
        return ""
    words = before.rsplit(None, 1)
    return words[-1].lstrip("(\"'\u2018\u201c[") if words else ""


def word_after(text: str, end: int) -> str:
    """The word after a place and the space there, without the marks that close it; empty where no word is."""
    if not text[end : end + 1].isspace():
        return ""
    words = text[end : end + BEHIND].split(None, 1)
    return words[0].rstrip(".,;:!?)\"'\u2019\u201d") if words else ""


def before_in(name: str, text: str, start: int) -> bool:
    """Whether the word before a place is in a list, in any case."""
    return word_before(text, start).lower() in listed(name)


def after_in(name: str, text: str, end: int) -> bool:
    """Whether the word after a place is in a list, in any case."""
    return word_after(text, end).lower() in listed(name)
