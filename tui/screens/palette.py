"""The command palette, as calm as the sheets; its styles are read when it is opened for the first time."""

from __future__ import annotations

from textual.command import CommandPalette


class Palette(CommandPalette):
    """Textual's palette in our own dress."""

    CSS_PATH = "palette.tcss"
