"""What starting costs, as ratios measured in one run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from trying import least

pytestmark = [pytest.mark.slow, pytest.mark.benchmark]

ROUNDS = 15
HELP_RATIO = 6.0
GENERATE_RATIO = 6.0

PASS = [sys.executable, "-c", "pass"]
HELP = [sys.executable, "-c", "from quizgen.cli import main; main()", "--help"]


def quickest(folder: Path, *commands: list[str]) -> list[float]:
    """The least seconds of each command in turn: what else the machine does only ever adds."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    seconds: list[list[float]] = [[] for _ in commands]
    for _ in range(ROUNDS + 1):
        for command, measured in zip(commands, seconds, strict=True):
            begin = time.perf_counter()
            subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
            measured.append(time.perf_counter() - begin)
    return [min(measured[1:]) for measured in seconds]  # the first round writes byte code


def test_help_costs_at_most_six_times_an_empty_process(tmp_path: Path) -> None:
    def times() -> float:
        empty, helped = quickest(tmp_path, PASS, HELP)
        return helped / empty

    assert least(times, HELP_RATIO) <= HELP_RATIO


def test_generating_costs_so_many_times_the_help(tmp_path: Path, checkout: Path) -> None:
    source = str(checkout / "decks" / "sources" / "china-laos-2021.txt")
    generate = [*HELP[:-1], "generate", source, "-o", "deck.yaml", "--force"]

    def times() -> float:
        started, generated = quickest(tmp_path, HELP, generate)
        print(f"{generated / started:.2f} times the help, {1000 * (generated - started):.0f} ms more")
        return generated / started

    assert least(times, GENERATE_RATIO) <= GENERATE_RATIO
