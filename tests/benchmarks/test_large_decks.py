"""With 100,000 cards: first opening, an edit noticed, home, grading, browsing, and memory; ratios in one run each."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest
from terminal import BARE, QUIZGEN, Terminal
from test_deckfile_large import _card

from quizgen.deckfile import save_deck
from quizgen.model.deck import Deck

COUNT = 100_000
ROUNDS = 12
TRIES = 4
"""What else the machine does can only slow a run down, so the best of a few runs counts."""

OPENING = """
import json, resource, sys, time
from pathlib import Path
import textual.app, textual.widgets
from quizgen.study.library.library import Library
clock = time.process_time
file, told = Path(sys.argv[1]), []
with Library(Path(sys.argv[2])) as library:
    begin = clock()
    deck = library.load(file, told.append)
    opened = clock() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    data = file.read_bytes()
    file.write_bytes(data.replace(b"answer: the keeper 50000", b"answer: another keeper"))
    begin = clock()
    edited = library.load(file)
    noticed = clock() - begin
    begin = clock()
    library.load(file)
    again = clock() - begin
    assert edited.cards.find("keeper-50000").answer == "another keeper"
import yaml
begin = clock()
yaml.load(data, Loader=yaml.CSafeLoader)
plain = clock() - begin
print(json.dumps([len(deck.cards), len(told), opened / plain, noticed / plain, again / plain, peak]))
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("large"), COUNT)


def write(folder: Path, count: int) -> Path:
    file = folder / "decks" / "large.yaml"
    file.parent.mkdir(parents=True)
    cards = (replace(_card(n), question=f"Q{n:06}Z {_card(n).question}", fact=None) for n in range(count))
    save_deck(Deck(id="large", title="Large", cards=tuple(cards)), file)
    return file


def study(file: Path, what: Path) -> list[str]:
    return [sys.executable, "-c", QUIZGEN, "study", str(what), "--data-dir", str(file.parent.parent), "--new", "500"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="peak memory as POSIX tells it")
def test_first_opening_and_an_edit_against_the_yaml_library(tmp_path: Path) -> None:
    file = write(tmp_path, COUNT)
    command = [sys.executable, "-c", OPENING, str(file), str(tmp_path / "decks.sqlite3")]
    measured = subprocess.run(command, capture_output=True, check=True, text=True)
    count, told, opened, noticed, again, peak = json.loads(measured.stdout)
    megabytes = peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(f"opening {opened:.3f}, edit {noticed:.4f}, again {again:.6f} of CSafeLoader; peak {megabytes:.0f} MiB")
    assert count == COUNT
    assert told > 100
    assert opened <= 0.5
    assert noticed < 0.015
    assert again < 0.0001
    assert megabytes < 200


@pytest.mark.slow
def test_the_home_screen_opens_as_fast_as_a_bare_app(large: Path) -> None:
    ratios: list[float] = []
    while len(ratios) < TRIES and min(ratios, default=9.0) > 1.35:
        times: dict[str, list[float]] = {"bare": [], "home": []}
        for turn in range(ROUNDS + 1):
            for name, program, shown in (
                ("bare", [sys.executable, "-c", BARE], b"READY"),
                ("home", study(large, large.parent), b"Large"),
            ):
                with Terminal(program) as terminal:
                    seconds = terminal.until(shown)
                    if not turn and name == "home":
                        terminal.until(b"500")  # the first start reads the deck
                if turn:
                    times[name].append(seconds)
        ratios.append(min(times["home"]) / min(times["bare"]))
    print(f"home {ratios}")
    assert min(ratios) <= 1.35


@pytest.mark.slow
def test_grading_and_memory(large: Path) -> None:
    ratios: list[float] = []
    while len(ratios) < TRIES and min(ratios, default=9.0) > 2.0:
        bare_times, ours = [], []
        with Terminal([sys.executable, "-c", BARE]) as bare, Terminal(study(large, large)) as terminal:
            bare.until(b"READY")
            terminal.until(b"Q0")
            terminal.settle(1.5)
            for turn in range(40):
                bare.press(b"x")
                bare_times.append(bare.until(b"KEY%04d" % (turn + 1)))
                terminal.press(b" ")
                terminal.until("✓".encode())
                terminal.press(b"4")
                ours.append(terminal.until(b"Q0"))
            memory = terminal.resident_mib()
        ratios.append(median(ours) / median(bare_times))
    print(f"grading {ratios}, {memory} MiB")
    assert min(ratios) <= 2.0
    assert memory is None or memory < 120


@pytest.mark.slow
def test_browsing_a_hundred_thousand_cards_is_as_fast_as_a_hundred(large: Path, tmp_path: Path) -> None:
    small = write(tmp_path, 100)
    ratios: list[float] = []
    while len(ratios) < TRIES and min(ratios, default=9.0) > 1.3:
        times: tuple[list[float], list[float]] = ([], [])
        with Terminal(study(large, large.parent)) as many, Terminal(study(small, small.parent)) as few:
            for terminal in (many, few):
                terminal.until(b"b ")
                terminal.settle(1.5)
                terminal.press(b"b")
                terminal.until(b"Q000000Z")
                terminal.settle(1.0)
            for turn in range(60):
                for terminal, found in zip((many, few), times, strict=True):
                    terminal.press(b"j")
                    found.append(terminal.until("▸".encode()) if turn else 0.0)
        ratios.append(median(times[0][1:]) / median(times[1][1:]))
    print(f"browsing {ratios}")
    assert min(ratios) <= 1.3
