"""What it is that is defined."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.definition.fact import Definition
from quizgen.language.understanding import Understanding
from quizgen.model.fact import Question


def ask(fact: Definition, u: Understanding) -> Iterator[Question]:
    """Yield what it is that is defined."""
    yield Question(
        aspect="what", text=fact.asked, answer=fact.name, value=fact.name.removeprefix("the "), accept=fact.accept,
        type=fact.type, choices=fact.choices,
    )  # fmt: skip
