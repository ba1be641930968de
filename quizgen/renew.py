"""Documents -> a deck that is there already: which one it is, and what they tell for it now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizgen.errors import DeckError
from quizgen.model.deck import Deck, Source
from quizgen.model.document import Document

if TYPE_CHECKING:
    from quizgen.deckfile.merge import Made
    from quizgen.generate import Generated


@dataclass(frozen=True, slots=True)
class Standing:
    """A deck in its file."""

    file: Path
    data: bytes
    """As they were when the deck was read."""
    deck: Deck

    @classmethod
    def read(cls, file: Path) -> Standing:
        """Read a deck file.

        Raises:
            DeckError: it is no deck.
        """
        from quizgen.deckfile import format_of
        from quizgen.deckfile.load import read_bytes, read_deck

        data = read_bytes(file)
        return cls(file, data, read_deck(data, str(file), format_of(file)))

    def is_of(self, document: Document) -> bool:
        """Whether it was made from just this document, with the date that it has now."""
        dated = None if document.date is None else document.date.isoformat()
        return any(s.sha256 == document.sha256 and dated in (None, s.date) for s in self.deck.sources)

    def names(self, path: Path) -> bool:
        """Whether the document at ``path`` is one of its sources, however it was then."""
        return any((self.file.parent / source.file).resolve() == path.resolve() for source in self.deck.sources)


def place_for(document: Document, path: Path, own: Path) -> tuple[Path, Standing | None]:
    """Where a document's deck goes, and the one made of it before: the first name that is its own or free.

    Args:
        document: as it was read now.
        path: where it was read from.
        own: the folder of the user's own decks.
    """
    from quizgen.model.naming import slug

    name, count = slug(path.stem), 1
    while (file := own / f"{name}{f'-{count}' if count > 1 else ''}.yaml").exists():
        try:
            standing = Standing.read(file)
        except DeckError:
            standing = None  # somebody's own, which the name is left to
        if standing and (standing.is_of(document) or standing.names(path)):
            return file, standing
        count += 1
    return file, None


class Renewal(NamedTuple):
    """What documents tell now, for `quizgen.deckfile.merge.merge` to bring into a deck."""

    generated: Generated
    made: Made


def regenerate(
    deck: Deck,
    documents: Sequence[Document],
    *,
    kinds: Sequence[str] | None = None,
    limit: int | None = None,
    explain: bool = False,
) -> Renewal:
    """Generate again for a deck, with the titles and dates that it was made with.

    Args:
        deck: the one to renew.
        documents: their ``file`` as the deck names its sources.
        kinds, limit, explain: as in `quizgen.generate.generate`.

    Raises:
        QuizgenError: an unknown kind.
    """
    from quizgen.deckfile.merge import Made
    from quizgen.generate import generate
    from quizgen.kinds import all_kinds

    placed = [_as_before(document, deck.sources) for document in documents]
    generated = generate(placed, deck_id=deck.id, kinds=kinds, limit=limit, explain=explain)
    texts = {document.file: document.text for document in placed}
    made = Made(
        deck=generated.deck, spare=generated.spare, texts=texts, kinds=all_kinds() if kinds is None else set(kinds)
    )
    return Renewal(generated, made)


def _as_before(document: Document, sources: Sequence[Source]) -> Document:
    """The document with what the deck remembers of it: for one that changed, only where it tells nothing."""
    named = [source for source in sources if source.file == document.file]
    source = next((s for s in (*named, *sources) if s.sha256 == document.sha256), None)
    if source is not None:  # it may have been moved since
        title, date = document.title or source.title or "", document.date or _day(source.date)
        return replace(document, file=source.file, title=title, date=date)
    date = document.date or (named and (_own_day(document) or _day(named[0].date))) or None
    return replace(document, date=date)


def _own_day(document: Document) -> dt.date | None:
    from quizgen.language.calendar.reference import document_date

    found = document_date(document.text)
    return found[0] if found else None


def _day(date: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date or "")
    except ValueError:
        return None
