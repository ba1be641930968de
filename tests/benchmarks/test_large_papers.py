"""Every format takes time that grows with the number of questions and no faster; an interrupt leaves no half file."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from trying import least

from quizgen.deckfile import save_deck
from quizgen.export import export
from quizgen.exports import format_names
from quizgen.exports.shared.format import Layout
from quizgen.model.card import Card
from quizgen.model.deck import Deck

pytestmark = [pytest.mark.slow, pytest.mark.benchmark]

SMALL = 1_000
MOST = 3.2
"""Twice as many questions may take so many times as long."""
TRIES = 3
WARM = 20


def large(count: int) -> Deck:
    """A deck of dates."""
    cards = (
        Card(
            id=f"date-when-{n}", fact=f"f{n}", kind="date", answer=f"year {1000 + n}", accept=(f"{1000 + n}",),
            question=f"In which year did the mill number {n} of the northern parishes open its wheel?",
            distractors=(f"year {1001 + n}", f"year {1010 + n}", f"year {990 + n}"), note="It stood until the flood.",
        )
        for n in range(count)
    )  # fmt: skip
    return Deck(id="large", title="A large deck of mills", cards=tuple(cards))


def seconds(deck: Deck, name: str) -> float:
    """Processor time of an export, the better of two."""
    took = []
    for _ in range(2):
        begin = time.process_time()
        export([deck], name, layout=Layout(key=True))
        took.append(time.process_time() - begin)
    return min(took)


@pytest.mark.parametrize("name", format_names())
def test_the_time_is_linear(name: str) -> None:
    export([large(WARM)], name, layout=Layout(key=True))

    def times() -> float:
        once, twice = seconds(large(SMALL), name), seconds(large(2 * SMALL), name)
        return twice / once

    assert least(times, MOST, TRIES) < MOST


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt cannot be sent there")
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_an_interrupt_leaves_no_half_file(how: str, tmp_path: Path) -> None:
    save_deck(large(10_000), tmp_path / "large.yaml")
    file = tmp_path / "large.docx"
    command = [sys.executable, "-m", "quizgen", "export", str(tmp_path / "large.yaml"), "-o", str(file)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        told = [next(line for line in iter(running.stderr.readline, "") if line.startswith("Writing"))]
        running.send_signal(getattr(signal, how))
        told += running.stderr.readlines()
    assert "Traceback" not in "".join(told)
    if file.exists():  # it was whole before the signal came
        assert zipfile.ZipFile(file).testzip() is None
    else:
        assert running.returncode != 0
