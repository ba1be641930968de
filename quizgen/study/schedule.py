"""FSRS-6 on whole study days.

The ``fsrs`` library counts days as full spans of 24 hours, so that 22:00 and 21:00 the next day are the same
day to it. It is therefore given midnights: study day 20000 is midnight UTC of the 20000th day since 1970. The
learning steps it chooses are then counted by the clock. Its random fuzz is off; ours is in ``balance``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quizgen.model.review import CardState, Grade, Phase
from quizgen.study.days import elapsed_days
from quizgen.study.memory import first_memory, next_memory, weights
from quizgen.study.parameters import DEFAULT, Parameters
from quizgen.study.settings import Settings

if TYPE_CHECKING:
    import fsrs

SCHEDULER = "fsrs6-days-1"
"""Id of this scheduler; it changes whenever the same history would be given another interval."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_S = 86400


class Outcome(NamedTuple):
    """What a grade would do to a card."""

    phase: Phase
    step: int | None
    stability: float
    difficulty: float
    interval_s: int
    """Seconds until it comes again; whole days in the review phase."""

    @property
    def days(self) -> int | None:
        """The interval in days; None on a learning step."""
        return self.interval_s // _DAY_S if self.phase is Phase.REVIEW else None


def outcomes(
    state: CardState, day: int, settings: Settings, parameters: Parameters = DEFAULT
) -> Mapping[Grade, Outcome]:
    """What each grade would do to a card, before the load is balanced.

    Args:
        state: the card's state before the answer.
        day: the study day of the answer.
        settings: retention, steps and the longest interval.
        parameters: those in use.
    """
    scheduler = _scheduler(
        parameters,
        settings.desired_retention,
        settings.learning_steps,
        settings.relearning_steps,
        settings.maximum_interval,
    )
    return {grade: _outcome(scheduler, state, grade, day) for grade in Grade}


def remember(state: CardState, grade: Grade, day: int, parameters: Parameters = DEFAULT) -> tuple[float, float]:
    """The memory after an answer: (stability in days, difficulty from 1 to 10).

    It depends on earlier grades and days alone, neither on steps nor on the retention wanted; so it can be had
    without the library's scheduler, at a tenth of the time, which replaying a long log needs.

    Args:
        state: the card's state before the answer.
        day: the study day of the answer.
        parameters: those in use.
    """
    w = weights(parameters)
    if state.stability is None or state.difficulty is None or state.last_day is None:
        return first_memory(w, grade)
    return next_memory(w, (state.stability, state.difficulty), grade, elapsed_days(state.last_day, day))


def since_review(state: CardState, day: int) -> int | None:
    """Whole study days up to one since the review before; None where there was none since the card was new."""
    if state.phase is Phase.NEW or state.last_day is None:
        return None
    return elapsed_days(state.last_day, day)


@lru_cache(maxsize=8)
def _scheduler(
    parameters: Parameters,
    retention: float,
    learning: tuple[timedelta, ...],
    relearning: tuple[timedelta, ...],
    longest: int,
) -> fsrs.Scheduler:
    from fsrs import Scheduler

    return Scheduler(
        parameters=weights(parameters),
        desired_retention=retention,
        learning_steps=learning,
        relearning_steps=relearning,
        maximum_interval=longest,
        enable_fuzzing=False,
    )


def _outcome(scheduler: fsrs.Scheduler, state: CardState, grade: Grade, day: int) -> Outcome:
    from fsrs import Rating

    now = _midnight(_day_counted(state, day))
    after, _ = scheduler.review_card(_as_library_card(state), Rating(int(grade)), now)
    if after.stability is None or after.difficulty is None:
        raise AssertionError("the library leaves every reviewed card with a memory")
    return Outcome(
        phase=Phase(int(after.state)),
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        interval_s=round((after.due - now).total_seconds()),
    )


def _as_library_card(state: CardState) -> fsrs.Card:
    from fsrs import Card, State

    fresh = state.stability is None
    return Card(
        card_id=1,  # without one, the library sleeps to make one up
        state=State.Learning if fresh else State(int(state.phase)),
        step=0 if fresh else state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=_EPOCH,
        last_review=None if fresh or state.last_day is None else _midnight(state.last_day),
    )


def _day_counted(state: CardState, day: int) -> int:
    return day if state.last_day is None else state.last_day + elapsed_days(state.last_day, day)


def _midnight(day: int) -> datetime:
    return _EPOCH + timedelta(days=day)
