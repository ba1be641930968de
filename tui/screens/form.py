"""A sheet with a form: point at a row, change it, and go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.widgets import Input, Static

from tui.commands import WRITING, Command
from tui.screens.base import Sheet
from tui.typeset import styled
from tui.widgets.answer import AnswerLine
from tui.widgets.form import Field, form_rows, form_text

Result = TypeVar("Result")


def form_commands(go: str, told: str) -> tuple[Command, ...]:
    """The commands of a form.

    Args:
        go: a word for what it is for: "start".
        told: a sentence for it.
    """
    return (
        Command("go", ("enter",), go, told),
        Command("step(1)", ("right", "l", "space"), "change", "Take the row's next value, or tick it."),
        Command("step(-1)", ("left", "h"), "back", "Take the row's value before.", footer=False),
        Command("move(-1)", ("up", "k"), "up", "Point at the row above.", footer=False),
        Command("move(1)", ("down", "j"), "down", "Point at the row below.", footer=False),
        Command("write", ("e",), "type", "Type a value for the row pointed at."),
        Command("take", ("enter",), "take", "Take the value that was typed.", when=(WRITING,)),
        Command("close", ("escape", "q"), "close", "Leave everything as it is."),
    )


class FormScreen(Sheet[Result]):
    """Holds fields, and what changes them; a screen of its own says what they are for.

    Args:
        title: what the form is for.
        fields: its rows.
    """

    AUTO_FOCUS = ""

    def __init__(self, title: str, fields: Sequence[Field]) -> None:
        super().__init__()
        self.title_text = title
        self.fields = list(fields)
        self._pointed = 0

    def parts(self) -> ComposeResult:
        """The title and the rows."""
        yield Static(styled(self.title_text, "bold"))
        yield Static(form_text(self.shown, 0), id="form")

    def foot(self) -> ComposeResult:
        """A line to type in, in sight however long the form is."""
        with Horizontal(id="writing") as line:
            line.display = False
            yield Static(id="writing-what", markup=False)
            yield AnswerLine("A value")

    @property
    def shown(self) -> list[Field]:
        """The fields that have rows now."""
        return [field for field in self.fields if not field.hidden]

    def field(self, name: str) -> Field:
        """The field of a name."""
        return next(field for field in self.fields if field.name == name)

    def put(self, field: Field) -> None:
        """Show a field in the place of that of its name."""
        self.fields[next(i for i, other in enumerate(self.fields) if other.name == field.name)] = field
        self.query_one("#form", Static).update(form_text(self.shown, self._pointed))

    def changed(self, name: str) -> None:
        """A field was changed; for screens that need to know."""

    def action_move(self, by: int) -> None:
        """Point at another row."""
        self._point(self._pointed + by)

    def action_pick(self, place: int) -> None:
        """A click points at a row; one on the row pointed at changes it, and the first one ticks a deck."""
        pointed = self._pointed
        self._point(place)
        if place == pointed or self.shown[place].tick:
            self.action_step(1)

    def action_change(self, place: int, by: int) -> None:
        """A click on an arrow."""
        self._point(place)
        self.action_step(by)

    def action_step(self, by: int) -> None:
        """Change the row pointed at."""
        field = self.shown[self._pointed]
        if len(field.values) > 1 or field.written is not None:
            self.put(field.stepped(by))
            self.changed(field.name)

    def action_write(self) -> None:
        """Type a value."""
        field, line = self.shown[self._pointed], self.query_one(AnswerLine)
        self.query_one("#writing-what", Static).update(styled(field.label, "$quiet"))
        self.query_one("#writing").display = True
        line.value = field.value
        line.action_select_all()  # so that what is typed takes its place
        self.set_focus(line)
        self.call_after_refresh(self._point, self._pointed)  # the page has a line less

    def on_input_submitted(self) -> None:
        """Enter takes what was typed."""
        self.action_take()

    def action_take(self) -> None:
        """Take what was typed."""
        field = self.shown[self._pointed]
        self.put(replace(field, written=self.query_one(AnswerLine).value.strip()))
        self.stop_writing()
        self.changed(field.name)

    def stop_writing(self) -> None:
        """Keys are commands again."""
        self.query_one("#writing").display = False
        self.set_focus(None)
        self.call_after_refresh(self._point, self._pointed)
        self.refresh_keys()

    def action_close(self) -> None:
        """Leave the line that is typed in, or else the form."""
        if self.writing:
            self.stop_writing()
        else:
            self.dismiss(None)

    @property
    def writing(self) -> bool:
        """Whether a value is being typed."""
        return isinstance(self.focused, Input)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Not every row can be typed in, and what is typed is no command."""
        if self.writing and any(action == command.name for command in self.commands):
            return action in ("take", "close", "help")
        return action != "take" and (action != "write" or self.shown[self._pointed].writable)

    def label(self, command: Command) -> str:
        """What a command is called now."""
        return "back" if command.name == "close" and self.writing else super().label(command)

    def _point(self, place: int) -> None:
        self._pointed = max(0, min(place, len(self.shown) - 1))
        form = self.query_one("#form", Static)
        form.update(form_text(self.shown, self._pointed))
        heights = [len(row.plain.split("\n")) for row in form_rows(self.shown, self._pointed, max(1, form.size.width))]
        top = form.virtual_region.y + sum(heights[: self._pointed])
        region = Region(0, top if self._pointed else 0, 1, heights[self._pointed])
        self.query_one("#sheet-page").scroll_to_region(region, animate=False)
        self.refresh_keys()
