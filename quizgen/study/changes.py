"""Answers that changed in the deck after they were learned."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.draw import draw
from quizgen.study.store import Store


def answer_hash(card: Card) -> str:
    """What tells an answer from another; case and spacing do not count."""
    return draw(" ".join(card.answer.casefold().split())).hex()


def changed_cards(store: Store, decks: Mapping[str, Deck]) -> Iterator[tuple[Deck, Card]]:
    """The cards of some decks, by id, whose answer is not the one that was learned.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    learned = {
        (deck, card): learned
        for deck, card, learned in store.query(
            "SELECT deck, card, answer_hash FROM card WHERE answer_hash IS NOT NULL "
            "AND deck IN (SELECT value FROM json_each(?))",
            (json.dumps(list(decks)),),
        )
    }
    for deck in decks.values():
        for card in deck.cards:
            before = learned.get((deck.id, card.id))
            if before is not None and before != answer_hash(card) and not (card.suspended or card.retired):
                yield deck, card
