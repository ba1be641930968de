"""Figures of where the cards stand: what is to come, and how well they are remembered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from quizgen.model.deck import Deck
from quizgen.study.members import shown_cards
from quizgen.study.memory import forgetting_curve
from quizgen.study.statistics.answers import CHOSEN, Scope
from quizgen.study.statistics.figures import MATURE_DAYS, Forecast, Histogram, Memories, Stage
from quizgen.study.store import Store

DAYS_AHEAD = 30

STABILITY_EDGES = (1.0, 3.0, 7.0, 14.0, 30.0, 90.0, 180.0, 365.0)
DIFFICULTY_EDGES = (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)
RETRIEVABILITY_EDGES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)


Learned = tuple[str, int, int, int, float, float]
"""A card that has been answered and will be again: its id, its stage, the study days on which it is due and was
last seen, stability and difficulty. Plain, since there may be 100,000."""

_COLUMNS = (
    f"card, iif(phase <> 2, {Stage.LEARNING:d}, iif(due_day - last_day >= {MATURE_DAYS}, {Stage.MATURE:d}, "
    f"{Stage.YOUNG:d})), due_day, last_day, stability, difficulty"
)


class Cards(NamedTuple):
    """Where all cards stand, by the id of their deck."""

    learned: Mapping[str, Sequence[Learned]]
    new: Mapping[str, int]
    """Cards never answered, of each deck at hand."""

    @property
    def all(self) -> list[Learned]:
        """Of all decks."""
        return [card for cards in self.learned.values() for card in cards]


def stand(store: Store, scope: Scope, decks: Iterable[Deck]) -> Cards:
    """Where the cards stand that can still be shown: not suspended, and in their deck where that is at hand.

    Args:
        store: the progress file.
        scope: decks and day.
        decks: those at hand.
    """
    # Joined here and not by the database, to which all cards would first have to be given.
    shown = {deck.id: shown_cards(deck) for deck in decks}
    studied = [row[0] for row in store.query(f"SELECT DISTINCT deck FROM card WHERE {CHOSEN}", scope.values)]
    learned: dict[str, Sequence[Learned]] = {}
    new = {deck: len(cards) for deck, cards in shown.items()}
    for deck in studied:
        found = store.query(f"SELECT {_COLUMNS} FROM card WHERE deck = ? AND phase > 0 AND suspended = 0", (deck,))
        cards = shown.get(deck)
        if cards is not None:
            found = [row for row in found if row[0] in cards]
            hidden = store.query("SELECT card FROM card WHERE deck = ? AND suspended = 1", (deck,))
            new[deck] -= len(found) + sum(card in cards for (card,) in hidden)
        learned[deck] = found
    return Cards(learned, new)


def forecast(learned: Iterable[Learned], day: int) -> Forecast:
    """What is due on each of the coming days."""
    due = Counter([due_day for _, _, due_day, *_ in learned])
    backlog = sum(number for due_day, number in due.items() if due_day < day)
    return Forecast(backlog, tuple(due[day + ahead] for ahead in range(DAYS_AHEAD)))


def memory(learned: Sequence[Learned], day: int, w: Sequence[float]) -> Memories:
    """How well cards are remembered on a study day.

    Args:
        learned: the cards.
        day: the study day.
        w: the FSRS parameters in use.
    """
    factor, decay = forgetting_curve(w)
    stability = [stability for _, _, _, _, stability, _ in learned]
    recall = [(1 + factor * max(0, day - last) / stability) ** decay for _, _, _, last, stability, _ in learned]
    return Memories(
        stability=Histogram.of(stability, STABILITY_EDGES),
        middle=median(stability) if stability else None,
        difficulty=Histogram.of([difficulty for *_, difficulty in learned], DIFFICULTY_EDGES),
        retrievability=Histogram.of(recall, RETRIEVABILITY_EDGES),
        known=sum(recall),
    )
