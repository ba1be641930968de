"""The library opened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.study.library.cards import Reader, StoredCards
from quizgen.study.library.rows import deck_from
from quizgen.study.library.stamp import Progress, Stamp
from quizgen.study.library.tables import connect

if TYPE_CHECKING:
    from quizgen.deckfile.edit import Change


class LibraryClosedError(Exception):
    """The library was closed while a file was being read."""


def _silent(_: float) -> None:
    """Nobody waits."""


class Library:
    """Decks by their files, read once; a context manager that closes it.

    Where its own file cannot be used, decks are read into memory instead.

    Args:
        file: see ``quizgen.study.places.library_file``; made if it is missing.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._read: Reader | None = None
        self._closed = False
        self._decks: dict[tuple[str, Stamp], Deck] = {}
        with suppress(OSError, sqlite3.Error):
            file.parent.mkdir(parents=True, exist_ok=True)
            self._read = Reader(connect(file), file)

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close it; the cards of its decks can no longer be read, and reading a file ends soon."""
        self._closed = True
        if self._read is not None:
            self._read.close()

    def known(self, file: Path) -> Deck | None:
        """The deck of a file, if it is the one that was read; takes well below a millisecond."""
        stamp = Stamp.of(file)
        if self._read is None or stamp is None:
            return None
        with suppress(sqlite3.Error):
            return self._found(self._read, file, stamp)
        return None

    def load(self, file: Path, progress: Progress = _silent) -> Deck:
        """The deck of a file, read now if it was not before; from any thread.

        Args:
            file: the deck file.
            progress: told of the share read, in a file that is read whole.

        Raises:
            DeckError: if it cannot be read or is no deck, naming line and column.
            LibraryClosedError: it was closed meanwhile.
        """
        if deck := self.known(file):
            return deck
        stamp = Stamp.of(file)
        if self._read is not None and stamp is not None:
            with suppress(sqlite3.Error):
                self._fill(file, stamp, progress)
                if deck := self._found(self._read, file, stamp):
                    return deck
        from quizgen.deckfile import load_deck

        return load_deck(file)

    def edit(self, file: Path, changes: Sequence[Change]) -> Deck:
        """Change, add or remove cards of a deck file; of one that was read, no more is read than what they stand in.

        Args:
            file: the deck file.
            changes: at most one of each card.

        Returns:
            The deck as the file now holds it.

        Raises:
            DeckError: as `quizgen.deckfile.edit.edit_deck`.
        """
        from quizgen.study.library.editing import edit_pieces

        self._edited(file, partial(edit_pieces, changes=changes), lambda: changes)
        return self.load(file)

    def rewrite(
        self, file: Path, cards: Collection[str], change: Callable[[Card], Card], progress: Progress = _silent
    ) -> Deck:
        """Change many cards of a deck file alike, all or none of them.

        Args:
            file: the deck file.
            cards: the ids of those to change.
            change: gives each as it shall be, with the same id.
            progress: told of the share done.

        Returns:
            The deck as the file now holds it.

        Raises:
            DeckError: as `quizgen.deckfile.edit.edit_deck`.
            LibraryClosedError: it was closed meanwhile; nothing was written.
        """
        from quizgen.deckfile.edit import Change
        from quizgen.study.library.editing import rewrite_pieces

        def told(share: float) -> None:
            self._told(share, progress)

        def all_changes() -> list[Change]:
            found = [card for card in self.load(file).cards if card.id in cards]
            return [Change(card, after) for card in found if (after := change(card)) != card]

        self._edited(file, partial(rewrite_pieces, cards=cards, change=change, progress=told), all_changes)
        return self.load(file)

    def moved(self, file: Path, copy: Path) -> None:
        """What was read of a file is what another holds, a copy of it; rows stay what they are.

        Args:
            file: the deck file.
            copy: the other, where nothing was read of it yet.
        """
        stamp, copied = Stamp.of(file), Stamp.of(copy)
        if self._read is not None and stamp is not None and copied is not None:
            sql = (
                "UPDATE OR IGNORE deck SET (path, size, mtime, ctime) = (?, ?, ?, ?) "
                "WHERE path = ? AND (size, mtime, ctime) = (?, ?, ?)"
            )
            with suppress(sqlite3.Error), closing(connect(self.file)) as connection:
                connection.execute(sql, (_name(copy), *copied.values, _name(file), *stamp.values))

    def _edited(
        self,
        file: Path,
        in_pieces: Callable[[sqlite3.Connection, Path, int], None],
        changes: Callable[[], Sequence[Change]],
    ) -> None:
        """Edit a file piece by piece, or as a whole where that cannot be."""
        from quizgen.deckfile.edit import edit_deck
        from quizgen.study.library.editing import WholeNeededError

        known = self.known(file)
        with suppress(WholeNeededError, sqlite3.Error):
            if known is not None and isinstance(known.cards, StoredCards):
                with closing(connect(self.file)) as connection:
                    in_pieces(connection, file, known.cards.row)
                return
        if wanted := changes():
            edit_deck(file, wanted)

    def _fill(self, file: Path, stamp: Stamp, progress: Progress) -> None:
        from quizgen.study.library.filling import fill, forget  # with the YAML parser, which a known deck does not need

        path = _name(file)
        with closing(connect(self.file)) as connection:
            try:
                fill(connection, file, path, stamp, lambda share: self._told(share, progress))
            except DeckError:
                forget(connection, path)
                raise

    def _told(self, share: float, progress: Progress) -> None:
        if self._closed:
            raise LibraryClosedError
        progress(share)

    def _found(self, read: Reader, file: Path, stamp: Stamp) -> Deck | None:
        key = (_name(file), stamp)
        if key in self._decks:
            return self._decks[key]
        rows = read(
            "SELECT row, cards, id, title, rest FROM deck WHERE path = ? AND (size, mtime, ctime) = (?, ?, ?)",
            (key[0], *stamp.values),
        )
        if not rows:
            return None
        row, cards, name, title, rest = rows[0]
        deck = self._decks[key] = deck_from(name, title, rest, StoredCards(read, row, cards))
        return deck


def _name(file: Path) -> str:
    return os.path.realpath(file)
