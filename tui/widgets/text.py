"""Text that is set anew for each card, and repaints no more than it must."""

from __future__ import annotations

from textual.content import Content
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
            same = same_lines(before.at(width), typeset.at(width))
            self.refresh(Region(0, same, width, max(lines, before.height(width)) - same))
        else:
            self.refresh(layout=True)

    @property
    def least_height(self) -> int:
        """Lines it has even when its text has fewer."""
        return 0


def same_lines(one: Content, other: Content) -> int:
    """How many lines two texts begin with in common, with their styles."""
    same = offset = 0
    for line, line_of_other in zip(one.plain.split("\n"), other.plain.split("\n"), strict=False):
        if line != line_of_other:
            break
        same, offset = same + 1, offset + len(line) + 1
    spans, spans_of_other = ([span for span in text.spans if span.start < offset] for text in (one, other))
    return same if spans == spans_of_other else 0


class PageText(Text):
    """A text that fills its page, also when it is short."""

    @property
    def least_height(self) -> int:
        """As high as the page."""
        page = self.parent
        return page.content_size.height if isinstance(page, Widget) and not self.has_class("-short") else 0
