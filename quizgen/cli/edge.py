"""The process's edge: what becomes of errors, interrupts and characters that a terminal cannot show."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from quizgen.errors import QuizgenError

_INTERRUPTED = 130  # what a shell reports for a process ended by SIGINT


class Failure(click.ClickException):
    """An error told to the user as ``quizgen: ...`` on standard error."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """Tell it; ``file`` is click's, and not used."""
        from quizgen.deckfile.text import printable  # late: it brings the whole floor along

        click.echo("quizgen: " + "\n".join(map(printable, self.message.split("\n"))), err=True)


@contextmanager
def telling_errors(ctx: click.Context) -> Iterator[None]:
    """Turn errors that people can mend into a message and exit code 2, an interrupt into exit code 130."""
    try:
        yield
        sys.stdout.flush()
    except QuizgenError as error:
        raise Failure(str(error)) from error
    except KeyboardInterrupt:
        ctx.exit(_INTERRUPTED)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # click ends quietly when nobody reads on
        place = f"{error.filename}: " if error.filename else ""
        raise Failure(f"{place}{error.strerror or error}") from error


def people_safe_streams() -> None:
    """Let the standard streams take any bytes and any characters, escaped or replaced where need be."""
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)
