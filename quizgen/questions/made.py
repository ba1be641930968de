"""A card with how it came about, and a candidate that became none."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.kinds import Kind
from quizgen.model.card import Card
from quizgen.model.fact import Fact


class Made(NamedTuple):
    """A card with how it came about."""

    card: Card
    kind: Kind
    fact: Fact
    aspect: str
    worth: float
    """Beside the document's other cards; 1 is usual."""
    occasions: tuple[str, ...] = ()
    """What the card's context can be, the fullest first."""
    bound: bool = False
    """Whether it needs one that tells more than a month."""


class Refused(NamedTuple):
    """A question or a candidate that became no card, and why."""

    kind: str
    rule: str
    reason: str
    text: str


def turned_down(made: Made, reason: str) -> Refused:
    """A card that is turned down after all."""
    return Refused(made.kind.name, made.fact.rule, reason, made.card.question)
