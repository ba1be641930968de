"""Quizlet: question TAB answer, one card a line, for its import box and for any other flashcard program."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.exports.shared.fitting import blank, run_together
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The cards of a paper, question first."""
    return "".join(f"{one_line(item.stem)}\t{one_line(item.card.answer)}\n" for item in papers[0].items).encode()


def read(data: bytes) -> list[Asked]:
    """The cards of such a file."""
    lines = (line.split("\t") for line in data.decode().split("\n") if line)
    return [Asked(question, (answer,)) for question, answer in lines]


def fits(item: Item) -> str:
    """Cards have one question and one answer."""
    return blank(item) if item.mode in (Mode.CHOICE, Mode.SHORT) else "that are no plain question and answer"


def alters(item: Item) -> str:
    """One line a card."""
    return run_together(*item.told, item.card.answer)


FORMAT = Format(
    "Quizlet", ".tsv", write, read, fits, omits=("choices", "accepted answers", "evidence", "ids"), cards=True,
    alters=alters,
)  # fmt: skip
