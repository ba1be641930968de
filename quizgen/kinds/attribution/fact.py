"""What a statement is, and who made it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.language.coreference import Referent
from quizgen.language.gazetteer import country, given_name_sex
from quizgen.language.names import NameKind
from quizgen.language.speech import Speech
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Fact


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
    return re.search(rf"\b{re.escape(name)}\b", predicate) is not None


def evidence_of(u: Understanding, speech: Speech, referent: Referent) -> tuple[Span, ...]:
    """The sentence of the cue, that of the content where it is another, and what tells who a pronoun is."""
    spans = [u.proof(speech.cue)]
    if not spans[0].overlaps(speech.content):
        spans.append(u.proof(Span(speech.content.start, speech.content.start + 1)))
    for entity in referent.entities:
        if not any(entity.is_named_in(span) for span in spans):
            spans.append(u.proof(entity.last_before(speech.cue.start).span))
    return tuple(sorted(set(spans)))


def accepted(referent: Referent) -> tuple[str, ...]:
    """Other names that count as the answer."""
    if len(referent.entities) != 1:
        return ()
    entity = referent.entities[0]
    names = [n for n in entity.names if n != entity.name]
    titled = [f"{t} {entity.name}" for t in sorted(entity.titles)]
    western = entity.kind is NameKind.PERSON and given_name_sex(entity.name.split()[0])
    surname = [entity.surname] if western else []
    return tuple(dict.fromkeys([*names, *surname, *titled, *([entity.acronym] if entity.acronym else [])]))


def answer_type(referent: Referent) -> AnswerType:
    """What sort of answer the speakers are."""
    kinds = {e.kind for e in referent.entities}
    if len(referent.entities) > 1:
        return AnswerType.GROUP
    if kinds == {NameKind.PERSON}:
        return AnswerType.PERSON
    return AnswerType.COUNTRY if country(referent.entities[0].name) else AnswerType.ORGANISATION
