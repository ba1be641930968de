"""The day on the home screen: its date, what is done and left of it, and the days to come."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from quizgen.study.days import date_of
from tui.standing import Today
from tui.telling import minutes
from tui.typeset import Typeset, bar, flow, lines, spread, styled

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LEVELS = "▁▂▃▄▅▆▇█"
_LABEL = 11
"""Width of the column of labels."""


def home_head(now: datetime, streak: int) -> Typeset:
    """The product's name and the date; names of days and months do not depend on the machine's language.

    Args:
        now: local time.
        streak: days in a row with an answer.
    """
    date = f"{_WEEKDAYS[now.weekday()]} {now.day} {_MONTHS[now.month - 1]}"
    told = f"{date} · {streak}-day streak" if streak > 1 else date
    return Typeset(lambda width: spread(styled("quizgen", "bold $accent"), styled(told, "$quiet"), width))


def today_panel(today: Today) -> Typeset:
    """What is done of the day and what is left, and how much comes on the next seven days."""

    def at(width: int) -> Content:
        figures = _figures(today)
        label = styled("Today".ljust(_LABEL), "$quiet")
        room = width - label.cell_length - figures.cell_length - 2
        line = bar(today.done, today.done + today.left, min(40, room if room >= 10 else width))
        rows = [label + line + "  " + figures] if room >= 10 else [spread(label, figures, width), line]
        if any(today.coming):
            rows.append(_coming(today, width))
        if today.exam is not None:
            rows.append(styled("Exam".ljust(_LABEL), "$quiet") + _exam(today.exam, today.exam_in))
        return lines(*rows)

    return Typeset(at)


def _figures(today: Today) -> Content:
    done = f"{today.done} of {today.done + today.left}"
    left = f" · about {minutes(today.left_ms)} left" if today.left and today.left_ms else ""
    return styled(done + left, "$quiet")


def _exam(exam: int, days: int) -> Content:
    """When the exam is that is crammed for."""
    told = "today" if not days else "tomorrow" if days == 1 else f"in {days} days"
    return styled(told) + styled(f" · {date_of(exam).isoformat()}", "$quiet")


def _coming(today: Today, width: int) -> Content:
    most = max(today.coming)
    blocks = " ".join(_LEVELS[-(-due * (len(_LEVELS) - 1) // most)] for due in today.coming)
    label = styled("Next days".ljust(_LABEL), "$quiet")
    return flow([label + styled(blocks, "$accent"), styled(f"tomorrow {today.coming[0]}", "$quiet")], width)
