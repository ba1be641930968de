"""Files and folders: their bytes within a bound, and plain words where they cannot be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from quizgen.errors import ReadingError
from quizgen.reading.registry import READERS

MAX_BYTES = 20_000_000
"""The longest document read, in bytes: some forty thick novels in one file."""


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at ``path``.

    Raises:
        ReadingError: it is missing, a folder, unreadable or longer than ``MAX_BYTES``.
    """
    where = str(path)
    try:
        if path.is_dir():
            raise ReadingError("this is a folder, not a document", where, "Name the documents in it.")
        with path.open("rb") as file:
            return read_stream(file, where)
    except FileNotFoundError as error:
        raise ReadingError("there is no such file", where) from error
    except OSError as error:
        raise ReadingError(f"cannot be read: {error.strerror or error}", where) from error
    except ValueError as error:  # a name no file can have, such as one with a NUL
        raise ReadingError("no file can have this name", where) from error


def read_stream(stream: BinaryIO, where: str) -> bytes:
    """All bytes of ``stream``, which messages call ``where``.

    Raises:
        ReadingError: there are more than ``MAX_BYTES``.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        hint = "Split it, and name the parts one after another."
        raise ReadingError(f"longer than {MAX_BYTES // 1_000_000} MB", where, hint)
    return data


def expand(sources: Iterable[str | Path]) -> Iterator[str | Path]:
    """The documents that ``sources`` name: a folder stands for every .txt and .md in it, by name.

    Raises:
        ReadingError: a folder cannot be listed, or has no document.
    """
    for source in sources:
        if str(source) != "-" and _is_folder(Path(source)):
            yield from _documents_in(Path(source))
        else:
            yield source


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _documents_in(folder: Path) -> list[Path]:
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in READERS if path.is_file()]
    except OSError as error:
        raise ReadingError(f"cannot be listed: {error.strerror or error}", str(folder)) from error
    if not found:
        raise ReadingError("no .txt or .md file in this folder", str(folder))
    return sorted(found, key=lambda path: path.name)
