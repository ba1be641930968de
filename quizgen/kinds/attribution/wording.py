"""Who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.kinds.attribution.fact import Attribution
from quizgen.kinds.attribution.offices import like
from quizgen.language.occasion import occasion_of
from quizgen.language.standalone import pointing
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Question


def ask(fact: Attribution, u: Understanding) -> Iterator[Question]:
    """Yield who said it."""
    if pointing(re.sub(r"“[^”]*”", "", fact.predicate)):
        return
    names = fact.speakers if fact.type is AnswerType.PERSON else tuple(u.named(s) for s in fact.speakers)
    answer = _listed(names)
    told = " ".join(s.of(u.text) for s in fact.evidence).lower()
    yield Question(
        aspect="who", text=f"{fact.asker} {fact.predicate}?", answer=answer, type=fact.type, accept=fact.accept,
        value=_listed(fact.speakers), derived=len(fact.speakers) > 1 and answer.lower() not in told,
        occasions=occasion_of(u, fact.evidence, fact.predicate), choices=like(answer, u),
    )  # fmt: skip


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
