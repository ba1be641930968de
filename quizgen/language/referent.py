"""What a noun phrase stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.language.entity import Entity


class Referent(NamedTuple):
    """What a noun phrase stands for."""

    text: str
    """How to name it where the phrase alone would not do: "Xi Jinping", "Warsaw's first stock exchange"."""
    entities: tuple[Entity, ...] = ()
    """The entities it names; several for "Biden and Harris"."""
    indirect: bool = False
    """Whether it was reached through a pronoun or a description rather than a name."""


def distinct(entities: Sequence[Entity]) -> list[Entity]:
    """Without repetition, in order; entities are told apart by identity."""
    return list({id(e): e for e in entities}.values())


def group_of(entities: Sequence[Entity]) -> Referent:
    """Several who are meant together, each once."""
    members = distinct(entities)
    return Referent(listed([member.name for member in members]), tuple(members))


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "Ana Reis, Karl Brandt and Ida Lund"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
