"""The line in which an answer is typed."""

from __future__ import annotations

from textual.widgets import Input

from tui.showing import one_line


class AnswerLine(Input):
    """One line of text, in which nothing pasted can reach the terminal as a control sequence."""

    def __init__(self, placeholder: str = "Type the answer") -> None:
        super().__init__(placeholder=placeholder, id="answer", compact=True, select_on_focus=False)

    def validate_value(self, value: str) -> str:
        """What is typed or pasted, made visible."""
        return value if value.isprintable() else one_line(value)
