"""The decks of the home screen, one of them pointed at."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Spacing
from textual.widgets import Static

from quizgen.study.wording import interval, percent
from tui.library import DeckFile, Folder, Listed
from tui.showing import one_line
from tui.standing import Standing, Standings
from tui.typeset import EMPTY, Typeset, hang, lines, right_aligned, styled

_WIDE = 60
"""From this width on, each deck has one line with columns."""
_COLUMNS = (("New", 5), ("Learning", 10), ("Due", 12), ("Retention", 11))
_FIGURES = sum(width for _, width in _COLUMNS)


class DeckList(VerticalScroll, can_focus=False):
    """The decks, in order; scrolls to the one pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Listed] = ()
        self._standings: Standings = {}
        self._none = EMPTY
        self.pointed = 0
        """Place of the deck pointed at, counted from 0."""

    def compose(self) -> ComposeResult:
        """The columns' names, which stay in sight, and one text for all decks."""
        yield Static(Typeset(_head), id="deck-head")  # there from the first frame: decks are what is expected
        yield Static(id="decks", markup=False)

    def on_resize(self) -> None:
        """The deck pointed at stays in sight."""
        self._show_head()
        self.call_after_refresh(self._follow)

    def _show_head(self) -> None:
        """Columns are named where there are columns."""
        width = self.content_size.width
        wanted = bool(self._rows) and (width >= _WIDE or not width)  # before the first layout there is no width
        head = self.query_one("#deck-head")
        if head.display is not wanted:
            head.display = wanted

    def show(self, rows: Sequence[Listed], standings: Standings, none: Content) -> None:
        """Show these decks.

        Args:
            rows: in order, the decks of a folder below it.
            standings: by deck id, of those that have been read, and by the paths of folders.
            none: what stands in the place of decks where there are none.
        """
        self._rows, self._standings, self._none = rows, standings, none
        self.point(self.pointed)

    def point(self, place: int) -> None:
        """Point at a deck, the nearest where there is none at that place."""
        self.pointed = max(0, min(place, len(self._rows) - 1))
        self._show_head()
        self.query_one("#decks", Static).update(Typeset(lambda width: lines(*self._set(width))))
        self.call_after_refresh(self._follow)

    def point_at(self, *files: Path) -> None:
        """Point at the first of these decks that is shown."""
        for place, row in enumerate(self._rows):
            if isinstance(row, DeckFile) and row.file in files:
                self.point(place)
                return

    @property
    def row(self) -> Listed | None:
        """What is pointed at."""
        return self._rows[self.pointed] if self._rows else None

    @property
    def file(self) -> DeckFile | None:
        """The deck pointed at."""
        return self.row if isinstance(self.row, DeckFile) else None

    def _set(self, width: int) -> list[Content]:
        folders = {row.path for row in self._rows if isinstance(row, Folder)}
        rows = [
            _row(row, self._standing(row), place, place == self.pointed, width, _depth(row, folders))
            for place, row in enumerate(self._rows)
        ]
        return rows or [self._none]

    def _standing(self, row: Listed) -> Standing | None:
        if isinstance(row, Folder):
            return self._standings.get(row.path)
        return self._standings.get(row.deck.id) if row.deck else None

    def _follow(self) -> None:
        """Scroll until the deck pointed at is seen."""
        width = self.query_one("#decks").size.width
        if not self._rows or not width:
            return
        heights = [len(part.plain.split("\n")) for part in self._set(width)]
        head = int(self.query_one("#deck-head").display)
        region = Region(0, head + sum(heights[: self.pointed]), 1, heights[self.pointed])
        self.scroll_to_region(region, spacing=Spacing(top=head), animate=False)


def _head(width: int) -> Content:
    names = "".join(right_aligned(name, columns) for name, columns in _COLUMNS)
    return styled("  Deck".ljust(width - _FIGURES) + names, "$quiet")


def _depth(row: Listed, folders: Collection[Path]) -> int:
    """How far a row is set in: a deck below its folder is."""
    return 2 if isinstance(row, DeckFile) and row.file.parent in folders else 0


def _row(row: Listed, standing: Standing | None, place: int, pointed: bool, width: int, depth: int) -> Content:
    pointer = styled("▸ " if pointed else "  ", "bold $accent") + " " * depth
    margin = Content(" " * (2 + depth))
    name = styled(one_line(row.title), "bold" if pointed else "", f"screen.pick({place})")
    error = row.error if isinstance(row, DeckFile) else None
    if width >= _WIDE and error is None:
        first, *more = hang(name, width - _FIGURES - 1, pointer, margin).split(allow_blank=True)
        return lines(first + " " * (width - _FIGURES - first.cell_length) + _columns(row, standing), *more)
    below = _told(row) if isinstance(row, DeckFile) and error else styled(_figures(row, standing), "$quiet")
    return lines(hang(name, width, pointer, margin), hang(below, width, margin + "  ", margin + "  "))


def _columns(row: Listed, standing: Standing | None) -> Content:
    if standing is None:
        return styled(right_aligned(_awaited(row), _FIGURES), "$quiet")
    counts = standing.counts
    told = (
        (str(counts.new), counts.new),
        (str(counts.learning), counts.learning),
        (_due(standing), counts.due),
        (_share(standing), 0),
    )
    parts = [
        styled(right_aligned(text, columns), "" if figure else "$quiet")
        for (text, figure), (_, columns) in zip(told, _COLUMNS, strict=True)
    ]
    return Content.assemble(*parts)


def _awaited(row: Listed) -> str:
    return f"reading, {percent(row.share)}" if isinstance(row, DeckFile) and row.share else "…"


def _figures(row: Listed, standing: Standing | None) -> str:
    if standing is None:
        return _awaited(row)
    counts = standing.counts
    kept = "" if standing.retention is None else f" · {_share(standing)}"
    return f"new {counts.new} · learning {counts.learning} · due {_due(standing)}{kept}"


def _due(standing: Standing) -> str:
    """How many reviews are due, or when the next will be."""
    days = standing.next_in
    if standing.counts.due or days is None:
        return str(standing.counts.due)
    return "tomorrow" if days == 1 else f"in {interval(days * 86400)}"


def _share(standing: Standing) -> str:
    return "–" if standing.retention is None else percent(standing.retention)


def _told(file: DeckFile) -> Content:
    error = file.error
    if error is None:
        return EMPTY
    where = error.where.removeprefix(str(file.file)).strip(":").replace(":", ", column ")
    place = f"line {where}: " if where[:1].isdigit() else ""
    hint = f" {error.hint}" if error.hint else ""
    return styled("✗ ", "bold $error") + styled(one_line(f"{place}{error.message}.{hint}"), "$error")
