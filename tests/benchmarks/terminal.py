"""A program in a pseudo-terminal, and how long it takes until it shows something."""

from __future__ import annotations

import os
import pty
import select
import signal
import time
from collections.abc import Sequence
from fcntl import ioctl
from struct import pack
from termios import TIOCSWINSZ

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    count = 0
    def compose(self):
        yield Static("READY")
    def on_key(self):
        self.count += 1
        self.query_one(Static).update(f"KEY{self.count:04}")

Bare().run()
"""
"""The least a Textual app can be: one text, which each key changes."""

QUIZGEN = "from quizgen.cli import main; main()"
"""What the installed command runs."""

_PATIENCE = 30.0


class Terminal:
    """A pseudo-terminal of 80 by 24 with a program in it; ends the program when left."""

    def __init__(self, program: Sequence[str]) -> None:
        self._begin = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            ioctl(0, TIOCSWINSZ, pack("HHHH", 24, 80, 0, 0))
            os.execv(program[0], list(program))
        self._seen = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    def until(self, shown: bytes) -> float:
        """Seconds from the start, or from the last key, until the program has written something.

        Raises:
            AssertionError: if it never does.
        """
        while shown not in self._seen:
            assert select.select([self._fd], [], [], _PATIENCE)[0], self._seen[-2000:]
            self._seen += os.read(self._fd, 65536)
        return time.perf_counter() - self._begin

    def press(self, key: bytes) -> None:
        """Press a key once the screen has come to rest; what is seen from now on is new."""
        self.settle(0.05)
        self._seen = b""
        self._begin = time.perf_counter()
        os.write(self._fd, key)

    def settle(self, seconds: float) -> None:
        """Read whatever still comes, until there has been nothing for so long."""
        while select.select([self._fd], [], [], seconds)[0]:
            os.read(self._fd, 65536)
