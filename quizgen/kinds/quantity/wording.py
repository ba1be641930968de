"""How many, how much, how long."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.quantity.finding import Quantity
from quizgen.language.occasion import occasion_of
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Question


def ask(fact: Quantity, u: Understanding) -> Iterator[Question]:
    """Yield the one question."""
    yield Question(
        aspect="how-many", text=fact.asked, answer=fact.answer, value=fact.number, type=AnswerType.PHRASE,
        choices=fact.choices, occasions=occasion_of(u, fact.evidence, fact.asked),
    )  # fmt: skip
