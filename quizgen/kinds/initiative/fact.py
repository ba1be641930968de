"""What an initiative is, and the question it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizgen.kinds.initiative.place import Place
from quizgen.language.names import NameKind
from quizgen.language.standalone import pointing, pronoun
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Fact

MAKING = frozenset(
    "propose launch announce sign establish found create initiate introduce unveil build design organise organize set "
    "develop draft start begin open host convene endorse adopt champion spearhead inaugurate fund lead form".split()
)
"""Verbs of those who bring a programme about, in their base forms."""
LONGEST = 26
"""Words in a question, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Fact):
    """A named programme and what is said of it."""

    name: str
    """With the article it takes in the text."""
    accept: tuple[str, ...]
    asked: str
    """The question, with "which initiative" where the name stood."""
    maker: str = ""
    """Who proposed, launched or signed it."""
    making: str = ""
    """What the maker did, in the past: "proposed"."""
    maker_kind: NameKind = NameKind.PERSON


def statement(u: Understanding, place: Place, rule: str, asked: str, worth: float, **more: object) -> Initiative | None:
    """The fact, unless the question would point outside, be too long, or hold the name's acronym."""
    entity = place.entity
    asked = " ".join(asked.split())
    if pointing(asked) or pronoun(asked) or (entity.acronym and entity.acronym in asked):
        return None
    name = u.named(entity.name)
    first = place.sentence.span.start
    author = (u.author.proof,) if u.author and u.author.name in asked else ()
    fact = Initiative(
        rule=rule, subject=f"{entity.name}: {asked}", evidence=(*author, u.proof(Span(first, first + 1))), name=name,
        asked=asked, worth=worth, guards=("whole-name", "stands-alone"),
        accept=tuple(dict.fromkeys(a for a in (entity.name, entity.acronym, *entity.names) if a and a != name)),
    )  # fmt: skip
    return replace(fact, **more)  # type: ignore[arg-type]
