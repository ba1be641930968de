"""The first frame of a session, and of home, takes little longer than that of a bare Textual app.

The deck has 100,000 cards.
"""

from __future__ import annotations

import sys

import pytest
from large import Large
from terminal import BARE, QUIZGEN, Terminal

ROUNDS = 12
AT_MOST = 1.4
TRIES = 5
"""What else the machine does can only slow a run down, so the best of a few runs counts. The aim is 1.35."""


@pytest.mark.slow
@pytest.mark.benchmark
def test_first_frame_costs_little_more_than_that_of_a_bare_app(large: Large, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    bare = [sys.executable, "-c", BARE]
    ours = [sys.executable, "-c", QUIZGEN, "study", str(large.file.parent), "--data-dir", str(large.folder)]
    ratios: list[float] = []
    while len(ratios) < TRIES and min(ratios, default=AT_MOST + 1) > AT_MOST:
        ratios.append(_ratio(bare, ours))
    assert min(ratios) <= AT_MOST, ratios


def _ratio(bare: list[str], ours: list[str]) -> float:
    times: dict[str, list[float]] = {"bare": [], "ours": []}
    for turn in range(ROUNDS + 1):
        for name, program, shown in (("bare", bare, b"READY"), ("ours", ours, b"Retention")):
            with Terminal(program) as terminal:
                seconds = terminal.until(shown)
            if turn:  # the first start writes the byte code
                times[name].append(seconds)
    bare_s, ours_s = min(times["bare"]), min(times["ours"])
    print(f"first frame: bare {bare_s:.3f} s, ours {ours_s:.3f} s, ratio {ours_s / bare_s:.2f}")
    return ours_s / bare_s
