"""Answers that changed in the deck after they were learned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.study.members import CardsById, hashes
from quizgen.study.store import Store


def changed_cards(store: Store, decks: Mapping[str, Deck]) -> Iterator[tuple[Deck, Card]]:
    """The cards of some decks, by id, whose answer is not the one that was learned.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    shown = CardsById(decks.values(), hidden=False)
    for deck in decks.values():
        learned = dict(
            store.query("SELECT card, answer_hash FROM card WHERE deck = ? AND answer_hash IS NOT NULL", (deck.id,))
        )
        now = hashes(deck, learned) if learned else {}
        for card, answer in now.items():
            if answer != learned[card] and (deck.id, card) in shown:
                yield deck, shown[deck.id, card]
