"""Text that is set anew for each card, and repaints no more than it must."""

from __future__ import annotations

from textual.geometry import Region
from textual.widget import Widget

from tui.typeset import BLANK, Typeset


class Text(Widget):
    """A text; one that stays as it is is not painted again, and one that keeps its height needs no layout.

    Args:
        typeset: the first text.
        id: in the style sheets.
    """

    def __init__(self, typeset: Typeset = BLANK, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._typeset = typeset

    def render(self) -> Typeset:
        """What is shown."""
        return self._typeset

    def show(self, typeset: Typeset) -> None:
        """Show another text."""
        before, self._typeset = self._typeset, typeset
        width, height = self.content_size
        if typeset.at(width).is_same(before.at(width)):
            return
        lines = typeset.height(width)
        if max(lines, self.least_height) == height:
            self.refresh(Region(0, 0, width, max(lines, before.height(width))))
        else:
            self.refresh(layout=True)

    @property
    def least_height(self) -> int:
        """Lines it has even when its text has fewer."""
        return 0


class PageText(Text):
    """A text that fills its page, also when it is short."""

    @property
    def least_height(self) -> int:
        """As high as the page."""
        page = self.parent
        return page.content_size.height if isinstance(page, Widget) and not self.has_class("-short") else 0
