"""The choices of a card, in an order that is the same whenever it is asked for the same time."""

from __future__ import annotations

from quizgen.model.card import Card
from quizgen.quiz.order import offered

MOST = 4
"""Choices shown, the right one among them."""


def choices(deck: str, card: Card, repetition: int) -> tuple[str, ...]:
    """The answer among the card's best distractors; empty where the card has none.

    Numbers and dates stand in their order, anything else in one that a hash of card and repetition decides.

    Args:
        deck: the deck's id.
        card: the card to ask.
        repetition: how many answers it has had (``CardState.reviews``).
    """
    others = [text for text in dict.fromkeys(card.distractors) if text != card.answer]
    if not others:
        return ()
    seed = "\0".join((deck, card.id, str(repetition)))
    return offered([card.answer, *others[: MOST - 1]], seed)
