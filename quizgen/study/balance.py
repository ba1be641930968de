"""Fuzz: the day within an interval's usual bounds that has the least to do, away from siblings.

On an easy day each card counts twice, so that such days fill half as fast as others.

Nothing here is random: the same card, repetition and load always give the same day, so that the interval on
a button is the one that is written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from quizgen.model.draw import draw
from quizgen.model.review import Grade
from quizgen.study.schedule import Outcome

_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))
"""From day, to day, and how far an interval may move for each day between; as in FSRS and Anki."""


def bounds(interval: int, maximum: int) -> tuple[int, int]:
    """The shortest and longest interval that may stand for the one computed.

    Args:
        interval: days; under three it stays as it is, ten may be eight to twelve.
        maximum: the longest interval allowed, in days.
    """
    if interval < 3:
        return interval, interval
    delta = 1.0 + sum(factor * max(min(interval, end) - start, 0.0) for start, end, factor in _FUZZ)
    longest = min(round(interval + delta), maximum)
    return min(max(2, round(interval - delta)), longest), longest


def never(_: int) -> bool:
    """No day is easy."""
    return False


def burden(due: int, easy: bool) -> int:
    """What one more card would make of a day, to be compared with that of other days.

    Args:
        due: cards that are due on it already.
        easy: whether the learner wants less to do on it.
    """
    return (due + 1) * (2 if easy else 1)


def balanced(
    outcomes: Mapping[Grade, Outcome],
    maximum: int,
    load: Callable[[int, int], Mapping[int, int]],
    siblings: Collection[int],
    seed: str,
    easy: Callable[[int], bool] = never,
) -> Mapping[Grade, Outcome]:
    """Move each grade's interval to the best day within its bounds; a better grade never comes sooner.

    Args:
        outcomes: what the scheduler computed.
        maximum: the longest interval allowed, in days.
        load: tells how many cards are due after each interval from the first to the last given.
        siblings: intervals at which a sibling is due.
        seed: of the card and its repetition; decides between equal days.
        easy: tells whether an interval ends on an easy day.
    """
    chosen: dict[Grade, Outcome] = {}
    soonest = 1
    for grade, outcome in sorted(outcomes.items()):
        if outcome.days is None:
            chosen[grade] = outcome
            continue
        low, high = bounds(outcome.days, maximum)
        low = min(max(low, soonest), high)
        due = load(low, high) if low < high else {}
        soonest = min(
            range(low, high + 1),
            key=lambda day: (day in siblings, burden(due.get(day, 0), easy(day)), draw(seed, str(day))),
        )
        chosen[grade] = outcome._replace(interval_s=soonest * 86400)
    return chosen
