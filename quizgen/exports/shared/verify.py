"""Whether every question came through: a written file read back, and compared with its paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.quiz.item import Item, Mode


class Verified(NamedTuple):
    """How a file compares with the items it was made of."""

    right: int
    """Questions that came through with their right answer and their wrong ones."""
    total: int
    faults: tuple[str, ...]
    """What is wrong with the others, by the ids of their cards."""


def compare(form: Format, layout: Layout, items: Sequence[Item], read: Sequence[Asked]) -> Verified:
    """Compare items with what was read of them, in order, character by character.

    Where a format says that it changes an item, spaces and line breaks count as one space, and what it says it leaves
    out of the accepted answers may be missing.

    Args:
        form: what was written.
        layout: how.
        items: what was written.
        read: what was read of it.
    """
    faults = [
        f"{item.card.id}: {fault}"
        for item, asked in zip(items, read, strict=False)
        if (fault := _fault(form, layout, item, asked))
    ]
    if len(items) != len(read):
        faults.append(f"{len(items)} questions were written and {len(read)} read")
    return Verified(max(0, len(items) - len(faults)), len(items), tuple(faults))


def _fault(form: Format, layout: Layout, item: Item, asked: Asked) -> str:
    changed = bool(form.alters(item))
    texts = _loose if changed else list
    if asked.question not in (item.stem, " ".join(item.told)) and not (
        changed and one_line(asked.question) == one_line(item.stem)
    ):
        return "the question is another"
    if not _same_answers(form, item, asked, changed=changed):
        return "the right answer is another"
    if "choices" not in form.omits and not _same_wrong(form, texts(item.wrong), texts(asked.wrong), item):
        return "the wrong answers are others"
    wanted = item.feedback if layout.source else ""
    if asked.feedback is not None and texts([asked.feedback]) != texts([wanted]):
        return "what is told after it is another"
    return ""


def _loose(texts: Iterable[str]) -> list[str]:
    return [one_line(text) for text in texts]


def _same_answers(form: Format, item: Item, asked: Asked, *, changed: bool) -> bool:
    if item.mode is Mode.SHORT and (form.cards or form.printed or changed):  # the best one; others may be left out
        kept = set(_loose(item.right))
        return one_line(asked.right[0]) == one_line(item.right[0]) and kept.issuperset(_loose(asked.right))
    return (_loose if changed else list)(asked.right) == (_loose if changed else list)(item.right)


def _same_wrong(form: Format, wanted: list[str], found: list[str], item: Item) -> bool:
    """Cards hold all wrong answers, of which a paper offers some."""
    return set(wanted) <= set(found) - {item.right[0]} if form.cards else sorted(wanted) == sorted(found)
