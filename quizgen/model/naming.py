"""What a deck's id is, and how it names the documents it was made from."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.model.characters import ILLEGAL

STANDARD_STREAM = "-"

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """``name`` as an id: its letters and digits, in lower case, words joined by hyphens."""
    words = _BETWEEN_WORDS.split(unicodedata.normalize("NFC", name).casefold())
    return "-".join(filter(None, words)) or "deck"


def source_name(document: str, folder: Path) -> str:
    """How a deck in ``folder`` names ``document``: relative to the folder, with forward slashes.

    Raises:
        QuizgenError: the name holds what no deck file may, such as control characters.
    """
    if document == STANDARD_STREAM:
        return document
    try:
        relative = os.path.relpath(document, folder)
    except ValueError:  # on another drive
        relative = str(Path(document).absolute())
    name = Path(relative).as_posix()
    if ILLEGAL.search(name) or "\n" in name:
        raise QuizgenError("a deck cannot hold this file name", document, "Rename the document.")
    return name
