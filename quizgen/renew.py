"""Documents -> a deck that is there already, on one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quizgen.deckfile.merge import Made
from quizgen.generate import Generated, generate
from quizgen.kinds import all_kinds
from quizgen.model.deck import Deck, Source
from quizgen.model.document import Document


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
    known = {source.file: source for source in deck.sources}
    placed = [_as_before(document, known.get(document.file)) for document in documents]
    generated = generate(placed, deck_id=deck.id, kinds=kinds, limit=limit, explain=explain)
    texts = {document.file: document.text for document in placed}
    made = Made(
        deck=generated.deck, spare=generated.spare, texts=texts, kinds=all_kinds() if kinds is None else set(kinds)
    )
    return Renewal(generated, made)


def _as_before(document: Document, source: Source | None) -> Document:
    """The document with what the deck remembers of it: for a document that changed, only where it tells nothing."""
    if source is None:
        return document
    title, date = document.title, document.date
    if document.sha256 == source.sha256:
        return replace(document, title=title or source.title or "", date=date or _day(source.date))
    return replace(document, date=date or _own_day(document) or _day(source.date))


def _own_day(document: Document) -> dt.date | None:
    from quizgen.language.calendar.reference import document_date

    found = document_date(document.text)
    return found[0] if found else None


def _day(date: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date or "")
    except ValueError:
        return None
