"""A paper as it is printed: what PDF, Word, LaTeX and Markdown show, each in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from string import ascii_uppercase
from typing import NamedTuple

from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.lines import amount, one_line
from quizgen.quiz.draw import code
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper


class Printed(NamedTuple):
    """One question on a sheet."""

    number: int
    mode: Mode
    stem: str
    choices: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    """The questions to be matched, each after its number ("7.1"); empty otherwise."""
    points: str
    """"1 point"."""
    code: str
    """By which its card is found again."""
    letters: str
    """Of the right choice, for the key; empty for a short answer and for what is matched."""
    answer: str
    """For the key; of what is matched, a line with number and letter for each part."""
    also: str
    """Other answers that count, for the key of a short answer."""
    evidence: str
    """For the key; empty where the source is not shown."""


class Row(NamedTuple):
    """A line of an answer sheet."""

    label: str
    """The question's number, or that of its part."""
    letters: str
    """To choose from; empty where an answer is to be written."""


def printed(paper: Paper, layout: Layout) -> Iterator[Printed]:
    """The questions of one version, in order."""
    for number, item in enumerate(paper.items, 1):
        shown = tuple(choice.text for choice in item.choices)
        letters = [ascii_uppercase[shown.index(text)] for text in item.right] if shown else [""]
        labels = [f"{number}.{part}" for part in range(1, len(item.parts) + 1)]
        told = zip(labels, letters, item.right, strict=True) if labels else ()
        yield Printed(
            number, item.mode, item.stem, shown,
            tuple(zip(labels, item.parts, strict=True)),
            worth(item.points), code(item.deck, item.card.id), "" if labels else letters[0],
            "\n".join(f"{label} {letter}. {one_line(text)}" for label, letter, text in told) or item.right[0],
            f"also: {'; '.join(map(one_line, item.right[1:]))}" if item.mode is Mode.SHORT and item.right[1:] else "",
            item.feedback if layout.source else "",
        )  # fmt: skip


def lines_of(text: str) -> list[str]:
    """The lines of a text that hold anything, with single spaces."""
    return [one_line(line) for line in text.split("\n") if line.strip()]


def set_anew(item: Item) -> str:
    """What a format changes that keeps lines of the stem and of the evidence, and nothing else of spaces."""
    kept = all("\n".join(lines_of(text)) == text for text in (*item.told, *item.parts, item.feedback))
    flat = all(one_line(text) == text for text in (*item.right, *item.wrong))
    return "" if kept and flat else "with spaces or line breaks run together"


def matched_answer(line: str) -> str:
    """The answer in a line of the key for what is matched: "7.1 B. the answer"."""
    return line.split(" ", 2)[2]


def answer_rows(questions: Iterable[Printed]) -> Iterator[Row]:
    """The lines of the answer sheet of these questions."""
    for question in questions:
        labels = [label for label, _ in question.parts] or [str(question.number)]
        yield from (Row(label, ascii_uppercase[: len(question.choices)]) for label in labels)


def worth(points: float) -> str:
    """Points in words."""
    return f"{amount(points)} point" if points == 1 else f"{amount(points)} points"


def instructions(paper: Paper, *, answer_sheet: bool = False) -> str:
    """What stands above the questions.

    Args:
        paper: the version.
        answer_sheet: whether the answers go on a sheet of their own.
    """
    told = list(_how({item.mode for item in paper.items}, answer_sheet))
    count = "1 question" if len(paper.items) == 1 else f"{len(paper.items)} questions"
    amount = f"{count}, {worth(paper.points)}.".replace(" ", "\N{NO-BREAK SPACE}")
    return f"{' '.join(told)} {amount}"


def _how(modes: Set[Mode], answer_sheet: bool) -> Iterator[str]:
    if answer_sheet:
        yield "Give all answers on the answer sheet."
    if modes & {Mode.CHOICE, Mode.TRUE_FALSE}:
        yield "Mark the one right answer."
    if Mode.SHORT in modes:
        yield "Write a short answer on the line."
    if Mode.MATCHING in modes:
        where = "mark the answer's letter" if answer_sheet else "write the answer's letter before the question"
        yield f"Where questions and answers are to be matched, {where}."


def fits(item: Item) -> str:
    """More choices than letters cannot be printed; anything else can."""
    return "with more than 26 choices" if len(item.choices) > len(ascii_uppercase) else ""
