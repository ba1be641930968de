"""Initiatives: named programmes, agreements, bodies and works, with something said of each."""

from quizgen.kinds import Kind
from quizgen.kinds.initiative.finding import find
from quizgen.kinds.initiative.wording import ask

KIND = Kind(
    name="initiative",
    rules=(
        "own-making",
        "own-act",
        "made-by",
        "opened",
        "as-subject",
        "of-subject",
        "in-relative",
        "called-this",
        "called-it",
        "as-object",
        "after-infinitive",
        "fronted",
        "under-which",
        "laid-down",
        "done-by",
        "aim",
        "in-place",
        "of-its",
        "brought-about",
        "by-action",
        "introduced",
        "listed",
        "as-well-as",
        "described",
        "participle",
        "part-of",
        "beside-subject",
        "unnamed",
    ),
    find=find,
    ask=ask,
)
