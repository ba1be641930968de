"""The four grades, each with the interval it would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from quizgen.model.review import Grade
from quizgen.study.schedule import Outcome
from quizgen.study.wording import interval
from tui.typeset import Typeset, flow, grid, styled

_GAP = 2


def grade_row(keys: Sequence[str], suggested: Grade | None, preview: Mapping[Grade, Outcome] | None = None) -> Typeset:
    """The grades on one line, in columns if there is room, or two by two; a pointer stands before the suggested one.

    Args:
        keys: of the grades, in their order.
        suggested: by the answer given, if one was.
        preview: what each grade would do, where anything is scheduled.
    """
    items = [
        _item(grade, key, f"  {interval(preview[grade].interval_s)}" if preview else "", grade is suggested)
        for grade, key in zip(Grade, keys, strict=True)
    ]
    widest = max(item.cell_length for item in items)
    padded = [item + " " * (widest - item.cell_length) for item in items]

    def at(width: int) -> Content:
        for row in (padded, items):
            line = flow(row, width, _GAP)
            if "\n" not in line.plain:
                return line
        return grid(items, 2, width, _GAP) or grid(items, 2, width, 1) or grid(items, 1, width) or flow(items, width)

    return Typeset(at)


def _item(grade: Grade, key: str, coming: str, suggested: bool) -> Content:
    action = f"screen.grade({int(grade)})"
    pointer = styled("▸ " if suggested else "  ", "bold $accent", action)
    name = styled(f"{key} {grade.name.lower()}", "bold", action)
    return pointer + name + styled(coming, "$quiet", action)
