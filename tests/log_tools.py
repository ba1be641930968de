"""Long logs, written straight into a progress file: years of study in seconds."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.study.database import connect
from quizgen.study.members import answer_hash
from quizgen.study.schema import MIGRATIONS

TODAY = 20_514
"""2026-03-02, the day of ``study_tools.NOON``."""
KINDS = {"date": 0.94, "attribution": 0.84, "initiative": 0.90}
"""Kinds of fact, and how probably each is recalled in a log made here."""

_OPERATION = (
    "id, kind, deck, card, instant, offset_minutes, day, origin, grade, mode, duration_ms, answer_hash, leech, "
    "elapsed_days, interval_s, parameters, scheduler, phase_before, phase_after, stability_before, stability_after, "
    "difficulty_before, difficulty_after, due_day_before, due_day_after"
)
_CARD = "deck, card, phase, stability, difficulty, last_day, due_day, reviews, lapses, leech, suspended, answer_hash"
Row = tuple[object, ...]


def long_log(file: Path, decks: int, cards: int, answers: int) -> list[Deck]:
    """Write a log to a new file of the first version, so that opening it makes the caches of statistics.

    Args:
        file: that does not exist yet.
        decks: how many.
        cards: of each deck.
        answers: to each card, over about five years.
    """
    made = [_deck(number, cards) for number in range(decks)]
    log_of(file, made, answers)
    return made


def log_of(file: Path, decks: Iterable[Deck], answers: int) -> None:
    """The same of some decks, whose cards are of `KINDS`."""
    with closing(connect(file, lambda: "log", MIGRATIONS[:1])) as raw:
        raw.execute("BEGIN")
        for deck in decks:
            states: list[Row] = []
            raw.executemany(_insert("operation", _OPERATION), _answers(deck, answers, states))
            raw.executemany(_insert("card", _CARD), states)
        raw.execute("COMMIT")


def _deck(number: int, cards: int) -> Deck:
    kinds = list(KINDS)
    made = (
        Card(id=f"card-{place:05}", question=f"What is {place}?", answer=str(place), kind=kinds[place % len(kinds)])
        for place in range(cards)
    )
    return Deck(id=f"deck-{number}", title=f"Deck {number}", cards=tuple(made))


def _answers(deck: Deck, answers: int, states: list[Row]) -> Iterator[Row]:
    """The answers to a deck's cards, each card's ending in a state."""
    draw = random.Random(deck.id)
    for card in deck.cards:
        recall, hashed = KINDS[card.kind or ""], answer_hash(card)
        day, stability, phase, due, lapses = TODAY - draw.randint(900, 1800), 2.0, 0, None, 0
        gap = (TODAY - day) / answers
        for _ in range(answers):
            known = draw.random() < recall
            grade = draw.choice((2, 3, 3, 3, 4)) if known else 1
            after = stability * 1.3 if known else 2.0
            step = max(1, round(gap * draw.uniform(0.5, 1.4)))
            hour = draw.choice((8, 9, 12, 18, 19, 20, 22))
            instant = (day * 24 + hour) * 3_600_000 + draw.randrange(3_600_000)
            yield (
                f"{instant:012x}-{draw.getrandbits(64):016x}", "review", deck.id, card.id, instant, 0, day, "log",
                grade, "flip", draw.randint(2_000, 15_000), hashed, 0, None if phase == 0 else step, step * 86_400,
                "fsrs6-default", "fsrs6-days-1", phase, 2, stability if phase else None, after,
                5.0 if phase else None, 5.0, due, day + step,
            )  # fmt: skip
            lapses += not known and phase == 2
            due, phase, stability = day + step, 2, after
            last, day = day, min(day + step, TODAY - 1)
        states.append(
            (deck.id, card.id, 2, stability, 1.0 + draw.random() * 9, last, due, answers, lapses, 0, 0, hashed)
        )


def _insert(table: str, columns: str) -> str:
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (columns.count(',') + 1))})"
