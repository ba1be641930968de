"""A document's candidate cards, and the deck that the chosen ones make or join."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import DeckError, QuizgenError
from quizgen.model.card import Card
from quizgen.model.deck import Deck

if TYPE_CHECKING:
    from quizgen.deckfile.merge import Choice, Made
    from quizgen.renew import Standing


@dataclass(frozen=True)
class Candidates:
    """Cards to decide on, and the deck that they are for."""

    deck: Deck
    """With what was generated, or as its file has it."""
    file: Path
    cards: tuple[Card, ...]
    """As they would stand in it."""
    fates: Mapping[str, str] = field(default_factory=dict)
    """What accepting a card of a deck that is there already does, by the card's id; empty for a new deck."""
    standing: Standing | None = None
    """The deck that is there already."""
    made: Made | None = None


def candidates(path: Path, own: Path) -> Candidates:
    """The cards that a document gives, or changes in the deck made of it before; it may take long.

    Args:
        path: the document.
        own: the folder of the learner's own decks, in which the deck stands or will stand.

    Raises:
        QuizgenError: the document cannot be read, or gives no card.
    """
    from quizgen.generate import generate
    from quizgen.model.naming import source_name
    from quizgen.reading import read_document
    from quizgen.renew import place_for

    document = read_document(path)
    file, standing = place_for(document, path, own)
    placed = replace(document, file=source_name(document.file, own))
    if standing is not None:
        from quizgen.renew import regenerate

        return _renewing(standing, regenerate(standing.deck, [placed]).made)
    made = generate([placed], deck_id=file.stem)
    if not made.deck.cards:
        told = " ".join(made.warnings)
        raise QuizgenError("no fact found that makes a good card", str(path), told)
    return Candidates(made.deck, file, tuple(made.deck.cards))


def _renewing(standing: Standing, made: Made) -> Candidates:
    from quizgen.deckfile.merge import Fate, merge

    told = {
        Fate.ADDED: "new in the document",
        Fate.CHANGED: "changed in the document",
        Fate.RETIRED: "gone from the document: accepting retires it",
    }
    merged = merge(standing.deck, made)
    fates = {card.id: told[fate] for fate, card in merged.fates if fate in told}
    cards = tuple(card for card in merged.deck.cards if card.id in fates)
    return Candidates(standing.deck, standing.file, cards, fates, standing, made)


def save_chosen(found: Candidates, decided: Sequence[bool | None], left: Sequence[Card]) -> Path:
    """Write what was decided into the deck, whole or not at all; gives its file.

    Args:
        found: the candidates.
        decided: for each of its cards whether it was accepted; None leaves it for another time.
        left: its cards as they were left.

    Raises:
        DeckError: it cannot be written.
    """
    if found.standing is not None and found.made is not None:
        _renew(found.standing, found.made, _choice(found.cards, decided, left))
    else:
        _write_new(found, decided, left)
    return found.file


def _write_new(found: Candidates, decided: Sequence[bool | None], left: Sequence[Card]) -> None:
    from quizgen.deckfile import save_deck
    from quizgen.deckfile.record import record_of, written

    try:
        found.file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder of your decks cannot be made: {error.strerror}"
        raise DeckError(message, str(found.file.parent)) from error
    if found.file.exists():
        raise DeckError("there is a file already", str(found.file), "Leave, and read the document again.")
    known = record_of(card for card, accepted in zip(found.cards, decided, strict=True) if accepted is not None)
    cards = tuple(card for card, accepted in zip(left, decided, strict=True) if accepted)
    save_deck(replace(found.deck, cards=cards, extra=written(known)), found.file)


def _renew(standing: Standing, made: Made, choice: Choice) -> None:
    from quizgen.deckfile import format_of
    from quizgen.deckfile.head import merged_data, write_over
    from quizgen.deckfile.merge import merge

    file = standing.file
    write_over(
        file, standing.data, merged_data(standing.data, str(file), format_of(file), merge(standing.deck, made, choice))
    )


def _choice(cards: Sequence[Card], decided: Sequence[bool | None], left: Sequence[Card]) -> Choice:
    from quizgen.deckfile.merge import Choice

    found = list(zip(cards, decided, left, strict=True))
    return Choice(
        rejected={card.id for card, accepted, _ in found if accepted is False},
        later={card.id for card, accepted, _ in found if accepted is None},
        edited={card.id: as_left for card, accepted, as_left in found if accepted and as_left != card},
    )
