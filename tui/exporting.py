"""Handing a deck out from the app: what would be written, and writing it; run beside the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.study.shelf import OpenDeck
from tui.telling import counted

if TYPE_CHECKING:
    from quizgen.export import Foreseen
    from quizgen.exports.shared.format import Format

_CARDS_KNOWN = "anki"
"""The format whose cards carry how often they changed."""


class KeyPlace(StrEnum):
    """Where the answers go."""

    NONE = "none"
    TABLE = "as a table beside it"
    END = "printed at the end"
    APART = "printed in a file of its own"


class PaperKind(StrEnum):
    """What is printed on, and how large."""

    A4 = "A4"
    LETTER = "US letter"
    LARGE_A4 = "A4, large print"
    LARGE_LETTER = "US letter, large print"


@dataclass(frozen=True, slots=True)
class Selection:
    """Cards that can be handed out together."""

    label: str
    """What they are: "this deck"."""
    decks: tuple[Deck, ...]
    """Those that hold them, and nothing else."""


def selection_of(
    label: str, shelf: Mapping[str, OpenDeck], cards: Mapping[tuple[str, str], Card], keys: Iterable[tuple[str, str]]
) -> Selection:
    """Some cards of open decks.

    Args:
        label: what they are.
        shelf: the decks by id.
        cards: all of their cards, by deck and card id.
        keys: which of them, in order.
    """
    chosen: dict[str, list[Card]] = {}
    for key in keys:
        chosen.setdefault(key[0], []).append(cards[key])
    return Selection(label, tuple(replace(shelf[deck].deck, cards=tuple(held)) for deck, held in chosen.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlan:
    """What file is wanted."""

    to: str
    """A name of ``quizgen.exports.format_names``."""
    title: str | None = None
    """Of the paper; that of the decks where there is none."""
    count: int | None
    kinds: tuple[str, ...] = ()
    """Only these kinds of fact; empty for all."""
    tags: tuple[str, ...] = ()
    """Only cards with one of these tags; empty for all."""
    mode: str
    shuffle: bool
    seed: str
    versions: int
    answer_sheet: bool
    paper: PaperKind = PaperKind.A4
    key: KeyPlace
    file: Path

    @property
    def key_file(self) -> Path | None:
        """Where the key goes that has a file of its own."""
        if self.key is KeyPlace.TABLE:
            return self.file.with_name(f"{self.file.name}.key.csv")
        return self.file.with_name(f"{self.file.stem}.key{self.file.suffix}") if self.key is KeyPlace.APART else None

    def taken(self) -> Path | None:
        """A file that stands already where one would be written."""
        return next((path for path in (self.file, self.key_file) if path is not None and path.exists()), None)


def format_of(to: str) -> Format:
    """A format, by a name of ``quizgen.exports.format_names``."""
    from quizgen.exports import format_named

    return format_named(to)


def sorts(decks: Iterable[Deck]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of fact that the cards of decks ask about, and their tags; each in the order of the alphabet."""
    kinds, tags = set[str](), set[str]()
    for deck in decks:
        for card in deck.cards:
            kinds.update(filter(None, [card.kind]))
            tags.update(card.tags)
    return tuple(sorted(kinds)), tuple(sorted(tags))


def foreseen(decks: Sequence[Deck], plan: ExportPlan) -> Foreseen:
    """What the file would hold; raises what `quizgen.export.foresee` does."""
    from quizgen.export import foresee

    return foresee(
        decks, plan.to, title=plan.title, count=plan.count, kinds=plan.kinds, tags=plan.tags, mode=plan.mode,
        shuffle=plan.shuffle, seed=plan.seed,
    )  # fmt: skip


def write(decks: Sequence[Deck], plan: ExportPlan, data: Path) -> str:
    """Write the file, and the key where it is to stand beside it; each whole or not at all.

    Args:
        decks: what is handed out.
        plan: how.
        data: the data directory, which remembers what was handed out.

    Returns:
        What was written, in words.

    Raises:
        QuizgenError: it cannot be made or written.
    """
    from quizgen.deckfile.save import replace_file
    from quizgen.export import export
    from quizgen.exports.shared.format import Layout
    from quizgen.handed import keep, revisions_of

    if plan.file.is_dir():
        raise QuizgenError("this is a folder", str(plan.file), "Name a file in it.")
    if not plan.file.parent.is_dir():
        raise QuizgenError("there is no such folder", str(plan.file.parent), "Make it first.")
    revisions = revisions_of(decks, data) if plan.to == _CARDS_KNOWN else {}
    layout = Layout(
        key=plan.key is KeyPlace.END, answer_sheet=plan.answer_sheet,
        letter=plan.paper in (PaperKind.LETTER, PaperKind.LARGE_LETTER),
        large=plan.paper in (PaperKind.LARGE_A4, PaperKind.LARGE_LETTER),
        revisions={card: count for card, (_, count) in revisions.items()},
    )  # fmt: skip
    made = export(
        decks, plan.to, title=plan.title, count=plan.count, kinds=plan.kinds, tags=plan.tags, mode=plan.mode,
        shuffle=plan.shuffle, seed=plan.seed, versions=plan.versions, layout=layout,
        printed_key=plan.key is KeyPlace.APART,
    )  # fmt: skip
    replace_file(plan.file, made.data)
    if plan.key_file is not None:
        replace_file(plan.key_file, made.key if made.printed_key is None else made.printed_key)
    if revisions:
        keep(revisions, data)
    beside = f", the key beside it as {plan.key_file.name}" if plan.key_file is not None else ""
    return f"{counted(made.asked, 'question')} written to {plan.file.absolute()}{beside}"
