"""The cards of decks by their ids, whether they are in memory or lie in the library."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.draw import draw


class Member(NamedTuple):
    """What is to be known of a card to plan without it."""

    id: str
    fact: str | None
    kind: str | None
    hidden: bool
    """Its file says that it is suspended or retired."""


@runtime_checkable
class Findable(Protocol):
    """Cards that need not be in memory."""

    def find(self, card: str) -> Card | None:
        """The card with an id."""

    def members(self) -> Iterator[Member]:
        """All of them, in order."""

    def hashes(self, cards: Collection[str]) -> Mapping[str, str]:
        """What tells the answers of some cards from others, by card id."""

    def shown(self, cards: Collection[str]) -> set[str]:
        """Those of some ids whose cards there are and are not hidden."""


def members(deck: Deck) -> Iterator[Member]:
    """What is to be known of each card of a deck, in order."""
    if isinstance(deck.cards, Findable):
        return deck.cards.members()
    return (Member(card.id, card.fact, card.kind, is_hidden(card)) for card in deck.cards)


def hashes(deck: Deck, cards: Collection[str]) -> Mapping[str, str]:
    """What tells the answers of some of a deck's cards from others, by card id."""
    if isinstance(deck.cards, Findable):
        return deck.cards.hashes(cards)
    return {card.id: answer_hash(card) for card in deck.cards if card.id in cards}


def is_hidden(card: Card) -> bool:
    """Whether a card's file says that it is not shown."""
    return card.suspended or card.retired


def answer_hash(card: Card) -> str:
    """What tells an answer from another; case and spacing do not count."""
    return draw(" ".join(card.answer.casefold().split())).hex()


class CardsById(Mapping[tuple[str, str], Card]):
    """The cards of decks, by deck and card id; those in the library are read when they are asked for.

    Args:
        decks: whose cards.
        hidden: whether those that are suspended or retired in their file are among them.
    """

    def __init__(self, decks: Iterable[Deck], *, hidden: bool) -> None:
        self._hidden = hidden
        self._decks = {deck.id: deck for deck in decks}
        self._stored = {name: deck.cards for name, deck in self._decks.items() if isinstance(deck.cards, Findable)}
        self._found: dict[tuple[str, str], Card] = {
            (name, card.id): card
            for name, deck in self._decks.items()
            if name not in self._stored
            for card in deck.cards
        }

    def among(self, keys: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Those of some keys that are here, in their order; cards in the library are not read for it."""
        there: dict[str, Collection[str]] = {}
        for name in {deck for deck, _ in keys} & self._stored.keys():
            if not self._hidden:
                there[name] = self._stored[name].shown([card for deck, card in keys if deck == name])
        return [key for key in keys if (key[1] in there[key[0]] if key[0] in there else key in self)]

    def __getitem__(self, key: tuple[str, str]) -> Card:
        card = self._found.get(key)
        if card is None:
            card = self._found[key] = self._looked_up(key)
        if is_hidden(card) and not self._hidden:
            raise KeyError(key)
        return card

    def _looked_up(self, key: tuple[str, str]) -> Card:
        stored = self._stored.get(key[0])
        card = None if stored is None else stored.find(key[1])
        if card is None:
            raise KeyError(key)
        return card

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for deck in self._decks.values():
            yield from ((deck.id, card.id) for card in members(deck) if self._hidden or not card.hidden)

    def __len__(self) -> int:
        return sum(1 for _ in self)
