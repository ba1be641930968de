"""What an initiative is, and the question it makes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from quizgen.language.aliases import Entity
from quizgen.language.gazetteer import programme_sort
from quizgen.language.names import NameKind
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import pointing, pronoun
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Fact

MAKING = frozenset(
    "propose launch announce sign establish found create initiate introduce unveil build design organise organize set "
    "develop draft start begin open host convene endorse adopt champion spearhead inaugurate fund lead form".split()
)
LONGEST = 26


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


def noun(entity: Entity) -> str:
    """What sort of thing it is, by the noun of its name: initiative, railway, committee."""
    words = entity.name.split()
    for word, following in itertools.pairwise(words):
        if following in ("of", "for", "on", "to", "against") and programme_sort(word.lower()):
            return word.lower()
    return next((w for w in reversed(words) if programme_sort(w.lower())), words[-1]).lower()


def statement(
    u: Understanding, sentence: Sentence, entity: Entity, rule: str, asked: str, worth: float, **more: object
) -> Initiative | None:
    """The fact, unless the question would point outside or hold the name's acronym."""
    if pointing(asked) or pronoun(asked) or (entity.acronym and entity.acronym in asked):
        return None
    name = u.named(entity.name)
    fact = Initiative(
        rule=rule, subject=f"{entity.name}: {asked}", evidence=(sentence.span,), name=name, asked=asked, worth=worth,
        accept=tuple(dict.fromkeys(a for a in (entity.name, entity.acronym, *entity.names) if a and a != name)),
        guards=("whole-name", "stands-alone"),
    )  # fmt: skip
    return replace(fact, evidence=(u.proof(Span(sentence.span.start, sentence.span.start + 1)),), **more)  # type: ignore[arg-type]
