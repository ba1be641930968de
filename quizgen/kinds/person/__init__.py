"""Persons: who did something that one does alone, and who was whose father, mother, husband or wife."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds import Kind
from quizgen.kinds.person.deeds import deeds
from quizgen.kinds.person.fact import Told, ask
from quizgen.kinds.person.kin import kin
from quizgen.language.understanding import Understanding
from quizgen.model.fact import Dropped


def find(u: Understanding) -> Iterator[Told | Dropped]:
    """Yield what a document tells of certain persons."""
    yield from deeds(u)
    yield from kin(u)


KIND = Kind(name="person", rules=("did", "done-by", "kin"), find=find, ask=ask, worth=0.9)
