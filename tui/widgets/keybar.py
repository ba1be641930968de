"""The footer: what can be done now, each with its key; a click does it as well."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.typeset import Typeset, flow, styled


class KeyBar(Static):
    """One line or more at the bottom; nothing is left out on a narrow terminal."""

    def show(self, offers: Sequence[tuple[str, str, str]]) -> None:
        """Show what is on offer.

        Args:
            offers: key, label and action of each.
        """
        items = [_item(*offer) for offer in offers]
        self.update(Typeset(lambda width: flow(items, width)))


def _item(key: str, label: str, action: str) -> Content:
    return styled(key, "bold", action) + styled(f" {label}", "$quiet", action)
