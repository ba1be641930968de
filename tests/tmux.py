"""A program in a real terminal: one of tmux, driven by keys and read as text."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path

from waiting import until


class Tmux:
    """A terminal of its own server, so that no other session is touched.

    Args:
        tmux: the program.
        folder: the current folder.
        size: columns and rows.
        command: what runs in it.
    """

    def __init__(self, tmux: str, folder: Path, size: tuple[int, int], command: Sequence[str]) -> None:
        self._tmux = [tmux, "-f", os.devnull, "-L", f"quizgen-{os.getpid()}-{id(self)}"]
        columns, rows = map(str, size)
        self._run("new-session", "-d", "-x", columns, "-y", rows, "-c", str(folder), shlex.join(command))
        self._run("set-option", "-g", "status", "off")
        self._run("resize-window", "-x", columns, "-y", rows)

    def __enter__(self) -> Tmux:
        return self

    def __exit__(self, *_: object) -> None:
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)

    def press(self, *keys: str) -> None:
        """Press keys, as tmux names them."""
        for key in keys:
            self._run("send-keys", key)

    def write(self, text: str) -> None:
        """Type text."""
        self._run("send-keys", "-l", text)

    def screen(self) -> str:
        """What is shown, with each line's end as it stands."""
        return self._run("capture-pane", "-p")

    def shows(self, *texts: str) -> str:
        """Wait until texts are shown, in whatever lines they are broken; the screen then."""
        try:
            until(lambda: all(text in " ".join(self.screen().split()) for text in texts))
        except AssertionError:
            size = self._run("display-message", "-p", "#{window_width}x#{window_height} #{pane_width}x#{pane_height}")
            raise AssertionError(f"{texts} did not come:\n{self.screen()}{size}") from None
        return self.screen()

    def ended(self) -> bool:
        """Whether the program has ended, and its terminal with it."""
        return subprocess.run([*self._tmux, "has-session"], check=False, capture_output=True).returncode != 0

    def _run(self, *words: str) -> str:
        # The environment as Python knows it: beneath it, a library of pytest's keeps the size of its own terminal.
        environment = dict(os.environ)
        done = subprocess.run(
            [*self._tmux, *words], check=True, capture_output=True, text=True, encoding="utf-8", env=environment
        )
        return done.stdout
