"""What is left to study today: learning cards, then reviews by falling risk mixed with new cards.

Of the cards of one fact (siblings) only one is shown a day. All counting and sorting is done by the database,
so that a deck of 100,000 cards costs what its cards due today cost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from quizgen.study.days import Moment
from quizgen.study.settings import Settings
from quizgen.study.store import Store

Key = tuple[str, str]
"""Deck id and card id."""

_CHOSEN = "deck IN (SELECT value FROM json_each(:decks))"
_MEMBERS = "JOIN member AS m ON m.deck = c.deck AND m.card = c.card"

_OPEN = "c.suspended = 0 AND c.buried_day IS NOT :day"

# INDEXED BY, since without statistics the database may prefer to read all cards of a deck.
_SEEN = f"""
SELECT DISTINCT m.deck, m.fact FROM card AS c INDEXED BY card_seen {_MEMBERS}
WHERE c.{_CHOSEN} AND c.last_day >= :day AND m.fact IS NOT NULL
"""
# A step is due by the clock; its study day alone would keep it waiting after a journey west.
_LEARNING = f"""
SELECT m.deck, m.card, m.fact, c.due_at, c.last_day >= :day FROM card AS c INDEXED BY card_learning {_MEMBERS}
WHERE c.{_CHOSEN} AND c.phase IN (1, 3) AND (c.due_day <= :day OR c.due_at <= :instant) AND {_OPEN}
ORDER BY c.due_at, m.position
"""
_SOONEST = f"SELECT min(due_at) FROM card INDEXED BY card_learning WHERE {_CHOSEN} AND phase IN (1, 3)"
# Retrievability falls with elapsed days over stability, so it need not be computed to sort by it. Cards that
# left the deck have no position; to look for it before the riskiest are chosen would take ten times as long.
_REVIEWS = f"""
SELECT c.deck, c.card, m.fact, m.position, c.seen FROM (
  SELECT deck, card, last_day >= :day AS seen, max(0, :day - last_day) / stability AS risk
  FROM card AS c INDEXED BY card_due
  WHERE {_CHOSEN} AND phase = 2 AND due_day <= :day AND {_OPEN}
  ORDER BY risk DESC, card LIMIT :limit
) AS c LEFT {_MEMBERS}
ORDER BY risk DESC, m.position
"""
_NEW = """
SELECT m.deck, m.card, m.fact, m.position, c.last_day >= :day
FROM member AS m LEFT JOIN card AS c ON c.deck = m.deck AND c.card = m.card
WHERE m.position BETWEEN :first AND :last AND coalesce(c.phase, 0) = 0
  AND c.suspended IS NOT 1 AND c.buried_day IS NOT :day
ORDER BY m.position LIMIT :limit
"""


_NEXT = f"""
SELECT c.due_day FROM card AS c INDEXED BY card_due {_MEMBERS}
WHERE c.deck = :deck AND c.phase = 2 AND c.suspended = 0 AND c.due_day > :day
ORDER BY c.due_day LIMIT 1
"""
_COMING = f"""
SELECT m.deck, m.card FROM card AS c INDEXED BY card_due {_MEMBERS}
WHERE c.{_CHOSEN} AND c.phase = 2 AND c.suspended = 0 AND c.due_day > :day AND c.buried_day IS NOT :day
ORDER BY c.due_day, c.last_day, m.position LIMIT :limit
"""


class Counts(NamedTuple):
    """Cards left today, as limits and siblings allow."""

    new: int
    learning: int
    due: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.due


class Plan(NamedTuple):
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
    decks = list(decks)
    done = store.days(now.day, now.day)
    values = _values(decks, now.day, now.instant)
    taken: set[Key] = set(store.query(_SEEN, values))
    learning = _learning(store.query(_LEARNING, values), taken)
    reviews = _first(store, _REVIEWS, values, taken, settings.reviews_per_day - done.reviews)
    new: list[Key] = []
    for deck in decks:
        values |= {"first": store.first_new(deck), "last": store.positions(deck)[1]}
        new += _first(store, _NEW, values, taken, settings.new_per_day - done.new - len(new))
    return Plan(tuple(key for key, _ in learning), tuple(reviews), tuple(new))


def learning_cards(store: Store, decks: Iterable[str], now: Moment) -> list[tuple[Key, int]]:
    """The cards on a learning step today, and the UTC milliseconds at which each is due, soonest first."""
    values = _values(decks, now.day, now.instant)
    rows = store.query(_LEARNING, values)
    # What was seen today matters only to a card that was not, and that has siblings: mostly there is none.
    doubtful = any(fact is not None and not seen for _, _, fact, _, seen in rows)
    return _learning(rows, set(store.query(_SEEN, values)) if doubtful else set())


def soonest_step(store: Store, decks: Iterable[str]) -> int | None:
    """The UTC milliseconds before which no card on a learning step is due; None where there is none at all."""
    found: int | None = store.query(_SOONEST, _values(decks, 0))[0][0]
    return found


def due_on(store: Store, decks: Iterable[str], settings: Settings, day: int) -> int:
    """How many learning cards and reviews, these within the day's limit, are due by a study day to come."""
    values = _values(decks, day) | {"limit": settings.reviews_per_day}
    learning = store.query(f"SELECT count(*) FROM ({_LEARNING})", values)[0][0]
    reviews = store.query(f"SELECT count(position) FROM ({_REVIEWS})", values)[0][0]
    return int(learning + reviews)


def next_due(store: Store, deck: str, day: int) -> int | None:
    """The study day after one on which the next review of an enrolled deck is due; None where there is none."""
    found = store.query(_NEXT, {"deck": deck, "day": day})
    return int(found[0][0]) if found else None


def coming(store: Store, decks: Iterable[str], day: int, limit: int) -> list[Key]:
    """The learned cards that are due after a study day, the soonest first, so many at most.

    Args:
        store: with the decks enrolled.
        decks: ids.
        day: the study day.
        limit: how many.
    """
    return store.query(_COMING, _values(decks, day) | {"limit": limit})


def coming_exam(store: Store, decks: Iterable[str], today: int) -> int | None:
    """The study day of the next exam that any of the decks was crammed for; None where there is none to come.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    sql = (
        "SELECT min(exam_day) FROM practice "
        "WHERE exam_day >= ? AND deck IN (SELECT value FROM json_each(?))"
    )  # fmt: skip
    day: int | None = store.query(sql, (today, json.dumps(list(decks))))[0][0]
    return day


def through(store: Store, decks: Iterable[str], day: int) -> int:
    """How many cards of some decks were asked on a study day and are through for it."""
    sql = f"SELECT count(*) FROM card INDEXED BY card_seen WHERE {_CHOSEN} AND last_day >= :day AND due_day > :day"
    return int(store.query(sql, _values(decks, day))[0][0])


def sibling_days(store: Store, key: Key) -> set[int]:
    """The study days on which siblings of a card are due."""
    sql = (
        "SELECT c.due_day FROM member AS m "
        "JOIN member AS sibling ON sibling.deck = m.deck AND sibling.fact = m.fact "
        "JOIN card AS c ON c.deck = sibling.deck AND c.card = sibling.card "
        "WHERE m.deck = ? AND m.card = ? AND sibling.card <> m.card AND c.due_day IS NOT NULL"
    )
    return {row[0] for row in store.query(sql, key)}


def _values(decks: Iterable[str], day: int, instant: int = 0) -> dict[str, object]:
    return {"decks": _listed(tuple(decks)), "day": day, "instant": instant}


@lru_cache(maxsize=8)
def _listed(decks: tuple[str, ...]) -> str:
    """Decks as a statement takes them; those of a session, after each grade."""
    return json.dumps(decks)


def _learning(rows: Iterable[tuple[str, str, str | None, int, bool]], taken: set[Key]) -> list[tuple[Key, int]]:
    """Learning cards with the time they are due, less those whose sibling was seen; their facts are taken too."""
    found: list[tuple[Key, int]] = []
    for deck, card, fact, due_at, seen in rows:
        if fact is not None and not seen and (deck, fact) in taken:
            continue
        if fact is not None:
            taken.add((deck, fact))
        found.append(((deck, card), due_at))
    return found


def _first(store: Store, sql: str, values: dict[str, object], taken: set[Key], limit: int) -> list[Key]:
    """The first so many cards whose siblings are not taken; looks further only as far as siblings demand."""
    if limit <= 0:
        return []
    look = 2 * limit
    while True:
        rows = store.query(sql, values | {"limit": look})
        found = list(islice(_free(rows, taken), limit))
        if len(found) == limit or len(rows) < look:
            taken.update((deck, fact) for (deck, _), fact in found if fact is not None)
            return [key for key, _ in found]
        look *= 4


_Row = tuple[str, str, str | None, int | None, bool | None]
"""Deck, card, fact, place in the deck, and whether it was asked today."""


def _free(rows: Iterable[_Row], taken: set[Key]) -> Iterator[tuple[Key, str | None]]:
    """The cards still in their deck whose facts are not taken, nor stand earlier; each with its fact.

    A card that was asked today, then made new or moved, is no sibling of its own.
    """
    facts = set(taken)
    for deck, card, fact, position, seen in rows:
        if position is None:
            continue
        if fact is None:
            yield (deck, card), None
        elif seen or (deck, fact) not in facts:
            facts.add((deck, fact))
            yield (deck, card), fact
