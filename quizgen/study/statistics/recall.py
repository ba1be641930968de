"""How much is known of what was learned, and how many days in a row: what home tells of each deck."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.study.store import Store


@dataclass(frozen=True, slots=True)
class Recall:
    """Reviews of cards that had been learned, and how many were known."""

    reviews: int = 0
    recalled: int = 0

    @property
    def share(self) -> float | None:
        """True retention; None where nothing was asked."""
        return self.recalled / self.reviews if self.reviews else None

    def __add__(self, other: Recall) -> Recall:
        """Both together."""
        return Recall(self.reviews + other.reviews, self.recalled + other.recalled)


def streak(store: Store, day: int) -> int:
    """Days in a row with an answer in any deck, up to a study day or the one before."""
    asked = "EXISTS (SELECT 1 FROM hourly WHERE hourly.day = {})"
    sql = (
        f"WITH RECURSIVE back (day) AS (SELECT CASE WHEN {asked.format(':day')} THEN :day ELSE :day - 1 END "
        f"UNION ALL SELECT day - 1 FROM back WHERE {asked.format('back.day')}) SELECT count(*) - 1 FROM back"
    )
    return int(store.query(sql, {"day": day})[0][0])


def recall_of(store: Store, deck: str, first: int, last: int) -> Recall:
    """True retention of a deck from one study day to another, both included."""
    sums = store.query(
        "SELECT total(reviews), total(recalled) FROM daily WHERE deck = ? AND day BETWEEN ? AND ?",
        (deck, first, last),
    )[0]
    return Recall(*map(int, sums))
