"""A table of cards that holds no more of them than it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content

from quizgen.study.browsing.browser import Browsed
from tui.cardstate import brief, signs
from tui.showing import one_line
from tui.typeset import EMPTY, Typeset, cut, lines, styled
from tui.widgets.text import Text

_PAGE = 128
"""Rows that are read at once."""
_PAGES = 8
_WIDE = 60
"""From this width on, answer and kind of fact have columns."""
_KIND, _STATE = 14, 16


class CardTable(Text, can_focus=True):
    """Cards by their numbers in what was found, one of them pointed at; rows are read when they come in sight.

    Args:
        read: gives the rows at some positions; those that are gone are left out.
        day: the study day.
        pointing: told of the card pointed at, whenever that may be another.
    """

    def __init__(
        self,
        read: Callable[[Sequence[int]], Sequence[Browsed]],
        day: int,
        pointing: Callable[[Browsed | None], object],
    ) -> None:
        super().__init__(id="cards")
        self._read_rows = read
        self._day = day
        self._pointing = pointing
        self._pages: dict[int, dict[int, Browsed]] = {}
        self._top = 0
        self.found: Sequence[int] = ()
        """The positions of the cards."""
        self.marked: set[int] = set()
        """The positions of those that are marked, found or not."""
        self.pointed = 0
        """Number of the card pointed at."""

    @property
    def position(self) -> int | None:
        """The position of the card pointed at."""
        return self.found[self.pointed] if self.found else None

    @property
    def card(self) -> Browsed | None:
        """The card pointed at."""
        return self._row(self.pointed) if self.found else None

    @property
    def least_height(self) -> int:
        """All there is."""
        return self.content_size.height

    def present(self, found: Sequence[int], position: int | None = None, number: int = 0) -> None:
        """Show other cards.

        Args:
            found: their positions.
            position: of the one to point at.
            number: of the one to point at where that is not among them.
        """
        self.found, self._top = found, self._top if number or position is not None else 0
        self._pages.clear()
        self.point(found.index(position) if position in found else number)

    def reread(self) -> None:
        """Read the rows anew; what is done to cards changes them."""
        self._pages.clear()
        self.point(self.pointed)

    def point(self, number: int) -> None:
        """Point at a card, the nearest where there is none of that number."""
        self.pointed = max(0, min(number, len(self.found) - 1))
        room = max(1, self.content_size.height)
        self._top = max(0, min(max(self._top, self.pointed - room + 1), self.pointed))
        rows = list(self._rows(self._top, self._top + room))
        self.show(Typeset(lambda width: lines(*_table(rows, width)) if rows else EMPTY))
        self._pointing(self.card)

    def mark(self) -> None:
        """Mark the card pointed at, or take its mark away."""
        if self.position is not None:
            self.marked ^= {self.position}
            self.point(self.pointed)

    def on_resize(self) -> None:
        """As many rows as there is room for."""
        self.point(self.pointed)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel goes through the cards."""
        event.stop()
        self.point(self.pointed + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """And back."""
        event.stop()
        self.point(self.pointed - 3)

    def _rows(self, first: int, last: int) -> Iterator[_Row]:
        for number in range(first, min(last, len(self.found))):
            marked = self.found[number] in self.marked
            yield self._row(number), number, number == self.pointed, marked, self._day

    def _row(self, number: int) -> Browsed | None:
        page = number // _PAGE
        if page not in self._pages:
            if len(self._pages) >= _PAGES:
                self._pages.clear()
            positions = self.found[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = {row.position: row for row in self._read_rows(positions)}
        return self._pages[page].get(self.found[number])


_Row = tuple[Browsed | None, int, bool, bool, int]
"""A card with its number, whether it is pointed at and marked, and the study day."""


def _table(rows: Sequence[_Row], width: int) -> Iterator[Content]:
    """The rows; where columns are few, their states take no more of them than they need."""
    states = [_state(row, day) for row, *_, day in rows]
    room = _STATE if width >= _WIDE else min(_STATE, max(map(cell_len, states)) + 1)
    return (_set(*row, state, room, width) for row, state in zip(rows, states, strict=True))


def _state(row: Browsed | None, day: int) -> str:
    return "" if row is None else " ".join(filter(None, (brief(row.state, row.hidden, day), signs(row.state))))


def _set(
    row: Browsed | None, number: int, pointed: bool, marked: bool, _: int, state: str, states: int, width: int
) -> Content:  # fmt: skip
    before = styled("▸" if pointed else " ", "bold $accent") + styled("✓ " if marked else "  ", "bold $accent")
    room = width - before.cell_length
    if row is None:
        return before + styled(cut("this card has left its deck", room), "$quiet")
    columns = [(state, states)]
    if width >= _WIDE:
        columns = [(one_line(row.kind or ""), _KIND), *columns]
    question = room - sum(columns_of for _, columns_of in columns) - 1
    texts = [styled(_padded(one_line(row.question), question), "bold" if pointed else "", f"screen.pick({number})")]
    texts += [styled(" " + _padded(text, size - 1), "$quiet") for text, size in columns]
    return Content.assemble(before, *texts)


def _padded(text: str, width: int) -> str:
    short = cut(text, width)
    return short + " " * (width - Content(short).cell_length)
