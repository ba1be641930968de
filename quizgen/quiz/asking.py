"""Cards -> items: how each card is asked, and what it offers to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.card import Card
from quizgen.quiz.conflicts import together
from quizgen.quiz.draw import lot
from quizgen.quiz.item import Choice, Item, Mode
from quizgen.quiz.order import offered

_WRONG = 3
"""Wrong answers offered, at the most."""
_MATCHED = (3, 6)
"""Questions matched at once, at the least and at the most."""

Placed = tuple[str, Card]
"""A card with the id of its deck."""


def items_for(cards: Sequence[Placed], mode: str, seed: str, points: float) -> list[Item]:
    """The items that ask the cards.

    Args:
        cards: in the order wanted.
        mode: a value of `Mode`, or "mixed" for choices, short answers and true or false in turn. A card without
            distractors is asked for a short answer, whatever the mode; so are cards too few to be matched.
        seed: settles the order of choices, and which way a mixed paper asks a card.
        points: for each card.
    """
    if mode == Mode.MATCHING:
        return _matched(cards, seed, points)
    items = []
    for deck, card in cards:
        ways = (Mode.CHOICE, Mode.SHORT, Mode.TRUE_FALSE) if mode == "mixed" else (Mode(mode),)
        items.append(item_for(deck, card, ways[lot(seed, "mode", deck, card.id) % len(ways)], seed, points))
    return items


def item_for(deck: str, card: Card, mode: Mode, seed: str, points: float = 1.0) -> Item:
    """One card asked one way; for a short answer where it has no distractors. Arguments as for `items_for`."""
    wrong = [text for text in dict.fromkeys(card.distractors) if text != card.answer][:_WRONG]
    if mode is Mode.SHORT or not wrong:
        return Item(deck=deck, cards=(card,), mode=Mode.SHORT, points=points)
    if mode is Mode.TRUE_FALSE:
        proposals = [card.answer, wrong[lot(seed, "false", deck, card.id) % len(wrong)]]
        proposal = proposals[lot(seed, "true", deck, card.id) % 2]
        verdicts = (Choice("True", proposal == card.answer), Choice("False", proposal != card.answer))
        return Item(deck=deck, cards=(card,), mode=mode, choices=verdicts, proposal=proposal, points=points)
    choices = reordered([Choice(card.answer, True), *(Choice(text, False) for text in wrong)], f"{seed}\0{card.id}")
    return Item(deck=deck, cards=(card,), mode=Mode.CHOICE, choices=choices, points=points)


def reordered(choices: Sequence[Choice], seed: str) -> tuple[Choice, ...]:
    """Choices in the order in which their answers are offered."""
    by_text = {choice.text: choice for choice in choices}
    return tuple(by_text[text] for text in offered(list(by_text), seed))


def _matched(cards: Sequence[Placed], seed: str, points: float) -> list[Item]:
    """Cards that ask the same of different things together; what is left over asks for a short answer."""
    groups: dict[tuple[str, str], list[Card]] = {}
    items: list[Item] = []
    for deck, card in cards:
        groups.setdefault((deck, _asks(card)), []).append(card)
    for (deck, _), group in groups.items():
        fitting: list[Card] = []
        for card in group:
            if all(card.answer != other.answer and together(card, other) for other in fitting[-_MATCHED[1] * 2 :]):
                fitting.append(card)
        taken = {card.id for card in fitting}
        spare = [card for card in group if card.id not in taken]
        while len(fitting) >= _MATCHED[0]:
            size = _MATCHED[1] if len(fitting) >= sum(_MATCHED) else min(len(fitting), _MATCHED[1])
            items.append(_matching(deck, fitting[:size], seed, points))
            fitting = fitting[size:]
        items.extend(item_for(deck, card, Mode.SHORT, seed, points) for card in (*fitting, *spare))
    return items


def _asks(card: Card) -> str:
    """What a generated card asks, by its id: "date-when"; a card written by hand is like all others of its tags."""
    return card.id.rpartition("-")[0] if card.kind else " ".join(card.tags)


def _matching(deck: str, cards: Sequence[Card], seed: str, points: float) -> Item:
    answers = offered([card.answer for card in cards], f"{seed}\0{cards[0].id}")
    return Item(
        deck=deck, cards=tuple(cards), mode=Mode.MATCHING, points=points * len(cards),
        choices=tuple(Choice(text, True) for text in answers),
    )  # fmt: skip
