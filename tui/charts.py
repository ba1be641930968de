"""Pictures in characters: plain lines of text, the same on a screen, in a pipe and without colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size

from quizgen.study.days import date_of
from quizgen.study.statistics.figures import Calendar

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_MARGIN = 4
"""Cells before a week's first day, for the names of weekdays."""
_SHADES = "·░▒▓█"
_EIGHTHS = "▏▎▍▌▋▊▉█"
_LEVELS = " ▁▂▃▄▅▆▇█"


def heatmap(calendar: Calendar, width: int) -> list[str]:
    """A year's days, a column a week from Monday to Sunday, in as many blocks as the width needs.

    Args:
        calendar: the study days.
        width: in cells.
    """
    answers = {day.day: day.answers for day in calendar.days}
    bounds = _quartiles(answers.values())
    monday = calendar.first - date_of(calendar.first).weekday()
    weeks = range(monday, calendar.last + 1, 7)
    blocks = -(-len(weeks) // max(1, width - _MARGIN))
    size = -(-len(weeks) // blocks)
    lines: list[str] = []
    for block in range(blocks):
        shown = weeks[block * size : (block + 1) * size]
        lines += [_month_names(shown), *(_weekday_row(row, shown, calendar, answers, bounds) for row in range(7))]
    return [*lines, "", *_legend(bounds, width)]


def _weekday_row(
    row: int, weeks: Sequence[int], calendar: Calendar, answers: dict[int, int], bounds: Sequence[int]
) -> str:
    days = (week + row for week in weeks)
    shades = (
        _SHADES[_shade(answers.get(day, 0), bounds)] if calendar.first <= day <= calendar.last else " " for day in days
    )
    return _WEEKDAYS[row].ljust(_MARGIN) + "".join(shades).rstrip()


def _shade(answers: int, bounds: Sequence[int]) -> int:
    return 1 + sum(answers > bound for bound in bounds) if answers else 0


def _quartiles(answers: Iterable[int]) -> list[int]:
    """Up to how many answers a day belongs to the first, second and third quarter of the days studied."""
    ranked = sorted(number for number in answers if number)
    return sorted({ranked[len(ranked) * quarter // 4] for quarter in (1, 2, 3)}) if ranked else []


def _month_names(weeks: Sequence[int]) -> str:
    """Each month's name above the first week that begins in it; the first gives way where it has no room."""
    months = [date_of(week).month for week in weeks]
    starts = [place for place in range(len(weeks)) if place == 0 or months[place] != months[place - 1]]
    line = " " * _MARGIN
    for place, after in zip(starts, [*starts[1:], len(weeks)], strict=True):
        if after - place > len(_MONTHS[0]) or (after == len(weeks) and after - place == len(_MONTHS[0])):
            line = line.ljust(_MARGIN + place) + _MONTHS[months[place] - 1]
    return line


def _legend(bounds: Sequence[int], width: int) -> list[str]:
    if not bounds:
        return [f"{_SHADES[0]} no answers yet"]
    steps = [f"{_SHADES[0]} none"]
    for number, (low, high) in enumerate(zip([0, *bounds], bounds, strict=False), 1):
        steps.append(f"{_SHADES[number]} {low + 1}–{high}" if low + 1 < high else f"{_SHADES[number]} {high}")
    steps.append(f"{_SHADES[len(bounds) + 1]} more")
    return wrapped([*steps, "answers a day"], width)


def columns(values: Sequence[int], height: int, cell: int = 1) -> list[str]:
    """Upright columns; a value that is not zero always shows.

    Args:
        values: one a column.
        height: in lines.
        cell: width of a column; from two on, its last cell is a gap.
    """
    most = max(values, default=0)
    filled = [-(-value * height * 8 // most) if most else 0 for value in values]
    lines = []
    for line in reversed(range(height)):
        blocks = (_LEVELS[min(8, max(0, eighths - 8 * line))] for eighths in filled)
        lines.append("".join((block * max(1, cell - 1)).ljust(cell) for block in blocks).rstrip())
    return lines


def bars(rows: Sequence[tuple[str, float, str]], width: int, whole: float | None = None) -> list[str]:
    """Bars from left to right, each with its name before it and its figure behind.

    Args:
        rows: name, value and figure.
        width: in cells.
        whole: the value of a full bar; the greatest if None.
    """
    most = max((value for _, value, _ in rows), default=0.0) if whole is None else whole
    names = max((cell_len(name) for name, _, _ in rows), default=0)
    figures = max((len(figure) for _, _, figure in rows), default=0)
    room = max(4, min(48, width - names - figures - 4))
    return [
        f"{padded(name, names)}  {_bar(value / most if most else 0.0, room)}{figure.rjust(figures)}".rstrip()
        for name, value, figure in rows
    ]


def _bar(share: float, room: int) -> str:
    eighths = 0 if share <= 0 else max(1, round(share * room * 8))
    full, rest = divmod(eighths, 8)
    return (_EIGHTHS[-1] * full + (_EIGHTHS[rest - 1] if rest else "")).ljust(room + 2)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], gap: int = 2) -> list[str]:
    """Columns of text, the first to the left and the others to the right."""
    cells = [head, *rows]
    widths = [max(cell_len(row[place]) for row in cells) for place in range(len(head))]
    return [
        (
            padded(row[0], widths[0]) + "".join(" " * gap + _right(text, width) for text, width in _others(row, widths))
        ).rstrip()
        for row in cells
    ]


def _others(row: Sequence[str], widths: Sequence[int]) -> Iterable[tuple[str, int]]:
    return zip(row[1:], widths[1:], strict=True)


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def padded(text: str, width: int) -> str:
    """Filled up with spaces, or cut off with an ellipsis, to a width in cells."""
    if cell_len(text) > width:
        return set_cell_size(text, max(0, width - 1)) + "…"[:width]
    return set_cell_size(text, width)


def wrapped(items: Iterable[str], width: int, gap: int = 3) -> list[str]:
    """Side by side, as many to a line as fit."""
    lines: list[str] = []
    for item in items:
        if lines and cell_len(lines[-1]) + gap + cell_len(item) <= width:
            lines[-1] += " " * gap + item
        else:
            lines.append(item)
    return lines
