"""What a statement is, and who made it."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.language.entity import other_names
from quizgen.language.gazetteer import country
from quizgen.language.names import NameKind
from quizgen.language.referent import Referent
from quizgen.language.speech import Speech
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Fact

_LONGEST = 680
"""Characters that a card cites, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Fact):
    """A statement and who made it."""

    speakers: tuple[str, ...]
    """Their full names; several for a statement made together."""
    accept: tuple[str, ...]
    """Shorter names of the speaker."""
    type: AnswerType
    predicate: str
    """What the speaker did, as it follows "Who": "stressed that ...", "thanked Peru for ..."."""
    asker: str = "Who"


def names(predicate: str, name: str) -> bool:
    """Whether a question would name its own answer."""
    return stands_in(name, predicate)


def evidence_of(u: Understanding, speech: Speech, referent: Referent) -> tuple[Span, ...]:
    """The sentence of the cue, that of the content where it is another, and what tells who a pronoun is."""
    spans, told = [u.proof(speech.cue)], set[Span]()
    if not spans[0].overlaps(speech.content):
        spans.append(u.proof(Span(speech.content.start, speech.content.start + 1)))
    named_here = [entity for entity in referent.entities if entity.mentions]
    for entity in named_here:
        named = u.proof(entity.last_before(speech.cue.start).span)
        if named not in spans and not any(entity.is_named_in(span) for span in spans):
            spans.append(named)
    while sum(span.end - span.start for span in spans) > _LONGEST and len(spans) > 1:
        whole = spans.pop()  # of who is meant, the name alone
        names_of = (entity.last_before(speech.cue.start).whole for entity in named_here)
        told.update(name for name in names_of if whole.contains(name))
    return tuple(sorted({*spans, *told}))


def accepted(referent: Referent) -> tuple[str, ...]:
    """Other names that count as the answer."""
    return other_names(referent.entities[0]) if len(referent.entities) == 1 else ()


def answer_type(referent: Referent) -> AnswerType:
    """What sort of answer the speakers are."""
    kinds = {e.kind for e in referent.entities}
    if len(referent.entities) > 1 or kinds == {NameKind.PEOPLE}:
        return AnswerType.GROUP
    if kinds == {NameKind.PERSON}:
        return AnswerType.PERSON
    return AnswerType.COUNTRY if country(referent.entities[0].name) else AnswerType.ORGANISATION
