"""Which sources a deck's cards rest on, when documents are added to it or change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Source


def combined(old: Sequence[Source], new: Sequence[Source]) -> tuple[Source, ...]:
    """A deck's sources with those read now: each once, by its file, in the order in which they came."""
    sources = {source.file: source for source in old}
    for source in new:
        sources[source.file] = _renewed(sources[source.file], source) if source.file in sources else source
    return tuple(sources.values())


def _renewed(old: Source, new: Source) -> Source:
    """A title and a date that the document does not tell were its maker's."""
    if (old.sha256, old.reader) == (new.sha256, new.reader):
        return replace(old, date=new.date or old.date)
    return replace(new, title=new.title or old.title, date=new.date or old.date)


def at_home(card: Card, sources: Sequence[Source], several: bool) -> Card:
    """A card whose evidence names its source, where the deck has several.

    Args:
        card: of a deck, or of what was generated.
        sources: that deck's own.
        several: whether the deck it shall stand in has several.
    """
    if not several or len(sources) != 1 or all(place.source for place in card.evidence):
        return card
    return replace(card, evidence=tuple(replace(p, source=p.source or sources[0].file) for p in card.evidence))


def homes(card: Card, sources: Sequence[Source]) -> set[str | None]:
    """The files that a card's evidence stands in; None where that is not told."""
    only = sources[0].file if len(sources) == 1 else None
    return {place.source or only for place in card.evidence}


def relocated(card: Card, texts: Mapping[str, str], sources: Sequence[Source]) -> Card:
    """A card with its quotes where they now stand, each the nearest to its old place; those gone stay as they were."""
    only = sources[0].file if len(sources) == 1 else ""
    places = tuple(_relocated(place, texts.get(place.source or only, "")) for place in card.evidence)
    return card if places == card.evidence else replace(card, evidence=places)


def _relocated(place: Evidence, text: str) -> Evidence:
    quote, start = place.quote, place.start
    if not quote or text.startswith(quote, start):
        return place
    found = [at for at in (text.rfind(quote, 0, start + len(quote)), text.find(quote, start)) if at >= 0]
    if not found:
        return place
    at = min(found, key=lambda at: abs(at - start))
    return replace(place, start=at, end=at + len(quote))
