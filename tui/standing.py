"""Where the learner stands: what is left of each deck, and of the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen.model.deck import Deck
from quizgen.study.agenda import Counts, coming_exam, next_due, plan, through
from quizgen.study.days import Moment
from quizgen.study.statistics.recall import Recall, recall_of, streak
from quizgen.study.summary import MONTH
from tui.desk import Desk
from tui.library import Folder

_WEEK = 7


class Standing(NamedTuple):
    """Where one deck stands, or all decks of a folder."""

    counts: Counts
    retention: float | None
    """Of the learned cards asked in the last 30 study days, the share known; None where none was asked."""
    next_in: int | None = None
    """In how many days the next review comes, tomorrow at the earliest; None where none will."""


class Today(NamedTuple):
    """Where the day stands, over all decks listed."""

    done: int
    """Cards asked today that will not come again today."""
    left: int
    """Cards still to come."""
    left_ms: int | None
    """How long they will take at the usual pace; None where no pace is known."""
    streak: int
    """Days in a row with an answer, up to today or yesterday."""
    coming: tuple[int, ...]
    """Reviews due on each of the next seven days."""
    exam: int | None = None
    """The study day of the next exam that is crammed for; None where there is none to come."""
    exam_in: int = 0
    """In how many days it is; 0 for today."""


Standings = Mapping[str | Path, Standing]
"""Of decks by their ids, and of folders by their paths."""


def standings(desk: Desk, decks: Sequence[Deck], folders: Iterable[Folder] = ()) -> Standings:
    """Where each deck stands, and the decks of each folder together; enrols the decks.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    now = desk.now()
    desk.store.enrol(decks)
    found: dict[str | Path, Standing] = {deck.id: _standing(desk, [deck.id], now) for deck in decks}
    for folder in folders:
        found[folder.path] = _standing(desk, [opened.deck.id for opened in folder.opened], now)
    return found


def _standing(desk: Desk, decks: Sequence[str], now: Moment) -> Standing:
    coming = [day for deck in decks if (day := next_due(desk.store, deck, now.day)) is not None]
    recalls = (recall_of(desk.store, deck, now.day - MONTH + 1, now.day) for deck in decks)
    return Standing(
        plan(desk.store, decks, desk.settings, now).counts,
        sum(recalls, Recall()).share,
        min(coming) - now.day if coming else None,
    )


def today(desk: Desk, decks: Sequence[Deck]) -> Today:
    """Where the day stands; the decks must be enrolled.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    now, store = desk.now(), desk.store
    left = plan(store, [deck.id for deck in decks], desk.settings, now).counts.total
    month = store.days(now.day - MONTH + 1, now.day)
    exam = coming_exam(store, [deck.id for deck in decks], now.day)
    due = store.due(now.day + 1, now.day + _WEEK)
    return Today(
        done=through(store, [deck.id for deck in decks], now.day),
        left=left,
        left_ms=round(left * month.duration_ms / month.answers) if month.duration_ms else None,
        streak=streak(store, now.day),
        exam=exam,
        exam_in=0 if exam is None else exam - now.day,
        coming=tuple(due.get(day, 0) for day in range(now.day + 1, now.day + _WEEK + 1)),
    )
