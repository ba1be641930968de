"""Definitions: what the term for something is, and which thing a name's apposition singles out."""

from quizgen.kinds import Kind
from quizgen.kinds.definition.finding import find
from quizgen.kinds.definition.wording import ask

KIND = Kind(
    name="definition",
    rules=("term", "means", "used-for", "called", "process", "told-apart", "apposed", "nicknamed", "singled-out"),
    find=find,
    ask=ask,
    worth=0.75,
)
