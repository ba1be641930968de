"""The order in which answers are offered."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.quiz.draw import shuffled
from quizgen.quiz.forms import iso_date, numeric


def offered(texts: Sequence[str], seed: str) -> tuple[str, ...]:
    """Answers as they are offered: dates and numbers in their order, others in one that follows from the seed."""
    dates, numbers = [iso_date(text) for text in texts], [numeric(text) for text in texts]
    if None not in dates:
        return tuple(text for _, text in sorted(zip(map(str, dates), texts, strict=True)))
    if None not in numbers:
        return tuple(sorted(texts, key=lambda text: (numeric(text) or 0.0, text)))
    return tuple(shuffled(texts, seed, str))
