"""What all screens share: commands that give key, footer, palette and help, and errors told to people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from quizgen.errors import QuizgenError
from tui.commands import Command
from tui.showing import one_line, visible
from tui.widgets.keybar import KeyBar

Result = TypeVar("Result")


class QuizScreen(Screen[Result]):
    """A screen whose keys are commands."""

    commands: ClassVar[tuple[Command, ...]] = ()

    def compose(self) -> ComposeResult:
        """The footer; a screen adds what stands above it."""
        yield KeyBar(self._offers())

    def offered(self) -> list[Command]:
        """The commands that can be given now."""
        return [command for command in self.commands if self.check_action(command.name, command.arguments)]

    def label(self, command: Command) -> str:
        """What the footer and the palette call a command now."""
        return command.label

    def refresh_keys(self) -> None:
        """Let the footer show what can be done now."""
        self.query_one(KeyBar).offer(self._offers())

    def _offers(self) -> list[tuple[str, str, str]]:
        writing = isinstance(self.focused, Input)
        return [
            (command.shown_key(writing), self.label(command), f"screen.{command.action}")
            for command in self.offered()
            if self.in_footer(command)
        ]

    def in_footer(self, command: Command) -> bool:
        """Whether the footer shows a command that can be given now."""
        return command.footer

    def action_help(self) -> None:
        """Show what every key does here."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.offered()))

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell errors that people can mend; nothing else is caught."""
        try:
            yield
        except QuizgenError as error:
            self.tell(error)

    def tell(self, error: QuizgenError) -> None:
        """Show an error for people, with its hint."""
        title = one_line(error.message[:1].upper() + error.message[1:])
        self.notify(visible(error.hint or error.where), title=title, severity="error", timeout=15, markup=False)

    async def on_click(self, event: events.Click) -> None:
        """A click on a key, a grade, a choice or a deck does what its key does."""
        action = event.style.meta.get("action")
        if isinstance(action, str):
            await self.app.run_action(action, default_namespace=self)


class Sheet(QuizScreen[Result], ModalScreen[Result]):
    """A screen that lies on another, and asks or tells one thing."""

    CSS_PATH = "sheet.tcss"

    def compose(self) -> ComposeResult:
        """The sheet's own parts, scrolled where they are too long, above its keys."""
        from textual.containers import Vertical

        with Vertical(id="sheet"):
            with VerticalScroll(id="sheet-page"):
                yield from self.parts()
            yield KeyBar(self._offers())

    def parts(self) -> ComposeResult:
        """What stands on the sheet."""
        raise NotImplementedError
