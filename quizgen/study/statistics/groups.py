"""Figures by deck and by kind of fact."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from quizgen.model.deck import Deck
from quizgen.study.statistics.answers import CHOSEN, Scope
from quizgen.study.statistics.cards import Cards
from quizgen.study.statistics.figures import DeckFigures, KindFigures, Recall
from quizgen.study.store import Store


def by_deck(store: Store, scope: Scope, decks: Sequence[Deck], cards: Cards) -> tuple[DeckFigures, ...]:
    """Each deck that was ever answered, the most studied first.

    Args:
        store: the progress file.
        scope: decks and day.
        decks: those at hand.
        cards: where they stand.
    """
    rows = store.query(
        "SELECT deck, sum(answers), sum(duration_ms), sum(reviews), sum(recalled) FROM daily "
        f"WHERE day BETWEEN :year AND :day AND {CHOSEN} GROUP BY deck",
        scope.values,
    )
    done = {deck: sums for deck, *sums in rows}
    titles = {deck.id: deck.title for deck in decks}
    standing = Counter((card.deck, card.stage) for card in cards.learned)
    figures = [
        _deck_figures(deck, titles.get(deck, deck), done.get(deck, (0, 0, 0, 0)), cards.new.get(deck), standing)
        for deck in sorted({*done, *(deck for deck, _ in standing)})
    ]
    return tuple(sorted(figures, key=lambda figure: (-figure.answers, figure.title)))


def _deck_figures(
    deck: str, title: str, done: Sequence[int], new: int | None, standing: Counter[tuple[str, str]]
) -> DeckFigures:
    answers, duration_ms, *recall = done
    return DeckFigures(
        deck,
        title,
        answers,
        duration_ms,
        Recall(*recall),
        new=new,
        learning=standing[deck, "learning"],
        young=standing[deck, "young"],
        mature=standing[deck, "mature"],
    )


def by_kind(store: Store, decks: Sequence[Deck]) -> tuple[KindFigures, ...]:
    """Each kind of fact in the decks at hand that was ever reviewed, the worst remembered first."""
    kinds = {deck.id: {card.id: card.kind for card in deck.cards if card.kind} for deck in decks}
    sums: dict[str, list[int]] = {}
    for deck, card, reviews, recalled in store.query(
        "SELECT deck, card, reviews, recalled FROM recall WHERE deck IN (SELECT value FROM json_each(?))",
        (json.dumps(list(kinds)),),
    ):
        kind = kinds[deck].get(card)
        if kind is not None:
            sum_of = sums.setdefault(kind, [0, 0, 0])
            sum_of[0] += 1
            sum_of[1] += reviews
            sum_of[2] += recalled
    figures = [KindFigures(kind, cards, Recall(*recall)) for kind, (cards, *recall) in sums.items()]
    return tuple(sorted(figures, key=lambda figure: (figure.recall.share or 0.0, figure.kind)))
