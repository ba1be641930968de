"""Figures by deck and by kind of fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from quizgen.model.deck import Deck
from quizgen.study.library.beside import Table
from quizgen.study.statistics.answers import CHOSEN, Scope
from quizgen.study.statistics.cards import Cards
from quizgen.study.statistics.figures import DeckFigures, KindFigures, Stage
from quizgen.study.statistics.recall import Recall
from quizgen.study.store import Store

_KINDS = """
SELECT m.kind, count(*), sum(c.asked), sum(c.recalled)
FROM card AS c CROSS JOIN {table} AS m ON m.row = :row AND m.id = c.card
WHERE c.deck = :deck AND c.asked > 0 AND m.kind IS NOT NULL GROUP BY m.kind
"""


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
    figures = [
        _deck_figures(
            deck, titles.get(deck, deck), done.get(deck, (0, 0, 0, 0)), cards.new.get(deck), cards.stages.get(deck)
        )
        for deck in sorted({*done, *(deck for deck, stages in cards.stages.items() if stages)})
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


def by_kind(store: Store, tables: Mapping[str, Table]) -> tuple[KindFigures, ...]:
    """Each kind of fact in the decks at hand that was ever reviewed, the worst remembered first.

    Args:
        store: the progress file.
        tables: of the decks at hand, beside the progress file.
    """
    cards: Counter[str] = Counter()
    recall: dict[str, Recall] = {}
    for deck, table in tables.items():
        rows = store.query(_KINDS.format(table=table.name), {"deck": deck, "row": table.row})
        for kind, number, reviews, recalled in rows:
            cards[kind] += number
            recall[kind] = recall.get(kind, Recall()) + Recall(reviews, recalled)
    figures = [KindFigures(kind, cards[kind], known) for kind, known in recall.items()]
    return tuple(sorted(figures, key=lambda figure: (figure.recall.share or 0.0, figure.kind)))
