"""Who said it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.kinds.attribution.fact import Attribution
from quizgen.kinds.attribution.offices import like
from quizgen.language.occasion import occasion_of
from quizgen.language.pattern import Pattern
from quizgen.language.referent import listed
from quizgen.language.standalone import pointing
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Question

_LETTERS = Pattern(r"\b[A-Z]{3,}\b")


def ask(fact: Attribution, u: Understanding) -> Iterator[Question]:
    """Yield who said it."""
    if pointing(re.sub(r"“[^”]*”|\"[^\"]*\"", "", fact.predicate)):
        return
    names = fact.speakers if fact.type is AnswerType.PERSON else tuple(u.named(s) for s in fact.speakers)
    answer = listed(names)
    told = " ".join(s.of(u.text) for s in fact.evidence).lower()
    yield Question(
        aspect="who", text=f"{fact.asker} {fact.predicate}?", answer=answer, type=fact.type, accept=fact.accept,
        value=listed(fact.speakers), derived=fact.type is AnswerType.GROUP and answer.lower() not in told,
        occasions=_occasions(fact, u), choices=like(answer, u),
    )  # fmt: skip


def _occasions(fact: Attribution, u: Understanding) -> tuple[str, ...]:
    """The occasions to tell; none with the answer's letters, nor one that names the author who is the answer."""
    occasions = occasion_of(u, fact.evidence, fact.predicate)
    found = tuple(told for told in occasions if not _tells_letters(told, fact.speakers))
    own = fact.rule in ("own-statement", "own-words", "own-assertion", "proclamation")
    return tuple(told for told in found if "“" not in told and " by " not in told) if own else found


def _tells_letters(told: str, speakers: Iterable[str]) -> bool:
    """Whether an occasion has the letters of a speaker's name: the MWC of the Council of the Mill Women's Club."""
    initials = ("".join(word[0] for word in name.split() if word[0].isupper()) for name in speakers)
    return any(letters in name for letters in _LETTERS.findall(told) for name in initials)
