"""A file or standard input -> Document: picks the reader, and settles title and date."""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from quizgen.errors import ReadingError
from quizgen.model.document import Document
from quizgen.reading.files import expand, read_bytes, read_stream
from quizgen.reading.registry import reader_for
from quizgen.reading.sidecar import date_beside


def read_document(
    source: str | Path,
    *,
    title: str | None = None,
    date: dt.date | None = None,
    stdin: BinaryIO | None = None,
) -> Document:
    """Read one document.

    Args:
        source: a path, or ``-`` for standard input, which is read as plain text.
        title: the document's title, stronger than one its format tells.
        date: the document's own date, stronger than ``NAME.date`` beside it, which is stronger than
            one its format tells.
        stdin: what to read for ``-`` in place of the process's standard input.

    Raises:
        ReadingError: the source cannot be had, is too long, is no text, or holds none.
    """
    if str(source) == "-":
        data, suffix = read_stream(stdin or sys.stdin.buffer, "standard input"), ""
        where = "standard input"
    else:
        path = Path(source)
        data, suffix, where = read_bytes(path), path.suffix.lower(), str(path)
        date = date or date_beside(path)
    extract = reader_for(suffix).read(data, where)
    if not extract.text.strip():
        raise ReadingError("there is no text in it", where)
    return Document(
        text=extract.text,
        file=str(source),
        sha256=hashlib.sha256(data).hexdigest(),
        title=_one_line(extract.title if title is None else title),
        date=date or extract.date,
        reader=extract.reader,
    )


def read_documents(sources: Iterable[str | Path], *, date: dt.date | None = None) -> Iterator[Document]:
    """Read each of ``sources`` in turn; a folder stands for every .txt and .md in it.

    Raises:
        ReadingError: as ``read_document`` and ``expand`` do, when the source's turn comes.
    """
    for source in expand(sources):
        yield read_document(source, date=date)


def _one_line(title: str) -> str:
    """``title`` without line breaks and whatever else could not be printed on one line."""
    return " ".join("".join(character if character.isprintable() else " " for character in title).split())
