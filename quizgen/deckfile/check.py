"""What a program can see wrong in a deck that loads: cards that ask the same, right choices, false proofs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from quizgen.deckfile.events import Mark, place
from quizgen.deckfile.identity import normalised
from quizgen.deckfile.proof import Proofs, Read
from quizgen.deckfile.schema import Loaded
from quizgen.deckfile.text import printable, shown
from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.model.deck import Deck

_ENOUGH_CHOICES = 2
"""Wrong choices that a card needs to be asked as multiple choice."""


def refuse_shared_ids(decks: Iterable[tuple[str, Deck]]) -> None:
    """Refuses two decks with one id: learners' progress belongs to it.

    Args:
        decks: each deck and the name of its file.

    Raises:
        DeckError: naming both files.
    """
    seen: dict[str, str] = {}
    for name, deck in decks:
        if first := seen.get(deck.id):
            message = f"two decks have the id {shown(deck.id)}: {printable(first)} and {printable(name)}"
            raise DeckError(message, printable(name), "Change the id of one of them.")
        seen[deck.id] = name


def check(loaded: Loaded, folder: Path, read: Read) -> tuple[list[DeckError], list[str]]:
    """The findings, each told as an error would be, and notes on what is no fault.

    Args:
        loaded: the deck with the places of its cards.
        folder: the one the deck file is in, where its sources are looked for.
        read: reads a source; may raise ReadingError.
    """
    proofs = Proofs(loaded.deck.sources, loaded.name, folder, read)
    asked: dict[tuple[str, str], Mark] = {}
    findings: list[DeckError] = []
    for card, mark in zip(loaded.deck.cards, loaded.places, strict=True):
        where = place(loaded.name, mark)
        findings.extend(_asked_before(card, where, mark, asked))
        findings.extend(_choices(card, where))
        findings.extend(proofs.check(card, where))
    return proofs.changed + findings, [*_notes(loaded), *proofs.notes]


def _asked_before(card: Card, where: str, mark: Mark, asked: dict[tuple[str, str], Mark]) -> Iterator[DeckError]:
    if card.retired:
        return
    first = asked.setdefault((normalised(card.context or ""), normalised(card.question)), mark)
    if first is not mark:
        message = f"this card asks the same as the one in line {first.line + 1}"
        yield DeckError(message, where, "Delete one, or tell them apart by a context.")


def _choices(card: Card, where: str) -> Iterator[DeckError]:
    right = {normalised(text) for text in (card.answer, *card.accept)}
    seen: set[str] = set()
    for choice in card.distractors:
        text = normalised(choice)
        if text in right:
            yield DeckError(f"the distractor {shown(choice)} is a right answer", where, "Delete it.")
        elif text in seen:
            yield DeckError(f"the distractor {shown(choice)} stands there twice", where, "Delete one of the two.")
        seen.add(text)


def _notes(loaded: Loaded) -> Iterator[str]:
    cards = loaded.deck.cards
    few = sum(len(card.distractors) < _ENOUGH_CHOICES for card in cards)
    if few:
        yield f"{few} of {len(cards)} cards have too few distractors to be asked as multiple choice"
    if loaded.unnamed:
        told = "no id yet: --fix writes one, so that progress outlives a change of the question"
        yield f"{len(loaded.unnamed)} of {len(cards)} cards have {told}"
