"""A form that also asks which decks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from quizgen.model.deck import Deck
from tui.commands import Command
from tui.screens.form import FormScreen, Result
from tui.widgets.form import Field

ALL_DECKS = Command("toggle_all", ("a",), "all decks", "Tick all decks, or none.")


class DecksFormScreen(FormScreen[Result]):
    """A form whose last rows are decks to be ticked.

    Args:
        title: what the form is for.
        fields: the rows above.
        decks: to choose from.
        pointed: the decks ticked at first; none for all.
    """

    def __init__(
        self, title: str, fields: Sequence[Field], decks: Sequence[Deck], pointed: Collection[Deck]
    ) -> None:  # fmt: skip
        self._decks = tuple(decks)
        ticked = {deck.id for deck in pointed or decks}
        ticks = [
            Field(name=f"deck:{deck.id}", label=deck.title, tick=True, place=int(deck.id in ticked)) for deck in decks
        ]
        super().__init__(title, (*fields, *ticks))

    def ticked(self) -> tuple[Deck, ...]:
        """The decks chosen."""
        return tuple(deck for deck in self._decks if self.field(f"deck:{deck.id}").ticked)

    def action_toggle_all(self) -> None:
        """All decks, or none where all are ticked."""
        ticks = [field for field in self.fields if field.tick]
        place = int(not all(field.ticked for field in ticks))
        for field in ticks:
            self.put(replace(field, place=place))
        self.changed("decks")
