"""One thing done to many cards, in one transaction, and taken back in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quizgen.model.review import CardState, Kind, Operation, Phase
from quizgen.study.days import Moment
from quizgen.study.many import Key, Told, undo_all, write_all
from quizgen.study.store import Store


def _silent(_: int) -> None:
    """Nobody waits."""


def suspend(store: Store, keys: Iterable[Key], now: Moment, told: Told = _silent) -> list[Operation]:
    """Put cards away for good; those that are stay as they are.

    Args:
        store: the progress file.
        keys: deck and card ids, each once.
        now: this moment.
        told: of how many have been looked at; what it raises ends the whole, and nothing changes.

    Raises:
        ProgressError: when it cannot be written; nothing has changed then. So do all of these.
    """
    return write_all(store, _each(keys, Kind.SUSPEND, lambda state: not state.suspended), now, told)


def unsuspend(store: Store, keys: Iterable[Key], now: Moment, told: Told = _silent) -> list[Operation]:
    """Take cards up again that were put away."""
    return write_all(store, _each(keys, Kind.UNSUSPEND, lambda state: state.suspended), now, told)


def reset(store: Store, keys: Iterable[Key], now: Moment, told: Told = _silent) -> list[Operation]:
    """Make cards new again; their history stays."""
    return write_all(store, _each(keys, Kind.RESET, lambda state: state.phase is not Phase.NEW), now, told)


def move(
    store: Store, keys: Iterable[Key], now: Moment, days: int, *, shift: bool, told: Told = _silent
) -> list[Operation]:
    """Let learned cards come on another day, today at the earliest; those being learned stay as they are.

    Args:
        store, keys, now, told: as for the others.
        days: how many.
        shift: from the day each is due; otherwise from today.
    """

    def moved(state: CardState) -> tuple[Kind, str | None] | None:
        if state.phase is not Phase.REVIEW or state.due_day is None:
            return None
        day = max(now.day, (state.due_day if shift else now.day) + days)
        return None if day == state.due_day else (Kind.MOVE, str(day))

    return write_all(store, ((key, moved) for key in keys), now, told)


def take_back(store: Store, operations: Sequence[Operation], now: Moment, told: Told = _silent) -> None:
    """Take back what one of these did."""
    undo_all(store, operations, now, told)


def _each(
    keys: Iterable[Key], kind: Kind, wanted: Callable[[CardState], bool]
) -> Iterable[tuple[Key, Callable[[CardState], tuple[Kind, str | None] | None]]]:
    return ((key, lambda state: (kind, None) if wanted(state) else None) for key in keys)
