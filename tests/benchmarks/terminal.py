"""A program in a pseudo-terminal, and how long it takes until it shows something."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time
from collections.abc import Sequence
from fcntl import ioctl
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ

BARE = """
import sys
from textual.app import App
from textual.widgets import Static

class Bare(App):
    count, file = 0, None
    def compose(self):
        yield Static("READY")
    def on_key(self, event):
        self.count += 1
        if event.key == "c":
            self.commit()
        self.query_one(Static).update(f"KEY{self.count:04}")
    def commit(self):
        if self.file is None:
            import sqlite3
            self.file = sqlite3.connect(sys.argv[1], isolation_level=None)
            self.file.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE key (number)")
        self.file.execute("INSERT INTO key VALUES (?)", (self.count,))

Bare().run()
"""
"""The least a Textual app can be: one text, which each key changes; ``c`` first commits to a file that it is given."""

QUIZGEN = "from quizgen.cli import main; main()"
"""What the installed command runs."""

_PATIENCE = 30.0


class Terminal:
    """A pseudo-terminal of 80 by 24 with a program in it; ends the program when left."""

    def __init__(self, program: Sequence[str]) -> None:
        self._begin = time.perf_counter()
        self._fd, inside = pty.openpty()
        ioctl(inside, TIOCSWINSZ, pack("HHHH", 24, 80, 0, 0))
        self._program = subprocess.Popen(program, stdin=inside, stdout=inside, stderr=inside, start_new_session=True)
        os.close(inside)
        self._seen = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._program.kill()
        self._program.wait()
        os.close(self._fd)

    def peak_mib(self) -> float | None:
        """The most memory that the program has had; None where the system does not tell."""
        status = Path(f"/proc/{self._program.pid}/status")
        if not status.exists():
            return None
        return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line[:5] == "VmHWM")

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
