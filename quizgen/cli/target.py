"""Where a deck goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen.errors import QuizgenError
from quizgen.model.naming import STANDARD_STREAM


class Target(NamedTuple):
    """Where a deck goes."""

    path: Path | None
    """None for standard output."""
    name: str
    """The file's name without its suffix, from which the deck's id comes."""

    @property
    def folder(self) -> Path:
        """What the paths in the deck are relative to."""
        return Path() if self.path is None else self.path.parent


def target_for(documents: Sequence[str], output: str | None, suffix: str) -> Target:
    """Where the deck of ``documents`` goes.

    Args:
        documents: paths, or ``-``.
        output: what the user named, ``-`` for standard output; None puts a deck made of one document in
            the current folder, under the document's name, and one of standard input on standard output.
        suffix: the ending of a file nobody named.

    Raises:
        QuizgenError: several documents and no name for their deck.
    """
    if output is not None and output != STANDARD_STREAM:
        return Target(Path(output), Path(output).stem)
    if len(documents) > 1 and output is None:
        raise QuizgenError("a deck of several documents needs a name", hint="Name its file with --output.")
    name = "standard-input" if documents[0] == STANDARD_STREAM else Path(documents[0]).stem
    to_stream = output == STANDARD_STREAM or documents[0] == STANDARD_STREAM
    return Target(None if to_stream else Path(f"{name}{suffix}"), name)


def check_free(path: Path, documents: Sequence[str], *, replace: bool, ways: str = "Replace it with --force") -> None:
    """Make sure a deck may be written to ``path`` before it costs any work.

    Args:
        path: where it shall stand.
        documents: which it must not replace.
        replace: whether something that stands there may go.
        ways: how it may, for the message.

    Raises:
        QuizgenError: the folder is missing, or something stands there that must not be replaced.
    """
    where = str(path)
    if not path.parent.is_dir():
        raise QuizgenError("there is no such folder", str(path.parent), "Make it first.")
    if path.is_dir():
        raise QuizgenError("this is a folder", where, "Name a file for the deck.")
    if not path.exists():
        return
    if any(Path(document).exists() and path.samefile(document) for document in documents):
        raise QuizgenError("the deck would replace its document", where, "Name another file with --output.")
    if not replace:
        raise QuizgenError("there is a file already", where, f"{ways}, or name another with --output.")
