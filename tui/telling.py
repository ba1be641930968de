"""What a session came to, in words; the summary screen and the line mode both say it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizgen.model.card import Card
from quizgen.study.agenda import Counts
from quizgen.study.summary import Summary
from quizgen.study.wording import duration, percent


def headline(summary: Summary, left: int) -> str:
    """How the session ended.

    Args:
        summary: of the session.
        left: cards that could still be studied today.
    """
    if left:
        return f"{counted(left, 'card')} left for today."
    return "Done for today." if summary.cards else "Nothing to do today."


def tally(summary: Summary) -> str:
    """Cards, time, and how many were right the first time."""
    first = summary.right_first_time
    return (
        f"{counted(summary.cards, 'card')} · {duration(summary.duration_ms)} · "
        f"{first} right the first time ({percent(first / summary.cards)})"
    )


def hardest(summary: Summary, cards: Mapping[tuple[str, str], Card]) -> Iterator[tuple[str, str]]:
    """The questions forgotten most, each with how often.

    Args:
        summary: of the session.
        cards: by deck and card id.
    """
    for hard in summary.hardest:
        card = cards.get((hard.deck, hard.card))
        if card is not None:
            lapses = f", {counted(hard.lapses, 'lapse')} ever" if hard.lapses else ""
            yield card.question, f"forgotten {times(hard.forgotten)}{lapses}"


def waiting(beyond: Counts) -> str:
    """What the day's limits keep back.

    Args:
        beyond: as many of these cards as would come next.
    """
    parts = [counted(beyond.new, "more new card")] if beyond.new else []
    parts += [counted(beyond.due, "more review")] if beyond.due else []
    return f"{' and '.join(parts)}, held back by the day's limits"


def tomorrow(summary: Summary) -> str:
    """What is due tomorrow."""
    if not summary.tomorrow:
        return "nothing due"
    return f"{summary.tomorrow} due, about {minutes(summary.tomorrow_ms)}"


def retention(summary: Summary, aim: float) -> str:
    """True retention against what is wanted.

    Args:
        summary: of the session.
        aim: the retention wanted.
    """
    if summary.retention_month is None:
        return f"none to tell yet (aim {percent(aim)})"
    now = "" if summary.retention is None else f"{percent(summary.retention)} today, "
    return f"{now}{percent(summary.retention_month)} this month (aim {percent(aim)})"


def counted(number: int, unit: str) -> str:
    """A number with its unit: ``1 card``, ``2 cards``."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def times(number: int) -> str:
    """How often: ``once``, ``3 times``."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def minutes(milliseconds: int) -> str:
    """About how long, in whole minutes."""
    return f"{max(1, round(milliseconds / 60_000))} min"
