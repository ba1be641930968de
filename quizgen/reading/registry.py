"""Which module reads which format: adding a format is adding its file here and its line below."""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from quizgen.reading.extract import Extract

READERS = {".txt": "plain", ".md": "markdown", ".markdown": "markdown"}
"""Suffix -> the module of this package that reads it; also what counts as a document in a folder."""


class Reader(Protocol):
    """What each reader's module offers."""

    def read(self, data: bytes, where: str) -> Extract:
        """Make text of the bytes of the file that messages call ``where``."""


def reader_for(suffix: str) -> Reader:
    """The reader of files that end in ``suffix``, imported now; unknown ones are taken for plain text."""
    return cast(Reader, importlib.import_module(f"quizgen.reading.{READERS.get(suffix, 'plain')}"))
