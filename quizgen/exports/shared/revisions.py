"""How often a card was handed out changed, so that a client that takes newer notes alone sees which are newer.

There is no clock in what is exported; the count stands in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizgen.model.card import Card
from quizgen.model.draw import draw

Known = Mapping[str, tuple[str, int]]
"""For every card handed out before, by `named`: a hash of what it said, and its revision."""


def named(deck: str, card: str) -> str:
    """A card's name among those of all decks."""
    return f"{deck}/{card}"


def revised(known: Known, cards: Iterable[tuple[str, Card]]) -> dict[str, tuple[str, int]]:
    """``known``, with the cards now handed out: a changed one has one revision more.

    Args:
        known: of earlier exports.
        cards: each with the id of its deck.
    """
    out = dict(known)
    for deck, card in cards:
        said = draw(repr(card)).hex()
        before, revision = out.get(named(deck, card.id), (said, 0))
        out[named(deck, card.id)] = (said, revision + (before != said))
    return out
