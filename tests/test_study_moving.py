"""Progress carried between machines: any order, any number of times, always the same state."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from study_tools import Clock, caches, make_deck, sit_down

from quizgen.cli import quizgen
from quizgen.errors import ProgressError
from quizgen.model.review import Grade, Kind
from quizgen.study.browsing import bulk
from quizgen.study.days import moment
from quizgen.study.memory import weights
from quizgen.study.moving.carried import lines, rows_in
from quizgen.study.moving.columns import TABLES
from quizgen.study.parameters import DEFAULT, fitted
from quizgen.study.store import Store

DECK = make_deck(4)
KEYS = [(DECK.id, card.id) for card in DECK.cards]
OWN = fitted((*(2 * value for value in weights(DEFAULT)[:4]), *weights(DEFAULT)[4:]))
SIMPLE = [Kind.BURY, Kind.SUSPEND, Kind.UNSUSPEND, Kind.FLAG, Kind.RESET]

deeds = st.one_of(
    st.sampled_from([*Grade, *SIMPLE, "undo", "adopt"]).map(lambda what: (what, 0)),
    st.tuples(st.just("turn"), st.integers(-30, 5000)),
    st.tuples(st.just("fetch"), st.integers(0, 2)),
    st.tuples(st.just("move"), st.integers(-5, 40)),
)


def opened(folder: Path, name: str) -> Store:
    numbers = count()
    store = Store.open(folder / f"{name}.sqlite3", lambda: f"{name}{next(numbers):015x}")
    store.query("PRAGMA synchronous = OFF")  # nothing crashes here
    return store


def carried(store: Store) -> bytes:
    return "".join(lines(store)).encode()


def take(store: Store, *files: bytes) -> int:
    return sum(store.merge(rows_in(io.BytesIO(data), "there")) for data in files)


def do(store: Store, clock: Clock, what: object, number: int, others: Sequence[Store]) -> None:
    now = moment(clock(), 4)
    if what == "turn":
        clock.turn(minutes=number)
    elif what == "fetch":
        take(store, carried(others[number]))
    elif what == "move":
        bulk.move(store, KEYS, now, number, shift=number % 2 == 0)
    elif what == "undo":
        store.undo([DECK.id], now)
    elif what == "adopt":
        store.adopt(OWN, now)
    elif isinstance(what, Kind):
        store.write(what, DECK.id, DECK.cards[0].id, now)
    elif isinstance(what, Grade) and (session := sit_down(store, DECK, clock)).current:
        session.answer(what)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.integers(0, 2), deeds), max_size=25),
    st.lists(st.permutations(range(3)), min_size=3, max_size=3),
)
def test_merged_logs_converge(done: list[tuple[int, tuple[object, int]]], orders: list[list[int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        stores = [opened(Path(name), machine) for machine in "abc"]
        clock = Clock()
        for machine, (what, number) in done:
            do(stores[machine], clock, what, number, stores)
        files = [carried(store) for store in stores]
        for store, order in zip(stores, orders, strict=True):
            take(store, *(files[number] for number in order))
        head, *rest, end = files[0].splitlines(keepends=True)
        assert take(stores[0], b"".join([head, *reversed(rest), end])) == 0
        whole, states = carried(stores[0]), caches(stores[0])
        assert take(stores[0], whole, *files) == 0
        for store in stores:
            assert carried(store) == whole
            assert caches(store) == states
            store.rebuild()
            assert caches(store) == states
            store.close()


def test_the_columns_are_those_of_the_tables(tmp_path: Path) -> None:
    with opened(tmp_path, "a") as store:
        for table, columns in TABLES.items():
            held = {name for (name,) in store.query(f"SELECT name FROM pragma_table_info('{table}')")}
            assert held - {"seq"} == set(columns)


def test_an_undone_answer_stays_undone_whichever_comes_first(tmp_path: Path) -> None:
    with opened(tmp_path, "a") as here, opened(tmp_path, "b") as there:
        clock = Clock()
        sit_down(here, DECK, clock).answer(Grade.GOOD)
        early = carried(here)
        here.undo([DECK.id], moment(clock(), 4))
        take(there, carried(here))
        assert take(there, early) == 0
        assert caches(there) == caches(here) == ([], [])


def test_days_that_were_moved_are_moved_on_the_other_machine(tmp_path: Path) -> None:
    with opened(tmp_path, "a") as here, opened(tmp_path, "b") as there:
        clock = Clock()
        session = sit_down(here, DECK, clock)
        for _ in range(3):
            session.answer(Grade.EASY)
        today = moment(clock(), 4)
        (later,) = bulk.move(here, KEYS[:1], today, 50, shift=False)
        bulk.move(here, KEYS[1:3], today, 3, shift=False)
        take(there, carried(here))
        assert [there.state(*key).due_day for key in KEYS] == [today.day + 50, today.day + 3, today.day + 3, None]
        bulk.take_back(here, [later], moment(clock(), 4))
        there.write(Kind.RESET, *KEYS[1], moment(clock(), 4))
        files = [carried(store) for store in (here, there)]
        for store in (here, there):
            take(store, *files)
        assert caches(here) == caches(there)
        assert here.state(*KEYS[0]).due_day != today.day + 50
        assert here.state(*KEYS[1]).due_day is None
        assert here.state(*KEYS[2]).due_day == today.day + 3


def answered(folder: Path) -> list[str]:
    """The lines of a log with an answer, a flag and an adoption."""
    with opened(folder, "a") as store:
        sit_down(store, DECK, Clock()).answer(Grade.GOOD)
        store.write(Kind.FLAG, DECK.id, "card-001", moment(Clock()(), 4), text="wrong")
        store.adopt(OWN, moment(Clock()(), 4))
        return list(lines(store))


NONSENSE: tuple[object, ...] = ("", "x\ud800", "\x1b[2J" * 4000, -1, 1 << 80, 1.5, True, [], {}, None)


@pytest.mark.parametrize("value", NONSENSE, ids=lambda value: repr(value)[:20])
def test_a_wrong_value_is_refused_whole_or_does_no_harm(value: object, tmp_path: Path) -> None:
    good = answered(tmp_path)
    refused = 0
    for place in range(1, len(TABLES["operation"]) + 1):
        for number in (1, 2, 3):
            row = json.loads(good[number])
            row[place] = value
            bad = "".join([*good[:number], json.dumps(row) + "\n", *good[number + 1 :]]).encode()
            with opened(tmp_path, f"f{place}x{number}") as store:
                try:
                    take(store, bad)
                except ProgressError:
                    refused += 1
                    taken = store.query("SELECT count(*) FROM operation")
                    assert taken == [(0,)]
                sit_down(store, DECK, Clock()).counts()
    assert refused > 20


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda good: good[:-1], "cut off"),
        (lambda good: [*good[:1], *good[2:]], "no row of a log"),
        (lambda good: [*good, "more"], "something follows the end"),
        (lambda good: ['{"quizgen-progress":2}\n'], "newer quizgen"),
        (lambda good: ["{}\n"], "no exported progress"),
        (lambda good: [], "cut off"),
        (lambda good: [good[0], "[" * 100_000 + "\n"], "cannot be read"),
        (lambda good: [good[0], "9" * 5_000 + "\n"], "cannot be read"),
        (lambda good: [good[0], "x" * (1 << 21) + "\n"], "cut off"),
        (lambda good: [good[0], good[1], good[1].replace("card-000", "card-003"), *good[3:]], "is another one here"),
    ],
)  # fmt: skip
def test_a_malformed_file_is_refused_whole(spoil: object, message: str, tmp_path: Path) -> None:
    assert callable(spoil)
    data = "".join(spoil(answered(tmp_path))).encode()
    with opened(tmp_path, "z") as store:
        with pytest.raises(ProgressError, match=message):
            take(store, data)
        assert store.query("SELECT count(*) FROM operation") == [(0,)]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizgen, ["progress", *arguments])


def test_export_and_import_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with opened(tmp_path / "one", "progress") as store:
        sit_down(store, DECK, Clock()).answer(Grade.GOOD)
        states = caches(store)
    file, one, two = str(tmp_path / "moved.jsonl"), str(tmp_path / "one"), str(tmp_path / "two")
    assert run("export", "-o", file, "--data-dir", one).exit_code == 0
    assert run("export", "-o", file, "--data-dir", one).exit_code == 2
    assert run("export", "-o", file, "--data-dir", one, "--force").exit_code == 0
    assert run("export", "-o", "-", "--data-dir", one).stdout_bytes == Path(file).read_bytes()
    assert run("import", file, file, "--data-dir", two).output == "1 row was new.\n"
    with Store.open(tmp_path / "two" / "progress.sqlite3") as store:
        assert caches(store) == states


def test_of_several_files_all_are_taken_or_none(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text("".join(answered(tmp_path)), encoding="utf-8")
    bad.write_text("{}\n", encoding="utf-8")
    two = tmp_path / "two"
    assert run("import", str(good), str(bad), "--data-dir", str(two)).exit_code == 2
    assert run("import", str(good), str(tmp_path / "missing"), "--data-dir", str(two)).exit_code == 2
    with Store.open(two / "progress.sqlite3") as store:
        assert store.query("SELECT count(*) FROM operation") == [(0,)]
