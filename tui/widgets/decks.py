"""The decks of the home screen, one of them pointed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from quizgen.study.wording import interval, percent
from tui.library import DeckFile
from tui.showing import one_line
from tui.standing import Standing
from tui.typeset import EMPTY, Typeset, hang, lines, right_aligned, styled

_WIDE = 60
"""From this width on, each deck has one line with columns."""
_COLUMNS = (("New", 5), ("Learning", 10), ("Due", 12), ("Retention", 11))
_FIGURES = sum(width for _, width in _COLUMNS)


class DeckList(VerticalScroll, can_focus=False):
    """The decks, in order; scrolls to the one pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self._files: Sequence[DeckFile] = ()
        self._standings: Mapping[str, Standing] = {}
        self._none = EMPTY
        self.pointed = 0
        """Place of the deck pointed at, counted from 0."""

    def compose(self) -> ComposeResult:
        """One text for all decks."""
        yield Static(markup=False)

    def on_resize(self) -> None:
        """The deck pointed at stays in sight."""
        self.call_after_refresh(self._follow)

    def show(self, files: Sequence[DeckFile], standings: Mapping[str, Standing], none: Content) -> None:
        """Show these decks.

        Args:
            files: in order.
            standings: by deck id, of those that have been read.
            none: what stands in the place of decks where there are none.
        """
        self._files, self._standings, self._none = files, standings, none
        self.point(self.pointed)

    def point(self, place: int) -> None:
        """Point at a deck, the nearest where there is none at that place."""
        self.pointed = max(0, min(place, len(self._files) - 1))
        self.query_one(Static).update(Typeset(lambda width: lines(*self._set(width))))
        self.call_after_refresh(self._follow)

    def point_at(self, *files: Path) -> None:
        """Point at the first of these decks that is shown."""
        for place, known in enumerate(self._files):
            if known.file in files:
                self.point(place)
                return

    @property
    def file(self) -> DeckFile | None:
        """The deck pointed at."""
        return self._files[self.pointed] if self._files else None

    def _set(self, width: int) -> list[Content]:
        rows = [
            _row(
                file,
                self._standings.get(file.deck.id) if file.deck else None,
                place,
                place == self.pointed,
                width,
            )
            for place, file in enumerate(self._files)
        ]
        return [*_head(width), *rows] if rows else [self._none]

    def _follow(self) -> None:
        """Scroll until the deck pointed at is seen; to the very top for the first."""
        width = self.query_one(Static).size.width
        if not self._files or not width:
            return
        heights = [len(part.plain.split("\n")) for part in self._set(width)]
        place = self.pointed + len(_head(width))
        top = sum(heights[:place]) if self.pointed else 0
        bottom = sum(heights[: place + 1])
        self.scroll_to_region(Region(0, top, 1, bottom - top), animate=False)


def _head(width: int) -> list[Content]:
    if width < _WIDE:
        return []
    names = "".join(right_aligned(name, columns) for name, columns in _COLUMNS)
    return [styled("  Deck".ljust(width - _FIGURES) + names, "$quiet")]


def _row(file: DeckFile, standing: Standing | None, place: int, pointed: bool, width: int) -> Content:
    pointer = styled("▸ " if pointed else "  ", "bold $accent")
    name = styled(one_line(file.title), "bold" if pointed else "", f"screen.pick({place})")
    if width >= _WIDE and file.error is None:
        first, *more = hang(name, width - _FIGURES - 1, pointer, Content("  ")).split(allow_blank=True)
        return lines(first + " " * (width - _FIGURES - first.cell_length) + _columns(file, standing), *more)
    below = _told(file) if file.error else styled(_figures(file, standing), "$quiet")
    return lines(hang(name, width, pointer, Content("  ")), hang(below, width, Content("    "), Content("    ")))


def _columns(file: DeckFile, standing: Standing | None) -> Content:
    if standing is None:
        return styled(right_aligned(_awaited(file), _FIGURES), "$quiet")
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


def _awaited(file: DeckFile) -> str:
    return f"reading, {percent(file.share)}" if file.share else "…"


def _figures(file: DeckFile, standing: Standing | None) -> str:
    if standing is None:
        return _awaited(file)
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
