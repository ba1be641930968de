"""Dates: an event and its day, month or year."""

from quizgen.kinds import Kind
from quizgen.kinds.date.finding import find
from quizgen.kinds.date.wording import ask

KIND = Kind(
    name="date",
    rules=(
        "clause-date",
        "event-of-year",
        "event-noun",
        "lifespan",
        "span",
        "days",
        "season",
        "fronted",
        "done-to",
        "doing",
        "adjunct",
        "work",
        "named-with-year",
        "own-deed",
        "of-subject",
        "visit",
    ),
    find=find,
    ask=ask,
    worth=1.1,
)
