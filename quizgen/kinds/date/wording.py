"""When it was."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.date.fact import DatedEvent
from quizgen.language.calendar import CalendarDate
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Question

_MOVED = (3, -4, 7, -8, 2, 1, 12)
"""Days that the wrong choices lie away from the right ones."""
_MOVED_LITTLE = (1, -1, 2, -2, 3)
"""The same for days on both sides of the end of a month."""
_ENOUGH = 3
_SHORT = 10
"""Days that are still called some days."""


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
    answer = _days(first, last)
    one = first.month == last.month
    moved = [(first.shifted(days=days), last.shifted(days=days)) for days in (_MOVED if one else _MOVED_LITTLE)]
    others = [pair for pair in moved if (pair[0].month == pair[1].month) is one]
    others = others if len(others) >= _ENOUGH else moved
    opening = "On which days" if (last.first_day - first.first_day).days <= _SHORT else "On what dates"
    return Question(
        aspect="days", text=f"{opening} {fact.asked}?", answer=answer, value=f"{first.iso}/{last.iso}",
        accept=(answer.replace("–", "-"), answer.replace("–", " to ")), choices=tuple(_days(*pair) for pair in others),
        type=AnswerType.PHRASE, derived=True, context=fact.context,
    )  # fmt: skip


def _days(first: CalendarDate, last: CalendarDate) -> str:
    """As English prose writes days: 4–6 May 1999, 28 February–3 March 1971."""
    if first.year != last.year:
        return f"{first.spoken}–{last.spoken}"
    return f"{first.day if first.month == last.month else first.spoken.rpartition(' ')[0]}–{last.spoken}"


def _question(fact: DatedEvent, aspect: str, text: str, when: CalendarDate) -> Question:
    return Question(
        aspect=aspect, text=text, answer=when.spoken, value=when.iso, type=AnswerType.DATE, derived=fact.derived,
        context=fact.context,
    )  # fmt: skip
