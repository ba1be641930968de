"""All that was ever done to a card."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizgen.model.review import Kind, Operation
from quizgen.study.browsing.history import Past, whole_history
from quizgen.study.days import instant_at
from quizgen.study.wording import duration, interval
from tui.commands import Command, bindings
from tui.desk import Desk
from tui.screens.base import Sheet
from tui.showing import one_line
from tui.typeset import Typeset, hang, lines, styled

_TOLD = {
    Kind.BURY: "buried until the next day",
    Kind.SUSPEND: "suspended",
    Kind.UNSUSPEND: "taken up again",
    Kind.UNFLAG: "flag taken away",
    Kind.RESET: "made new again",
    Kind.KEEP: "answer changed, schedule kept",
}


class HistoryScreen(Sheet[None]):
    """Tells a card's history, the latest last.

    Args:
        desk: progress.
        deck, card: ids.
        question: the card's.
    """

    commands = (
        Command("scroll(-1)", ("up", "k"), "up", "Scroll up."),
        Command("scroll(1)", ("down", "j", "space"), "down", "Scroll down."),
        Command("close", ("escape", "q", "h"), "close", "Back."),
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, deck: str, card: str, question: str) -> None:
        super().__init__()
        self._question = question
        self._history = whole_history(desk.store, deck, card)

    def parts(self) -> ComposeResult:
        """The question, and a line or more for each thing done."""
        yield Static(styled(one_line(self._question), "bold"))
        yield Static(Typeset(lambda width: lines(*self._rows(width))))

    def _rows(self, width: int) -> Iterator[Content]:
        if not self._history:
            yield styled("Nothing was done to this card yet.", "$quiet")
        for past in self._history:
            yield _row(past, width)

    def action_scroll(self, direction: int) -> None:
        """Scroll by three lines."""
        self.query_one("#sheet-page").scroll_relative(y=3 * direction, animate=False)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)


def _row(past: Past, width: int) -> Content:
    operation = past.operation
    local = instant_at(operation.instant) + timedelta(minutes=operation.offset_minutes)
    when = f"{local:%Y-%m-%d %H:%M}  "
    told = _told(operation) + (" (taken back)" if past.undone else "")
    return hang(styled(told, "$quiet" if past.undone else ""), width, styled(when, "$quiet"), Content(" " * 4))


def _told(operation: Operation) -> str:
    review = operation.review
    if review is not None:
        typed = f' "{one_line(review.typed)}"' if review.typed else ""
        return (
            f"{review.grade.name.lower()}, by {review.mode.value}{typed}, {duration(review.duration_ms)}; "
            f"again in {interval(review.interval_s)}; stability {review.stability_after:.1f} days, "
            f"difficulty {review.difficulty_after:.1f}{'; leech' if review.leech else ''}"
        )
    if operation.kind is Kind.MOVE:
        return f"moved to {instant_at(int(operation.text or 0) * 86_400_000):%Y-%m-%d}"
    if operation.kind is Kind.FLAG:
        return f"flagged: {one_line(operation.text)}" if operation.text else "flagged"
    return _TOLD.get(operation.kind, operation.kind.value)
