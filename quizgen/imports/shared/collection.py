"""The collection in an Anki package, or as it lies in Anki's own folder."""

from __future__ import annotations

import io
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from quizgen.errors import QuizgenError

_NEWEST_READ = ("collection.anki21", "collection.anki2")
_ZSTD = "collection.anki21b"
_MOST = 512 << 20
"""Bytes of a collection, at the most."""
_OLDER = 'In Anki, export it again with "Support older Anki versions" ticked.'
_EXTRA = f"Install what unpacks it with: pip install 'quizgen[anki]'. Or: {_OLDER[0].lower()}{_OLDER[1:]}"


@contextmanager
def collection_in(data: bytes) -> Iterator[sqlite3.Connection]:
    """The database of an .apkg or .colpkg package, or of a collection file; a copy, closed and gone afterwards.

    Raises:
        QuizgenError: it is no package, is one that only newer Ankis read and what unpacks it is not installed, or turns
            out damaged while it is read.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        path.write_bytes(data if data.startswith(b"SQLite format 3\0") else _unpacked(data))
        try:
            with closing(sqlite3.connect(path)) as database:
                database.create_collation("unicase", _compared)
                yield database
        except (sqlite3.Error, ValueError, KeyError) as error:
            raise QuizgenError(f"the collection in the package is damaged: {error}", hint=_OLDER) from None


def _compared(one: str, other: str) -> int:
    """The order that Anki keeps names in."""
    return (one.casefold() > other.casefold()) - (one.casefold() < other.casefold())


def _unpacked(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            name = next((name for name in (_ZSTD, *_NEWEST_READ) if name in names), None)
            if name is None:
                raise QuizgenError("the package holds no collection", hint=_OLDER)
            with archive.open(name) as file:
                held = file.read(_MOST + 1)
            held = _inflated(held) if name == _ZSTD else held
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise QuizgenError(f"the file is no Anki package: {error}") from None
    if len(held) > _MOST:
        raise QuizgenError("the collection is larger than 512 MB", hint="Export the decks one by one.")
    return held


def _inflated(data: bytes) -> bytes:
    """A collection compressed by Zstandard, as Anki writes it since 2.1.50."""
    zstd = _zstd()
    try:
        held: bytes = zstd.ZstdDecompressor().decompress(data, max_length=_MOST + 1)
    except zstd.ZstdError as error:
        raise QuizgenError(f"the collection in the package is damaged: {error}", hint=_OLDER) from None
    return held


def _zstd() -> Any:
    """Python's own module from 3.14 on, or the one that stands in for it."""
    for name in ("compression.zstd", "backports.zstd"):
        with suppress(ModuleNotFoundError):
            return import_module(name)
    raise QuizgenError("the package is in Anki's newest format, which is compressed by Zstandard", hint=_EXTRA)
