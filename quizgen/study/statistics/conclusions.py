"""The one line that a picture comes to, where the figures carry it.

Shares are compared as two samples; a difference that chance alone would often make is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import sqrt

from quizgen.study.statistics.figures import (
    MONTH,
    Buttons,
    Calendar,
    DeckFigures,
    Forecast,
    Histogram,
    Hour,
    KindFigures,
    Memories,
    Period,
    Statistics,
)
from quizgen.study.statistics.recall import Recall
from quizgen.study.wording import duration, interval, percent

_ENOUGH = 30
"""Reviews, or cards, below which nothing is concluded."""
_SURE = 3.0
"""Standard deviations: one chance difference in 370, so that the many pairs compared seldom deceive."""
_HARD = 8.0
"""Difficulty from which a card is called hard."""


def conclude(statistics: Statistics) -> dict[str, str | None]:
    """What each field of the statistics, and the days of the month, come to; names in it stand as they are."""
    return {
        "calendar": of_calendar(statistics.calendar),
        "days": of_days(statistics.calendar),
        "forecast": of_forecast(statistics.forecast),
        "retention": of_retention(statistics.retention, statistics.aim),
        "buttons": of_buttons(statistics.buttons),
        "hours": of_hours(statistics.hours),
        "stability": of_stability(statistics.memories),
        "difficulty": of_difficulty(statistics.memories.difficulty),
        "retrievability": of_retrievability(statistics.memories),
        "decks": of_decks(statistics.decks),
        "kinds": of_kinds(statistics.kinds),
    }


def of_calendar(calendar: Calendar) -> str | None:
    """How often and how long one studied in the last month."""
    month = calendar.month
    if not month:
        return None
    each = duration(60_000 * max(1, round(sum(day.duration_ms for day in month) / len(month) / 60_000)))
    return f"You studied on {len(month)} of the last {MONTH} days, {each} a day."


def of_days(calendar: Calendar) -> str | None:
    """How much a day of study is, and how long an answer takes."""
    answers, spent = sum(day.answers for day in calendar.month), sum(day.duration_ms for day in calendar.month)
    if answers < _ENOUGH:
        return None
    each = round(answers / len(calendar.month))
    return f"A day you study brings {each} answers, {duration(max(1000, round(spent / answers)))} each."


def of_forecast(forecast: Forecast) -> str | None:
    """The load of the coming weeks."""
    total, days = sum(forecast.coming), len(forecast.coming)
    late = "1 is late" if forecast.backlog == 1 else f"{forecast.backlog} are late" if forecast.backlog else ""
    if not total:
        return f"Of the cards you know {late}." if late else None
    often = total / days >= 1.5
    each = f"about {round(total / days)} reviews a day" if often else "1 review" if total == 1 else f"{total} reviews"
    return f"The cards you know bring {each} over the next {days} days{'; ' if late else ''}{late}."


def of_retention(periods: Sequence[Period], aim: float) -> str | None:
    """Whether as much is remembered as is wanted, over the shortest period that can tell."""
    for period in periods:
        recall = period.total
        share = recall.share
        if share is None or recall.reviews < _ENOUGH or period.days < MONTH:
            continue
        spread = sqrt(aim * (1 - aim) / recall.reviews)
        told = f"You remember {percent(share)} of what comes due"
        if abs(share - aim) <= _SURE * spread:
            return f"{told}, near the {percent(aim)} you aim at."
        return f"{told}, {'more' if share > aim else 'less'} than the {percent(aim)} you aim at."
    return None


def of_buttons(buttons: Iterable[Buttons]) -> str | None:
    """The grade given most, where it is most of all."""
    sums = [sum(column) for column in zip(*(row.grades for row in buttons), strict=True)]
    total, most = sum(sums), max(sums)
    if total < _ENOUGH or most * 2 <= total:
        return None
    name = ("again", "hard", "good", "easy")[sums.index(most)]
    return f"{name.capitalize()} is your usual answer ({percent(most / total)})."


def of_hours(hours: Iterable[Hour]) -> str | None:
    """The best and the worst time of day, where they surely differ."""
    told = [hour for hour in hours if hour.recall.reviews >= _ENOUGH]
    if not told:
        return None
    best, worst = max(told, key=lambda hour: _share(hour.recall)), min(told, key=lambda hour: _share(hour.recall))
    if not _differ(best.recall, worst.recall):
        return "No hour of the day is surely better than another."
    return (
        f"You remember best from {best.hour}:00 to {best.hour + 1}:00 ({percent(_share(best.recall))}) "
        f"and worst from {worst.hour}:00 to {worst.hour + 1}:00 ({percent(_share(worst.recall))})."
    )


def of_stability(memories: Memories) -> str | None:
    """How long half of what is learned lasts."""
    if memories.middle is None or memories.stability.cards < _ENOUGH:
        return None
    return f"Half of your cards would last {interval(round(max(memories.middle, 1.0) * 86400))} or longer."


def of_difficulty(histogram: Histogram) -> str | None:
    """How many cards are hard."""
    if histogram.cards < _ENOUGH:
        return None
    first = histogram.edges.index(_HARD) + 1
    hard = sum(histogram.counts[first:]) / histogram.cards
    return f"{percent(hard)} of your cards are hard (difficulty {_HARD:g} or more)."


def of_retrievability(memories: Memories) -> str | None:
    """How much one would know if asked everything now."""
    cards = memories.retrievability.cards
    return f"Asked everything now, you would know about {round(memories.known)} of {cards} cards." if cards else None


def of_decks(decks: Iterable[DeckFigures]) -> str | None:
    """Which deck is forgotten most, where it surely is."""
    return _compared([(deck.title, deck.recall) for deck in decks], "You forget “{}” {} as often as “{}”.")


def of_kinds(kinds: Iterable[KindFigures]) -> str | None:
    """Which kind of fact is forgotten most, where it surely is."""
    named = [(kind.kind, kind.recall) for kind in kinds]
    return _compared(named, "You forget {} cards {} as often as {} cards.")


def _compared(named: Iterable[tuple[str, Recall]], sentence: str) -> str | None:
    """The two of which one is forgotten so many times as often as the other that it is worth a line."""
    told = [(name, recall) for name, recall in named if recall.reviews >= _ENOUGH]
    pairs = [
        (_forgotten(worse) / _forgotten(better), name, other)
        for (name, worse), (other, better) in combinations(sorted(told, key=lambda one: _share(one[1])), 2)
        if _differ(worse, better) and better.recalled < better.reviews
    ]
    if not pairs:
        return None
    ratio, name, other = max(pairs)
    return sentence.format(name, _times(ratio), other) if ratio >= 1.3 else None


def _differ(one: Recall, other: Recall) -> bool:
    both = one + other
    share = _share(both)
    spread = sqrt(share * (1 - share) * (1 / one.reviews + 1 / other.reviews))
    return abs(_share(one) - _share(other)) > _SURE * spread


def _share(recall: Recall) -> float:
    return recall.recalled / recall.reviews


def _forgotten(recall: Recall) -> float:
    return 1 - _share(recall)


def _times(ratio: float) -> str:
    """``1.5 times``, ``twice``, ``2.5 times``, ``5 times``."""
    rounded = round(ratio * 2) / 2 if ratio < 5 else round(ratio)
    return "twice" if rounded == 2 else f"{rounded:g} times"
