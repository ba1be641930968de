"""Candidate cards, one by one with their evidence: accepted, edited or rejected before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizgen.model.card import Card
from tui.commands import HELP, Command, bindings
from tui.generating import Candidates, save_chosen
from tui.screens.base import Sheet
from tui.showing import one_line, visible
from tui.typeset import EMPTY, Typeset, lines, styled
from tui.widgets.card import proof, signed

_SIGNS = {True: ("✓ accepted", "$success"), False: ("✗ rejected", "$error"), None: ("not decided", "$quiet")}


class CandidatesScreen(Sheet[Path | None]):
    """Shows the cards of a new deck, or what changes in one that is there; gives the file written, or None.

    Args:
        found: the candidates.
    """

    commands = (
        Command("decide(1)", ("a", "enter"), "accept", "Take the card into the deck."),
        Command("decide(0)", ("r",), "reject", "Leave the card out."),
        Command("edit", ("e",), "edit", "Change the card, and take it."),
        Command("move(-1)", ("left", "k"), "back", "Look at the card before.", footer=False),
        Command("move(1)", ("right", "j", "space"), "next", "Look at the next card, and decide later."),
        Command("all", ("A",), "accept rest", "Take all cards that are not decided."),
        Command("save", ("s", "ctrl+s"), "save", "Write what was decided into a deck of your own."),
        Command("scroll(-3)", ("up",), "up", "Scroll up.", footer=False),
        Command("scroll(3)", ("down",), "down", "Scroll down.", footer=False),
        HELP,
        Command("close", ("escape", "q"), "close", "Leave; nothing is written."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, found: Candidates) -> None:
        super().__init__()
        self._found = found
        self._cards = list(found.cards)
        self._decided: list[bool | None] = [None] * len(self._cards)
        self._place = 0
        self._warned = False

    def parts(self) -> ComposeResult:
        """The deck's title, how far one is, and the card."""
        yield Static(styled(one_line(self._found.deck.title), "bold"))
        yield Static(self._page(), id="candidate", markup=False)

    def on_mount(self) -> None:
        """As high as the terminal, so that nothing moves from card to card."""
        self.query_one("#sheet").styles.height = "100%"

    def action_decide(self, accepted: int) -> None:
        """Accept or reject the card, and show the next that is not decided."""
        self._decided[self._place] = bool(accepted)
        later = [*range(self._place + 1, len(self._cards)), *range(self._place)]
        self._show(next((place for place in later if self._decided[place] is None), self._place))

    def action_move(self, by: int) -> None:
        """Show another card."""
        self._show(max(0, min(self._place + by, len(self._cards) - 1)))

    def action_all(self) -> None:
        """Accept what is not decided."""
        self._decided = [accepted is not False for accepted in self._decided]
        self._show(self._place)

    def action_edit(self) -> None:
        """Change the card's texts."""
        from tui.screens.edit import EditScreen

        self.app.push_screen(EditScreen(self._cards[self._place]), self._edited)

    def _edited(self, card: Card | None) -> None:
        if card is not None:
            self._cards[self._place] = card
            self._decided[self._place] = True
            self._show(self._place)

    def action_save(self) -> None:
        """Write the accepted cards."""
        if not any(self._decided) and (not self._found.standing or False not in self._decided):
            self.notify("Accept a card first.", severity="error", markup=False)
            return
        with self.telling():
            self.dismiss(save_chosen(self._found, self._decided, self._cards))

    def action_close(self) -> None:
        """Leave; where something was decided, a second time confirms it."""
        if self._warned or not any(accepted is not None for accepted in self._decided):
            self.dismiss(None)
        else:
            self._warned = True
            self.notify("Nothing is saved yet. Once more leaves without a deck.", severity="warning", markup=False)

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#sheet-page").scroll_relative(y=by, animate=False)

    def _show(self, place: int) -> None:
        self._place, self._warned = place, False
        self.query_one("#candidate", Static).update(self._page())
        self.query_one("#sheet-page").scroll_home(animate=False)

    def _page(self) -> Typeset:
        card, accepted = self._cards[self._place], self._decided[self._place]
        told = f"{self._place + 1} of {len(self._cards)} · {self._decided.count(True)} accepted"
        sign, style = _SIGNS[accepted]
        head = styled(f"{told} · ", "$quiet") + styled(sign, style)
        fate = self._found.fates.get(card.id)
        marks = [styled(fate, "$accent")] if fate else []
        if None not in self._decided:
            marks.append(styled(f"All are decided: {self.keys_of('save')[0]} saves.", "$accent"))
        return Typeset(lambda width: lines(head, *marks, EMPTY, *_card(card, width)))


def _card(card: Card, width: int) -> Iterator[Content]:
    if card.context:
        yield styled(visible(card.context), "$quiet")
    yield styled(visible(card.question), "bold")
    yield signed("✓ ", "$success", styled(visible(card.answer), "$success"), width)
    for distractor in card.distractors:
        yield signed("✗ ", "$quiet", styled(visible(distractor), "$quiet"), width)
    for number, evidence in enumerate(card.evidence):
        yield EMPTY
        yield from proof(card, evidence, width, first=number == 0)
