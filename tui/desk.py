"""What every screen works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quizgen.model.review import Mode
from quizgen.study.days import Clock, Moment, moment
from quizgen.study.places import decks_dir
from quizgen.study.settings import Settings
from quizgen.study.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """A learner's progress, settings and clocks."""

    store: Store
    settings: Settings
    clock: Clock
    """The learner's local time."""
    stopwatch: Callable[[], float]
    """Seconds that only ever grow, from any start."""
    demanded: Mode | None = None
    """How cards are asked in this run, whatever their decks keep."""

    @property
    def own(self) -> Path:
        """The folder of the learner's own decks."""
        return decks_dir(self.store.file.parent)

    def now(self) -> Moment:
        """This moment, as the log keeps it."""
        return moment(self.clock(), self.settings.rollover_hour)
