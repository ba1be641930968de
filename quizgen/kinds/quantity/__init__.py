"""Quantities: how many, how much, how long, of one subject in one clause."""

from quizgen.kinds import Kind
from quizgen.kinds.quantity.finding import find
from quizgen.kinds.quantity.wording import ask

KIND = Kind(
    name="quantity",
    rules=("toll", "counted-subject", "counted-object", "sum", "sized-object", "measure"),
    find=find,
    ask=ask,
    worth=0.7,
)
