"""A studying process killed at any moment: no acknowledged answer is lost, and the next start works."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from study_tools import caches

from quizgen.study.store import Store

STUDY = """
import datetime as dt
import sys
from pathlib import Path
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.review import Grade
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from quizgen.study.store import Store

cards = tuple(Card(id=f"{number}", question="?", answer="!") for number in range(5000))
deck = Deck(id="deck", title="Deck", cards=cards)
now = dt.datetime.now(dt.UTC)
with Store.open(Path(sys.argv[1])) as store:
    session = Session(store, [deck], Settings(new_per_day=9999), lambda: now)
    print("ready", flush=True)
    number = 0
    while session.current is not None:
        if number % 7 == 6:
            undone = session.undo()
            print("undone", undone.id, flush=True)
        else:
            done = session.answer(list(Grade)[number % 4])
            print("answered", done.operation.id, flush=True)
        number += 1
"""


def killed(file: Path, checkout: Path, after: float, programs: int = 1) -> tuple[set[str], set[str]]:
    """Let programs study for so many seconds, kill them, and tell which operations they acknowledged."""
    command = [sys.executable, "-c", STUDY, str(file)]
    running = [
        subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(programs)
    ]
    for program in running:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    time.sleep(after)
    told: dict[str, set[str]] = {"answered": set(), "undone": set()}
    for program in running:
        program.kill()
    for program in running:
        out, err = program.communicate()
        assert err == ""
        for line in out.splitlines(keepends=True):
            if line.endswith("\n"):
                what, name = line.split()
                told[what].add(name)
    return told["answered"], told["undone"]


def check(file: Path, answered: set[str], undone: set[str]) -> None:
    with Store.open(file) as store:
        assert store.query("PRAGMA integrity_check") == [("ok",)]
        kept = {row[0] for row in store.query("SELECT id FROM operation WHERE kind = 'review'")}
        taken_back = {row[0] for row in store.query("SELECT target FROM operation WHERE kind = 'undo'")}
        assert answered <= kept
        assert undone <= taken_back
        cached = caches(store)
        store.rebuild()
        assert caches(store) == cached


@pytest.mark.slow
def test_a_hundred_kills_lose_nothing(tmp_path: Path, checkout: Path) -> None:
    draw = random.Random(2026)
    file = tmp_path / "progress.sqlite3"
    answered: set[str] = set()
    undone: set[str] = set()
    for _ in range(100):
        more_answered, more_undone = killed(file, checkout, draw.uniform(0.0, 0.12))
        answered |= more_answered
        undone |= more_undone
    check(file, answered, undone)
    assert len(answered) > 500


@pytest.mark.slow
def test_two_programs_killed_at_once_lose_nothing(tmp_path: Path, checkout: Path) -> None:
    draw = random.Random(2027)
    file = tmp_path / "progress.sqlite3"
    for _ in range(8):
        answered, undone = killed(file, checkout, draw.uniform(0.1, 0.4), programs=2)
        assert answered
        check(file, answered, undone)


@pytest.mark.slow
def test_a_kill_while_the_file_is_made_does_no_harm(tmp_path: Path, checkout: Path) -> None:
    draw = random.Random(2028)
    for number in range(12):
        file = tmp_path / str(number) / "progress.sqlite3"
        program = subprocess.Popen([sys.executable, "-c", STUDY, str(file)], cwd=checkout, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.0005)
        time.sleep(draw.uniform(0.0, 0.01))
        program.kill()
        program.wait()
        check(file, set(), set())
