"""The screen as text, and texts kept to compare it with."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from rich.segment import Segment
from textual.app import App
from textual.pilot import Pilot
from tui_tools import settle

GOLDEN = Path(__file__).parent.parent / "golden" / "tui"
_PATIENCE_S = 30
"""Until what does not come has failed; a busy machine shows a frame seconds after it was asked for."""
_BETWEEN_S = 0.05


def _lines(app: App[object]) -> list[list[Segment]]:
    """What the terminal is sent, line by line; the only place that asks Textual's compositor."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert update is not None
    lines = app.console.render_lines(update, app.console.options.update(width=app.size.width), pad=False)
    return [[segment for segment in line if not segment.control] for line in lines]


def screen_text(app: App[object]) -> str:
    """What the terminal shows, line by line."""
    texts = ("".join(segment.text for segment in line) for line in _lines(app))
    return "\n".join(text.rstrip() for text in texts).rstrip() + "\n"


def screen_colours(app: App[object]) -> set[str]:
    """The colours that are sent, beside the terminal's own."""
    styles = [segment.style for line in _lines(app) for segment in line if segment.style is not None]
    colours = {colour.name for style in styles for colour in (style.color, style.bgcolor) if colour is not None}
    return colours - {"default"}


async def matches_golden(pilot: Pilot[None], name: str) -> None:
    """Wait for the text kept under a name; ``QUIZGEN_GOLDEN=write`` keeps what is shown anew.

    What was asked for comes through threads and timers: a busy machine shows it a little later.
    """
    app = pilot.app
    file = GOLDEN / f"{name}-{app.size.width}x{app.size.height}.txt"
    if os.environ.get("QUIZGEN_GOLDEN") == "write":
        await settle(pilot)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(screen_text(app), encoding="utf-8", newline="\n")
    kept = file.read_text(encoding="utf-8")
    await comes(pilot, lambda: screen_text(app) == kept)
    assert screen_text(app) == kept


async def comes(pilot: Pilot[None], found: Callable[[], bool]) -> None:
    """Wait until something is so, or for so long that it never will be."""
    end = time.monotonic() + _PATIENCE_S
    while not found() and time.monotonic() < end:
        await pilot.pause(_BETWEEN_S)


async def shows(pilot: Pilot[None], *texts: str) -> str:
    """Wait until the terminal shows some texts; what it shows then."""
    await comes(pilot, lambda: all(text in screen_text(pilot.app) for text in texts))
    shown = screen_text(pilot.app)
    assert [text for text in texts if text not in shown] == [], shown
    return shown
