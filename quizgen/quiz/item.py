"""One question of a paper: a card, or several that are matched, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizgen.model.card import Card

MATCH = "Match each question with its answer."
"""What stands above questions that are matched."""


class Mode(StrEnum):
    """A way of asking."""

    CHOICE = "choice"
    SHORT = "short"
    TRUE_FALSE = "truefalse"
    MATCHING = "matching"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers offered."""

    text: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question as a paper asks it."""

    deck: str
    """The id of the card's deck."""
    cards: tuple[Card, ...]
    """The card asked; for matching, those whose answers are matched to their questions."""
    mode: Mode
    choices: tuple[Choice, ...] = ()
    """In the order shown: for a choice its answers, for true or false these two, for matching the answers to
    choose from; empty for a short answer."""
    proposal: str = ""
    """The answer that is right or not, for true or false."""
    points: float = 1.0

    @property
    def card(self) -> Card:
        """The card, or the first of those matched."""
        return self.cards[0]

    @property
    def id(self) -> str:
        """What a second export finds the question by: the card's id, unlike for every other way of asking."""
        return self.card.id if self.mode in (Mode.CHOICE, Mode.SHORT) else f"{self.card.id}-{self.mode}"

    @property
    def told(self) -> tuple[str, ...]:
        """What is asked: the occasion, the question, and what is to be judged."""
        if self.mode is Mode.MATCHING:
            return (*filter(None, (self._shared,)), MATCH)
        asked = (self.card.context, self.card.question) if self.card.context else (self.card.question,)
        return (*asked, f"True or false: {self.proposal}") if self.mode is Mode.TRUE_FALSE else asked

    @property
    def parts(self) -> tuple[str, ...]:
        """The questions that are matched, each below its occasion unless all share one; empty otherwise."""
        cards = self.cards if self.mode is Mode.MATCHING else ()
        return tuple(
            f"{card.context}\n{card.question}" if card.context and not self._shared else card.question for card in cards
        )

    @property
    def _shared(self) -> str:
        """The occasion of all cards, where it is one."""
        occasions = {card.context or "" for card in self.cards}
        return occasions.pop() if len(occasions) == 1 else ""

    @property
    def stem(self) -> str:
        """What is asked, its parts on lines of their own."""
        return "\n".join(self.told)

    @property
    def right(self) -> tuple[str, ...]:
        """The answers that count, the best first; for matching, one for each card."""
        if self.mode is Mode.MATCHING:
            return tuple(card.answer for card in self.cards)
        if self.mode is Mode.SHORT:
            return tuple(dict.fromkeys((self.card.answer, *self.card.accept)))
        return tuple(choice.text for choice in self.choices if choice.right)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The answers offered that are wrong, in the order shown; none for matching."""
        if self.mode is Mode.MATCHING:
            return ()
        return tuple(choice.text for choice in self.choices if not choice.right)

    @property
    def evidence(self) -> str:
        """The source's own words that prove the answer; empty without a source."""
        return "\n".join(proof.quote for card in self.cards for proof in card.evidence)

    @property
    def feedback(self) -> str:
        """The note and the evidence, as shown after answering; empty where there is neither."""
        notes = [card.note for card in self.cards if card.note]
        return "\n".join([*notes, self.evidence] if self.evidence else notes)
