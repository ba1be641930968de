"""Files torn, spoilt or cut short, and disks that are full: a clear word, and nothing lost that was written."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from study_tools import Clock, caches, counted, make_deck, sit_down

from quizgen.errors import ProgressError
from quizgen.model.review import Grade
from quizgen.study.browsing.history import whole_history
from quizgen.study.moving.carried import lines
from quizgen.study.store import Store

DECK = make_deck(60, siblings=2)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A progress file of some days."""
    file, clock = tmp_path_factory.mktemp("whole") / "progress.sqlite3", Clock()
    with Store.open(file, counted()) as store:
        for day in range(5):
            session, draw = sit_down(store, DECK, clock), random.Random(day)
            for _ in range(20):
                if session.current is not None:
                    session.answer(draw.choice(list(Grade)), typed="a river")
                    clock.turn(seconds=30)
            session.undo()
            if session.current is not None:
                session.flag("not this river")
                session.bury()
            clock.turn(days=1)
    return file.read_bytes()


def cut(data: bytearray, draw: random.Random) -> None:
    del data[draw.randrange(len(data)) :]


def zeros(data: bytearray, draw: random.Random) -> None:
    start = draw.randrange(len(data))
    end = min(len(data), start + draw.choice([1, 512, 4096]))
    data[start:end] = bytes(end - start)


def other_bytes(data: bytearray, draw: random.Random) -> None:
    for _ in range(draw.choice([1, 5, 50])):
        data[draw.randrange(len(data))] = draw.randrange(256)


def other_page(data: bytearray, draw: random.Random) -> None:
    one, other = (4096 * draw.randrange(len(data) // 4096) for _ in range(2))
    data[one : one + 4096] = data[other : other + 4096]


def other_head(data: bytearray, draw: random.Random) -> None:
    data[draw.randrange(100)] ^= 1 << draw.randrange(8)


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("spoil", [cut, zeros, other_bytes, other_page, other_head])
def test_whatever_is_spoilt_is_told_or_does_no_harm(
    spoil: Callable[[bytearray, random.Random], None], seed: int, whole: bytes, tmp_path: Path
) -> None:
    data, file = bytearray(whole), tmp_path / "progress.sqlite3"
    spoil(data, random.Random(seed))
    file.write_bytes(data)
    refused = told(lambda: Store.open(file, counted()).close())
    if refused is not None:
        assert refused.hint
        assert file.read_bytes() == data  # as it was, for whoever can mend it
        return
    with Store.open(file, counted()) as store:
        trouble = told(lambda: use(store))
    assert trouble is None or trouble.message in ("the progress file is damaged", "this is not a progress file")


def told(do: Callable[[], object]) -> ProgressError | None:
    """What people are told when something is done; anything but a word for them fails the test."""
    try:
        do()
    except ProgressError as error:
        return error
    return None


def use(store: Store) -> None:
    """All that reads and writes the log."""
    clock = Clock()
    clock.turn(days=6)
    session = sit_down(store, DECK, clock)
    for _ in range(3):
        if session.current is not None:
            session.preview()
            session.answer(Grade.GOOD)
    session.undo()
    session.summary()
    for card in DECK.cards[:20]:
        whole_history(store, DECK.id, card.id)
    for _ in lines(store):
        pass
    store.rebuild()


def test_a_write_ahead_log_torn_at_any_place_loses_only_what_comes_after(tmp_path: Path) -> None:
    """As after a power cut on a disk that keeps the order of writes."""
    file, clock = tmp_path / "progress.sqlite3", Clock()
    with Store.open(file, counted()) as store:
        session = sit_down(store, DECK, clock)
        store.query("PRAGMA wal_autocheckpoint = 0")
        for _ in range(20):
            session.answer(Grade.GOOD)
        done = store.query("SELECT seq, id FROM operation ORDER BY seq")
        names = (file.name, f"{file.name}-wal")
        for name in names:
            shutil.copy(tmp_path / name, tmp_path / f"kept-{name}")
    log, draw, seen = (tmp_path / f"kept-{names[1]}").read_bytes(), random.Random(5), set[int]()
    for number in range(40):
        torn = tmp_path / str(number)
        torn.mkdir()
        shutil.copy(tmp_path / f"kept-{names[0]}", torn / names[0])
        place = draw.randrange(len(log))
        (torn / names[1]).write_bytes(log[:place] + draw.randbytes(draw.choice([0, 100, 5000])))
        with Store.open(torn / names[0], counted()) as store:
            left = store.query("SELECT seq, id FROM operation ORDER BY seq")
            assert left == done[: len(left)]
            seen.add(len(left))
            cached = caches(store)
            store.rebuild()
            assert caches(store) == cached
    assert len(seen) > 5


STUDY = """
import signal, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from study_tools import Clock, make_deck, sit_down
from quizgen.errors import ProgressError
from quizgen.model.review import Grade
from quizgen.study.store import Store

if sys.argv[3] != "no limit":
    import resource
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
answered = 0
try:
    with Store.open(Path(sys.argv[2])) as store:
        session = sit_down(store, make_deck(400), Clock(), new_per_day=400)
        while session.current is not None:
            session.answer(Grade.EASY, typed="x" * 500)
            answered += 1
except ProgressError as error:
    print(answered, error.message, error.hint, sep="\\n")
"""


def studied(file: Path, limit: object = "no limit") -> tuple[int, str, str]:
    """Study until the disk has no room: how many answers were acknowledged, what was told, and the hint."""
    arguments = [str(Path(__file__).parent), str(file), str(limit)]
    done = subprocess.run([sys.executable, "-c", STUDY, *arguments], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    answered, message, hint = done.stdout.splitlines()
    return int(answered), message, hint


def kept(file: Path) -> int:
    """How many answers are in a file that is whole."""
    with Store.open(file) as store:
        assert store.query("PRAGMA integrity_check") == [("ok",)]
        cached = caches(store)
        store.rebuild()
        assert caches(store) == cached
        return int(store.query("SELECT count(*) FROM operation")[0][0])


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on the size of files")
@pytest.mark.parametrize("limit", [0, 4_000, 20_000, 60_000, 100_000, 200_000, 400_000])
def test_a_file_that_may_not_grow_keeps_every_answer(limit: int, tmp_path: Path) -> None:
    file = tmp_path / "progress.sqlite3"
    answered, message, hint = studied(file, limit)
    assert message in ("the disk is full", "the disk does not read or write the progress file")
    assert "every answer before this one" in hint
    assert kept(file) == answered
    assert (answered > 0) or limit < 400_000


@pytest.mark.parametrize("kilobytes", [8, 40, 64, 100, 300, 600])
def test_a_full_disk_keeps_every_answer(kilobytes: int, tmp_path: Path) -> None:
    size = f"size={kilobytes}k"
    mount = shutil.which("mount")
    if mount is None or subprocess.run([mount, "-t", "tmpfs", "-o", size, "none", tmp_path], check=False).returncode:
        pytest.skip("needs the right to make a small disk")
    try:
        answered, message, hint = studied(tmp_path / "progress.sqlite3")
        assert message in ("the disk is full", "the disk does not read or write the progress file")
        assert "every answer before this one" in hint
        subprocess.run([mount, "-o", "remount,size=8m", tmp_path], check=True)
        assert kept(tmp_path / "progress.sqlite3") == answered
    finally:
        subprocess.run(["umount", tmp_path], check=True)
