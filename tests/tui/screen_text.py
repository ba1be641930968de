"""The screen as text, and texts kept to compare it with."""

from __future__ import annotations

import os
from pathlib import Path

from textual.app import App

GOLDEN = Path(__file__).parent.parent / "golden" / "tui"


def screen_text(app: App[object]) -> str:
    """What the terminal shows, line by line; the only place that asks Textual's compositor."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert update is not None
    lines = app.console.render_lines(update, app.console.options.update(width=app.size.width), pad=False)
    texts = ("".join(segment.text for segment in line if not segment.control) for line in lines)
    return "\n".join(text.rstrip() for text in texts).rstrip() + "\n"


def matches_golden(app: App[object], name: str) -> None:
    """Compare the screen with the text kept under a name; ``QUIZGEN_GOLDEN=write`` keeps it anew."""
    shown = screen_text(app)
    file = GOLDEN / f"{name}-{app.size.width}x{app.size.height}.txt"
    if os.environ.get("QUIZGEN_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == file.read_text(encoding="utf-8")
