"""The schema of format 1: a stream of YAML events becomes a deck, card by card, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml
from yaml.events import (
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from quizgen.deckfile.cursor import Cursor, Faults, Table, Take
from quizgen.deckfile.events import Mark
from quizgen.deckfile.format import OWN
from quizgen.deckfile.identity import ProvisionalIds
from quizgen.deckfile.parts import evidence, sources
from quizgen.deckfile.text import shown
from quizgen.deckfile.values import identifier, require, version
from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.model.deck import Deck

_CARDS_DEPTH = 2
"""Within the deck and the list of its cards, and within no card."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A deck with what only its file knows."""

    deck: Deck
    name: str
    """The file's name, for messages."""
    places: tuple[Mark, ...]
    """Where each card begins, in the cards' order."""
    unnamed: tuple[int, ...]
    """The numbers of the cards whose ids are provisional."""


def read_events(
    events: Iterator[yaml.Event], name: str, take: Take | None = None, faults: Faults | None = None
) -> Loaded:
    """The deck that ``events`` describe.

    Args:
        events: of one whole file, from its StreamStartEvent on.
        name: the file's name, for messages.
        take: given the cards as they are read, so that the deck itself holds none; see `Take`.
        faults: told of cards that the schema does not allow, which are passed over then.

    Raises:
        DeckError: at the first thing that the schema does not allow.
        StopIteration: where the events end too early.
    """
    cards: dict[int, Card] = {}
    cursor = Cursor(events, name, take or cards.__setitem__, faults)
    cursor.advance()
    if type(event := cursor.advance()) is StreamEndEvent:
        raise cursor.fault(event, "the file holds no deck", "A deck begins with the line: quizgen: 1")
    start = cursor.advance()
    cursor.expect(MappingStartEvent, start, "a deck", "a mapping", "A deck begins with the line: quizgen: 1")
    given = cursor.fields(_DECK, "a deck")
    cursor.advance()  # the document's end
    if type(event := cursor.advance()) is not StreamEndEvent:
        hint = "One file holds one deck: delete the line ---"
        raise cursor.fault(event, "a second document begins here", hint)
    return _deck(cursor, start, given, cards)


def _deck(cursor: Cursor, start: Any, given: dict[str, Any], cards: dict[int, Card]) -> Loaded:
    if "quizgen" not in given:
        raise cursor.fault(start, "quizgen is missing", "Add the line: quizgen: 1")
    require(cursor, start, given, "a deck", "id", "title")
    read: _Cards = given.get("cards") or _Cards(cursor)
    read.name()
    deck = Deck(
        id=given["id"],
        title=given["title"],
        cards=tuple(cards[number] for number in range(len(cards))),
        language=given.get("language") or "en",
        description=given.get("description"),
        sources=given.get("source", ()),
        extra=given.get("extra", {}),
    )
    return Loaded(deck, cursor.name, tuple(read.places), tuple(read.unnamed))


class _Cards:
    """The cards of a deck as they are read, and their ids."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.places: list[Mark] = []
        self.unnamed: dict[int, Card] = {}
        self.ids: dict[str, int] = {}

    def read(self) -> None:
        """Takes the next cards, to the end of their list."""
        cursor = self.cursor
        while type(event := cursor.advance()) is not SequenceEndEvent:
            try:
                self.card(event)
            except DeckError as error:
                if cursor.faults is None:
                    raise
                self.pass_over(event, error, cursor.faults)

    def card(self, event: Any) -> None:
        """Takes the card that an event begins."""
        cursor = self.cursor
        cursor.expect(MappingStartEvent, event, "a card", "a mapping", "Write it as: - question: ...")
        given = cursor.fields(_CARD, "a card")
        require(cursor, event, given, "a card", "question", "answer")
        self.add(event, given)
        self.places.append(event.start_mark)

    def pass_over(self, event: Any, error: DeckError, faults: Faults) -> None:
        """Goes on behind a card that is none."""
        faults.found.append(error)
        while faults.depth > _CARDS_DEPTH:
            self.cursor.advance()

    def add(self, event: Any, given: dict[str, Any]) -> None:
        """Makes a card of its fields; one without an id waits for it until all given ids are known."""
        cursor, number = self.cursor, len(self.places)
        if "id" not in given:
            self.unnamed[number] = Card(id="", **given)
            return
        require(cursor, event, given, "a card", "id")
        first = self.ids.setdefault(given["id"], number)
        if first != number:
            message = f"two cards have the id {shown(given['id'])}"
            raise cursor.fault(event, message, f"The first is in line {self.places[first].line + 1}; rename one.")
        cursor.take(number, Card(**given))

    def name(self) -> None:
        """Gives the cards without an id a provisional one."""
        provisional = ProvisionalIds(self.ids)
        for number, card in self.unnamed.items():
            self.cursor.take(number, replace(card, id=provisional.give(card.question, card.answer)))


def _cards(cursor: Cursor, key: str) -> _Cards:
    event = cursor.advance()
    read = _Cards(cursor)
    if type(event) is ScalarEvent and not cursor.scalar(event, key, "a list"):
        return read
    cursor.expect(SequenceStartEvent, event, key, "a list", "Begin each card with: - question: ...")
    read.read()
    return read


_CARD: Table = {
    "id": identifier,
    "fact": Cursor.text,
    "kind": Cursor.word,
    "context": Cursor.text,
    "question": Cursor.text,
    "answer": Cursor.text,
    "value": Cursor.text,
    "accept": Cursor.texts,
    "distractors": Cursor.texts,
    "evidence": evidence,
    "derived": Cursor.flag,
    "note": Cursor.text,
    "tags": Cursor.texts,
    "suspended": Cursor.flag,
    "retired": Cursor.flag,
    OWN: Cursor.anything,
}

_DECK: Table = {
    "quizgen": version,
    "id": identifier,
    "title": Cursor.text,
    "language": Cursor.word,
    "description": Cursor.text,
    "source": sources,
    "cards": _cards,
    OWN: Cursor.anything,
}
