"""Cards changed in their deck files, one at a time, and changed back."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.model.card import Card
from quizgen.study.library.library import Library
from quizgen.study.library.own import made_own
from quizgen.study.members import members
from quizgen.study.shelf import OpenDeck

if TYPE_CHECKING:
    from quizgen.deckfile.edit import Change
    from quizgen.model.deck import Deck


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to happen to a card of a deck."""

    deck: str
    before: Card | None
    """None where it is new."""
    after: Card | None
    """None where it is to be deleted."""
    behind: str | None = None
    """Where it is put back, the id of the card before it; empty for the first."""

    @property
    def change(self) -> Change:
        """As deck files take it."""
        from quizgen.deckfile.edit import Change

        return Change(self.before, self.after, self.behind)

    @property
    def name(self) -> str:
        """Of the command that does it."""
        return "delete" if self.after is None else "add" if self.before is None else "edit"

    @property
    def told(self) -> str:
        """What was done."""
        return {"delete": "deleted", "add": "added", "edit": "changed"}[self.name]


@dataclass(frozen=True, slots=True)
class Edited:
    """An edit that was written."""

    deck: Deck
    """As its file now holds it."""
    card: str
    """The id of the card that was changed, added or deleted."""
    back: Edit
    """What puts all as it was."""


def write_edit(library: Library, shelf: MutableMapping[str, OpenDeck], edit: Edit, own: Path) -> Edited:
    """Change a card in its deck file.

    Args:
        library: that reads and writes it.
        shelf: the decks by id, with their files, as they were before; one that came with quizgen has its copy then.
        edit: what is to happen.
        own: the folder of the learner's own decks.

    Raises:
        DeckError: it cannot be written, or the card is no longer what it was; the file is as it was.
    """
    opened = shelf[edit.deck] = made_own(library, shelf[edit.deck], own)
    behind = None
    if edit.before is not None and edit.after is None:
        behind = _behind(opened.deck, edit.before.id)  # while the library still has it
    deck = library.edit(opened.file, [edit.change])
    card = edit.after if edit.after is None or edit.after.id else deck.cards[-1]
    named = card or edit.before
    return Edited(deck, named.id if named else "", Edit(edit.deck, card, edit.before, behind))


def _behind(deck: Deck, card: str) -> str:
    """The id of the card before one in its deck; empty for the first."""
    before = ""
    for member in members(deck):
        if member.id == card:
            break
        before = member.id
    return before


class Edits:
    """The edits of a session that can be taken back, in turn with what stands in the log."""

    def __init__(self) -> None:
        self._done: list[tuple[str | None, str, Edit]] = []

    def note(self, edit: Edit, back: Edit, last: str | None) -> None:
        """Remember an edit.

        Args:
            edit: what was done.
            back: what takes it back.
            last: the id of the last operation in the log that could be taken back then, if there was one.
        """
        self._done.append((last, edit.name, back))

    def take(self, last: str | None) -> tuple[str, Edit] | None:
        """What was done last, and what takes it back, once; None where an operation in the log came after it.

        Args:
            last: the id of the last operation that can be taken back now.
        """
        if not self._done or self._done[-1][0] != last:
            return None
        _, name, back = self._done.pop()
        return name, back
