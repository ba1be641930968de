"""The footer: what can be done now, each with its key; a click does it as well."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.typeset import Typeset, flow, grid, styled
from tui.widgets.text import Text

_ROOMY, _TIGHT = 3, 2
"""Cells between items."""


class KeyBar(Text):
    """One line or more at the bottom; nothing is left out on a narrow terminal."""

    def __init__(self, offers: Sequence[tuple[str, str, str]] = ()) -> None:
        super().__init__(key_line(offers))

    def offer(self, offers: Sequence[tuple[str, str, str]]) -> None:
        """Show what is on offer.

        Args:
            offers: key, label and action of each.
        """
        self.show(key_line(offers))


def key_line(offers: Sequence[tuple[str, str, str]]) -> Typeset:
    """Keys with what they do; takes what `KeyBar.offer` takes."""
    items = [_item(*offer) for offer in offers]
    return Typeset(lambda width: _set(items, width))


def _set(items: list[Content], width: int) -> Content:
    """On one line if at all possible; else on as few as need be, in columns where they fit."""
    lengths = [item.cell_length for item in items]
    rows = _rows(lengths, width)
    for gap in (_ROOMY, _TIGHT):
        if rows <= 1 and sum(lengths) + gap * (len(items) - 1) <= width:
            return flow(items, width, gap)
    for gap in (_ROOMY, _TIGHT):
        if (columns := grid(items, -(-len(items) // rows), width, gap)) is not None:
            return columns
    while width > 1 and _rows(lengths, width - 1) == rows:  # no line much longer than the others
        width -= 1
    return flow(items, width, _TIGHT)


def _rows(lengths: Sequence[int], width: int) -> int:
    """How many lines items of some lengths need."""
    rows, room = 0, -1
    for length in lengths:
        room -= length + _TIGHT
        if room < 0:
            rows, room = rows + 1, width - length
    return rows


def _item(key: str, label: str, action: str) -> Content:
    return styled(key, "bold", action) + styled(f" {label}", "$quiet", action)
