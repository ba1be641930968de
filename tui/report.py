"""Statistics as text: sections with a picture and the line it comes to, set for the width there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from quizgen.study.statistics.conclusions import conclude
from quizgen.study.statistics.figures import (
    MONTH,
    Buttons,
    Calendar,
    DeckFigures,
    Forecast,
    Histogram,
    Hour,
    KindFigures,
    Period,
    Statistics,
)
from quizgen.study.statistics.recall import Recall
from quizgen.study.wording import percent, time_spent
from tui.charts import bars, columns, heatmap, padded, table, wrapped
from tui.showing import one_line

_WIDE = 64
"""From this width on, a table may have a column for everything."""
_HOUR = 3
"""Cells for an hour: its two figures and a gap."""
_STAGES = ("learning", "young", "mature")


@dataclass(frozen=True, slots=True)
class Section:
    """One picture of the report."""

    title: str
    lines: tuple[str, ...]
    conclusion: str | None
    """What it comes to; None where the figures do not carry a conclusion."""


def sections(statistics: Statistics, width: int) -> Iterator[Section]:
    """The report, from the year's calendar down.

    Args:
        statistics: the figures.
        width: in cells, 34 or more.
    """
    told, memories = conclude(statistics), statistics.memories
    pictures = (
        ("calendar", "The last year", heatmap(statistics.calendar, width)),
        ("days", "The last month", _days(statistics.calendar, width)),
        ("forecast", "To come", _forecast(statistics.forecast, width)),
        ("retention", "True retention", _retention(statistics.retention)),
        ("buttons", "Answers, last year", _buttons(statistics.buttons)),
        ("hours", "Hours, last year", _hours(statistics.hours, width)),
        ("stability", "Stability", _histogram(memories.stability, stability_names, width)),
        ("difficulty", "Difficulty", _histogram(memories.difficulty, difficulty_names, width)),
        ("retrievability", "Recall today", _histogram(memories.retrievability, recall_names, width)),
        ("decks", "Decks, last year", _decks(statistics.decks, width)),
        ("kinds", "Kinds of fact", _kinds(statistics.kinds, width)),
    )
    for field, title, lines in pictures:
        if lines:
            conclusion = told[field]
            yield Section(title, tuple(lines), conclusion and one_line(conclusion))


def plain(statistics: Statistics, width: int) -> str:
    """The whole report as text.

    Args:
        statistics: the figures.
        width: in cells.
    """
    room = max(34, width)
    parts = []
    for section in sections(statistics, room - 2):
        told = wrap(section.conclusion, room) if section.conclusion else []
        parts.append("\n".join([section.title, *told, "", *(f"  {line}".rstrip() for line in section.lines)]))
    return "\n\n\n".join(parts) + "\n"


def _days(calendar: Calendar, width: int) -> list[str]:
    """Answers and time of each day, one above the other."""
    done = {day.day: (day.answers, day.duration_ms) for day in calendar.days}
    month = [done.get(day, (0, 0)) for day in range(calendar.last - MONTH + 1, calendar.last + 1)]
    answers, spent = zip(*month, strict=True)
    if not any(answers):
        return []
    cell = 2 if width >= 2 * MONTH else 1
    weeks = "".join(name.ljust(7 * cell) for name in ("-28", "-21", "-14", "-7"))
    axis = (" " * cell + weeks)[: MONTH * cell - len("today")] + "today"
    told = [f"today {answers[-1]} in {time_spent(spent[-1])}"] if answers[-1] else ["today none"]
    told += [f"most on a day {max(answers)}", f"longest {time_spent(max(spent))}"]
    return ["answers", *columns(answers, 3, cell), "time", *columns(spent, 3, cell), axis, "", *wrapped(told, width)]


def _forecast(forecast: Forecast, width: int) -> list[str]:
    coming = forecast.coming
    if not forecast.backlog and not any(coming):
        return ["nothing is due"]
    axis = "".join(name.ljust(7) for name in ("today", "+7", "+14", "+21", "+28"))
    late = [f"late {forecast.backlog}"] if forecast.backlog else []
    told = [*late, f"today {coming[0]}", f"tomorrow {coming[1]}", f"most on a day {max(coming)}"]
    return [*columns(coming, 4), axis.rstrip(), "", *wrapped(told, width)]


def _retention(periods: Sequence[Period]) -> list[str]:
    rows = [
        [
            period.name,
            *(_share(recall) for recall in (period.young, period.mature, period.total)),
            str(period.total.reviews),
        ]
        for period in periods
    ]
    return table(["", "Young", "Mature", "All", "Reviews"], rows)


def _share(recall: Recall) -> str:
    return "–" if recall.share is None else percent(recall.share)


def _of(recall: Recall) -> str:
    return f"({recall.reviews})" if recall.reviews else ""


def _buttons(rows: Sequence[Buttons]) -> list[str]:
    told = []
    for name, row in zip(_STAGES, rows, strict=True):
        total = sum(row.grades)
        told.append([name, *(percent(number / total) if total else "–" for number in row.grades), str(total)])
    return table(["", "Again", "Hard", "Good", "Easy", "All"], told, gap=1)


def _hours(hours: Sequence[Hour], width: int) -> list[str]:
    size = 24 if width >= 24 * _HOUR else 12 if width >= 12 * _HOUR else 8
    lines: list[str] = []
    for first in range(0, 24, size):
        shown = hours[first : first + size]
        if not any(hour.answers for hour in shown):
            continue
        names = "".join(str(hour.hour).ljust(_HOUR) for hour in shown)
        shares = "".join(_hundredths(hour.recall).ljust(_HOUR) for hour in shown)
        lines += [*_in_scale(hours, first, size), names.rstrip(), shares.rstrip(), ""]
    return [*lines, "columns: answers · below: % remembered"] if lines else ["no answers yet"]


def _in_scale(hours: Sequence[Hour], first: int, size: int) -> list[str]:
    """The columns of some hours, as high as they are among all."""
    whole = columns([hour.answers for hour in hours], 4, _HOUR)
    return [line[first * _HOUR : (first + size) * _HOUR].rstrip() for line in whole]


def _hundredths(recall: Recall) -> str:
    share = recall.share
    return "–" if share is None else percent(share).removesuffix(" %")


def _histogram(histogram: Histogram, naming: Callable[[Histogram], list[str]], width: int) -> list[str]:
    if not histogram.cards:
        return ["no cards learned yet"]
    named = zip(naming(histogram), histogram.counts, strict=True)
    return bars([(name, count, str(count)) for name, count in named], width)


def stability_names(histogram: Histogram) -> list[str]:
    """What the classes of stability are called."""
    words = {30.0: "1 month", 90.0: "3 months", 180.0: "6 months", 365.0: "1 year"}
    edges = [words.get(edge, "1 day" if edge == 1 else f"{edge:g} days") for edge in histogram.edges]
    return [*(f"under {edge}" for edge in edges), f"{edges[-1]} or more"]


def difficulty_names(histogram: Histogram) -> list[str]:
    """What the classes of difficulty are called."""
    edges = [1.0, *histogram.edges, 10.0]
    return [f"{low:g} to {high:g}" for low, high in pairwise(edges)]


def recall_names(histogram: Histogram) -> list[str]:
    """What the classes of retrievability are called."""
    edges = [percent(edge) for edge in histogram.edges]
    return [*(f"under {edge}" for edge in edges), f"{edges[-1]} or more"]


def _decks(decks: Sequence[DeckFigures], width: int) -> list[str]:
    head = ["Answers", "Time", "Known", "New", "Learn.", "Young", "Mature"]
    rows = [
        [
            str(deck.answers),
            time_spent(deck.duration_ms),
            _share(deck.recall),
            "–" if deck.new is None else str(deck.new),
            str(deck.learning),
            str(deck.young),
            str(deck.mature),
        ]
        for deck in decks
    ]
    if width >= _WIDE:
        figures = table(["", *head], [["", *row] for row in rows])
        room = width - max(map(len, figures))
        names = ["Deck", *(one_line(deck.title) for deck in decks)]
        return [padded(name, room) + line for name, line in zip(names, figures, strict=True)]
    lines = []
    for deck, row in zip(decks, rows, strict=True):
        told = [f"{name.lower()} {figure}" for name, figure in zip(head, row, strict=True)]
        lines += [padded(one_line(deck.title), width).rstrip(), *(f"  {line}" for line in wrapped(told, width - 2))]
    return lines


def _kinds(kinds: Sequence[KindFigures], width: int) -> list[str]:
    rows = [
        (
            padded(one_line(kind.kind), 14).rstrip(),
            kind.recall.share or 0.0,
            f"{_share(kind.recall)} {_of(kind.recall)}",
        )
        for kind in kinds
    ]
    return bars(rows, width, whole=1.0)
