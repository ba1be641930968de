"""Cramming in words; the screens and the line mode both use it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from quizgen.errors import QuizgenError
from quizgen.model.deck import Deck
from quizgen.study.cram import CramDay
from quizgen.study.cramming import Cramming, ahead
from quizgen.study.days import date_of, day_of, weekday
from tui.desk import Desk
from tui.telling import counted

_AHEAD = re.compile(r"\+(\d{1,4})", re.ASCII)


def start_ahead(desk: Desk, decks: Sequence[Deck]) -> Cramming:
    """Sit down to see cards ahead of the schedule; raises what `ahead` does."""
    return ahead(desk.store, decks, desk.settings, desk.clock)


def start_cramming(
    desk: Desk, decks: Sequence[Deck], exam: int, days: Sequence[CramDay] | None = None
) -> Cramming:  # fmt: skip
    """Sit down to cram; takes and raises what `Cramming` does."""
    return Cramming(desk.store, decks, desk.settings, desk.clock, exam, days)


def read_exam(text: str, today: int) -> int:
    """The study day of a date such as 2026-12-20, or of +14 for in 14 days.

    Args:
        text: as it was typed.
        today: study day.

    Raises:
        QuizgenError: it is neither.
    """
    ahead = _AHEAD.fullmatch(text.strip())
    if ahead is not None:
        return today + int(ahead[1])
    try:
        return day_of(date.fromisoformat(text.strip()))
    except ValueError:
        raise QuizgenError(f"{text!r} is no date", hint="Write it as 2026-12-20, or +14 for in 14 days.") from None


def day_lines(days: Sequence[CramDay], today: int) -> Iterator[tuple[str, str]]:
    """Each day with its cards: ``("Mon 2026-12-14", "12 cards")``; today is called so, and the last says what it is.

    Args:
        days: of a plan.
        today: study day.
    """
    for number, found in enumerate(days):
        name = f"{weekday(found.day).title()} {date_of(found.day).isoformat()}"
        last = ", all once more" if number == len(days) - 1 and len(days) > 1 else ""
        yield ("Today" if found.day == today else name), counted(len(found.cards), "card") + last


def standing(cramming: Cramming) -> str:
    """``cram for 2026-12-20``."""
    if cramming.exam is None:
        return "ahead of the schedule"
    return f"cram for {date_of(cramming.exam).isoformat()}"


def outcome(cramming: Cramming) -> str:
    """What a sitting came to."""
    if cramming.exam is None:
        return _ahead(cramming)
    if cramming.done < cramming.total:
        return f"{cramming.done} of {cramming.total} of today's cards known."
    if not cramming.known:
        return "Nothing is left to cram today."
    return f"Today's {counted(cramming.total, 'card')} known, {cramming.first} at once."


def _ahead(cramming: Cramming) -> str:
    if not cramming.total:
        return "No card is to come."
    if cramming.done < cramming.total:
        return f"{cramming.done} of {counted(cramming.total, 'card')} known."
    return f"{counted(cramming.total, 'card')} known, {cramming.first} at once."


UNCHANGED = "Each still comes on its day: nothing of the schedule has changed."
"""What is said of cards that were seen ahead of it."""
