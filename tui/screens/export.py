"""Handing out a deck: format, questions, versions, key and file, with a preview of what the file would hold."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.errors import QuizgenError
from quizgen.model.deck import Deck
from tui.commands import HELP, bindings
from tui.desk import Desk
from tui.exporting import ExportPlan, KeyPlace, PaperKind, Selection, foreseen, format_of, sorts, write
from tui.quizzing import MODE_NAMES, MODES, whole_number
from tui.screens.form import FormScreen, form_commands
from tui.showing import visible
from tui.typeset import styled
from tui.widgets.form import Field
from tui.widgets.preview import export_preview

_FIRST_FORMAT = "html"
_ALL = "all"
_OWN_TITLE = "of the deck"
_COUNTS = (_ALL, "10", "20", "30", "50")
_ORDERS = ("as in the deck", "shuffled")
_PRINTED = ("versions", "paper", "answers")
"""Rows for what is printed alone."""
_MOST_VERSIONS = 6
_PAUSE_S = 0.15
"""How long a row must stay as it is before its preview is made."""


class ExportScreen(FormScreen[None]):
    """Asks what to hand out and how, and tells what was written.

    Args:
        desk: it knows where what was handed out is remembered.
        title: of the form.
        selections: what can be handed out, the first of them at first.
        stem: the new file's name, less its ending.
        formats: names of formats.
    """

    commands = (*form_commands("write", "Write the file, whole or not at all."), HELP)
    BINDINGS = bindings(commands)

    def __init__(
        self, desk: Desk, title: str, selections: Sequence[Selection], stem: str, formats: Sequence[str]
    ) -> None:
        self._desk = desk
        self._selections = tuple(selections)
        self._stem = stem
        self._replacing: Path | None = None
        self._busy = False
        self._sorted = False
        which = tuple(selection.label for selection in selections)
        super().__init__(title, (
            Field(name="decks", label="What", values=which, hidden=len(which) == 1),
            Field(name="format", label="Format", values=tuple(formats), place=formats.index(_FIRST_FORMAT)),
            Field(name="title", label="Title", values=(_OWN_TITLE,), writable=True),
            Field(name="count", label="Questions", values=_COUNTS, writable=True),
            Field(name="kinds", label="Kinds", values=(_ALL,), writable=True, hidden=True),
            Field(name="tags", label="Tags", values=(_ALL,), writable=True, hidden=True),
            Field(name="mode", label="Asked by", values=MODE_NAMES),
            Field(name="order", label="Order", values=_ORDERS),
            Field(name="seed", label="Seed", values=("1",), writable=True),
            Field(name="versions", label="Versions", values=tuple(map(str, range(1, _MOST_VERSIONS + 1))), hidden=True),
            Field(name="paper", label="Paper", values=tuple(PaperKind), hidden=True),
            Field(name="answers", label="Answer sheet", hidden=True),
            Field(name="key", label="Key", values=(KeyPlace.NONE, KeyPlace.TABLE)),
            Field(name="file", label="File", values=(f"{stem}.html",), writable=True),
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
        if name in ("file", "title") and self.field(name).value in ("", _OWN_TITLE):
            self.put(replace(self.field(name), written=None))
        if name != "file":
            self._look()

    @work(exclusive=True, group="preview", exit_on_error=False)
    async def _look(self) -> None:
        await asyncio.sleep(_PAUSE_S)
        await self._fit_rows()
        preview = self.query_one("#preview", Static)
        try:
            found = await asyncio.to_thread(foreseen, self._wanted(), self._plan())
            preview.update(export_preview(found))
        except QuizgenError as error:
            preview.update(styled("✗ ", "bold $error") + styled(visible(f"{error.message}. {error.hint}"), "$error"))

    async def _fit_rows(self) -> None:
        """The rows that apply to the format and to the cards."""
        form = await asyncio.to_thread(format_of, self.field("format").value)
        for name in _PRINTED:
            self.put(replace(self.field(name), hidden=not form.printed))
        keys = tuple(KeyPlace) if form.printed else (KeyPlace.NONE, KeyPlace.TABLE)
        key = self.field("key")
        self.put(replace(key, values=keys, place=key.place if key.place < len(keys) else 0))
        self.put(replace(self.field("file"), values=(f"{self._stem}{form.suffix}",)))
        if not self._sorted:
            decks = [deck for selection in self._selections for deck in selection.decks]
            for name, found in zip(("kinds", "tags"), await asyncio.to_thread(sorts, decks), strict=True):
                self.put(replace(self.field(name), values=(_ALL, *found), hidden=not found))
            self._sorted = True

    def _wanted(self) -> Sequence[Deck]:
        return self._selections[self.field("decks").place].decks

    def _plan(self) -> ExportPlan:
        """What the form says.

        Raises:
            QuizgenError: it makes no sense.
        """
        count = self.field("count").value
        number = None if count == _ALL else whole_number(count)
        if number == 0:
            raise QuizgenError(f"{count!r} is no number of questions", hint="From 1 to 9999, or all.")
        versions, paper, answers = map(self.field, _PRINTED)
        return ExportPlan(
            to=self.field("format").value, title=self.field("title").written, count=number,
            kinds=_names(self.field("kinds")), tags=_names(self.field("tags")), mode=MODES[self.field("mode").place],
            shuffle=bool(self.field("order").place), seed=self.field("seed").value,
            versions=1 if versions.hidden else int(versions.value), answer_sheet=answers.ticked and not answers.hidden,
            paper=PaperKind(paper.value), key=KeyPlace(self.field("key").value),
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
            self.dismiss(None)
            self.notify(visible(told), timeout=10, markup=False)
        except QuizgenError as error:
            self._busy = False
            self.tell(error)
            self._look()


def _names(field: Field) -> tuple[str, ...]:
    """The names chosen in a row, or typed with commas between; none for all."""
    if field.written is None:
        return (field.value,) if field.place else ()
    names = tuple(filter(None, map(str.strip, field.written.split(","))))
    return () if names == (_ALL,) else names
