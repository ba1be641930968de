"""A deck of 100,000 cards, half of them learned: some are due today, the others within a hundred days."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from log_tools import log_of
from test_deckfile_large import _card

from quizgen.deckfile import save_deck
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.study.days import local_clock, moment
from quizgen.study.store import Store

COUNT = 100_000
ANSWERS = 4
"""To each card that is learned."""
DAYS = 100
"""Over which they are due."""


@dataclass(frozen=True, slots=True)
class Large:
    """The deck and the progress in it."""

    folder: Path
    """The data directory; ``decks`` in it holds the deck's file alone."""

    @property
    def file(self) -> Path:
        """The deck's."""
        return self.folder / "decks" / "large.yaml"

    @property
    def progress(self) -> Path:
        """The log's."""
        return self.folder / "progress.sqlite3"


def make(folder: Path, count: int) -> Large:
    """Write a deck and the log of half its cards into a folder."""
    made = Large(folder)
    made.file.parent.mkdir()
    deck = Deck(id="large", title="Large", cards=tuple(_cards(count)))
    save_deck(deck, made.file)
    log_of(made.progress, [replace(deck, cards=deck.cards[: count // 2])], ANSWERS)
    _spread(made.progress)
    return made


def today() -> int:
    """The study day it is."""
    return moment(local_clock()(), 4).day


def _cards(count: int) -> Iterator[Card]:
    for number in range(count):
        card = _card(number)
        yield replace(card, question=f"Q{number:06}Z {card.question}", answer=f"A{number:06}Z", fact=None)


def _spread(progress: Path) -> None:
    """Let the cards be due as those of somebody who studies every day."""
    Store.open(progress).close()  # brings it up to date
    with closing(sqlite3.connect(progress)) as raw, raw:
        raw.execute("UPDATE card SET due_day = ? + substr(card, length('keeper-') + 1) % ?", (today(), DAYS))
