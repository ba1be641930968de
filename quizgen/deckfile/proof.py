"""Whether a deck's evidence stands in its sources, where these lie beside the deck and have not changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from quizgen.deckfile.text import printable, shown
from quizgen.errors import DeckError, ReadingError
from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Source

Read = Callable[[Path], str]
"""Gives the text of a source, which offsets count; handed in, so that studying a deck loads no reader."""


class Proofs:
    """The texts of a deck's sources, and what is to be said of the sources themselves."""

    def __init__(self, sources: Iterable[Source], name: str, folder: Path, read: Read) -> None:
        """
        Args:
            sources: the deck's.
            name: the deck file's, for messages.
            folder: what the sources' paths are relative to.
            read: reads a source; may raise ReadingError.
        """
        self.changed: list[DeckError] = []
        """Sources that are not as they were when the deck was made."""
        self.notes: list[str] = []
        """Sources that cannot be looked at."""
        self._texts: dict[str, str | None] = {}
        for source in sources:
            try:
                self._texts[source.file] = self._text(source, folder, read)
            except DeckError as error:
                self._texts[source.file] = None
                self.changed.append(DeckError(error.message, printable(name), error.hint))

    def _text(self, source: Source, folder: Path, read: Read) -> str | None:
        """The text that the source's offsets count; None where there is no such file."""
        path, called = folder / source.file, shown(source.file)
        if not os.path.isfile(path):  # noqa: PTH113  (pathlib's raises for names that cannot be)
            self.notes.append(f"the source {called} is not there, so its quotes were not checked")
            return None
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            if digest != source.sha256:
                raise DeckError(f"the source {called} has changed since", hint="Generate the deck anew.")
            return read(path)
        except OSError as error:
            raise DeckError(f"the source {called} cannot be read: {error.strerror}") from None
        except ReadingError as error:
            raise DeckError(f"the source {called} cannot be read: {error.message}") from None

    def check(self, card: Card, where: str) -> Iterator[DeckError]:
        """What is wrong with a card's evidence, as far as its sources are there."""
        for evidence in card.evidence:
            file = evidence.source or (next(iter(self._texts)) if len(self._texts) == 1 else None)
            if file not in self._texts:
                yield DeckError("the evidence names no source of the deck", where, self._choose())
            elif (text := self._texts[file]) is not None and not _stands_in(evidence, text):
                message = f"the quote {shown(evidence.quote)} does not stand in {shown(file)} at {evidence.start}"
                yield DeckError(message, where, "Quote exactly the source's text from start to end.")

    def _choose(self) -> str:
        if not self._texts:
            return "Add the deck's source, with its file and sha256."
        return f"Give it a source: {', '.join(map(printable, self._texts))}"


def _stands_in(evidence: Evidence, text: str) -> bool:
    return text[evidence.start : evidence.end] == evidence.quote
