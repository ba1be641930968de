"""The application: it knows the themes and the first screen; everything else is a screen's own."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from tui.commands import APP, APP_COMMANDS, Command
from tui.screens.base import NORMAL_WIDTH, QuizScreen
from tui.themes import THEMES


class QuizgenApp(App[None], inherit_bindings=False):
    """quizgen in a terminal.

    Args:
        first: makes the first screen; when that one is left, the application ends.
        theme: one of ours, by name.
        styles: style sheets of the first screen, where it is not one that usually is.
        remember: is told the theme that was chosen from the palette.
        keymap: the commands of those screens that have keys of one's own, by the screens' names.
    """

    TITLE = "quizgen"
    CSS_PATH = [  # noqa: RUF012  (Textual's own way)
        "app.tcss",
        "widgets/text.tcss",
        "widgets/keybar.tcss",
        "widgets/answer.tcss",
        "screens/home.tcss",
        "screens/study.tcss",
    ]
    BINDINGS = [  # noqa: RUF012
        *(
            Binding(",".join(command.keys), command.action, command.label, id=command.id, priority=True)
            for command in APP_COMMANDS
        ),
        Binding("ctrl+c", "help_quit", system=True),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NORMAL_WIDTH, "-normal")]  # noqa: RUF012

    def __init__(
        self,
        first: Callable[[], Screen[Any]],
        theme: str = "dark",
        styles: Sequence[str] = (),
        remember: Callable[[str], object] | None = None,
        keymap: Mapping[str, Sequence[Command]] | None = None,
    ) -> None:
        # Without colour, what Textual sends are the terminal's own: greys of its choosing are colours, too.
        super().__init__(css_path=[*self.CSS_PATH, *styles], ansi_color=True if "NO_COLOR" in os.environ else None)
        self._first = first
        self._remember = remember
        self.keymap = keymap or {}
        if APP in self.keymap:
            self.set_keymap({command.id: ",".join(command.keys) for command in self.keymap[APP]})
        for known in THEMES:
            self.register_theme(known)
        self.set_reactive(App.theme, theme)  # set outright, all styles would be read twice
        self.stylesheet.set_variables(self.get_css_variables())

    def on_ready(self) -> None:
        """The first frame is there; what was made for it stays, and is no garbage to look through."""
        gc.freeze()
        gc.enable()

    def on_key(self, event: events.Key) -> None:
        """A letter typed ahead goes to the line that has got the focus meanwhile; it is no command any more.

        Over a slow line, and in a terminal that is driven, several keys come at once: those behind the key that opens
        a line were sent to the screen, and come here when nobody there wanted them.
        """
        line = self.focused
        if isinstance(line, Input) and event.is_printable and event.character is not None:
            line.insert_text_at_cursor(event.character)
            event.prevent_default()

    def get_default_screen(self) -> Screen[Any]:
        """The first screen, so that no empty one is laid out before it."""
        return self._first()

    def action_command_palette(self) -> None:
        """Open the palette, where it is not open already."""
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers: the screen's commands, the themes, and quitting."""
        if isinstance(screen, QuizScreen):
            for command in screen.offered():
                run = partial(self.run_action, command.action, default_namespace=screen)
                told = f"{command.help} Key: {command.shown_keys[0]}"
                yield SystemCommand(screen.label(command).capitalize(), told, run)
        for theme in THEMES:
            yield SystemCommand(
                f"Colours: {theme.name}", "Change the colours, from now on.", partial(self._wear, theme.name)
            )
        yield SystemCommand("Quit quizgen", "Every answer is already saved.", self.action_quit)

    def _wear(self, theme: str) -> None:
        self.theme = theme
        if self._remember is not None and isinstance(self.screen, QuizScreen):
            with self.screen.telling():
                self._remember(theme)
