"""Blackboard: tab-delimited questions for its upload.

Layout: https://help.blackboard.com/Learn/Instructor/Ultra/Tests_Pools_Surveys/Reuse_Questions/Upload_Questions
"""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.exports.shared.fitting import alike, blank, reflowed
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_ANSWERS = 100


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The questions of a paper, one a line, with neither header nor blank lines."""
    return "".join("\t".join(map(one_line, _fields(item))) + "\r\n" for item in papers[0].items).encode()


def _fields(item: Item) -> list[str]:
    if item.mode is Mode.TRUE_FALSE:
        return ["TF", item.stem, item.right[0].lower()]
    if item.mode is Mode.SHORT:
        return ["FIB", item.stem, *item.right]
    if item.mode is Mode.MATCHING:
        return ["MAT", item.stem, *(text for pair in zip(item.parts, item.right, strict=True) for text in pair)]
    marked = (field for c in item.choices for field in (c.text, "correct" if c.right else "incorrect"))
    return ["MC", item.stem, *marked]


def read(data: bytes) -> list[Asked]:
    """The questions of such a file."""
    return [_asked(line.split("\t")) for line in data.decode().split("\r\n") if line]


def _asked(fields: list[str]) -> Asked:
    kind, stem, *rest = fields
    if kind == "TF":
        return Asked(stem, (rest[0].title(),), ("False" if rest[0] == "true" else "True",))
    if kind == "FIB":
        return Asked(stem, tuple(rest))
    if kind == "MAT":
        return Asked(stem, tuple(rest[1::2]))
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    return Asked(
        stem, tuple(text for text, mark in pairs if mark == "correct"),
        tuple(text for text, mark in pairs if mark == "incorrect"),
    )  # fmt: skip


def fits(item: Item) -> str:
    """One line a question."""
    return blank(item) or alike(item) or ("with more than 100 answers" if len(item.right) > _ANSWERS else "")


FORMAT = Format("Blackboard", ".txt", write, read, fits, omits=("evidence", "points", "ids"), alters=reflowed)
