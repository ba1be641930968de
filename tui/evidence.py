"""The document that a card's evidence was found in, where it is still at hand."""

from __future__ import annotations

from quizgen.errors import QuizgenError
from quizgen.model.card import Evidence
from quizgen.model.deck import Deck, Source
from quizgen.study.shelf import OpenDeck


def source_of(deck: Deck, evidence: Evidence) -> Source | None:
    """The source that a piece of evidence stands in: the one it names, or the deck's only one."""
    if evidence.source is None:
        return deck.sources[0] if deck.sources else None
    return next((source for source in deck.sources if source.file == evidence.source), None)


def document_text(opened: OpenDeck, evidence: Evidence) -> str | None:
    """The text of the document, if its file is at hand and still the one the deck was made from.

    Args:
        opened: the deck, and the file it was read from.
        evidence: what is to stand in the text.
    """
    from quizgen.reading import read_document

    source = source_of(opened.deck, evidence)
    if source is None:
        return None
    path = (opened.file.parent / source.file).absolute()
    if not path.is_file():
        return None
    try:
        document = read_document(path)
    except QuizgenError:
        return None
    same = document.sha256 == source.sha256 and document.text[evidence.start : evidence.end] == evidence.quote
    return document.text if same else None
