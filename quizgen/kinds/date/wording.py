"""When it was."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.date.fact import DatedEvent
from quizgen.language.calendar import CalendarDate
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Question

_MOVED = (3, -4, 7, -8, 2, 1, 12)
"""Days that the wrong choices lie away from the right ones."""


def ask(fact: DatedEvent, u: Understanding) -> Iterator[Question]:
    """Yield when it was; of what went on for years, when it began and ended; of some days, which."""
    if fact.rule == "days":
        yield _which_days(fact)
        return
    if fact.until is not None:
        first, last = fact.when, fact.until
        unit = first.granularity
        if fact.begun:
            yield _question(fact, "from", f"In which {unit} {fact.begun}?", first)
        lasted = f"From {first.spoken} until which {unit} {fact.asked}?"
        ended = f"In which {unit} {fact.ended}?" if fact.ended else lasted
        yield _question(fact, "until", ended, last)
        return
    opening = {"day": "On what date", "month": "In which month", "year": "In which year"}[fact.when.granularity]
    if fact.season:
        opening = f"In the {fact.season} of which year"
    yield _question(fact, "when", f"{opening} {fact.asked}?", fact.when)


def _which_days(fact: DatedEvent) -> Question:
    first, last = fact.when, fact.until or fact.when
    length = (last.day or 0) - (first.day or 0)
    moved = [first.shifted(days=days) for days in _MOVED]
    others = [f"{d.day}–{d.shifted(days=length).spoken}" for d in moved if d.month == d.shifted(days=length).month]
    answer = f"{first.day}–{last.spoken}"
    return Question(
        aspect="days", text=f"On which days {fact.asked}?", answer=answer, value=f"{first.iso}/{last.iso}",
        accept=(answer.replace("–", "-"), f"{first.day} to {last.spoken}"), choices=tuple(others),
        type=AnswerType.PHRASE, derived=True, context=fact.context,
    )  # fmt: skip


def _question(fact: DatedEvent, aspect: str, text: str, when: CalendarDate) -> Question:
    return Question(
        aspect=aspect, text=text, answer=when.spoken, value=when.iso, type=AnswerType.DATE, derived=fact.derived,
        context=fact.context,
    )  # fmt: skip
