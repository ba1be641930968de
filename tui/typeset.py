"""Text set for the width there is: every screen is made of these, and none of them knows markup."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

EMPTY = Content("")


class Typeset(Visual):
    """A visual that is set anew for each width.

    Args:
        setter: gives the text for a width in cells.
    """

    def __init__(self, setter: Callable[[int], Content]) -> None:
        self._setter = setter
        self._set: tuple[int, Content] | None = None

    def at(self, width: int) -> Content:
        """The text at a width in cells, each of its lines on one of its own."""
        if self._set is None or self._set[0] != width:
            room = max(width, 1)
            self._set = (width, lines(*self._setter(room).wrap(room)))
        return self._set[1]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Textual asks for the lines at the width the layout gave."""
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """It takes all the width there is."""
        return container_width

    def get_minimal_width(self, rules: RulesMap) -> int:
        """One cell is enough."""
        return 1

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines at a width."""
        return self.height(width)

    def height(self, width: int) -> int:
        """Lines at a width in cells."""
        return self.at(width).plain.count("\n") + 1


BLANK = Typeset(lambda _: EMPTY)


def styled(text: str, style: str = "", action: str | None = None) -> Content:
    """Text in a style of ours; a click on it runs an action.

    Args:
        text: plain text, already visible.
        style: of ours, never from a deck.
        action: such as ``screen.grade(3)``.
    """
    content = Content.styled(text, style)
    return content.stylize(Style.from_meta({"action": action})) if action and text else content


def lines(*parts: Content) -> Content:
    """One under the other."""
    return Content("\n").join(parts)


def hang(content: Content, width: int, first: Content, rest: Content) -> Content:
    """Wrap, with one sign before the first line and another before those that follow.

    Args:
        content: the text.
        width: in cells, signs included.
        first, rest: signs of equal width.
    """
    wrapped = content.wrap(max(width - first.cell_length, 1))
    return lines(*((rest if number else first) + line for number, line in enumerate(wrapped)))


def spread(left: Content, right: Content, width: int) -> Content:
    """Left and right on one line where they fit, else one under the other."""
    gap = width - left.cell_length - right.cell_length
    if gap >= 2:
        return left + " " * gap + right
    return lines(*(part for part in (left, right) if part))


def flow(items: list[Content], width: int, gap: int = 3) -> Content:
    """Items side by side, as many to a line as fit; an item is never broken."""
    rows: list[Content] = []
    for item in items:
        if rows and rows[-1].cell_length + gap + item.cell_length <= width:
            rows[-1] = rows[-1] + " " * gap + item
        else:
            rows.append(item)
    return lines(*rows)


def grid(items: list[Content], columns: int, width: int, gap: int = 3) -> Content | None:
    """Items row by row, each below the one before it by so many; None where that is too wide."""
    lengths = [item.cell_length for item in items]
    widest = [max(lengths[place::columns], default=0) for place in range(columns)]
    room = sum(widest) + gap * (columns - 1)
    padded = [item + " " * (widest[place % columns] - lengths[place]) for place, item in enumerate(items)]
    return flow(padded, room, gap) if room <= width else None


def bar(done: int, total: int, width: int, begun: int = 0) -> Content:
    """How much is done, as a line.

    Args:
        done, total: how many.
        width: in cells.
        begun: how many more are begun, which shows as dashes.
    """
    halves = _halves(done, total, width)
    full, half = divmod(halves, 2)
    dashes = (_halves(done + begun, total, width) - halves + half) // 2
    filled = "━" * full + ("╸" * half if not dashes else "╍" * dashes)
    return styled(filled, "$accent") + styled("─" * (width - len(filled)), "$rule")


def _halves(part: int, whole: int, width: int) -> int:
    return 0 if whole <= 0 else min(2 * width, max(0, part) * 2 * width // whole)


def right_aligned(text: str, width: int) -> str:
    """Padded on the left to a width in cells."""
    return " " * max(0, width - cell_len(text)) + text


def cut(text: str, width: int) -> str:
    """At most so many cells, the last an ellipsis where something was cut off."""
    if cell_len(text) <= width:
        return text
    return Content(text).truncate(max(width, 1), ellipsis=True).plain
