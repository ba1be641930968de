"""The deck files that the home screen lists, and reading them one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen.errors import DeckError, QuizgenError
from quizgen.model.deck import Deck
from quizgen.study.shelf import OpenDeck


class DeckFile(NamedTuple):
    """A deck file as far as it is known."""

    file: Path
    deck: Deck | None = None
    error: QuizgenError | None = None
    """Why it is no deck; with neither deck nor error it has not been read yet."""
    share: float = 0.0
    """How much of it has been read."""

    @property
    def title(self) -> str:
        """The deck's title, or else the file's name."""
        return self.deck.title if self.deck else self.file.name

    @property
    def opened(self) -> tuple[OpenDeck, ...]:
        """The deck, once it has been read."""
        return (OpenDeck(self.deck, self.file),) if self.deck else ()


class Folder(NamedTuple):
    """A folder with several decks on the list."""

    path: Path
    opened: tuple[OpenDeck, ...] = ()
    """Those that could be read."""

    @property
    def title(self) -> str:
        """Its name."""
        return f"{self.path.name}/"


Listed = DeckFile | Folder
"""What has a row on the home screen."""


def read(file: Path, load: Callable[[Path], Deck] | None = None) -> DeckFile:
    """Read a deck file; what is wrong with it is told in the value.

    Args:
        file: its path.
        load: reads it, raising QuizgenError where it is no deck; into memory if none is given.
    """
    from quizgen.deckfile import load_deck

    try:
        return DeckFile(file, deck=(load or load_deck)(file))
    except QuizgenError as error:
        return DeckFile(file, error=error)


def gone(file: Path) -> DeckError | None:
    """Why something on the list of decks is no file; None where it is one."""
    if file.is_file():
        return None
    told = "there is no deck in this folder" if file.is_dir() else "it is no longer there"
    return DeckError(told, str(file), "Put it back, or take it off the list.")


def settle(found: Iterable[DeckFile], own: Path) -> Iterator[DeckFile]:
    """Let each deck's id stand once: the learner's own deck replaces another, any further one is an error.

    Args:
        found: deck files in order.
        own: the folder of the learner's own decks.
    """
    files = list(found)
    mine = {file.deck.id for file in files if file.deck and file.file.parent == own}
    seen: dict[str, Path] = {}
    for file in files:
        if file.deck is None:
            yield file
        elif file.deck.id in seen:
            yield DeckFile(file.file, error=_same_id(file.deck.id, file.file, seen[file.deck.id]))
        elif file.file.parent == own or file.deck.id not in mine:
            seen[file.deck.id] = file.file
            yield file


def grouped(files: Sequence[DeckFile], flat: Collection[Path]) -> list[Listed]:
    """Deck files below their folders, where a folder holds several of those listed, and not all of them.

    Args:
        files: in order.
        flat: folders that get no row of their own.
    """
    held: dict[Path, list[DeckFile]] = {}
    for file in files:
        held.setdefault(file.file.parent, []).append(file)
    rows: list[Listed] = []
    for file in files:
        folder = file.file.parent
        inside = held[folder]
        if folder in flat or not 1 < len(inside) < len(files):
            rows.append(file)
        elif file is inside[0]:
            rows += [Folder(folder, tuple(opened for other in inside for opened in other.opened)), *inside]
    return rows


def ready(files: Sequence[DeckFile]) -> list[DeckFile]:
    """Those that can be studied."""
    return [file for file in files if file.deck is not None]


def _same_id(name: str, file: Path, other: Path) -> QuizgenError:
    hint = "Give one of them another id; progress belongs to the id."
    called = other if file.name == other.name else other.name
    return QuizgenError(f"it has the id {name!r}, as {called} has", hint=hint)
