"""A ratio measured again where the machine may have been busy."""

from __future__ import annotations

from collections.abc import Callable

TRIES = 4


def least(measure: Callable[[], float], bound: float, tries: int = TRIES) -> float:
    """The least of what is measured, again and again as long as it is above a bound.

    What else a machine does can only add to a figure: what is slow by itself stays above the bound each time.

    Args:
        measure: gives the figure anew.
        bound: which it must not exceed.
        tries: how often it is measured, at the most.
    """
    figures = [measure()]
    while min(figures) > bound and len(figures) < tries:
        figures.append(measure())
    return min(figures)
