"""The coming months, played through: what a retention wanted costs in reviews, and what it keeps in mind.

Each card is asked when it is due, within the limits of a day, the likeliest to be forgotten first; whether it is
known is drawn with the probability that FSRS gives, and the interval is chosen as in studying.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.study.balance import bounds, burden
from quizgen.study.days import weekday
from quizgen.study.habits import Habits
from quizgen.study.memory import Memory, first_memory, forgetting_curve, interval, next_memory
from quizgen.study.settings import Settings
from quizgen.study.statistics.cards import Learned


@dataclass(frozen=True, slots=True)
class Workload:
    """What a retention wanted would cost."""

    retention: float
    reviews: tuple[int, ...]
    """Of learned cards, on each day."""
    new: tuple[int, ...]
    """Cards seen for the first time, on each day."""
    minutes: float
    """A day, on average."""
    learned: int
    """Cards learned at the end."""
    known: float
    """How many of them would be known if asked then."""
    late: int
    """Cards that the day's limit left waiting at the end."""


@dataclass(slots=True)
class _Card:
    memory: Memory
    last: int
    due: int


def simulate(
    cards: Learned, new: int, day: int, days: int, w: Sequence[float], habits: Habits, settings: Settings
) -> Workload:
    """Play some days through; always the same for the same arguments.

    Args:
        cards: where the learned cards stand.
        new: cards not yet begun.
        day: the study day to begin with, today.
        days: how many.
        w: the FSRS parameters, taken for how the learner really forgets.
        habits: the learner's.
        settings: the retention wanted, limits and easy days.
    """
    play = _Play(cards, new, w, habits, settings)
    done = [play.study(today) for today in range(day, day + days)]
    reviews, begun, forgotten = (tuple(column) for column in zip(*done, strict=True))
    time_ms = sum(reviews) * habits.review_ms + (sum(begun) + sum(forgotten)) * habits.learning_ms
    known, late = play.standing(day + days)
    return Workload(settings.desired_retention, reviews, begun, time_ms / 60_000 / days, len(play.cards), known, late)


class _Play:
    """The cards as they stand, and the learner who answers them."""

    def __init__(self, cards: Learned, new: int, w: Sequence[float], habits: Habits, settings: Settings) -> None:
        self.cards = [
            _Card((stability, difficulty), seen, due)
            for due, seen, stability, difficulty in zip(
                cards.due, cards.seen, cards.stability, cards.difficulty, strict=True
            )
        ]
        self._new = new
        self._w = w
        self._factor, self._decay = forgetting_curve(w)
        self._habits = habits
        self._settings = settings
        self._random = random.Random(len(self.cards))
        self._waiting = list(self.cards)
        self._due: dict[int, list[_Card]] = defaultdict(list)

    def study(self, day: int) -> tuple[int, int, int]:
        """A day's study: reviews, new cards, and how many were forgotten."""
        self._waiting += self._due.pop(day, [])
        due = [card for card in self._waiting if card.due <= day]
        if len(due) < len(self._waiting):  # only on the first day: later ones find each card under its day
            for card in self._waiting:
                if card.due > day:
                    self._due[card.due].append(card)
        due.sort(key=lambda card: (card.last - day) / card.memory[0])
        limit = self._settings.reviews_per_day
        self._waiting = due[limit:]
        forgotten = sum(self._review(card, day) for card in due[:limit])
        begun = min(self._settings.new_per_day, self._new)
        self._new -= begun
        for _ in range(begun):
            self._begin(day)
        return len(due[:limit]), begun, forgotten

    def standing(self, day: int) -> tuple[float, int]:
        """How many cards would be known on a day, and how many wait."""
        return sum(self._recall(card, day) for card in self.cards), len(self._waiting)

    def _review(self, card: _Card, day: int) -> bool:
        """Ask a card; whether it was forgotten."""
        forgotten = self._random.random() > self._recall(card, day)
        grade = 1 if forgotten else self._drawn(self._habits.known, 2)
        card.memory = next_memory(self._w, card.memory, grade, max(0, day - card.last))
        self._schedule(card, day)
        return forgotten

    def _begin(self, day: int) -> None:
        card = _Card(first_memory(self._w, self._drawn(self._habits.first, 1)), day, day)
        self.cards.append(card)
        self._schedule(card, day)

    def _schedule(self, card: _Card, day: int) -> None:
        settings = self._settings
        days = interval(self._w, card.memory[0], settings.desired_retention, settings.maximum_interval)
        low, high = bounds(days, settings.maximum_interval)
        card.last = day
        card.due = min(range(day + low, day + high + 1), key=self._burden) if low < high else day + low
        self._due[card.due].append(card)

    def _burden(self, day: int) -> tuple[int, float]:
        due = len(self._due[day]) if day in self._due else 0
        return burden(due, weekday(day) in self._settings.easy_days), self._random.random()

    def _recall(self, card: _Card, day: int) -> float:
        recall: float = (1 + self._factor * max(0, day - card.last) / card.memory[0]) ** self._decay
        return recall

    def _drawn(self, shares: Sequence[float], first: int) -> int:
        """A grade, by its share."""
        return self._random.choices(range(first, first + len(shares)), shares)[0]
