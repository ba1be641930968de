"""The facts of an answer: what the log keeps of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.model.review import CardState, Grade, Mode, Phase, Review
from quizgen.study import agenda
from quizgen.study.balance import balanced
from quizgen.study.days import Moment, instant_at, study_day, weekday
from quizgen.study.parameters import DEFAULT, Parameters
from quizgen.study.schedule import SCHEDULER, Outcome, outcomes, since_review
from quizgen.study.settings import Settings
from quizgen.study.store import Store

LONGEST_TEXT = 2000
"""Characters kept of a typed answer or of a flag's reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the learner did."""

    grade: Grade
    mode: Mode
    duration_ms: int
    typed: str | None
    answer_hash: str


def balanced_outcomes(
    store: Store, key: agenda.Key, state: CardState, day: int, settings: Settings
) -> Mapping[Grade, Outcome]:
    """What each grade would do to a card, on the day with the least load.

    Args:
        store: with the card's deck enrolled.
        key: deck and card id.
        state: the card's state before the answer.
        day: the study day of the answer.
        settings: retention, steps, the longest interval and easy days.

    Raises:
        ProgressError: if the progress file cannot be read.
    """

    def load(first: int, last: int) -> Mapping[int, int]:
        return {due - day: cards for due, cards in store.due(day + first, day + last).items()}

    return balanced(
        outcomes(state, day, settings, store.parameters),
        settings.maximum_interval,
        load,
        {due - day for due in agenda.sibling_days(store, key)},
        "\0".join((*key, str(state.reviews))),
        easy=lambda days: weekday(day + days) in settings.easy_days,
    )


def storable(text: str) -> str:
    """Text from a keyboard or a pipe as the log can keep it: valid Unicode, of a bounded length."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")


def facts(
    answer: Answer,
    state: CardState,
    outcome: Outcome,
    now: Moment,
    settings: Settings,
    parameters: Parameters = DEFAULT,
) -> Review:
    """The row of an answer.

    Args:
        answer: what the learner did.
        state: the card's state before it.
        outcome: what the grade does.
        now: the moment of the answer.
        settings: the rollover hour and the leech threshold.
        parameters: those the outcome was computed with.
    """
    due_day, due_at = _due(outcome, now, settings.rollover_hour)
    return Review(
        grade=answer.grade,
        mode=answer.mode,
        duration_ms=answer.duration_ms,
        typed=None if answer.typed is None else storable(answer.typed),
        answer_hash=answer.answer_hash,
        leech=_becomes_leech(answer.grade, state, settings.leech_threshold),
        elapsed_days=since_review(state, now.day),
        interval_s=outcome.interval_s,
        parameters=parameters.id,
        scheduler=SCHEDULER,
        phase_before=state.phase,
        phase_after=outcome.phase,
        step_after=outcome.step,
        stability_before=state.stability,
        stability_after=outcome.stability,
        difficulty_before=state.difficulty,
        difficulty_after=outcome.difficulty,
        due_day_before=state.due_day,
        due_day_after=due_day,
        due_at_before=state.due_at,
        due_at_after=due_at,
    )


def _due(outcome: Outcome, now: Moment, rollover_hour: int) -> tuple[int, int | None]:
    """The study day, and on a learning step the milliseconds, at which a card comes again."""
    if outcome.days is not None:
        return now.day + outcome.days, None
    due_at = now.instant + outcome.interval_s * 1000
    return study_day(instant_at(due_at), now.offset_minutes, rollover_hour), due_at


def _becomes_leech(grade: Grade, state: CardState, threshold: int) -> bool:
    """At the threshold, and after every further half of it: a leech that was kept is asked about again."""
    if state.phase is not Phase.REVIEW or grade is not Grade.AGAIN:
        return False
    over = state.lapses + 1 - threshold
    return over >= 0 and over % ((threshold + 1) // 2) == 0
