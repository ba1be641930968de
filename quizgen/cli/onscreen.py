"""The terminal app run, as a learner's settings want it to look and to be steered."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.desk import Desk


def run_app(desk: Desk, first: Callable[[], Screen[Any]], styles: Sequence[str] = ()) -> None:
    """Run the app until its first screen is left.

    Args:
        desk: progress, settings and clocks.
        first: makes the first screen.
        styles: style sheets of the first screen, where it is not one that usually is.

    Raises:
        SettingsError: the settings choose keys that cannot be.
        SystemExit: the app failed.
    """
    from quizgen.cli.learned import remember_theme
    from tui.app import QuizgenApp
    from tui.keymap import keymap
    from tui.themes import theme_named

    theme = theme_named(desk.settings.theme, os.environ)
    app = QuizgenApp(first, theme, styles, remember_theme, keymap(desk.settings.keys))
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
