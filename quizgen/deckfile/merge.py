"""Generating into a deck that is there already: what its maker did to it stays, what the documents tell is renewed.

The record (see `record`) tells which cards are still as quizgen wrote them. Such a card follows the document; one
that was edited keeps its words, one that was deleted stays away, and none is moved. A fact that is gone retires its
card, so that learners' progress outlives a mistaken edit of the document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from quizgen.deckfile.homes import at_home, combined, homes, relocated
from quizgen.deckfile.identity import normalised
from quizgen.deckfile.record import KEY, Prints, Record, name_of, prints_of, read_record, written
from quizgen.model.card import Card
from quizgen.model.deck import Deck


class Fate(Enum):
    """What becomes of a card."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "unchanged"
    KEPT = "kept as edited"
    RETIRED = "retired"
    UNFOUND = "no longer found"
    DELETED = "left out"


@dataclass(frozen=True, slots=True)
class Merged:
    """A deck renewed."""

    deck: Deck
    fates: tuple[tuple[Fate, Card], ...]
    """Of the cards that the documents told or tell, each as it now is, or as it would be were it not left out."""
    behind: Mapping[str, str] = field(default_factory=dict)
    """For each card added the id of the one it stands behind; empty for the first of the deck."""
    found: Mapping[str, Card] = field(default_factory=dict)
    """What the documents tell now, by the cards' ids."""

    def of(self, fate: Fate) -> list[Card]:
        """The cards of one fate."""
        return [card for own, card in self.fates if own is fate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was generated now."""

    deck: Deck
    spare: tuple[Card, ...] = ()
    """Cards that were found too, but are not to be added."""
    texts: Mapping[str, str]
    """Each source's text, by its file."""
    kinds: Collection[str]
    """The kinds of fact that were looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person decided about cards that would be added, changed or retired; all are accepted by default."""

    rejected: Collection[str] = ()
    """Ids. Of these the deck stays as it is, now and the next time."""
    later: Collection[str] = ()
    """Ids. Of these it stays as it is for now."""
    edited: Mapping[str, Card] = field(default_factory=dict)
    """What shall stand in the place of cards that would be added or changed."""


def merge(deck: Deck, made: Made, choice: Choice | None = None) -> Merged:
    """The deck with what was generated now.

    Args:
        deck: as its file has it.
        made: from documents of which each is a source of the deck, or becomes one.
        choice: where a person decided card by card.
    """
    merging = _Merging(deck, made, choice or Choice())
    merging.renew()
    merging.add()
    extra = {key: value for key, value in deck.extra.items() if key != KEY} | written(merging.record)
    if extra.get(KEY) == deck.extra.get(KEY):
        extra = dict(deck.extra)
    renewed = replace(deck, sources=merging.sources, cards=tuple(merging.cards), extra=extra)
    return Merged(renewed, tuple(merging.fates), merging.behind, merging.found)


class _Merging:
    def __init__(self, deck: Deck, made: Made, choice: Choice) -> None:
        self.made = made
        self.choice = choice
        self.sources = combined(deck.sources, made.deck.sources)
        several = len(self.sources) > 1
        self.cards = [at_home(card, deck.sources, several) for card in deck.cards]
        self.found = {card.id: at_home(card, made.deck.sources, several) for card in (*made.deck.cards, *made.spare)}
        self.record: Record = read_record(deck.extra)
        self.fates: list[tuple[Fate, Card]] = []
        self.behind: dict[str, str] = {}

    def renew(self) -> None:
        """Settles the cards that the deck has."""
        for place, card in enumerate(self.cards):
            new = self.found.get(card.id)
            fate, after = self._unfound(card) if new is None else self._found_again(card, new)
            if fate in (Fate.CHANGED, Fate.RETIRED):
                fate, after = self._decided(fate, card, after)
            if fate is not None:
                self.fates.append((fate, after))
            self.cards[place] = after

    def _decided(self, fate: Fate, card: Card, after: Card) -> tuple[Fate, Card]:
        if card.id in self.choice.later:
            return Fate.SAME, card
        self.record[name_of(card.id)] = prints_of(after)
        if card.id in self.choice.rejected:
            return Fate.KEPT, card
        return fate, self.choice.edited.get(card.id, after)

    def _untouched(self, card: Card) -> bool:
        return self.record.get(name_of(card.id)) == prints_of(card)

    def _unfound(self, card: Card) -> tuple[Fate | None, Card]:
        """A card that the documents do not give, or no longer."""
        if not homes(card, self.sources) <= self.made.texts.keys():
            return None, card
        if card.kind not in self.made.kinds or not card.evidence:
            return None, self._relocated(card)
        if not self._untouched(card):
            return Fate.UNFOUND, self._relocated(card)
        return (None, card) if card.retired else (Fate.RETIRED, replace(card, retired=True))

    def _found_again(self, card: Card, new: Card) -> tuple[Fate | None, Card]:
        """A card that the documents give again."""
        untouched = self._untouched(card)
        rests_on = homes(card, self.sources)
        if rests_on and rests_on.isdisjoint(self.made.texts) and not (card.retired and untouched):
            return None, card  # another source tells the same
        words, seen = prints_of(card), prints_of(new)
        if untouched:
            after = replace(new, tags=card.tags, suspended=card.suspended, extra=card.extra)
            return (Fate.SAME if words == seen else Fate.CHANGED), after
        before = self.record.get(name_of(card.id))
        after = self._with_proof(card, new, before)
        self.record[name_of(card.id)] = seen
        return (Fate.SAME if words.words == seen.words else Fate.KEPT), after

    def _with_proof(self, card: Card, new: Card, before: Prints | None) -> Card:
        """An edited card, with the new proof where its maker left the old one alone and the answer is the same."""
        same_proof = prints_of(card).proof in (prints_of(new).proof, before and before.proof)
        if same_proof and normalised(card.answer) == normalised(new.answer):
            return replace(card, evidence=new.evidence)
        return self._relocated(card)

    def _relocated(self, card: Card) -> Card:
        return relocated(card, self.made.texts, self.sources)

    def add(self) -> None:
        """Puts in what is new, each card behind the one that the documents tell before it."""
        present = {card.id for card in self.cards}
        asked = {_asked(card) for card in self.cards if not card.retired}
        wanted = [self.found[card.id] for card in self.made.deck.cards]
        new: dict[str, Card] = {}
        before: str | None = None
        for number, card in enumerate(wanted):
            if card.id not in present and _asked(card) not in asked and self._is_wanted(card):
                after = self.choice.edited.get(card.id, card)
                new[card.id] = after
                self.behind[card.id] = self._before_next(wanted[number:], present) if before is None else before
                present.add(card.id)
                asked.add(_asked(card))
                self.fates.append((Fate.ADDED, after))
            before = card.id if card.id in present else before
        self.cards = list(_in_place(self.cards, new, self.behind))

    def _is_wanted(self, card: Card) -> bool:
        """Whether a card that the deck lacks comes in; the record keeps what is decided."""
        if card.id in self.choice.later:
            return False
        deleted = name_of(card.id) in self.record or card.id in self.choice.rejected
        self.record.setdefault(name_of(card.id), prints_of(card))
        if deleted:
            self.fates.append((Fate.DELETED, card))
        return not deleted

    def _before_next(self, following: Sequence[Card], present: Collection[str]) -> str:
        """What stands before the first of some cards that the deck has, or last in it; empty for its head."""
        ids = [card.id for card in self.cards]
        first = next((card.id for card in following if card.id in present), None)
        at = len(ids) if first is None else ids.index(first)
        return ids[at - 1] if at else ""


def _in_place(cards: Sequence[Card], new: Mapping[str, Card], behind: Mapping[str, str]) -> Iterator[Card]:
    """The cards, each with the new ones behind it."""
    following: dict[str, list[Card]] = {}
    for card_id, before in behind.items():
        following.setdefault(before, []).append(new[card_id])
    for known in (None, *cards):
        waiting = [known] if known else following.get("", [])[:]
        while waiting:
            card = waiting.pop()
            yield card
            waiting += following.get(card.id, [])


def _asked(card: Card) -> tuple[str, str]:
    return normalised(card.context or ""), normalised(card.question)
