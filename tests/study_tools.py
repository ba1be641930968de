"""What the tests of studying share: a clock they turn, counted identities, small decks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import count

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.review import Grade
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from quizgen.study.store import Identity, Store

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self, now: dt.datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def turn(self, **delta: float) -> None:
        """Turn it by so many days, hours, minutes or seconds, also back."""
        self.now += dt.timedelta(**delta)


def counted() -> Identity:
    """Identities that count up."""
    numbers = count()
    return lambda: f"{next(numbers):016x}"


def make_deck(size: int, name: str = "rivers", siblings: int = 1) -> Deck:
    """A deck of plain cards, so many of which share each fact."""
    cards = (
        Card(
            id=f"card-{number:03}",
            question=f"Which river is number {number}?",
            answer=f"River {number}",
            fact=f"fact-{number // siblings}" if siblings > 1 else None,
        )
        for number in range(size)
    )
    return Deck(id=name, title=name.title(), cards=tuple(cards))


def sit_down(store: Store, decks: Deck | Sequence[Deck], clock: Clock, **settings: object) -> Session:
    """A session over a deck or several."""
    chosen = [decks] if isinstance(decks, Deck) else decks
    return Session(store, chosen, Settings(**settings), clock)  # type: ignore[arg-type]


def caches(store: Store) -> tuple[list[tuple[object, ...]], ...]:
    """Everything that ``rebuild`` remakes."""
    return (
        store.query("SELECT * FROM card ORDER BY deck, card"),
        store.query("SELECT * FROM hourly ORDER BY day, deck, hour, stage, grade"),
    )


def shown(session: Session) -> str:
    """The id of the card that is shown."""
    assert session.current is not None
    return session.current.card.id


def finish(session: Session, clock: Clock, grade: Grade = Grade.GOOD) -> list[str]:
    """Answer until nothing is left today; the cards in the order they were shown."""
    seen = []
    while session.current is not None:
        seen.append(shown(session))
        session.answer(grade)
        clock.turn(seconds=10)
    return seen
