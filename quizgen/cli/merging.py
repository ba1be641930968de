"""``quizgen generate --merge``: documents into a deck that is there, and what became of each card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from quizgen.cli.making import placed, warn
from quizgen.cli.patience import patience
from quizgen.model.deck import Deck
from quizgen.model.document import Document

if TYPE_CHECKING:
    from quizgen.deckfile.merge import Merged
    from quizgen.renew import Standing


def renew(
    standing: Standing,
    documents: Sequence[Document],
    *,
    kinds: Sequence[str] | None = None,
    limit: int | None = None,
    explain: bool = False,
    dry: bool = False,
    telling: bool = True,
) -> Deck:
    """Bring what documents tell into a deck's file, and say what became of its cards.

    Args:
        standing: the deck.
        documents: as they were read.
        kinds, limit, explain: as in `quizgen.generate.generate`.
        dry: whether to write nothing.
        telling: whether to tell of each card, or of their number only.

    Raises:
        QuizgenError: an argument is refused, or the file cannot be written.
    """
    from quizgen.deckfile import format_of
    from quizgen.deckfile.head import merged_data, write_over
    from quizgen.deckfile.merge import merge
    from quizgen.deckfile.text import printable
    from quizgen.renew import regenerate

    file, deck = standing.file, standing.deck
    with patience("Making the deck"):
        made = regenerate(deck, placed(documents, file.parent), kinds=kinds, limit=limit, explain=explain)
        merged = merge(deck, made.made)
    after = merged_data(standing.data, str(file), format_of(file), merged)
    warn(made.generated)
    for line in (*made.generated.explanations, *told(merged)) if telling else ():
        click.echo(printable(line))
    if not dry:
        write_over(file, standing.data, after)
    click.echo(f"{printable(str(file))}: {_summary(deck, merged)}{'; nothing written' if dry else ''}", err=True)
    return merged.deck


def told(merged: Merged) -> Iterator[str]:
    """A line for each card that is not as it was, or not as the documents have it."""
    from quizgen.deckfile.merge import Fate

    for fate in Fate:
        for card in merged.of(fate) if fate is not Fate.SAME else ():
            found = merged.found.get(card.id)
            differs = fate is Fate.KEPT and found is not None and found.answer != card.answer
            told = f" (the document tells: {found.answer})" if differs and found else ""
            yield f"{fate.value}: {card.question} {card.answer}{told}"


def _summary(before: Deck, merged: Merged) -> str:
    """How many cards had which fate; those that no document was asked about count as unchanged."""
    from quizgen.deckfile.merge import Fate

    counts = {fate: len(merged.of(fate)) for fate in Fate}
    there = sum(count for fate, count in counts.items() if fate not in (Fate.ADDED, Fate.DELETED))
    counts[Fate.SAME] += len(before.cards) - there
    return ", ".join(f"{count} {fate.value}" for fate, count in counts.items() if count) or "no cards"
