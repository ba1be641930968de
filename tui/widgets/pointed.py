"""More of the card pointed at in a table than its row has room for."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from quizgen.model.card import Card
from tui.showing import one_line
from tui.typeset import BLANK, Typeset, cut, lines, styled
from tui.widgets.text import Text

_QUESTION = 2
"""Lines a question may have."""


class CardPreview(Text):
    """Question, answer and deck of a card, always as high, so that nothing moves."""

    def __init__(self) -> None:
        super().__init__(id="pointed-card")

    @property
    def least_height(self) -> int:
        """All there is."""
        return self.content_size.height

    def look_at(self, card: Card | None, deck: str) -> None:
        """Show a card.

        Args:
            card: None where there is none.
            deck: the title of its deck.
        """
        self.show(BLANK if card is None else Typeset(lambda width: lines(*_parts(card, deck, width))))


def _parts(card: Card, deck: str, width: int) -> Iterator[Content]:
    asked = Content(one_line(card.question)).wrap(width)
    yield from asked[: _QUESTION - 1]
    if len(asked) >= _QUESTION:
        rest = " ".join(line.plain.strip() for line in asked[_QUESTION - 1 :])
        yield Content(cut(rest, width))
    yield styled("✓ ", "bold $success") + styled(cut(one_line(card.answer), width - 2), "$success")
    yield styled(cut(" · ".join(map(one_line, (deck, *card.tags))), width), "$quiet")
