"""The process's edge: what becomes of errors, interrupts and characters that a terminal cannot show."""

from __future__ import annotations

import errno
import io
import sys
import unicodedata
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
        click.echo(f"quizgen: {visible(self.message)}", err=True)


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
    """Let standard output and error print any character, escaped where their encoding lacks it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def visible(text: str) -> str:
    """``text`` with what a terminal might obey, all but line breaks and spaces, written as escapes."""
    if text.isprintable():
        return text
    return "".join(character if _shows(character) else _escaped(character) for character in text)


def _shows(character: str) -> bool:
    return character == "\n" or character.isprintable() or unicodedata.category(character) == "Zs"


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
