"""Documents -> deck, as the commands that make one do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.patience import patience
from quizgen.model.collecting import no_collection
from quizgen.model.deck import Deck
from quizgen.model.document import Document
from quizgen.model.naming import source_name

if TYPE_CHECKING:
    from quizgen.generate import Generated


def make_deck(
    documents: Sequence[Document],
    folder: Path,
    *,
    deck_id: str,
    title: str | None = None,
    kinds: Sequence[str] | None = None,
    limit: int | None = None,
    explain: bool = False,
) -> Generated:
    """Generate a deck that will stand in ``folder``, with a sign of life where it takes long.

    Raises:
        QuizgenError: a document's name cannot stand in a deck, or the generator refuses an argument.
    """
    with no_collection():
        from quizgen.generate import generate

    with patience("Making the deck"):
        made = generate(
            placed(documents, folder), deck_id=deck_id, title=title, kinds=kinds, limit=limit, explain=explain
        )
    warn(made)
    return made


def placed(documents: Sequence[Document], folder: Path) -> list[Document]:
    """Documents named as a deck in ``folder`` names its sources.

    Raises:
        QuizgenError: a document's name cannot stand in a deck.
    """
    return [replace(document, file=source_name(document.file, folder)) for document in documents]


def warn(made: Generated) -> None:
    """Say on standard error what kept documents from making cards."""
    from quizgen.deckfile.text import printable

    for warning in made.warnings:
        click.echo(f"quizgen: {printable(warning)}", err=True)


def tell_written(deck: Deck, path: Path) -> None:
    """Say on standard error how many cards were written, and where."""
    from quizgen.deckfile.text import printable

    count = len(deck.cards)
    cards = "1 card" if count == 1 else f"{count} cards"
    click.echo(f"{cards} written to {printable(str(path))}", err=True)
