"""What was ever done to a card, in words; the screens and the line mode both use it."""

from __future__ import annotations

from datetime import timedelta

from quizgen.model.review import Kind, Operation
from quizgen.study.browsing.history import Past
from quizgen.study.days import instant_at
from quizgen.study.wording import duration, interval
from tui.showing import one_line

NOTHING = "Nothing was done to this card yet."

_TOLD = {
    Kind.BURY: "buried until the next day",
    Kind.SUSPEND: "suspended",
    Kind.UNSUSPEND: "taken up again",
    Kind.UNFLAG: "flag taken away",
    Kind.RESET: "made new again",
    Kind.KEEP: "answer changed, schedule kept",
}


def when(past: Past) -> str:
    """Day and time of the local clock then."""
    operation = past.operation
    return f"{instant_at(operation.instant) + timedelta(minutes=operation.offset_minutes):%Y-%m-%d %H:%M}"


def told(past: Past) -> str:
    """What was done."""
    return _told(past.operation) + (" (taken back)" if past.undone else "")


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
