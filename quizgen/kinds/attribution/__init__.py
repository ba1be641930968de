"""Attributions: who said what."""

from quizgen.kinds import Kind
from quizgen.kinds.attribution.finding import find
from quizgen.kinds.attribution.wording import ask

KIND = Kind(
    name="attribution",
    rules=(
        "direct-speech",
        "mixed-speech",
        "indirect-speech",
        "act-speech",
        "purpose",
        "judged",
        "own-statement",
        "own-words",
        "own-assertion",
        "proclamation",
        "side",
    ),
    find=find,
    ask=ask,
)
