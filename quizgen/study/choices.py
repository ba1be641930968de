"""The choices of a card, in an order that is the same whenever it is asked for the same time."""

from __future__ import annotations

from quizgen.model.card import Card
from quizgen.study.draw import draw
from quizgen.study.forms import iso_date, numeric

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
    texts = [card.answer, *others[: MOST - 1]]
    dates, numbers = [iso_date(text) for text in texts], [numeric(text) for text in texts]
    if None not in dates:
        return tuple(text for _, text in sorted(zip(map(str, dates), texts, strict=True)))
    if None not in numbers:
        return tuple(sorted(texts, key=lambda text: (numeric(text) or 0.0, text)))
    return tuple(sorted(texts, key=lambda text: draw(deck, card.id, str(repetition), text)))
