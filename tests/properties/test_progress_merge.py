"""Logs of several machines, merged in any order and any number of times, always give the same state."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from study_tools import Clock, caches, make_deck, sit_down

from quizgen.model.review import Grade, Kind
from quizgen.study.days import moment
from quizgen.study.exchange import exported, operations_in
from quizgen.study.store import Store

DECK = make_deck(4, "rivers", siblings=2)
MACHINES = 3
Step = tuple[int, str, Grade, int]

steps = st.lists(
    st.tuples(
        st.integers(0, MACHINES - 1), st.sampled_from(["answer", "bury", "flag", "reset", "undo", "sync"]),
        st.sampled_from(Grade), st.sampled_from([0, 1, 30, 200]),
    ),
    min_size=1, max_size=25,
)  # fmt: skip


@contextmanager
def machines(number: int) -> Iterator[list[Store]]:
    folder = Path(tempfile.mkdtemp())
    stores = [Store.open(folder / f"{i}.sqlite3") for i in range(number)]
    for store in stores:
        store.query("PRAGMA synchronous = OFF")  # nothing crashes here
    yield stores
    for store in stores:
        store.close()
    shutil.rmtree(folder)


def log(store: Store) -> list[bytes]:
    return list(exported(store))


def take(store: Store, lines: Sequence[bytes]) -> int:
    return store.merge(operations_in(lines, "log"))


def do(stores: Sequence[Store], step: Step, clock: Clock) -> None:
    machine, what, grade, hours = step
    store = stores[machine]
    session = sit_down(store, DECK, clock, new_per_day=9)
    clock.turn(hours=hours, seconds=1)
    if what == "answer" and session.current is not None:
        session.answer(grade, duration_ms=10)
    elif what == "undo":
        store.undo([DECK.id], moment(clock(), 4))
    elif what == "sync":
        take(store, log(stores[(machine + 1) % MACHINES]))
    elif what in ("bury", "flag", "reset"):
        store.write(Kind(what), DECK.id, DECK.cards[hours % 4].id, moment(clock(), 4), text="why")


@settings(max_examples=40)
@given(steps=steps, order=st.permutations(range(MACHINES)), twice=st.integers(0, MACHINES - 1))
def test_the_union_of_logs_is_one_state(steps: list[Step], order: list[int], twice: int) -> None:
    with machines(MACHINES + 2) as stores:
        clock = Clock()
        for step in steps:
            do(stores, step, clock)
        logs = [log(store) for store in stores[:MACHINES]]
        first, second = stores[MACHINES:]
        for lines in logs:
            take(first, lines)
        for number in order:
            take(second, [logs[number][0], *reversed(logs[number][1:])])
        take(second, logs[twice])
        assert caches(first) == caches(second)
        assert log(first) == log(second)
        for store in stores[:MACHINES]:  # and so are the machines that did it all
            take(store, log(first))
            assert caches(store) == caches(first)
