"""What all screens share: commands that give key, footer, palette and help, and errors told to people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from quizgen.errors import QuizgenError
from tui.commands import Command, bindings
from tui.showing import one_line, visible
from tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete
    from textual.notifications import SeverityLevel

    from tui.app import QuizgenApp

Result = TypeVar("Result")

NORMAL_WIDTH = 78
"""Columns from which on a terminal is not narrow."""


class QuizScreen(Screen[Result]):
    """A screen whose keys are commands."""

    commands: ClassVar[tuple[Command, ...]] = ()
    """With the keys they usually have."""

    @classmethod
    def called(cls) -> str:
        """The screen's name for people: ``study``, ``quiz-setup``."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__.removesuffix("Screen")).lower()

    @cached_property
    def keyed(self) -> Sequence[Command]:
        """The commands with the keys that they have here."""
        return cast("QuizgenApp", self.app).keymap.get(self.called(), self.commands)

    def on_mount(self) -> None:
        """Bind the learner's own keys."""
        if self.keyed is not self.commands:
            actions = {command.action for command in self.commands}
            usual = self._bindings.key_to_bindings.items()
            others = {key: found for key, found in usual if actions.isdisjoint(binding.action for binding in found)}
            own = BindingsMap(bindings(self.keyed)).key_to_bindings
            self._bindings = BindingsMap.from_keys(others | own)

    def on_resize(self) -> None:
        """The footer has room for more, or less."""
        if any(command.roomy for command in self.keyed):
            self.refresh_keys()

    def compose(self) -> ComposeResult:
        """The footer; a screen adds what stands above it."""
        yield KeyBar(self._offers())

    def offered(self) -> list[Command]:
        """The commands that can be given now."""
        return [command for command in self.keyed if self.check_action(command.name, command.arguments)]

    def keys_of(self, name: str) -> list[str]:
        """The keys, one each, of the commands that are one action with different arguments, as they are shown."""
        return [command.shown_keys[0] for command in self.keyed if command.name == name]

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
        return command.footer and not (command.roomy and self.app.size.width < NORMAL_WIDTH)

    def action_help(self) -> None:
        """Show what every key does here."""
        from tui.screens.help import HelpScreen

        offered = self.offered()
        self.app.push_screen(HelpScreen(offered, [command for command in self.keyed if command not in offered]))

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

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something in the place of what was told before: it is of now, and covers no more than it must."""
        self.app.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave the screen; what was told on it goes with it."""
        self.app.clear_notifications()
        return super().dismiss(result)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in a worker is not hidden."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            raise event.worker.error

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
            with Vertical(id="sheet-foot"):
                yield from self.foot()
                yield KeyBar(self._offers())

    def parts(self) -> ComposeResult:
        """What stands on the sheet."""
        raise NotImplementedError

    def foot(self) -> ComposeResult:
        """What stands between the sheet's page and its keys, and is not scrolled: usually nothing."""
        return ()
