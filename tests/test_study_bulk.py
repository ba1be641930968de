"""Many cards changed at once: all of them or none, replayed from the log, and taken back at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from study_tools import Clock, caches, counted, make_deck, sit_down

from quizgen.model.review import CardState, Grade, Kind, Phase
from quizgen.study.browsing import bulk
from quizgen.study.browsing.history import whole_history
from quizgen.study.days import Moment, moment
from quizgen.study.store import Store

KEYS = [("rivers", f"card-{number:03}") for number in range(4)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two cards of four were learned, and come in some days."""
    with Store.open(tmp_path / "progress.sqlite3", counted()) as opened:
        session = sit_down(opened, make_deck(4), Clock())
        for _ in range(2):
            session.answer(Grade.EASY)
        yield opened


def now(_: Store) -> Moment:
    return moment(Clock()(), 4)


def states(store: Store) -> list[CardState]:
    return [store.state(*key) for key in KEYS]


def test_cards_that_are_so_already_are_left_alone(store: Store) -> None:
    assert len(bulk.suspend(store, KEYS[:3], now(store))) == 3
    assert [operation.card for operation in bulk.suspend(store, KEYS, now(store))] == ["card-003"]
    assert len(bulk.unsuspend(store, KEYS, now(store))) == 4
    assert bulk.unsuspend(store, KEYS, now(store)) == []
    assert len(bulk.reset(store, KEYS, now(store))) == 2
    assert {state.phase for state in states(store)} == {Phase.NEW}


def test_learned_cards_move_and_others_stay(store: Store) -> None:
    today, due = now(store).day, [state.due_day for state in states(store)]
    assert len(bulk.move(store, KEYS, now(store), 3, shift=True)) == 2
    assert [state.due_day for state in states(store)] == [day and day + 3 for day in due]
    bulk.move(store, KEYS, now(store), -999, shift=True)
    assert [state.due_day for state in states(store)] == [today, today, None, None]
    assert bulk.move(store, KEYS, now(store), 0, shift=False) == []


def test_a_move_is_replayed_and_goes_with_a_reset(store: Store) -> None:
    bulk.move(store, KEYS, now(store), 40, shift=False)
    before = caches(store)
    store.rebuild()
    assert caches(store) == before
    bulk.reset(store, KEYS, now(store))
    store.write(Kind.MOVE, *KEYS[0], now(store), text="1")
    assert store.state(*KEYS[0]).due_day is None


def test_all_is_taken_back_once(store: Store) -> None:
    before = caches(store)
    done = bulk.suspend(store, KEYS, now(store))
    assert store.undo(["rivers"], now(store)) is not None
    bulk.take_back(store, done, now(store))
    bulk.take_back(store, done, now(store))
    assert caches(store) == before
    assert store.query("SELECT count(*) FROM operation WHERE kind = 'undo'") == [(4,)]


def test_nothing_changes_when_one_cannot_be_changed(store: Store) -> None:
    before, log = caches(store), store.query("SELECT * FROM operation")

    def keys() -> Iterator[tuple[str, str]]:
        yield from KEYS[:2]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        bulk.suspend(store, keys(), now(store))
    assert caches(store) == before
    assert store.query("SELECT * FROM operation") == log


def test_the_history_tells_also_what_was_taken_back(store: Store) -> None:
    bulk.take_back(store, bulk.suspend(store, KEYS, now(store)), now(store))
    past = whole_history(store, *KEYS[0])
    assert [(one.operation.kind, one.undone) for one in past] == [(Kind.REVIEW, False), (Kind.SUSPEND, True)]
    assert whole_history(store, "rivers", "nobody") == []
