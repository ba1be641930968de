"""Orders and codes drawn from names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from quizgen.model.draw import draw

T = TypeVar("T")

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without the letters and figures that are read for one another."""


def lot(*names: str) -> int:
    """A number that looks random and follows from the names alone."""
    return int.from_bytes(draw(*names))


def shuffled(things: Iterable[T], seed: str, name: Callable[[T], str]) -> list[T]:
    """The things in an order that follows from ``seed`` and their names.

    Args:
        things: anything.
        seed: any text.
        name: what tells a thing from all others.
    """
    return sorted(things, key=lambda thing: (draw(seed, name(thing)), name(thing)))


def code(deck: str, card: str) -> str:
    """The short code printed beside a question, by which its card is found again: four letters or figures."""
    number, letters = lot("code", deck, card), ""
    for _ in range(4):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return letters
