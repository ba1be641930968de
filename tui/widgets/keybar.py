"""The footer: what can be done now, each with its key; a click does it as well."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.typeset import Typeset, flow, styled
from tui.widgets.text import Text


class KeyBar(Text):
    """One line or more at the bottom; nothing is left out on a narrow terminal."""

    def __init__(self, offers: Sequence[tuple[str, str, str]] = ()) -> None:
        super().__init__(_line(offers))

    def offer(self, offers: Sequence[tuple[str, str, str]]) -> None:
        """Show what is on offer.

        Args:
            offers: key, label and action of each.
        """
        self.show(_line(offers))


def _line(offers: Sequence[tuple[str, str, str]]) -> Typeset:
    items = [_item(*offer) for offer in offers]
    return Typeset(lambda width: _set(items, width))


def _set(items: list[Content], width: int) -> Content:
    """On one line if at all possible."""
    roomy = flow(items, width)
    return flow(items, width, gap=2) if "\n" in roomy.plain else roomy


def _item(key: str, label: str, action: str) -> Content:
    return styled(key, "bold", action) + styled(f" {label}", "$quiet", action)
