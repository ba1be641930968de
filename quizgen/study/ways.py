"""Ways of asking: one for all cards of a deck, or mixed by how well each card is known."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from quizgen.model.review import CardState, Mode, Phase
from quizgen.study.store import Store

MATURE_DAYS = 21.0
"""Stability from which a card is known so well that its answer is asked in writing."""


class Way(StrEnum):
    """How the cards of a deck are asked; typed is the last on the round, since keys are text then."""

    FLIP = "flip"
    CHOICE = "choice"
    MIXED = "mixed"
    TYPED = "typed"


def mode_for(way: Way, state: CardState) -> Mode:
    """How a card is asked; mixed offers choices while it is learned, flips it, and lets type what is known well."""
    if way is not Way.MIXED:
        return Mode(way.value)
    if state.phase is not Phase.REVIEW:
        return Mode.CHOICE
    return Mode.TYPED if (state.stability or 0.0) >= MATURE_DAYS else Mode.FLIP


def next_way(way: Way) -> Way:
    """The one that comes after, round and round."""
    ways = tuple(Way)
    return ways[(ways.index(way) + 1) % len(ways)]


def kept_ways(store: Store) -> Mapping[str, Way]:
    """The way chosen for each deck, by deck id; none for decks that are asked as the settings say."""
    return {deck: Way(way) for deck, way in store.query("SELECT deck, way FROM way")}


def keep_way(store: Store, deck: str, way: Way) -> None:
    """Ask a deck so from now on.

    Raises:
        ProgressError: it cannot be written.
    """
    store.add([("INSERT OR REPLACE INTO way VALUES (?, ?)", (deck, way.value))])
