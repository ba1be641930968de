"""What a format is: a writer, a reader that knows nothing of it, and what it cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from quizgen.quiz.item import Item
from quizgen.quiz.paper import Paper


class Layout(NamedTuple):
    """How a paper is laid out, for the formats to which it applies."""

    source: bool = True
    """Whether the evidence is shown, with the feedback or the key."""
    key: bool = False
    """Whether the key stands at the end of what is printed."""
    answer_sheet: bool = False
    """Whether what is printed has a sheet to mark the answers on, after the questions of each version."""
    questions: bool = True
    """Whether the questions stand there; not where the key has a file of its own."""
    letter: bool = False
    """US letter paper in place of A4."""
    large: bool = False
    """Large print."""
    revisions: Mapping[str, int] = {}
    """How often each card changed between exports, by `quizgen.exports.shared.revisions.named`; 0 for others."""


class Asked(NamedTuple):
    """A question as it was read back."""

    question: str
    right: tuple[str, ...]
    """The answers that count, the best first; for matching, one for each question matched."""
    wrong: tuple[str, ...] = ()
    feedback: str | None = None
    """What is shown after answering; None where the format holds none."""


def as_it_is(item: Item) -> str:
    """Why an item is written with changes, for a format that changes nothing."""
    return ""


class Format(NamedTuple):
    """One way to hand out a paper."""

    title: str
    """As people call it: "Moodle XML"."""
    suffix: str
    """Of its files, with the dot."""
    write: Callable[[Sequence[Paper], Layout], bytes]
    """The file that holds the versions of a paper; items that do not fit have been left out."""
    read: Callable[[bytes], list[Asked]] | None
    """The questions in such a file, by a reader of its own; None where only eyes can read it."""
    fits: Callable[[Item], str]
    """Why it cannot hold an item, as it follows a number ("answers over 75 characters"); empty where it can."""
    omits: tuple[str, ...] = ()
    """What it holds of no item: "evidence"."""
    alters: Callable[[Item], str] = as_it_is
    """What it changes in an item that it holds, as it follows a number ("with line breaks run together")."""
    cards: bool = False
    """Whether it holds plain question and answer, however the paper would ask them."""
    printed: bool = False
    """Whether one file holds several versions."""
    keyed: bool = False
    """Whether the right answers stand in its printed key alone."""
