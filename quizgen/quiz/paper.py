"""A paper: what is asked, in which order, under which title."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.errors import QuizgenError
from quizgen.model.deck import Deck, Source
from quizgen.quiz.asking import items_for
from quizgen.quiz.conflicts import kept_apart
from quizgen.quiz.draw import shuffled
from quizgen.quiz.item import Item
from quizgen.quiz.selection import selected


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A fixed selection in a fixed order with fixed choices."""

    id: str
    """The decks' ids, joined by hyphens."""
    title: str
    items: tuple[Item, ...]
    language: str = "en"
    seed: str = ""
    version: str = ""
    """The letter of its version; empty for the only one."""
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    """Of each deck, by its id."""

    @property
    def points(self) -> float:
        """All that can be scored."""
        return sum(item.points for item in self.items)


def make_paper(
    decks: Sequence[Deck],
    *,
    title: str | None = None,
    count: int | None = None,
    kinds: Collection[str] = (),
    tags: Collection[str] = (),
    mode: str = "choice",
    shuffle: bool = False,
    seed: str = "1",
    points: float = 1.0,
) -> Paper:
    """A paper from one or more decks.

    Args:
        decks: at least one.
        title: of the paper; by default that of the decks.
        count: how many cards are asked, see `quizgen.quiz.selection.selected`; None for all.
        kinds: only these kinds of fact; empty for all.
        tags: only cards with one of these tags; empty for all.
        mode: "choice", "short", "truefalse", "matching" or "mixed", see `quizgen.quiz.asking.items_for`.
        shuffle: whether the items stand in an order that follows from the seed, in place of that of the decks.
        seed: any text; the same one always gives the same paper.
        points: for each card.

    Raises:
        QuizgenError: no card is left to ask.
    """
    cards = selected(decks, count=count, kinds=kinds, tags=tags, seed=seed)
    if not cards:
        raise QuizgenError(
            "no card of the decks is left to ask", hint="Ask for other kinds or tags, or leave them out."
        )
    items = items_for(cards, mode, seed, points)
    if shuffle:
        items = shuffled(items, seed, lambda item: f"{item.deck}\0{item.id}")
    return Paper(
        id="-".join(dict.fromkeys(deck.id for deck in decks)),
        title=title or "; ".join(dict.fromkeys(deck.title for deck in decks)),
        items=tuple(kept_apart(items)) if shuffle or count is not None else tuple(items),
        language=decks[0].language,
        seed=seed,
        sources={deck.id: deck.sources for deck in decks},
    )
