"""A card edited: its texts one below the other."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static, TextArea

from quizgen.model.card import Card
from tui.commands import WRITING, Command, bindings
from tui.screens.base import Sheet
from tui.showing import visible
from tui.typeset import styled
from tui.widgets.fields import FIELDS, card_of, texts_of

NEW = Card(id="", question="", answer="")
"""A card to be written; its deck gives it an id."""


class CardText(TextArea):
    """A text of several lines, in which nothing pasted can reach the terminal as a control sequence."""

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted, made visible."""
        event.prevent_default()
        event.stop()
        self.replace(visible(event.text.replace("\r\n", "\n").replace("\r", "\n")), *self.selection)


class EditScreen(Sheet[Card | None]):
    """Edits a card; gives it as it was left, or None where nothing is to be written.

    Args:
        card: as it is; `NEW` for one to be written.
        draft: what to begin with, where that is not the card itself.
    """

    AUTO_FOCUS = "#field-question"
    commands = (
        Command("save", ("ctrl+s", "f2"), "save", "Write the card to its deck file.", when=(WRITING,)),
        Command("next(1)", ("tab",), "next field", "Go to the next field.", when=(WRITING,)),
        Command("next(-1)", ("shift+tab",), "field before", "Go to the field before.", footer=False, when=(WRITING,)),
        Command("cancel", ("escape",), "cancel", "Leave the card as it is.", when=(WRITING,)),
    )
    BINDINGS = bindings(commands)

    def __init__(self, card: Card, draft: Card | None = None) -> None:
        super().__init__()
        self._card = card
        self._draft = draft or card
        self._warned: dict[str, str] | None = None
        """What was typed when the learner was told that it is not saved."""

    def parts(self) -> ComposeResult:
        """What is edited, field by field."""
        yield Static(styled("Edit this card" if self._card.question else "A new card", "bold"))
        for name, text in texts_of(self._draft).items():
            yield Static(styled(FIELDS[name], "$quiet"), classes="field-name")
            yield CardText(text, id=f"field-{name}", compact=True, highlight_cursor_line=False)

    def on_mount(self) -> None:
        """Begin at the top: the fields were not laid out yet when the first took the focus."""
        page = self.query_one("#sheet-page")
        self.call_after_refresh(page.scroll_home, animate=False, force=True)

    def action_next(self, by: int) -> None:
        """Go to another field."""
        (self.focus_next if by > 0 else self.focus_previous)(TextArea)

    def _texts(self) -> dict[str, str]:
        return {name: self.query_one(f"#field-{name}", TextArea).text for name in FIELDS}

    def action_save(self) -> None:
        """Give the card as it stands, where it is one."""
        card = card_of(self._card, self._texts())
        for name in ("question", "answer"):
            if not getattr(card, name):
                self.notify(f"A card needs {'an' if name == 'answer' else 'a'} {name}.", severity="error", markup=False)
                self.query_one(f"#field-{name}").focus()
                return
        self.dismiss(card if card != self._card else None)

    def action_cancel(self) -> None:
        """Leave the card as it is; where something was typed, a second time confirms it."""
        left = self._texts()
        if self._warned == left or left == texts_of(self._card):
            self.dismiss(None)
        else:
            self._warned = left
            told = "Nothing is saved yet. Once more leaves the card as it was."
            self.notify(told, severity="warning", markup=False)
