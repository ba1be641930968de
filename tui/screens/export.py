"""Handing out a deck: format, questions, versions, key and file, with a preview of what the file would hold."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from quizgen.errors import QuizgenError
from quizgen.model.deck import Deck
from tui.commands import HELP, bindings
from tui.desk import Desk
from tui.exporting import ExportPlan, foreseen, suffix_of, write
from tui.quizzing import MODE_NAMES, MODES, whole_number
from tui.screens.form import FormScreen, form_commands
from tui.showing import visible
from tui.typeset import styled
from tui.widgets.form import Field
from tui.widgets.preview import export_preview

_FIRST_FORMAT = "html"
_COUNTS = ("all", "10", "20", "30", "50")
_ORDERS = ("as in the deck", "shuffled")
_KEYS = ("none", "printed at the end", "as a table beside it")
_MOST_VERSIONS = 6
_PAUSE_S = 0.15
"""How long a row must stay as it is before its preview is made."""


class ExportScreen(FormScreen[str | None]):
    """Asks what to hand out and how; gives what was written, in words.

    Args:
        desk: it knows where what was handed out is remembered.
        chosen: the deck pointed at; its file gives the new file's name.
        file: its deck file.
        decks: all decks.
        formats: names of formats.
    """

    commands = (*form_commands("write", "Write the file, whole or not at all."), HELP)
    BINDINGS = bindings(commands)

    def __init__(
        self, desk: Desk, chosen: Deck, file: Path, decks: Sequence[Deck], formats: Sequence[str]
    ) -> None:  # fmt: skip
        self._desk = desk
        self._chosen = chosen
        self._decks = tuple(decks)
        self._stem = file.stem
        self._replacing: Path | None = None
        self._busy = False
        which = ("this deck", f"all {len(decks)} decks")
        first = [Field(name="decks", label="What", values=which)] if len(decks) > 1 else []
        super().__init__(f"Hand out {visible(chosen.title)}", (
            *first,
            Field(name="format", label="Format", values=tuple(formats), place=formats.index(_FIRST_FORMAT)),
            Field(name="count", label="Questions", values=_COUNTS, writable=True),
            Field(name="mode", label="Asked by", values=MODE_NAMES),
            Field(name="order", label="Order", values=_ORDERS),
            Field(name="seed", label="Seed", values=("1",), writable=True),
            Field(name="versions", label="Versions", values=tuple(map(str, range(1, _MOST_VERSIONS + 1)))),
            Field(name="key", label="Key", values=_KEYS),
            Field(name="file", label="File", values=(f"{self._stem}.html",), writable=True),
        ))  # fmt: skip

    def parts(self) -> ComposeResult:
        """The form, and the preview below it."""
        yield from super().parts()
        yield Static(styled("Looking …", "$quiet"), id="preview", markup=False)

    def on_mount(self) -> None:
        """Make the first preview, beside the screen."""
        self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a file is being written, nothing else is done."""
        own = any(action == command.name for command in self.commands)
        return not (own and self._busy) and super().check_action(action, parameters)

    def changed(self, name: str) -> None:
        """Another file would be written."""
        self._replacing = None
        if name == "file" and not self.field("file").value:
            self.put(replace(self.field("file"), written=None))
        if name != "file":
            self._look()

    @work(exclusive=True, group="preview", exit_on_error=False)
    async def _look(self) -> None:
        await asyncio.sleep(_PAUSE_S)
        suffix = await asyncio.to_thread(suffix_of, self.field("format").value)
        self.put(replace(self.field("file"), values=(f"{self._stem}{suffix}",)))
        preview = self.query_one("#preview", Static)
        try:
            found = await asyncio.to_thread(foreseen, self._wanted(), self._plan())
            preview.update(export_preview(found, int(self.field("versions").value)))
        except QuizgenError as error:
            preview.update(styled("✗ ", "bold $error") + styled(visible(f"{error.message}. {error.hint}"), "$error"))

    def _wanted(self) -> Sequence[Deck]:
        several = len(self._decks) > 1 and self.field("decks").place
        return self._decks if several else (self._chosen,)

    def _plan(self) -> ExportPlan:
        """What the form says.

        Raises:
            QuizgenError: it makes no sense.
        """
        count = self.field("count").value
        number = None if count == "all" else whole_number(count)
        if number == 0:
            raise QuizgenError(f"{count!r} is no number of questions", hint="From 1 to 9999, or all.")
        key = self.field("key").place
        return ExportPlan(
            to=self.field("format").value, count=number, mode=MODES[self.field("mode").place],
            shuffle=bool(self.field("order").place), seed=self.field("seed").value,
            versions=int(self.field("versions").value), printed_key=key == 1, table_key=key == 2,
            file=Path(self.field("file").value).expanduser(),
        )  # fmt: skip

    def action_go(self) -> None:
        """Write it; what stands in its place must be confirmed by a second time."""
        with self.telling():
            plan = self._plan()
            taken = plan.taken()
            if taken is not None and taken != self._replacing:
                self._replacing = taken
                told = f"{taken} is there already. Once more replaces it."
                self.notify(visible(told), severity="warning", markup=False)
            elif not self._busy:
                self._busy = True
                self.query_one("#preview", Static).update(styled("Writing …", "$quiet"))
                self._write(plan)

    @work(exit_on_error=False)
    async def _write(self, plan: ExportPlan) -> None:
        try:
            told = await asyncio.to_thread(write, self._wanted(), plan, self._desk.store.file.parent)
            self.dismiss(told)
        except QuizgenError as error:
            self._busy = False
            self.tell(error)
            self._look()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in a worker is not hidden."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            raise event.worker.error
