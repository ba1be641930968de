"""Figures of where the cards stand: what is to come, and how well they are remembered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quizgen.model.deck import Deck
from quizgen.study.memory import forgetting_curve
from quizgen.study.statistics.answers import CHOSEN, Scope
from quizgen.study.statistics.figures import MATURE_DAYS, Forecast, Histogram
from quizgen.study.store import Store

DAYS_AHEAD = 30

STABILITY_EDGES = (1.0, 3.0, 7.0, 14.0, 30.0, 90.0, 180.0, 365.0)
DIFFICULTY_EDGES = (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)
RETRIEVABILITY_EDGES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)


class Learned(NamedTuple):
    """A card that has been answered and will be again."""

    deck: str
    stage: str
    """``learning``, ``young`` or ``mature``."""
    due_day: int
    last_day: int
    stability: float
    difficulty: float


class Cards(NamedTuple):
    """Where all cards stand."""

    learned: Sequence[Learned]
    new: Mapping[str, int]
    """Cards never answered, by the id of each deck at hand."""


def stand(store: Store, scope: Scope, decks: Iterable[Deck]) -> Cards:
    """Where the cards stand that can still be shown: not suspended, and in their deck where that is at hand.

    Args:
        store: the progress file.
        scope: decks and day.
        decks: those at hand.
    """
    # Joined here and not by the database, to which all cards would first have to be given.
    shown = {deck.id: {card.id for card in deck.cards if not (card.suspended or card.retired)} for deck in decks}
    stage = f"iif(phase <> 2, 'learning', iif(due_day - last_day >= {MATURE_DAYS}, 'mature', 'young'))"
    rows = store.query(
        f"SELECT card, phase > 0, suspended, deck, {stage}, "
        f"due_day, last_day, stability, difficulty FROM card WHERE {CHOSEN}",
        scope.values,
    )
    new = {deck: len(cards) for deck, cards in shown.items()}
    learned = []
    for card, answered, suspended, deck, *standing in rows:
        cards = shown.get(deck)
        if cards is not None and card not in cards:
            continue
        if answered and not suspended:
            learned.append(Learned(deck, *standing))
        if cards is not None and (answered or suspended):
            new[deck] -= 1
    return Cards(learned, new)


def forecast(learned: Iterable[Learned], day: int) -> Forecast:
    """What is due on each of the coming days."""
    due = Counter(card.due_day for card in learned)
    backlog = sum(number for due_day, number in due.items() if due_day < day)
    return Forecast(backlog, tuple(due[day + ahead] for ahead in range(DAYS_AHEAD)))


def histograms(learned: Iterable[Learned], day: int, w: Sequence[float]) -> tuple[Histogram, Histogram, Histogram]:
    """Stability, difficulty, and retrievability on a study day.

    Args:
        learned: the cards.
        day: the study day.
        w: the FSRS parameters in use.
    """
    factor, decay = forgetting_curve(w)
    memories = [(last, stability, difficulty) for _, _, _, last, stability, difficulty in learned]
    recall = [(1 + factor * max(0, day - last) / stability) ** decay for last, stability, _ in memories]
    return (
        Histogram.of([stability for _, stability, _ in memories], STABILITY_EDGES),
        Histogram.of([difficulty for _, _, difficulty in memories], DIFFICULTY_EDGES),
        Histogram.of(recall, RETRIEVABILITY_EDGES),
    )
