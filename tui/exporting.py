"""Handing a deck out from the app: what would be written, and writing it; run beside the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.model.deck import Deck
from tui.telling import counted

if TYPE_CHECKING:
    from quizgen.export import Foreseen

_CARDS_KNOWN = "anki"
"""The format whose cards carry how often they changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlan:
    """What file is wanted."""

    to: str
    """A name of ``quizgen.exports.format_names``."""
    count: int | None
    mode: str
    shuffle: bool
    seed: str
    versions: int
    printed_key: bool
    """The key stands at the end of what is printed."""
    table_key: bool
    """The key is written as a table beside the file."""
    file: Path

    @property
    def key_file(self) -> Path | None:
        """Where the key goes as a table."""
        return self.file.with_name(f"{self.file.name}.key.csv") if self.table_key else None

    def taken(self) -> Path | None:
        """A file that stands already where one would be written."""
        return next((path for path in (self.file, self.key_file) if path is not None and path.exists()), None)


def suffix_of(to: str) -> str:
    """How files of a format end."""
    from quizgen.exports import format_named

    return format_named(to).suffix


def foreseen(decks: Sequence[Deck], plan: ExportPlan) -> Foreseen:
    """What the file would hold; raises what `quizgen.export.foresee` does."""
    from quizgen.export import foresee

    return foresee(decks, plan.to, count=plan.count, mode=plan.mode, shuffle=plan.shuffle, seed=plan.seed)


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
    layout = Layout(key=plan.printed_key, revisions={card: count for card, (_, count) in revisions.items()})
    made = export(
        decks, plan.to, count=plan.count, mode=plan.mode, shuffle=plan.shuffle, seed=plan.seed,
        versions=plan.versions, layout=layout,
    )  # fmt: skip
    replace_file(plan.file, made.data)
    if plan.key_file is not None:
        replace_file(plan.key_file, made.key)
    if revisions:
        keep(revisions, data)
    beside = f", the key beside it as {plan.key_file.name}" if plan.key_file is not None else ""
    return f"{counted(made.asked, 'question')} written to {plan.file.absolute()}{beside}"
