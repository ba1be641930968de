"""One thing done to many cards, in one transaction, and taken back in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quizgen.model.review import CardState, Kind, Operation, Phase
from quizgen.study.days import Moment
from quizgen.study.store import Store

Key = tuple[str, str]


def suspend(store: Store, keys: Iterable[Key], now: Moment) -> list[Operation]:
    """Put cards away for good; those that are stay as they are.

    Raises:
        ProgressError: when it cannot be written; nothing has changed then. So do all of these.
    """
    return store.write_all(_each(keys, Kind.SUSPEND, lambda state: not state.suspended), now)


def unsuspend(store: Store, keys: Iterable[Key], now: Moment) -> list[Operation]:
    """Take cards up again that were put away."""
    return store.write_all(_each(keys, Kind.UNSUSPEND, lambda state: state.suspended), now)


def reset(store: Store, keys: Iterable[Key], now: Moment) -> list[Operation]:
    """Make cards new again; their history stays."""
    return store.write_all(_each(keys, Kind.RESET, lambda state: state.phase is not Phase.NEW), now)


def move(store: Store, keys: Iterable[Key], now: Moment, days: int, *, shift: bool) -> list[Operation]:
    """Let learned cards come on another day, today at the earliest; those being learned stay as they are.

    Args:
        store, keys, now: as for the others.
        days: how many.
        shift: from the day each is due; otherwise from today.
    """

    def moved(state: CardState) -> tuple[Kind, str | None] | None:
        if state.phase is not Phase.REVIEW or state.due_day is None:
            return None
        day = max(now.day, (state.due_day if shift else now.day) + days)
        return None if day == state.due_day else (Kind.MOVE, str(day))

    return store.write_all(((key, moved) for key in keys), now)


def take_back(store: Store, operations: Sequence[Operation], now: Moment) -> None:
    """Take back what one of these did, newest first."""
    store.undo_all(operations, now)


def _each(
    keys: Iterable[Key], kind: Kind, wanted: Callable[[CardState], bool]
) -> Iterable[tuple[Key, Callable[[CardState], tuple[Kind, str | None] | None]]]:
    return ((key, lambda state: (kind, None) if wanted(state) else None) for key in keys)
