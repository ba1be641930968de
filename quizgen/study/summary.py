"""What a session came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.model.review import Grade, Operation, Phase
from quizgen.study.agenda import due_on
from quizgen.study.settings import Settings
from quizgen.study.store import Store

MONTH = 30
"""Study days that a month's true retention looks back."""
USUAL_MS = 8000
"""Time for an answer where none was ever timed."""
_HARDEST = 3


class HardCard(NamedTuple):
    """A card that was forgotten in a session."""

    deck: str
    card: str
    forgotten: int
    """Times in this session."""
    lapses: int
    """Times ever, after it had been learned."""


class Summary(NamedTuple):
    """What a session came to; the shares are None where there is nothing to count."""

    cards: int
    """Different cards answered."""
    answers: int
    duration_ms: int
    right_first_time: int
    """Cards whose first answer in the session was not "again"."""
    retention: float | None
    """Of the cards that had been learned, the share known, in this session."""
    retention_month: float | None
    """The same over the last 30 study days, all decks."""
    hardest: tuple[HardCard, ...]
    tomorrow: int
    """Reviews, within their limit, and learning cards due by tomorrow."""
    tomorrow_ms: int
    """How long they will take, at the pace of the last 30 days."""


def summarise(
    store: Store, decks: Iterable[str], answers: Sequence[Operation], settings: Settings, day: int
) -> Summary:
    """Sum up a session.

    Args:
        store: with the decks enrolled.
        decks: ids.
        answers: the session's reviews in order, less those undone.
        settings: the limit on tomorrow's reviews.
        day: the study day.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    reviews = [(answer, answer.review) for answer in answers if answer.review is not None]
    first: dict[tuple[str, str], Grade] = {}
    for answer, review in reviews:
        first.setdefault((answer.deck, answer.card), review.grade)
    learned = [review.grade for _, review in reviews if review.phase_before is Phase.REVIEW]
    month = store.days(day - MONTH + 1, day)
    tomorrow = due_on(store, decks, settings, day + 1)
    pace = month.duration_ms / month.answers if month.answers and month.duration_ms else USUAL_MS
    return Summary(
        cards=len(first),
        answers=len(reviews),
        duration_ms=sum(review.duration_ms for _, review in reviews),
        right_first_time=sum(grade is not Grade.AGAIN for grade in first.values()),
        retention=_share(sum(grade is not Grade.AGAIN for grade in learned), len(learned)),
        retention_month=_share(month.recalled, month.reviews),
        hardest=_hardest(store, answers),
        tomorrow=tomorrow,
        tomorrow_ms=round(tomorrow * pace),
    )


def _hardest(store: Store, answers: Iterable[Operation]) -> tuple[HardCard, ...]:
    forgotten = Counter(
        (answer.deck, answer.card)
        for answer in answers
        if answer.review is not None and answer.review.grade is Grade.AGAIN
    )
    cards = [HardCard(*key, times, store.state(*key).lapses) for key, times in forgotten.items()]
    return tuple(sorted(cards, key=lambda card: (-card.forgotten, -card.lapses))[:_HARDEST])


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
