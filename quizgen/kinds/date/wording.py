"""When it was."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.date.fact import DatedEvent
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Question


def ask(fact: DatedEvent, u: Understanding) -> Iterator[Question]:
    """Yield when it was."""
    opening = {"day": "On what date", "month": "In which month", "year": "In which year"}[fact.when.granularity]
    yield Question(
        aspect="when", text=f"{opening} {fact.asked}?", answer=fact.when.spoken, value=fact.when.iso,
        type=AnswerType.DATE, derived=fact.derived, context=fact.context,
    )  # fmt: skip
