"""Figures by deck and by kind of fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quizgen.model.deck import Deck
from quizgen.study.members import kinds_of
from quizgen.study.statistics.answers import CHOSEN, Scope
from quizgen.study.statistics.cards import Cards
from quizgen.study.statistics.figures import DeckFigures, KindFigures, Recall, Stage
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
    standing = {deck: Counter([stage for _, stage, *_ in learned]) for deck, learned in cards.learned.items()}
    figures = [
        _deck_figures(
            deck, titles.get(deck, deck), done.get(deck, (0, 0, 0, 0)), cards.new.get(deck), standing.get(deck)
        )
        for deck in sorted({*done, *(deck for deck, learned in standing.items() if learned)})
    ]
    return tuple(sorted(figures, key=lambda figure: (-figure.answers, figure.title)))


def _deck_figures(
    deck: str, title: str, done: Sequence[int], new: int | None, standing: Counter[int] | None
) -> DeckFigures:
    answers, duration_ms, *recall = done
    cards = standing or Counter()
    return DeckFigures(
        deck,
        title,
        answers,
        duration_ms,
        Recall(*recall),
        new=new,
        learning=cards[Stage.LEARNING],
        young=cards[Stage.YOUNG],
        mature=cards[Stage.MATURE],
    )


def by_kind(store: Store, decks: Sequence[Deck]) -> tuple[KindFigures, ...]:
    """Each kind of fact in the decks at hand that was ever reviewed, the worst remembered first."""
    cards: Counter[str] = Counter()
    recall: dict[str, Recall] = {}
    for deck in decks:
        kinds = kinds_of(deck)
        rows = store.query("SELECT card, reviews, recalled FROM recall WHERE deck = ?", (deck.id,))
        # Equal ones first: there are few, and each of 100,000 cards would cost a microsecond more.
        equal = Counter([(kinds.get(card), reviews, recalled) for card, reviews, recalled in rows])
        for (kind, reviews, recalled), number in equal.items():
            if kind is not None:
                cards[kind] += number
                recall[kind] = recall.get(kind, Recall()) + Recall(reviews * number, recalled * number)
    figures = [KindFigures(kind, cards[kind], known) for kind, known in recall.items()]
    return tuple(sorted(figures, key=lambda figure: (figure.recall.share or 0.0, figure.kind)))
