"""A form: rows of settings, one of them pointed at, each changed by a key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from tui.showing import one_line
from tui.typeset import EMPTY, Typeset, hang, lines, styled


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row of a form."""

    name: str
    """By which it is found."""
    label: str
    values: tuple[str, ...] = ("no", "yes")
    """To choose from."""
    place: int = 0
    """Of the value chosen."""
    written: str | None = None
    """What was typed in place of a value."""
    writable: bool = False
    """Whether a value may be typed."""
    tick: bool = False
    """It is chosen or not: the last value says it is."""
    unit: str = ""
    """What a value counts, told behind it."""
    help: str = ""
    """Told below the row while it is pointed at."""
    hidden: bool = False
    """It does not apply now, and has no row."""

    @property
    def value(self) -> str:
        """What it is set to."""
        return self.values[self.place] if self.written is None else self.written

    @property
    def ticked(self) -> bool:
        """Whether it is chosen."""
        return self.place == len(self.values) - 1

    def stepped(self, by: int) -> Field:
        """The value so many places further, round and round; what was typed is dropped."""
        return replace(self, place=(self.place + by) % len(self.values), written=None)


def form_text(fields: Sequence[Field], pointed: int) -> Typeset:
    """The rows of a form.

    Args:
        fields: in order; those to tick come after a blank line.
        pointed: place of the row pointed at.
    """
    return Typeset(lambda width: lines(*form_rows(fields, pointed, width)))


def form_rows(fields: Sequence[Field], pointed: int, width: int) -> list[Content]:
    """The rows, each as high as it needs to be."""
    column = max((len(field.label) for field in fields if not field.tick), default=0) + 2
    rows: list[Content] = []
    for place, field in enumerate(fields):
        first_tick = field.tick and place > 0 and not fields[place - 1].tick
        row = _ticked(field, place, place == pointed, width) if field.tick else _valued(
            field, place, place == pointed, column, width
        )  # fmt: skip
        if place == pointed and field.help:
            row = lines(row, hang(styled(field.help, "$quiet"), width, Content("    "), Content("    ")))
        rows.append(lines(EMPTY, row) if first_tick else row)
    return rows


def _pointer(pointed: bool) -> Content:
    return styled("▸ " if pointed else "  ", "bold $accent")


def _valued(field: Field, place: int, pointed: bool, column: int, width: int) -> Content:
    action = f"screen.pick({place})"
    label = _pointer(pointed) + styled(field.label.ljust(column), "" if pointed else "$quiet", action)
    value = styled(one_line(field.value) or "–", "bold" if pointed else "", action)
    if pointed and len(field.values) > 1:
        value = styled("‹ ", "$accent", f"screen.change({place}, -1)") + value + styled(" ›", "$accent", action)
    if field.unit:
        value += styled(f" {field.unit}", "$quiet")
    return hang(value, width, label, Content(" " * label.cell_length))


def _ticked(field: Field, place: int, pointed: bool, width: int) -> Content:
    sign = styled("✓ " if field.ticked else "· ", "bold $success" if field.ticked else "$quiet")
    label = styled(one_line(field.label), "bold" if pointed else "", f"screen.pick({place})")
    return hang(label, width, _pointer(pointed) + sign, Content("    "))
