"""The four grades, each with the interval it would give."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from quizgen.model.review import Grade
from quizgen.study.schedule import Outcome
from quizgen.study.wording import interval
from tui.typeset import Typeset, flow, styled

_GAP = 2


def grade_row(preview: Mapping[Grade, Outcome], suggested: Grade | None) -> Typeset:
    """The grades on one line, or two by two; a pointer stands before the suggested one.

    Args:
        preview: what each grade would do.
        suggested: by the answer given, if one was.
    """
    items = [_item(grade, interval(preview[grade].interval_s), grade is suggested) for grade in Grade]
    widest = max(item.cell_length for item in items)
    padded = [item + " " * (widest - item.cell_length) for item in items]
    return Typeset(lambda width: flow(padded, width, _GAP))


def _item(grade: Grade, coming: str, suggested: bool) -> Content:
    action = f"screen.grade({int(grade)})"
    pointer = styled("▸ " if suggested else "  ", "bold $accent", action)
    name = styled(f"{int(grade)} {grade.name.lower()}", "bold", action)
    return pointer + name + styled(f"  {coming}", "$quiet", action)
