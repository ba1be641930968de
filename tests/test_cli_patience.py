"""A sign of life for what takes long, and silence for what does not."""

from __future__ import annotations

import io
import sys
import time

import pytest

from quizgen.cli import patience as module
from quizgen.cli.patience import patience


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second passes in a blink."""
    monkeypatch.setattr(module, "_QUIET_SECONDS", 0.01)
    monkeypatch.setattr(module, "_EVERY_SECONDS", 0.01)


def wait_for(stream: io.StringIO, words: str) -> None:
    """Work until ``words`` have been said, ten seconds at the most."""
    end = time.monotonic() + 10
    while words not in stream.getvalue() and time.monotonic() < end:
        time.sleep(0.005)


def test_what_is_done_at_once_is_not_talked_about(capsys: pytest.CaptureFixture[str]) -> None:
    with patience("Making the deck"):
        pass
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("hasty")
def test_a_pipe_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with patience("Making the deck"):
        wait_for(stream, "\n")
    assert stream.getvalue() == "Making the deck ...\n"


@pytest.mark.usefixtures("hasty")
def test_a_terminal_is_told_the_seconds_and_left_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with patience("Making the deck"):
        wait_for(stream, " s")
    assert stream.getvalue().startswith("\rMaking the deck ... 0 s")
    assert stream.getvalue().endswith("\r\x1b[K")
