"""Figures of what was done, from the answers counted by hour."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from quizgen.model.review import Grade
from quizgen.study.statistics.figures import MONTH, Buttons, Calendar, Hour, Period, Stage, StudyDay
from quizgen.study.statistics.recall import Recall, streak
from quizgen.study.store import Store

YEAR = 365
"""Study days that a year's figures look back, today among them."""

PERIODS = (("today", 1), ("week", 7), ("month", MONTH), ("year", YEAR))

CHOSEN = "(:decks IS NULL OR deck IN (SELECT value FROM json_each(:decks)))"
"""The decks asked about: ``Scope.values`` gives the value."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked about."""

    day: int
    """The study day."""
    only: Collection[str] | None = None
    """Ids of decks; None for all that were ever studied."""

    @property
    def values(self) -> Mapping[str, object]:
        """For a statement with ``CHOSEN``; the day as ``:day``, a year ago as ``:year``."""
        only = None if self.only is None else json.dumps(sorted(self.only))
        return {"decks": only, "day": self.day, "year": self.day - YEAR + 1}


def calendar(store: Store, scope: Scope) -> Calendar:
    """Answers and time of each study day of the last year."""
    rows = store.query(
        "SELECT day, sum(answers), sum(duration_ms) FROM hourly "
        f"WHERE day BETWEEN :year AND :day AND {CHOSEN} GROUP BY day",
        scope.values,
    )
    return Calendar(scope.day - YEAR + 1, scope.day, tuple(StudyDay(*row) for row in rows), streak(store, scope.day))


def retention(store: Store, scope: Scope) -> tuple[Period, ...]:
    """True retention of young and mature cards over several periods up to today."""
    since = {name: f"(day > :day - {days})" for name, days in PERIODS}
    sums = ", ".join(f"total(answers * {of}), total(answers * {of} * (grade > 1))" for of in since.values())
    rows = store.query(
        f"SELECT stage, {sums} FROM hourly WHERE day BETWEEN :year AND :day AND stage >= 2 AND {CHOSEN} GROUP BY stage",
        scope.values,
    )
    found = {Stage(stage): list(map(int, sums)) for stage, *sums in rows}

    def recall(stage: Stage, place: int) -> Recall:
        return Recall(*found[stage][2 * place : 2 * place + 2]) if stage in found else Recall()

    return tuple(
        Period(name, days, recall(Stage.YOUNG, place), recall(Stage.MATURE, place))
        for place, (name, days) in enumerate(PERIODS)
    )


def buttons(store: Store, scope: Scope) -> tuple[Buttons, ...]:
    """How often each grade was given in the last year, to cards being learned, young and mature."""
    rows = store.query(
        "SELECT max(stage, 1), grade, sum(answers) FROM hourly "
        f"WHERE day BETWEEN :year AND :day AND {CHOSEN} GROUP BY 1, 2",
        scope.values,
    )
    found: dict[tuple[int, int], int] = {(stage, grade): answers for stage, grade, answers in rows}

    def given(stage: Stage, grade: Grade) -> int:
        return found.get((stage, grade), 0)

    return tuple(
        Buttons(
            stage,
            (
                given(stage, Grade.AGAIN),
                given(stage, Grade.HARD),
                given(stage, Grade.GOOD),
                given(stage, Grade.EASY),
            ),
        )
        for stage in (Stage.LEARNING, Stage.YOUNG, Stage.MATURE)
    )


def hours(store: Store, scope: Scope) -> tuple[Hour, ...]:
    """Answers and true retention by the hour of the local clock, over the last year."""
    rows = store.query(
        "SELECT hour, sum(answers), sum(answers * (stage >= 2)), sum(answers * (stage >= 2 AND grade > 1)) "
        f"FROM hourly WHERE day BETWEEN :year AND :day AND {CHOSEN} GROUP BY hour",
        scope.values,
    )
    found = {hour: Hour(hour, answers, Recall(*recall)) for hour, answers, *recall in rows}
    return tuple(found.get(hour, Hour(hour, 0, Recall())) for hour in range(24))
