"""Files of other programs: read whole, within bounds, their errors told with the file's name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from quizgen.errors import QuizgenError

_MOST = 512 << 20
"""Bytes of a file, at the most."""


def bytes_of(file: str) -> bytes:
    """What a file holds.

    Args:
        file: its path; - for standard input.

    Raises:
        QuizgenError: it cannot be read, or is larger than any honest one.
    """
    try:
        with click.open_file(file, "rb") as stream:
            data: bytes = stream.read(_MOST + 1)
    except OSError as error:
        raise QuizgenError(f"the file cannot be read: {error.strerror}", file) from None
    except ValueError as error:  # a name no file can have, such as one with a NUL
        raise QuizgenError(f"the file cannot be read: {error}", file) from None
    if len(data) > _MOST:
        raise QuizgenError("the file is larger than 512 MB", file, "Export it in parts.")
    return data


@contextmanager
def told_of(file: str) -> Iterator[None]:
    """Errors that name no place are those of this file."""
    try:
        yield
    except QuizgenError as error:
        error.where = error.where or file
        raise
