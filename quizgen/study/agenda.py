"""What is left to study today: learning cards, then reviews by falling risk mixed with new cards.

Of the cards of one fact (siblings) only one is shown a day. All counting and sorting is done by the database,
so that a deck of 100,000 cards costs what its cards due today cost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.study.days import Moment
from quizgen.study.settings import Settings
from quizgen.study.store import Store

Key = tuple[str, str]
"""Deck id and card id."""

_WAITING = """
  EXISTS (
    SELECT 1 FROM member AS sibling JOIN card AS seen ON seen.deck = sibling.deck AND seen.card = sibling.card
    WHERE sibling.deck = m.deck AND sibling.fact = m.fact AND sibling.card <> m.card AND seen.last_day >= :day
  )
"""
_OPEN = f"""
  c.suspended IS NOT 1 AND c.buried_day IS NOT :day
  AND (m.fact IS NULL OR c.last_day >= :day OR NOT {_WAITING})
"""
_CHOSEN = "deck IN (SELECT value FROM json_each(:decks))"

_LEARNING = f"""
SELECT m.deck, m.card, m.fact, c.due_at FROM card AS c JOIN member AS m ON m.deck = c.deck AND m.card = c.card
WHERE c.{_CHOSEN} AND c.phase IN (1, 3) AND c.due_day <= :day AND {_OPEN}
ORDER BY c.due_at, m.position
"""
# Retrievability falls with elapsed days over stability, so it need not be computed to sort by it.
_REVIEWS = f"""
SELECT m.deck, m.card, m.fact FROM card AS c JOIN member AS m ON m.deck = c.deck AND m.card = c.card
WHERE c.{_CHOSEN} AND c.phase = 2 AND c.due_day <= :day AND {_OPEN}
ORDER BY max(0, :day - c.last_day) / c.stability DESC, m.position LIMIT :limit
"""
_NEW = f"""
SELECT m.deck, m.card, m.fact FROM member AS m LEFT JOIN card AS c ON c.deck = m.deck AND c.card = m.card
WHERE m.{_CHOSEN} AND coalesce(c.phase, 0) = 0 AND {_OPEN}
ORDER BY m.position LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Cards left today, as limits and siblings allow."""

    new: int
    learning: int
    due: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.due


@dataclass(frozen=True, slots=True)
class Plan:
    """What is left today."""

    learning: tuple[Key, ...]
    """Soonest first."""
    reviews: tuple[Key, ...]
    """The likeliest to be forgotten first."""
    new: tuple[Key, ...]
    """In the order of their decks."""

    @property
    def counts(self) -> Counts:
        """How many there are."""
        return Counts(len(self.new), len(self.learning), len(self.reviews))


def plan(store: Store, decks: Iterable[str], settings: Settings, now: Moment) -> Plan:
    """What is left today of some decks, within the limits that hold over all decks and sessions.

    Args:
        store: with the decks enrolled.
        decks: ids.
        settings: the limits.
        now: the moment that tells the study day.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    done = store.days(now.day, now.day)
    taken: set[Key] = set()
    values: dict[str, object] = {"decks": json.dumps(list(decks)), "day": now.day}
    learning = _free(store.query(_LEARNING, values), taken, None)
    reviews = _first(store, _REVIEWS, values, taken, settings.reviews_per_day - done.reviews)
    new = _first(store, _NEW, values, taken, settings.new_per_day - done.new)
    return Plan(tuple(learning), tuple(reviews), tuple(new))


def learning_cards(store: Store, decks: Iterable[str], now: Moment) -> list[tuple[Key, int]]:
    """The cards on a learning step today, and the UTC milliseconds at which each is due, soonest first."""
    rows = store.query(_LEARNING, {"decks": json.dumps(list(decks)), "day": now.day})
    return [((deck, card), due_at) for deck, card, _, due_at in rows]


def due_on(store: Store, decks: Iterable[str], day: int) -> int:
    """How many reviews and learning cards of some decks are due by a study day, without limits."""
    sql = (
        "SELECT count(*) FROM card AS c JOIN member AS m ON m.deck = c.deck AND m.card = c.card "
        f"WHERE c.{_CHOSEN} AND c.phase IN (1, 2, 3) AND c.due_day <= :day AND c.suspended = 0"
    )
    number: int = store.query(sql, {"decks": json.dumps(list(decks)), "day": day})[0][0]
    return number


def load(store: Store, first: int, last: int) -> dict[int, int]:
    """How many reviews are due on each study day from the first to the last, over all decks."""
    sql = (
        "SELECT due_day, count(*) FROM card "
        "WHERE phase = 2 AND suspended = 0 AND due_day BETWEEN ? AND ? GROUP BY due_day"
    )
    return dict(store.query(sql, (first, last)))


def sibling_days(store: Store, key: Key) -> set[int]:
    """The study days on which siblings of a card are due."""
    sql = (
        "SELECT c.due_day FROM member AS m "
        "JOIN member AS sibling ON sibling.deck = m.deck AND sibling.fact = m.fact "
        "JOIN card AS c ON c.deck = sibling.deck AND c.card = sibling.card "
        "WHERE m.deck = ? AND m.card = ? AND sibling.card <> m.card AND c.due_day IS NOT NULL"
    )
    return {row[0] for row in store.query(sql, key)}


def _first(store: Store, sql: str, values: dict[str, object], taken: set[Key], limit: int) -> list[Key]:
    """The first so many cards whose siblings are not taken; looks further only as far as siblings demand."""
    if limit <= 0:
        return []
    look = 2 * limit
    while True:
        rows = store.query(sql, values | {"limit": look})
        found = _free(rows, set(taken), limit)
        if len(found) == limit or len(rows) < look:
            _free(rows, taken, limit)
            return found
        look *= 4


def _free(
    rows: Sequence[tuple[str, str, str | None, *tuple[object, ...]]], taken: set[Key], limit: int | None
) -> list[Key]:
    """The cards of facts not taken yet, which they take."""
    found: list[Key] = []
    for deck, card, fact, *_ in rows:
        if len(found) == limit:
            break
        if fact is not None:
            if (deck, fact) in taken:
                continue
            taken.add((deck, fact))
        found.append((deck, card))
    return found
