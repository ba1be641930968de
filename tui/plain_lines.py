"""Lines to and from a person: for screen readers and pipes, never an escape sequence."""

from __future__ import annotations

from typing import TextIO

from tui.showing import one_line


class Left(Exception):  # noqa: N818  (it is no error)
    """Nobody answers any more: the input has ended, or the learner leaves."""


class Lines:
    """Questions to a person, and their answers, a line each.

    Args:
        source: where lines are read from.
        out: where lines are written to.
    """

    def __init__(self, source: TextIO, out: TextIO) -> None:
        self._source = source
        self._out = out
        self.ended = False
        """Whether there is nothing more to read."""

    def say(self, *texts: str) -> None:
        """Write lines, made safe."""
        for text in texts:
            self._out.write(one_line(text) + "\n" if not text.startswith("  ") else f"  {one_line(text)}\n")
        self._out.flush()

    def ask(self, prompt: str) -> str:
        """The next line, without white space around it.

        Raises:
            Left: when there is none.
        """
        self._out.write(prompt)
        self._out.flush()
        line = self._source.readline()
        if not self._source.isatty():
            self._out.write("\n")
        if not line:
            self.ended = True
            raise Left
        return line.strip()

    @property
    def at_terminal(self) -> bool:
        """Whether a person sits at a terminal, in which another program can run for a while."""
        return self._source.isatty() and self._out.isatty()
