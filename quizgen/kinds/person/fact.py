"""What is told of a person, and how it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.language.entity import Entity, other_names
from quizgen.language.referent import listed
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Fact, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Fact):
    """Something that certain people did, or are to somebody."""

    asked: str
    """The whole question."""
    people: tuple[Entity, ...]


def ask(fact: Told, u: Understanding) -> Iterator[Question]:
    """Yield who it was."""
    one = len(fact.people) == 1
    answer = listed([person.name for person in fact.people])
    yield Question(
        aspect="who", text=fact.asked, answer=answer, value=answer, accept=other_names(fact.people[0]) if one else (),
        type=AnswerType.PERSON if one else AnswerType.GROUP,
    )  # fmt: skip
