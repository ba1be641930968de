"""Which cards of a deck a paper asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.asking import Placed
from quizgen.quiz.conflicts import together
from quizgen.quiz.draw import shuffled

_COMPARED = 400
"""Cards that a candidate is compared with, at the most: a paper is no question bank."""


def selected(
    decks: Sequence[Deck], *, count: int | None, kinds: Collection[str], tags: Collection[str], seed: str
) -> list[Placed]:
    """The cards asked, in the order of their decks.

    Args:
        decks: where they come from.
        count: how many, spread over decks, kinds of fact and the text, no two of which give each other away as
            long as there are others; None for all.
        kinds: only these kinds of fact; empty for all.
        tags: only cards with one of these tags; empty for all.
        seed: settles which of the many are taken.
    """
    cards = [(deck.id, card) for deck in decks for card in deck.cards if _asked(card, kinds, tags)]
    if count is None or count >= len(cards):
        return cards
    place = {(deck, card.id): i for i, (deck, card) in enumerate(cards)}
    taken = _spread(cards, count, seed)
    return sorted(taken, key=lambda placed: place[placed[0], placed[1].id])


def _asked(card: Card, kinds: Collection[str], tags: Collection[str]) -> bool:
    if card.suspended or card.retired:
        return False
    return (not kinds or card.kind in kinds) and (not tags or not set(tags).isdisjoint(card.tags))


def _spread(cards: Sequence[Placed], count: int, seed: str) -> list[Placed]:
    """``count`` cards, one of each deck and kind in turn; those that give another away come last."""
    taken: list[Placed] = []
    passed: list[Placed] = []
    for placed in _in_turn(cards, seed):
        if len(taken) == count:
            break
        fits = all(together(placed[1], other[1]) for other in taken[-_COMPARED:])
        (taken if fits else passed).append(placed)
    return [*taken, *passed[: count - len(taken)]]


def _in_turn(cards: Sequence[Placed], seed: str) -> Iterable[Placed]:
    groups: dict[tuple[str, str], list[Placed]] = {}
    for placed in shuffled(cards, seed, lambda placed: f"{placed[0]}\0{placed[1].id}"):
        groups.setdefault((placed[0], placed[1].kind or ""), []).append(placed)
    queues = [iter(group) for group in groups.values()]
    while queues:
        for queue in tuple(queues):
            placed_next = next(queue, None)
            if placed_next is None:
                queues.remove(queue)
            else:
                yield placed_next
