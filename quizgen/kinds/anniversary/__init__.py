"""Anniversaries: the Nth of an event, an institution's own, years that are celebrated or named for a cause."""

from quizgen.kinds import Kind
from quizgen.kinds.anniversary.finding import find
from quizgen.kinds.anniversary.wording import ask

KIND = Kind(
    name="anniversary",
    rules=(
        "nth-of",
        "own",
        "owned",
        "made-for",
        "nth-year",
        "turned",
        "named-year",
        "headed",
        "years-of",
        "since",
    ),
    find=find,
    ask=ask,
    worth=1.2,
)
