"""Files replaced as a whole: whatever happens, the old file or the new one stands there, no part of one."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from quizgen.deckfile.dump import dump_deck
from quizgen.deckfile.format import format_of
from quizgen.deckfile.text import printable
from quizgen.errors import DeckError
from quizgen.model.deck import Deck


def save_deck(deck: Deck, path: str | Path) -> None:
    """Writes ``deck`` to a file; as JSON where its name ends in ``.json``.

    Args:
        deck: any deck whose texts a deck may hold.
        path: the file, replaced where it exists.

    Raises:
        DeckError: if the deck cannot be written; the file is then as it was.
    """
    replace_file(path, dump_deck(deck, format_of(path)))


def replace_file(path: str | Path, data: bytes) -> None:
    """Puts ``data`` in the place of a file, or of the one it links to, and keeps its permissions.

    Raises:
        DeckError: if it cannot be written; the file is then as it was.
    """
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: str | Path) -> Iterator[BinaryIO]:
    """A new file beside one, to be written part by part; it takes the other's place when all is well.

    Raises:
        DeckError: if it cannot be written; the file is then as it was, as it is after any other error.
    """
    try:
        target = Path(path).resolve()
        beside = target.with_name(f".quizgen-{os.urandom(8).hex()}.tmp")
        try:
            with beside.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            os.replace(beside, target)  # noqa: PTH105  (os.replace and its promise of atomicity are meant)
        finally:
            with suppress(FileNotFoundError):
                beside.unlink()
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DeckError(f"the file cannot be written: {reason}", printable(str(path))) from None
