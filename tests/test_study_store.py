"""The progress file: durable, append-only, undoable, remade from its log, and refused with a clear word."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from study_tools import NOON, Clock, caches, counted, make_deck, sit_down

from quizgen.errors import ProgressError
from quizgen.model.review import CardState, Grade, Kind
from quizgen.study import database
from quizgen.study.database import connect
from quizgen.study.days import Moment, moment
from quizgen.study.rows import INSERT_OPERATION, OPERATION_COLUMNS, STATE_COLUMNS
from quizgen.study.schema import MIGRATIONS
from quizgen.study.store import Store

NOW = moment(NOON, 4)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.sqlite3"


def flag(store: Store, card: str, reason: str = "", now: Moment = NOW) -> None:
    store.write(Kind.FLAG, "deck", card, now, text=reason)


def test_what_is_written_is_there_after_opening_again(file: Path) -> None:
    with Store.open(file) as store:
        flag(store, "one", "wrong year")
    with Store.open(file) as store:
        assert store.state("deck", "one") == CardState(flag="wrong year")
        assert store.state("deck", "two") == CardState()
        (operation,) = store.history("deck", "one")
    assert (operation.kind, operation.instant, operation.day) == (Kind.FLAG, NOW.instant, NOW.day)


def test_every_commit_reaches_the_disk(file: Path) -> None:
    with Store.open(file) as store:
        assert store.query("PRAGMA journal_mode") == [("wal",)]
        assert store.query("PRAGMA synchronous") == [(2,)]


def test_a_review_keeps_all_its_facts(file: Path) -> None:
    clock = Clock()
    with Store.open(file, counted()) as store:
        session = sit_down(store, make_deck(1), clock)
        session.answer(Grade.EASY, duration_ms=1200)
        clock.turn(days=10)
        session = sit_down(store, make_deck(1), clock)
        session.answer(Grade.AGAIN, duration_ms=3400, typed="River 7")
        first, second = store.history("rivers", "card-000")
    assert first.review is not None
    assert second.review is not None
    assert first.review.elapsed_days is None
    assert second.review.elapsed_days == 10
    assert second.review.typed == "River 7"
    assert second.review.stability_before == first.review.stability_after
    assert second.review.difficulty_before == first.review.difficulty_after
    assert second.review.due_day_before == first.review.due_day_after
    assert second.review.interval_s == 600
    assert second.review.due_at_after == second.instant + 600_000
    assert (second.review.parameters, second.review.scheduler) == ("fsrs6-default", "fsrs6-days-1")


def test_operations_of_a_card_keep_their_order_when_the_clock_is_set_back(file: Path) -> None:
    with Store.open(file) as store:
        flag(store, "one", "first", Moment(2000, 0, 7))
        flag(store, "one", "second", Moment(1000, 0, 7))
        assert store.state("deck", "one").flag == "second"
        assert [operation.text for operation in store.history("deck", "one")] == ["first", "second"]
        store.rebuild()
        assert store.state("deck", "one").flag == "second"


def test_ids_differ_also_between_files(tmp_path: Path) -> None:
    ids = set()
    for name in ("here", "there"):
        with Store.open(tmp_path / name) as store:
            for card in range(20):
                flag(store, str(card))
                ids.add(store.history("deck", str(card))[0].id)
    assert len(ids) == 40


@pytest.mark.parametrize("statement", ["UPDATE operation SET card = 'x'", "DELETE FROM operation"])
def test_the_log_only_grows(file: Path, statement: str) -> None:
    with Store.open(file) as store:
        flag(store, "one")
    with closing(sqlite3.connect(file)) as raw, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(statement)


def test_undo_takes_back_forty_steps_across_restarts(file: Path) -> None:
    for number in range(40):
        with Store.open(file) as store:
            flag(store, str(number % 7), str(number))
    for number in reversed(range(40)):
        with Store.open(file) as store:
            undone = store.undo(["deck"], NOW)
            assert undone is not None
            assert undone.text == str(number)
            assert store.state("deck", str(number % 7)).flag == (str(number - 7) if number >= 7 else None)
    with Store.open(file) as store:
        assert store.undo(["deck"], NOW) is None
        assert caches(store) == ([], [])


def test_undo_leaves_other_decks_and_other_machines_alone(file: Path) -> None:
    with Store.open(file) as store:
        flag(store, "mine")
        store.write(Kind.BURY, "other", "card", NOW)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute(
            "INSERT INTO operation (id, kind, deck, card, instant, offset_minutes, day, origin) "
            "VALUES ('elsewhere', 'suspend', 'deck', 'mine', 1, 0, 1, 'another machine')"
        )
        raw.commit()
    with Store.open(file) as store:
        undone = store.undo(["deck"], NOW)
        assert undone is not None
        assert undone.kind is Kind.FLAG
        assert store.undo(["deck"], NOW) is None
        assert store.state("other", "card").buried_day == NOW.day


def test_rebuild_mends_caches_that_were_spoilt(file: Path) -> None:
    clock = Clock()
    with Store.open(file) as store:
        session = sit_down(store, make_deck(6), clock)
        for grade in (Grade.GOOD, Grade.AGAIN, Grade.EASY, Grade.HARD):
            session.answer(grade)
        session.bury()
        before = caches(store)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("UPDATE card SET stability = 1000, due_day = 1")
        raw.execute("DELETE FROM hourly")
        raw.commit()
    with Store.open(file) as store:
        assert caches(store) != before
        assert store.rebuild() == 5
        assert caches(store) == before


def test_logs_merged_in_either_order_give_the_same_state(tmp_path: Path) -> None:
    """The log's design; a command for it is another matter."""
    files = [tmp_path / "home", tmp_path / "school"]
    for number, file in enumerate(files):
        clock = Clock()
        clock.turn(hours=number)
        with Store.open(file) as store:
            for _ in range(4):
                session = sit_down(store, make_deck(5), clock, new_per_day=3)
                for grade in (Grade.GOOD, Grade.AGAIN, Grade.EASY)[number:]:
                    session.answer(grade)
                    clock.turn(minutes=5 + number)
                session.undo()
                session.bury()
                clock.turn(days=2)
    merged: list[object] = []
    for ours, theirs in (files, files[::-1]):
        target = ours.with_suffix(".merged")
        target.write_bytes(ours.read_bytes())
        with Store.open(target) as store, closing(sqlite3.connect(theirs)) as other:
            columns = [name for _, name, *_ in other.execute("PRAGMA table_info(operation)")][1:]
            rows = other.execute(f"SELECT {', '.join(columns)} FROM operation").fetchall()
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        with closing(sqlite3.connect(target)) as raw:
            for _ in range(2):  # a second time changes nothing
                raw.executemany(f"INSERT OR IGNORE INTO operation ({names}) VALUES ({marks})", rows)
            raw.commit()
        with Store.open(target) as store:
            store.rebuild()
            assert store.query("SELECT count(DISTINCT origin) FROM operation") == [(2,)]
            merged.append(caches(store))
    assert merged[0] == merged[1]


# What cannot be used


def test_a_file_that_is_no_database_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("notes about rivers, nothing to do with any database\n" * 50, encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(ProgressError, match="this is not a progress file"):
        Store.open(file)
    assert file.read_bytes() == before


def test_somebody_elses_database_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    before = file.read_bytes()
    with pytest.raises(ProgressError, match="this database is not a progress file"):
        Store.open(file)
    assert file.read_bytes() == before


def test_a_file_from_the_future_is_left_alone(file: Path) -> None:
    with Store.open(file) as store:
        flag(store, "one")
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    with pytest.raises(ProgressError, match=f"of version 99, newer than the {len(MIGRATIONS)} known here"):
        Store.open(file)
    assert file.read_bytes() == before


def test_a_torn_file_is_told(file: Path) -> None:
    with Store.open(file) as store:
        for card in range(200):
            flag(store, str(card), "reason " * 20)
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xa5" * 8192 + whole[12288:])
    with pytest.raises(ProgressError, match="the progress file is damaged"):
        Store.open(file).rebuild()


def test_a_full_disk_loses_nothing(file: Path) -> None:
    with Store.open(file) as store:
        flag(store, "one", "before")
        before = caches(store)
        pages = store.query("PRAGMA page_count")[0][0]
        store.query(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ProgressError, match="the disk is full") as caught:
            flag(store, "two", "x" * 100_000)
        assert caught.value.hint.startswith("Make room")
        assert caches(store) == before
        store.query("PRAGMA max_page_count = 1000000")
        flag(store, "two", "x" * 100_000)
        assert store.state("deck", "two").flag == "x" * 100_000


def test_a_file_held_by_another_program_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with Store.open(file) as store, closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProgressError, match="held by another program"):
            flag(store, "one")
        with pytest.raises(ProgressError, match="held by another program"):
            Store.open(file)
        other.execute("ROLLBACK")
        flag(store, "one")
        assert store.state("deck", "one").flag == ""


def test_a_folder_in_the_files_place_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(ProgressError, match="cannot be opened"):
        Store.open(file)


def test_a_file_in_the_folders_place_is_told(file: Path) -> None:
    file.parent.write_text("a file", encoding="utf-8")
    with pytest.raises(ProgressError, match="the folder for progress cannot be made"):
        Store.open(file)


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from quizgen.errors import ProgressError
from quizgen.study.store import Store
if os.geteuid() == 0:
    os.setuid(65534)
try:
    Store.open(Path(sys.argv[1]))
except ProgressError as error:
    print(error.message)
"""


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs POSIX permissions")
@pytest.mark.parametrize("existing", [True, False])
def test_a_read_only_folder_is_told(existing: bool, checkout: Path) -> None:
    # Not in tmp_path, which is for one user alone: root must become another to be refused anything.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "progress.sqlite3"
        if existing:
            Store.open(file).close()
            file.chmod(0o444)
        folder.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED, str(file)],
            cwd=checkout,
            capture_output=True,
            text=True,
            check=False,
        )
        folder.chmod(0o755)
        assert done.stdout.strip() in (
            "the progress file cannot be written",
            "the progress file cannot be opened",
        ), done.stderr


# Migrations


def test_a_file_of_the_first_version_gets_its_statistics_from_the_log(file: Path) -> None:
    with Store.open(file, counted()) as store:
        clock = Clock()
        for grade in (Grade.EASY, Grade.GOOD, Grade.AGAIN):
            session = sit_down(store, make_deck(3), clock)
            for _ in range(3):
                session.answer(grade, duration_ms=900)
            clock.turn(days=400, hours=5)
        sit_down(store, make_deck(3), clock).undo()
        sit_down(store, make_deck(3), clock).reset("rivers", "card-001")
        expected = caches(store)
        log = store.query(f"SELECT {OPERATION_COLUMNS} FROM operation ORDER BY seq")
        columns = STATE_COLUMNS.replace(" asked, recalled,", "")
        states = store.query(f"SELECT deck, card, {columns} FROM card")
    old = file.with_name("old.sqlite3")
    with closing(connect(old, lambda: "x", MIGRATIONS[:1])) as raw:
        raw.executemany(INSERT_OPERATION, log)
        raw.executemany(
            f"INSERT INTO card (deck, card, {columns}) VALUES (?, ?{', ?' * len(columns.split(','))})", states
        )
    with Store.open(old) as store:
        assert caches(store) == expected
        store.rebuild()
        assert caches(store) == expected
    assert {row[3] for row in expected[1]} == {0, 2, 3}
    assert old.with_name("old.sqlite3.v1.backup").exists()


def test_a_migration_keeps_a_copy_of_the_file_as_it_was(file: Path) -> None:
    with Store.open(file) as store:
        flag(store, "one")
    later = (*MIGRATIONS, "CREATE TABLE extra (a TEXT);\nINSERT INTO extra VALUES ('semi;colon');\n")
    with closing(connect(file, lambda: "x", later)) as migrated:
        assert migrated.execute("PRAGMA user_version").fetchone() == (len(later),)
        assert migrated.execute("SELECT a FROM extra").fetchone() == ("semi;colon",)
    with Store.open(file.with_name(f"progress.sqlite3.v{len(MIGRATIONS)}.backup")) as backup:
        assert backup.state("deck", "one").flag == ""


def test_a_migration_that_fails_changes_nothing(file: Path) -> None:
    with Store.open(file) as store:
        flag(store, "one")
    later = (*MIGRATIONS, "CREATE TABLE extra (a TEXT);\nINSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(ProgressError, match="the progress file is damaged"):
        connect(file, lambda: "x", later)
    with Store.open(file) as store:
        assert store.query("SELECT name FROM sqlite_schema WHERE name = 'extra'") == []
        assert store.state("deck", "one").flag == ""
    assert connect(file, lambda: "x", (*MIGRATIONS, "CREATE TABLE extra (a TEXT);")).close() is None
    assert sorted(path.name for path in file.parent.glob("*.backup*")) == [
        f"progress.sqlite3.v{len(MIGRATIONS)}.backup",
        f"progress.sqlite3.v{len(MIGRATIONS)}.backup2",
    ]


OPEN_AND_WRITE = """
import sys
from pathlib import Path
from quizgen.model.review import Kind
from quizgen.study.days import Moment
from quizgen.study.store import Store
with Store.open(Path(sys.argv[1])) as store:
    for number in range(int(sys.argv[3])):
        store.write(Kind.FLAG, "deck", f"{sys.argv[2]}-{number}", Moment(number, 0, 1))
"""


def test_four_programs_that_make_the_file_at_once_all_work(file: Path, checkout: Path) -> None:
    command = [sys.executable, "-c", OPEN_AND_WRITE, str(file)]
    programs = [
        subprocess.Popen([*command, str(number), "25"], cwd=checkout, stderr=subprocess.PIPE) for number in range(4)
    ]
    for program in programs:
        _, errors = program.communicate(timeout=60)
        assert program.returncode == 0, errors
    with Store.open(file) as store:
        assert store.query("SELECT count(*) FROM operation") == [(100,)]
        assert store.query("SELECT count(*) FROM card") == [(100,)]
        assert store.query("PRAGMA integrity_check") == [("ok",)]
