"""A document's candidate cards, and the deck that the chosen ones make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quizgen.errors import DeckError, QuizgenError
from quizgen.model.card import Card
from quizgen.model.deck import Deck


def candidates(path: Path, own: Path) -> Deck:
    """A deck of all cards that a document gives, not yet written; for a worker, it may take long.

    Args:
        path: the document.
        own: the folder of the learner's own decks, in which the deck will stand.

    Raises:
        QuizgenError: the document cannot be read, or gives no card.
    """
    from quizgen.generate import generate
    from quizgen.model.naming import source_name
    from quizgen.reading import read_document

    document = read_document(path)
    placed = replace(document, file=source_name(document.file, own))
    made = generate([placed], deck_id=free_file(path, own).stem)
    if not made.deck.cards:
        told = " ".join(made.warnings)
        raise QuizgenError("no fact found that makes a good card", str(path), told)
    return made.deck


def free_file(path: Path, own: Path) -> Path:
    """Where the deck of a document goes: under its name, with a number where that is taken."""
    from quizgen.model.naming import slug

    name, count = slug(path.stem), 1
    while (file := own / f"{name}{f'-{count}' if count > 1 else ''}.yaml").exists():
        count += 1
    return file


def save_chosen(deck: Deck, cards: Sequence[Card], own: Path) -> Path:
    """Write the chosen cards as a deck of the learner's own, whole or not at all; gives its file.

    Args:
        deck: the candidates.
        cards: those that were accepted, as they were left.
        own: the folder of the learner's own decks, made if missing.

    Raises:
        DeckError: it cannot be written.
    """
    from quizgen.deckfile import save_deck

    file = free_file(Path(deck.id), own)
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeckError(f"the folder of your decks cannot be made: {error.strerror}", str(own)) from error
    save_deck(replace(deck, id=file.stem, cards=tuple(cards)), file)
    return file
