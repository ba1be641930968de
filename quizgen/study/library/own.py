"""Decks that come with quizgen become the learner's own before they change: an update puts installed files anew."""

from __future__ import annotations

from pathlib import Path

from quizgen.errors import DeckError
from quizgen.shipped import installed_decks
from quizgen.study.library.library import Library
from quizgen.study.shelf import OpenDeck


def standing_for(file: Path, own: Path) -> Path:
    """The file to read for a deck file: of an installed deck, the learner's own copy where there is one.

    Args:
        file: the deck file.
        own: the folder of the learner's own decks.
    """
    return own / file.name if _installed(file) and (own / file.name).is_file() else file


def made_own(library: Library, opened: OpenDeck, own: Path) -> OpenDeck:
    """A deck with a file that may be changed: of an installed one a copy, with the documents it was made from.

    Args:
        library: goes on with what it has read of the deck.
        opened: the deck.
        own: the folder of the learner's own decks, made if missing.

    Raises:
        DeckError: the copy cannot be made.
    """
    if not _installed(opened.file):
        return opened
    copy = own / opened.file.name
    if not copy.exists():
        for name in (source.file for source in opened.deck.sources):
            _copy(opened.file.parent / name, own / name)
        _copy(opened.file, copy)
        library.moved(opened.file, copy)
    return OpenDeck(opened.deck, copy)


def _installed(file: Path) -> bool:
    return file.parent == installed_decks()


def _copy(file: Path, copy: Path) -> None:
    from quizgen.deckfile.save import replace_file

    if copy.exists() or not file.is_file():
        return
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        data = file.read_bytes()
    except OSError as error:
        raise DeckError(f"your own copy of the deck cannot be made: {error.strerror}", str(copy.parent)) from None
    replace_file(copy, data)
