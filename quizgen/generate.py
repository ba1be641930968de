"""Documents -> deck: read, understand, find facts, ask, choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.deckfile.record import record_of, written
from quizgen.errors import QuizgenError
from quizgen.kinds import Kind, all_kinds
from quizgen.language.english import is_foreign, word_count
from quizgen.language.understanding import Understanding, understand
from quizgen.model.card import Card
from quizgen.model.collecting import no_collection
from quizgen.model.deck import Deck, Source
from quizgen.model.document import Document
from quizgen.questions.explaining import explain_cards
from quizgen.questions.made import Made, Refused
from quizgen.questions.making import make_cards, tell_once
from quizgen.questions.ranking import ranked

_FEW = 12
"""Words below which there is nothing to ask."""


class Generated(NamedTuple):
    """A deck, and how it came about."""

    deck: Deck
    explanations: tuple[str, ...] = ()
    """Lines that tell rule, guards, evidence and rank of each card, and why others were dropped."""
    warnings: tuple[str, ...] = ()
    """What keeps a document from making cards: another language, hardly any text."""
    spare: tuple[Card, ...] = ()
    """Good cards beyond the limit."""


def generate(
    documents: Sequence[Document],
    *,
    deck_id: str,
    title: str | None = None,
    kinds: Sequence[str] | None = None,
    limit: int | None = None,
    explain: bool = False,
) -> Generated:
    """Make a deck of questions about what documents state.

    Args:
        documents: as the readers give them; ``Document.file`` is written into the deck as its source.
        deck_id: the deck's stable id.
        title: of the deck; the first document's own by default.
        kinds: names of the kinds of fact to ask about; all by default.
        limit: how many cards to keep at the most, the best ones; all by default.
        explain: whether to tell how each card came about.

    Raises:
        QuizgenError: an unknown kind.
    """
    with no_collection():
        wanted = _kinds(kinds)
    made: list[Made] = []
    refused: list[Refused] = []
    sources: list[Source] = []
    warnings: list[str] = []
    for document in documents:
        with no_collection():  # what was understood is let go of before the collector would walk it
            cards, dropped, source, trouble = _asked_of(document, wanted, several=len(documents) > 1)
        made += cards
        refused += dropped
        sources.append(source)
        if trouble:
            warnings.append(f"{document.file}: {trouble}")
    if len(documents) > 1:
        made = tell_once(made, refused)
    order = {id(m): rank for rank, m in enumerate(ranked(made))} if limit is not None or explain else {}
    kept = made if limit is None else [m for m in made if order[id(m)] < limit]
    deck = Deck(
        id=deck_id,
        title=title or next((s.title for s in sources if s.title), None) or deck_id.replace("-", " ").capitalize(),
        sources=tuple(sources),
        cards=tuple(m.card for m in kept),
        extra=written(record_of(m.card for m in kept)),
    )
    lines = explain_cards([(m, order[id(m)] + 1) for m in kept], refused) if explain else ()
    spare = () if limit is None else tuple(m.card for m in made if order[id(m)] >= limit)
    return Generated(deck, tuple(lines), tuple(warnings), spare)


def _asked_of(
    document: Document, kinds: Sequence[Kind], *, several: bool
) -> tuple[list[Made], list[Refused], Source, str]:
    """The cards of one of ``several`` documents, what was turned down, its source, and why it is none to ask about."""
    understood = understand(document)
    cards, dropped = make_cards(understood, kinds, document.file if several else None)
    return cards, dropped, _source(document, understood.title, understood.reference), _unsuited(understood)


def _unsuited(u: Understanding) -> str:
    """Why a document makes no cards or few, where it lies in the text itself; empty for English prose."""
    if is_foreign(u):
        return "this does not read as English, and questions are made from English text only"
    if (count := word_count(u, _FEW)) < _FEW:
        return f"this is hardly a text: {count} word{'' if count == 1 else 's'}"
    return ""


def _kinds(names: Sequence[str] | None) -> list[Kind]:
    known = all_kinds()
    if names is None:
        return list(known.values())
    if unknown := [name for name in names if name not in known]:
        raise QuizgenError(f"there is no kind of fact called {unknown[0]!r}", hint=f"The kinds are {', '.join(known)}.")
    return [known[name] for name in dict.fromkeys(names)]


def _source(document: Document, title: str, date: object) -> Source:
    plain = document.reader.startswith("text")
    return Source(
        file=document.file,
        sha256=document.sha256,
        title=title or None,
        date=str(date) if date else None,
        reader=None if plain else document.reader,
    )
