"""The learner's own editor, opened at a line of a deck file."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

from quizgen.errors import QuizgenError

_WITH_COLON = ("hx", "helix", "micro", "subl", "zed")
"""Editors that want FILE:LINE."""
_WITH_GOTO = ("code", "codium", "cursor")
"""Editors that want --goto FILE:LINE, and return at once unless told to wait."""
_USUAL = ("nano", "vim", "vi", "notepad")


def editor_command(file: Path, line: int, environ: Mapping[str, str]) -> Sequence[str]:
    """What to run to edit a file.

    Args:
        file: the file.
        line: where the cursor shall be, counted from 1.
        environ: names the editor, in ``VISUAL`` or ``EDITOR``; else one that is usually there is taken.

    Raises:
        QuizgenError: where no editor is found.
    """
    named = environ.get("VISUAL") or environ.get("EDITOR") or next(filter(shutil.which, _USUAL), "")
    words = _words(named)
    if not words or shutil.which(words[0]) is None:
        message = f"there is no editor {words[0]!r}" if words else "no editor is known"
        raise QuizgenError(message, hint="Name yours in the environment variable EDITOR.")
    name, path = PurePath(words[0]).stem.lower(), str(file.absolute())
    if name in _WITH_GOTO:
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    if name in _WITH_COLON:
        return [*words, f"{path}:{line}"]
    return [*words, path] if name == "notepad" else [*words, f"+{line}", path]


def line_of(file: Path, card: str) -> int:
    """The line in which a card begins, counted from 1; the first where it is not found.

    Raises:
        DeckError: where the file cannot be read or is no deck.
    """
    from quizgen.deckfile.format import format_of
    from quizgen.deckfile.load import read_bytes, read_located

    data = read_bytes(file)
    found = list(re.finditer(rb"^- id: " + re.escape(card.encode()) + rb"\r?$", data, re.MULTILINE))
    if len(found) == 1:  # so it usually stands, and nothing need be parsed
        return data.count(b"\n", 0, found[0].start()) + 1
    loaded = read_located(data, str(file), format_of(file))
    numbers = {known.id: number for number, known in enumerate(loaded.deck.cards)}
    return loaded.places[numbers[card]].line + 1 if card in numbers else 1


def _words(named: str) -> list[str]:
    """The editor and its options; a path on Windows holds backslashes."""
    try:
        return [word.strip('"') for word in shlex.split(named, posix=os.name != "nt")]
    except ValueError:
        return [named]
