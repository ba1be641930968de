"""Initiatives: named programmes, agreements, bodies and works, with something said of each."""

from quizgen.kinds import Kind
from quizgen.kinds.initiative.finding import find
from quizgen.kinds.initiative.wording import ask

KIND = Kind(
    name="initiative",
    rules=(
        "made-by",
        "opened",
        "as-subject",
        "of-subject",
        "as-object",
        "after-infinitive",
        "fronted",
        "in-place",
    ),
    find=find,
    ask=ask,
)
