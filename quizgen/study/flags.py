"""Cards that learners reported as bad."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.study.store import Store


def flags(store: Store, deck: str) -> Mapping[str, str]:
    """Why cards of a deck were flagged, by card id; empty where no reason was given.

    Args:
        store: the progress file.
        deck: the deck's id.
    """
    return dict(store.query("SELECT card, flag FROM card WHERE deck = ? AND flag IS NOT NULL", (deck,)))
