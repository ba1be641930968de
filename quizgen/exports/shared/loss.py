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
    """An item that is left out, or changed."""

    item: Item
    reason: str


def sifted(paper: Paper, format_: Format) -> tuple[Paper, list[Lost]]:
    """The paper without the items that the format cannot hold, and these."""
    lost = [Lost(item, reason) for item in paper.items if (reason := format_.fits(item))]
    gone = {id(one.item) for one in lost}
    return replace(paper, items=tuple(item for item in paper.items if id(item) not in gone)), lost


def altered(paper: Paper, format_: Format) -> list[Lost]:
    """The items of a paper that the format holds with changes."""
    return [Lost(item, reason) for item in paper.items if (reason := format_.alters(item))]


def told(format_: Format, lost: Sequence[Lost], changed: Sequence[Lost], total: int) -> str:
    """What is lost, on one line; empty where nothing is.

    As "Kahoot: 7 of 30 left out: 4 with ..., 3 without ...; 1 changed: 1 with ...".

    Args:
        format_: where.
        lost: what it cannot hold.
        changed: what it holds with changes.
        total: items there were.
    """
    kinds = ((lost, f"{len(lost)} of {total} left out"), (changed, f"{len(changed)} changed"))
    parts = [f"{said}: {_reasons(found)}" for found, said in kinds if found]
    return f"{format_.title}: {'; '.join(parts)}" if parts else ""


def _reasons(lost: Sequence[Lost]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in Counter(one.reason for one in lost).most_common())
