"""A paper as it is printed: what PDF, Word, LaTeX and Markdown show, each in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import NamedTuple

from quizgen.exports.shared.format import Layout
from quizgen.quiz.draw import code
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper


class Printed(NamedTuple):
    """One question on a sheet."""

    number: int
    mode: Mode
    stem: str
    choices: tuple[str, ...]
    parts: tuple[str, ...]
    """The questions to be matched; empty otherwise."""
    points: str
    """"1 point"."""
    code: str
    """By which its card is found again."""
    letters: str
    """Of the right choices, for the key; empty for a short answer."""
    answer: str
    """For the key."""
    evidence: str
    """For the key; empty where the source is not shown."""


def printed(paper: Paper, layout: Layout) -> Iterator[Printed]:
    """The questions of one version, in order."""
    for number, item in enumerate(paper.items, 1):
        shown = [choice.text for choice in item.choices]
        matched = item.mode is Mode.MATCHING
        letters = [ascii_uppercase[shown.index(text)] for text in item.right] if shown else []
        yield Printed(
            number, item.mode, item.stem, tuple(shown), tuple(card.question for card in item.cards) if matched else (),
            worth(item.points), code(item.deck, item.card.id), " ".join(letters),
            "; ".join(item.right) if matched else item.right[0], item.feedback if layout.source else "",
        )  # fmt: skip


def worth(points: float) -> str:
    """Points in words."""
    return f"{points:g} point" if points == 1 else f"{points:g} points"


def instructions(paper: Paper) -> str:
    """What stands above the questions."""
    modes = {item.mode for item in paper.items}
    told = []
    if modes & {Mode.CHOICE, Mode.TRUE_FALSE}:
        told.append("Mark the one right answer.")
    if Mode.SHORT in modes:
        told.append("Write a short answer on the line.")
    if Mode.MATCHING in modes:
        told.append("Where questions and answers are to be matched, write the answer's letter before the question.")
    return f"{' '.join(told)} {len(paper.items)} questions, {worth(paper.points)}."


def fits(item: Item) -> str:
    """More choices than letters cannot be printed; anything else can."""
    return "with more than 26 choices" if len(item.choices) > len(ascii_uppercase) else ""
