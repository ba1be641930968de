"""The table of cards is as quick at 100,000 rows as at a hundred."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import pytest
from large import Large, make
from terminal import QUIZGEN, Terminal
from trying import least

FEW = 100
KEYS = 40
AT_MOST = 1.3
TRIES = 5
MIB = 120

POINTER = "▸".encode()


@pytest.mark.slow
@pytest.mark.benchmark
def test_a_key_shows_as_soon_as_among_a_hundred_rows(large: Large, tmp_path: Path) -> None:
    few = make(tmp_path, FEW)
    assert least(lambda: _ratio(few, large), AT_MOST, TRIES) <= AT_MOST


def _ratio(few: Large, many: Large) -> float:
    with ExitStack() as stack:
        terminals = [stack.enter_context(Terminal(_command(made))) for made in (few, many)]
        for terminal in terminals:
            terminal.until(b"Today")  # all is counted
            terminal.press(b"b")
            terminal.until(POINTER)
            terminal.settle(0.5)
        times = [[_time(terminal, key) for terminal in terminals] for key in [b"j", b"k", b"f", b"b"] * (KEYS // 4)]
        mib = terminals[1].peak_mib()
    few_s, many_s = (median(column) for column in zip(*times, strict=True))
    print(f"browse: {FEW} rows {1000 * few_s:.1f} ms, many {1000 * many_s:.1f} ms, {many_s / few_s:.2f}; {mib} MiB")
    assert mib is None or mib < MIB
    return many_s / few_s


def _command(made: Large) -> list[str]:
    return [sys.executable, "-c", QUIZGEN, "study", str(made.file.parent), "--data-dir", str(made.folder)]


def _time(terminal: Terminal, key: bytes) -> float:
    terminal.press(key)
    return terminal.until(POINTER)
