"""What a file for the classroom would hold: what is lost, and its first questions."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import TYPE_CHECKING

from textual.content import Content

from tui.showing import one_line, visible
from tui.telling import counted
from tui.typeset import EMPTY, Typeset, hang, lines, styled

if TYPE_CHECKING:
    from quizgen.export import Foreseen
    from quizgen.quiz.item import Item

_SHOWN = 3
"""Questions of a preview."""
_REASONS = 5
"""Questions left out that are named."""


def export_preview(found: Foreseen) -> Typeset:
    """The preview of a file.

    Args:
        found: what it would hold.
    """
    return Typeset(lambda width: lines(*_parts(found, width)))


def _parts(found: Foreseen, width: int) -> Iterator[Content]:
    yield styled(f"{found.form.title}: {counted(len(found.paper.items), 'question')}", "bold")
    if found.loss:
        yield styled("! ", "bold $error") + styled(one_line(found.loss))
        named = (*found.lost, *found.changed)
        for lost in named[:_REASONS]:
            told = f"{one_line(lost.item.card.question)} ({lost.reason})"
            yield hang(styled(told, "$quiet"), width, Content("    "), Content("    "))
        if len(named) > _REASONS:
            yield styled(f"    and {len(named) - _REASONS} more", "$quiet")
    if found.form.omits:
        yield styled(f"It holds no {', no '.join(found.form.omits)}.", "$quiet")
    for number, item in enumerate(found.paper.items[:_SHOWN], 1):
        yield EMPTY
        yield from _item(number, item, width)


def _item(number: int, item: Item, width: int) -> Iterator[Content]:
    sign = styled(f"{number}. ".ljust(4), "$quiet")
    yield hang(styled(visible(item.stem)), width, sign, Content("    "))
    asked = [f"{one_line(part)} = {one_line(answer)}" for part, answer in zip(item.parts, item.right, strict=False)]
    for text in asked:
        yield hang(styled(text), width, Content("    "), Content("      "))
    if not item.choices:
        answers = " / ".join(map(one_line, item.right))
        yield hang(styled(answers, "$success"), width, styled("    ✓ ", "bold $success"), Content("      "))
    for letter, choice in zip(ascii_uppercase, item.choices if not asked else (), strict=False):
        mark = styled("  ✓ " if choice.right else "    ", "bold $success") + styled(f"{letter}  ", "$quiet")
        yield hang(styled(one_line(choice.text), "$success" if choice.right else ""), width, mark, Content(" " * 7))
