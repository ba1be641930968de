"""Statistics in sentences, for screen readers: each picture is told by the line it comes to and its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quizgen.study.statistics.conclusions import conclude
from quizgen.study.statistics.figures import Histogram, Statistics
from quizgen.study.statistics.recall import Recall
from quizgen.study.wording import percent, time_spent
from tui.report import difficulty_names, recall_names, stability_names
from tui.showing import one_line
from tui.telling import counted

_STAGES = ("Learning", "Young", "Mature")
_GRADES = ("again", "hard", "good", "easy")


def spoken(statistics: Statistics) -> Iterator[str]:
    """The report line by line; what nothing is known of is left out."""
    told = conclude(statistics)
    parts = (
        ("calendar", "The last year", _calendar(statistics)),
        ("days", "The last month", _days(statistics)),
        ("forecast", "To come", _forecast(statistics)),
        ("retention", "True retention", _retention(statistics)),
        ("buttons", "Answers, last year", _buttons(statistics)),
        ("hours", "Hours, last year", _hours(statistics)),
        ("stability", "Stability", _classes(statistics.memories.stability, stability_names)),
        ("difficulty", "Difficulty", _classes(statistics.memories.difficulty, difficulty_names)),
        ("retrievability", "Recall today", _classes(statistics.memories.retrievability, recall_names)),
        ("decks", "Decks, last year", _decks(statistics)),
        ("kinds", "Kinds of fact", _kinds(statistics)),
    )
    for field, title, figures in parts:
        lines = list(figures)
        if told[field] or lines:
            yield f"{title}:"
            yield from [one_line(told[field] or "")] if told[field] else []
            yield from lines
            yield ""


def _calendar(statistics: Statistics) -> Iterator[str]:
    days = statistics.calendar.days
    if not days:
        yield "No answers yet."
        return
    yield f"{counted(sum(day.answers for day in days), 'answer')} on {counted(len(days), 'day')}."
    if statistics.calendar.streak > 1:
        yield f"{statistics.calendar.streak} days in a row."


def _days(statistics: Statistics) -> Iterator[str]:
    month = statistics.calendar.month
    if month:
        answers, spent = sum(day.answers for day in month), sum(day.duration_ms for day in month)
        most, longest = max(day.answers for day in month), max(day.duration_ms for day in month)
        yield f"{counted(answers, 'answer')} in {time_spent(spent)}."
        yield f"Most on a day {most}, longest {time_spent(longest)}."


def _forecast(statistics: Statistics) -> Iterator[str]:
    backlog, coming = statistics.forecast.backlog, statistics.forecast.coming
    if not backlog and not any(coming):
        yield "Nothing is due."
        return
    yield f"Late {backlog}, today {coming[0]}, tomorrow {coming[1]}, most on a day {max(coming)}."


def _retention(statistics: Statistics) -> Iterator[str]:
    for period in statistics.retention:
        if period.total.reviews:
            parts = [("young", period.young), ("mature", period.mature)]
            known = ", ".join(f"{name} {_share(recall)}" for name, recall in parts if recall.reviews)
            reviews = counted(period.total.reviews, "review")
            yield f"{period.name.capitalize()}: {_share(period.total)} of {reviews}; {known}."


def _buttons(statistics: Statistics) -> Iterator[str]:
    for name, row in zip(_STAGES, statistics.buttons, strict=True):
        if total := sum(row.grades):
            parts = (f"{grade} {percent(number / total)}" for grade, number in zip(_GRADES, row.grades, strict=True))
            yield f"{name}: {', '.join(parts)}; {counted(total, 'answer')}."


def _hours(statistics: Statistics) -> Iterator[str]:
    for hour in statistics.hours:
        if hour.answers:
            known = f", {_share(hour.recall)} remembered" if hour.recall.reviews else ""
            yield f"{hour.hour} to {hour.hour + 1} o'clock: {counted(hour.answers, 'answer')}{known}."


def _classes(histogram: Histogram, naming: Callable[[Histogram], list[str]]) -> Iterator[str]:
    for name, count in zip(naming(histogram), histogram.counts, strict=True):
        if count:
            yield f"{name[:1].upper()}{name[1:]}: {counted(count, 'card')}."


def _decks(statistics: Statistics) -> Iterator[str]:
    for deck in statistics.decks:
        parts = [
            counted(deck.answers, "answer"),
            time_spent(deck.duration_ms),
            *([f"{_share(deck.recall)} known"] if deck.recall.reviews else []),
            *([] if deck.new is None else [f"{deck.new} new"]),
            f"{deck.learning} learning",
            f"{deck.young} young",
            f"{deck.mature} mature",
        ]
        yield f"{one_line(deck.title)}: {', '.join(parts)}."


def _kinds(statistics: Statistics) -> Iterator[str]:
    for kind in statistics.kinds:
        yield f"{one_line(kind.kind)}: {_share(kind.recall)} of {counted(kind.recall.reviews, 'review')}."


def _share(recall: Recall) -> str:
    return "none" if recall.share is None else percent(recall.share)
