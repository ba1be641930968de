"""What each retention wanted would cost in the coming months, side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from quizgen.model.deck import Deck
from quizgen.study.habits import habits
from quizgen.study.memory import weights
from quizgen.study.settings import Settings
from quizgen.study.simulation import Workload, simulate
from quizgen.study.statistics.answers import Scope
from quizgen.study.statistics.cards import stand
from quizgen.study.store import Store

AIMS = (0.80, 0.85, 0.90, 0.95)
"""Compared with the retention wanted now."""


def workloads(
    store: Store, decks: Sequence[Deck], day: int, days: int, settings: Settings, only: Collection[str] | None = None
) -> list[Workload]:
    """Play some days through at several retentions wanted, the lowest first; one is that of the settings.

    Args:
        store: the progress file.
        decks: those at hand; only of them is it known what is new.
        day: the study day to begin with, today.
        days: how many.
        settings: limits and easy days.
        only: ids of the decks to take; None for all that are being studied.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    scope = Scope(day, only)
    with store.beside([deck for deck in decks if only is None or deck.id in only]) as tables:
        cards = stand(store, scope, tables)
    new = sum(number for deck, number in cards.new.items() if only is not None or cards.stages.get(deck))
    w, own = weights(store.parameters), habits(store, scope)
    return [
        simulate(cards.learned, new, day, days, w, own, replace(settings, desired_retention=aim))
        for aim in sorted({*AIMS, settings.desired_retention})
    ]
