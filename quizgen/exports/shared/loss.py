"""What a format cannot hold of a paper, told before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quizgen.exports.shared.format import Format
from quizgen.quiz.item import Item
from quizgen.quiz.paper import Paper


class Lost(NamedTuple):
    """An item that is left out."""

    item: Item
    reason: str


def sifted(paper: Paper, format_: Format) -> tuple[Paper, list[Lost]]:
    """The paper without the items that the format cannot hold, and these."""
    lost = [Lost(item, reason) for item in paper.items if (reason := format_.fits(item))]
    gone = {id(one.item) for one in lost}
    return replace(paper, items=tuple(item for item in paper.items if id(item) not in gone)), lost


def told(format_: Format, lost: Sequence[Lost], total: int) -> str:
    """What is lost, on one line; empty where nothing is: "Kahoot: 7 of 30 left out: 4 with ..., 3 without ..."."""
    if not lost:
        return ""
    reasons = ", ".join(f"{count} {reason}" for reason, count in Counter(one.reason for one in lost).most_common())
    return f"{format_.title}: {len(lost)} of {total} left out: {reasons}"
