"""Processes killed while they study: no acknowledged answer is lost, none counts twice, the next start works."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from types import TracebackType

import pytest
from study_tools import caches
from waiting import until

from quizgen.study.store import Store

STUDY = """
import datetime as dt
import os
import random
import sys
from pathlib import Path
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.review import Grade
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from quizgen.study.store import Store

cards = tuple(Card(id=f"{number}", question="?", answer="!", fact=f"{number // 2}") for number in range(5000))
deck = Deck(id="deck", title="Deck", cards=cards)

def study(file, seed, tell):
    draw, now = random.Random(seed), dt.datetime.now(dt.UTC)
    with Store.open(Path(file)) as store:
        session = Session(store, [deck], Settings(new_per_day=9999), lambda: now)
        tell("ready -")
        while session.current is not None:
            what = draw.randrange(10)
            if what == 0 and (undone := session.undo()):
                tell(f"undo {undone.id}")
            elif what == 1:
                tell(f"bury {session.bury().id}")
            elif what == 2:
                tell(f"flag {session.flag('wrong').id}")
            else:
                done = session.answer(draw.choice(list(Grade)), duration_ms=draw.randrange(9999), typed="x" * what)
                tell(f"review {done.operation.id}")
"""
"""What a program does until it is killed; it tells each deed as soon as it counts as done."""

ALONE = f"{STUDY}\nstudy(sys.argv[1], int(sys.argv[2]), lambda words: print(words, flush=True))"

FORKING = f"""{STUDY}
import fsrs, signal
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for seed, line in enumerate(sys.stdin):
    file, told = line.rstrip("\\n").split("\\t")
    if not (child := os.fork()):
        out = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        study(file, seed, lambda words: os.write(out, words.encode() + b"\\n"))
        os._exit(0)
    print(child, flush=True)
"""
"""Starts a program in a millisecond for each line it reads, and tells its number."""


KINDS = ("review", "bury", "flag", "undo")


def deeds(told: str) -> set[tuple[str, str]]:
    """The kinds and names of what a program told; its last line may be cut off."""
    lines = [line.split() for line in told.splitlines(keepends=True) if line.endswith("\n")]
    return {(kind, name) for kind, name in lines if kind in KINDS}


def check(file: Path, ended: set[tuple[str, str]], running: set[tuple[str, str]], untold: int) -> None:
    """What ended programs told is in the file, the caches are right, and nothing is there that nobody did.

    Args:
        file: the progress file.
        ended: what they told.
        running: what others told since.
        untold: how many programs may have been stopped between a deed and its telling.
    """
    with Store.open(file) as store:
        store.query("PRAGMA synchronous = OFF")
        assert store.query("PRAGMA integrity_check") == [("ok",)]
        kept = set(store.query("SELECT kind, CASE kind WHEN 'undo' THEN target ELSE id END FROM operation"))
        assert ended <= kept
        assert len(kept - ended - running) <= untold
        assert store.query("SELECT count(*) FROM operation") == [(len(kept),)]
        cached = caches(store)
        store.rebuild()
        assert caches(store) == cached


class Pool:
    """Two programs that study at once on one file; one that is killed is followed by another."""

    def __init__(self, folder: Path) -> None:
        self.file, self.ended, self.killed = folder / "progress.sqlite3", set[tuple[str, str]](), 0
        self._folder, self._running = folder, list[tuple[int, Path]]()
        command = [sys.executable, "-c", FORKING]
        self._starter = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Pool:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill(*self._running)
        self._starter.communicate()

    def start(self) -> None:
        """Have two programs running."""
        assert self._starter.stdin is not None
        assert self._starter.stdout is not None
        while len(self._running) < 2:
            told = self._folder / f"told-{self.killed}-{len(self._running)}"
            print(self.file, told, sep="\t", file=self._starter.stdin, flush=True)
            self._running.append((int(self._starter.stdout.readline()), told))
            until(lambda told=told: told.exists() and told.read_text())

    def pick(self, draw: random.Random) -> list[tuple[int, Path]]:
        """One of the two, or both."""
        return draw.choice([self._running[:1], self._running[1:], self._running])[:]

    def kill(self, *programs: tuple[int, Path]) -> None:
        """Kill programs without warning; others go on."""
        for child, _ in programs:
            os.kill(child, signal.SIGKILL)
        for child, told in programs:
            until(lambda child=child: not lives(child))
            self.ended |= deeds(told.read_text())
            self._running.remove((child, told))
            self.killed += 1

    def check(self, copy: Path) -> None:
        """Check the file as it is at this moment; a program may be left that goes on writing."""
        shutil.rmtree(copy.parent, ignore_errors=True)
        copy.parent.mkdir()
        with closing(sqlite3.connect(self.file)) as source, closing(sqlite3.connect(copy)) as target:
            target.execute("PRAGMA synchronous = OFF")  # nobody kills the copy
            source.backup(target)
        running = [deeds(told.read_text()) for _, told in self._running]
        check(copy, self.ended, set().union(*running), self.killed + len(running))


def lives(child: int) -> bool:
    """Whether a process is there."""
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="some three hundred programs must start quickly")
def test_kills_at_two_hundred_moments_of_two_sessions_lose_nothing(tmp_path: Path) -> None:
    draw = random.Random(2026)
    with Pool(tmp_path) as pool:
        for _ in range(200):
            time.sleep(draw.uniform(0.0, 0.06))
            pool.kill(*pool.pick(draw))
            pool.check(tmp_path / "seen" / "progress.sqlite3")
            pool.start()
    check(pool.file, pool.ended, set(), pool.killed)
    assert len(pool.ended) > 1000
    assert {kind for kind, _ in pool.ended} == set(KINDS)


@pytest.mark.slow
def test_two_programs_killed_at_once_lose_nothing(tmp_path: Path) -> None:
    draw, file, ended = random.Random(2027), tmp_path / "progress.sqlite3", set[tuple[str, str]]()
    for number in range(4):
        ended |= killed(file, draw.uniform(0.1, 0.4), programs=2)
        check(file, ended, set(), 2 * number + 2)
    assert ended


def killed(file: Path, after: float, programs: int) -> set[tuple[str, str]]:
    """Let programs study for so many seconds, kill them, and tell what they told."""
    told = [file.with_name(f"told-{number}") for number in range(programs)]
    running = []
    for number, out in enumerate(told):
        with out.open("w") as opened:
            running.append(subprocess.Popen([sys.executable, "-c", ALONE, str(file), str(number)], stdout=opened))
    until(lambda: all(out.read_text() for out in told))
    time.sleep(after)
    for program in running:
        program.kill()
    for program in running:
        program.wait()
    return set().union(*(deeds(out.read_text()) for out in told))


@pytest.mark.slow
def test_a_kill_while_the_file_is_made_does_no_harm(tmp_path: Path) -> None:
    draw = random.Random(2028)
    for number in range(12):
        file = tmp_path / str(number) / "progress.sqlite3"
        program = subprocess.Popen([sys.executable, "-c", ALONE, str(file), "0"], stdout=subprocess.DEVNULL)
        until(file.exists)
        time.sleep(draw.uniform(0.0, 0.01))
        program.kill()
        program.wait()
        with Store.open(file) as store:
            done = store.query("SELECT kind, id FROM operation")
        check(file, set(), set(done), 0)
