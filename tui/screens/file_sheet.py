"""A sheet that asks for a file, and shows what there is while its name is typed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.commands import WRITING, Command
from tui.files import completed, offered, shortened
from tui.screens.base import Sheet
from tui.showing import one_line
from tui.typeset import Typeset, cut, flow, styled
from tui.widgets.answer import AnswerLine

Result = TypeVar("Result")

COMPLETE = Command("complete", ("tab",), "complete", "Go on with the name as far as it is settled.", when=(WRITING,))
_SHOWN = 12
"""Names that are shown at most."""


class FileSheet(Sheet[Result]):
    """Asks for a file or folder.

    Args:
        title: what it is for.
        placeholder: what is to be typed.
        told: more of it, in a sentence.
    """

    AUTO_FOCUS = "#answer"

    def __init__(self, title: str, placeholder: str, told: str) -> None:
        super().__init__()
        self._title, self._placeholder, self._told = title, placeholder, told

    def suffixes(self) -> Collection[str]:
        """Of the files that are wanted."""
        raise NotImplementedError

    def parts(self) -> ComposeResult:
        """The line for the name, what there is, and what it is about."""
        yield Static(styled(self._title, "bold"))
        yield AnswerLine(self._placeholder)
        yield Static(self._names(""), id="names", markup=False)
        yield Static(styled(self._told, "$quiet"), id="told", markup=False)
        yield Static(Typeset(_here))

    def on_input_changed(self) -> None:
        """Every key shows what is left."""
        self.query_one("#names", Static).update(self._names(self.query_one(AnswerLine).value))

    def action_complete(self) -> None:
        """Go on with the name."""
        line = self.query_one(AnswerLine)
        line.value = completed(line.value, offered(line.value, self.suffixes()))
        line.cursor_position = len(line.value)

    def _names(self, typed: str) -> Typeset:
        names = offered(typed, self.suffixes())
        more = len(names) - _SHOWN

        def at(width: int) -> Content:
            shown = [styled(cut(one_line(name), width)) for name in names[:_SHOWN]]
            return flow([*shown, *([styled(f"and {more} more", "$quiet")] if more > 0 else [])], width)

        return Typeset(at)


def _here(width: int) -> Content:
    """The folder from which names count, without its beginning where that has no room."""
    folder, room = one_line(shortened(str(Path.cwd()))), max(1, width - len("In "))
    while cell_len(folder) > room:
        folder = f"…{folder.removeprefix('…')[1:]}"
    return styled(f"In {folder}", "$quiet")
