"""The evidence where it stands in the document it was found in."""

from __future__ import annotations

import asyncio
import re
from pathlib import PurePosixPath

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Source
from quizgen.study.shelf import OpenDeck
from tui.commands import Command, bindings
from tui.evidence import document_text, source_of
from tui.screens.base import Sheet
from tui.showing import one_line, visible
from tui.typeset import lines, styled
from tui.widgets.card import highlighted, quoted

_AROUND = 20_000
"""Characters shown before and after the evidence; of a longer document the rest is left out."""
_SOFT_BREAK = re.compile(r"(?<=\S)\n(?=[^\W\d_]|[\"'“‘(])")
"""A line break within a paragraph: the text is set anew for the width there is; offsets stay."""


class SourceScreen(Sheet[None]):
    """Shows the document, scrolled to the evidence; the quote alone where the document is not at hand.

    Args:
        card: whose evidence is shown.
        opened: the card's deck, and the file it was read from.
    """

    commands = (
        Command("scroll(-1)", ("up", "k"), "up", "Scroll up."),
        Command("scroll(1)", ("down", "j", "space"), "down", "Scroll down."),
        Command("close", ("escape", "q", "v"), "close", "Back to the card."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, card: Card, opened: OpenDeck) -> None:
        super().__init__()
        self._card = card
        self._opened = opened
        self._evidence = card.evidence[0]

    def parts(self) -> ComposeResult:
        """The document's name, and its text once it has been read."""
        source = source_of(self._opened.deck, self._evidence)
        yield Static(styled(_name(source), "$quiet"))
        yield Static("", id="source-text", markup=False)

    def on_mount(self) -> None:
        """Read the document."""
        self._load()

    @work(exit_on_error=False)
    async def _load(self) -> None:
        text = await asyncio.to_thread(document_text, self._opened, self._evidence)
        shown = self.query_one("#source-text", Static)
        if text is None:
            shown.update(lines(*(quoted(self._card, evidence) for evidence in self._card.evidence), _absent()))
            return
        before, quote, after = _window(text, self._evidence)
        marked = Content.assemble(before, highlighted(self._card, quote).stylize("bold"), after)
        shown.update(marked)
        self.call_after_refresh(self._show_after, before)

    def _show_after(self, before: str) -> None:
        """Bring the evidence to the upper part of the page."""
        page, shown = self.query_one("#sheet-page"), self.query_one("#source-text", Static)
        line = len(Content(before).wrap(max(1, shown.size.width)))
        page.scroll_to_region(Region(0, max(0, line - 2), 1, page.size.height), animate=False, top=True)

    def action_scroll(self, direction: int) -> None:
        """Scroll by three lines."""
        self.query_one("#sheet-page").scroll_relative(y=3 * direction, animate=False)

    def action_close(self) -> None:
        """Back to the card."""
        self.dismiss(None)


def _window(text: str, evidence: Evidence) -> tuple[str, str, str]:
    text = _SOFT_BREAK.sub(" ", text)
    first, last = max(0, evidence.start - _AROUND), evidence.end + _AROUND
    before = ("…" if first else "") + text[first : evidence.start]
    after = text[evidence.end : last] + ("…" if last < len(text) else "")
    return visible(before), text[evidence.start : evidence.end], visible(after)


def _name(source: Source | None) -> str:
    if source is None:
        return "The evidence"
    return one_line(PurePosixPath(source.file).name)


def _absent() -> Content:
    return styled("\nThe document is not beside its deck, or has changed since; this is what was quoted.", "$quiet")
