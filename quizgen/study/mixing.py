"""New cards spread evenly among reviews."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def mixed(reviews: Sequence[T], new: Sequence[T]) -> list[T]:
    """Both in their own order; each stands at the middle of its equal share of the whole."""
    places = [((number + 0.5) / len(reviews), 0, item) for number, item in enumerate(reviews)]
    places += [((number + 0.5) / len(new), 1, item) for number, item in enumerate(new)]
    return [item for _, _, item in sorted(places, key=lambda place: place[:2])]
