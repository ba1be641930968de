"""Who does what a clause tells, as an entity of the document, and what proves it."""

from __future__ import annotations

from quizgen.language.clauses import Clause
from quizgen.language.entity import Entity
from quizgen.language.sentences import Sentence
from quizgen.language.subject import subject_range
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span


def doers(u: Understanding, sentence: Sentence, clause: Clause) -> tuple[Entity, ...]:
    """The entities that the subject of ``clause`` stands for, pronouns too; none where that is not certain."""
    place = subject_range(u, sentence, clause)
    if place is None:
        return ()
    words = sentence.words
    who = u.coreference.resolve(Span(words[place[0]].start, words[place[1] - 1].end), sentence.index)
    return who.entities if who is not None else ()


def doer(u: Understanding, sentence: Sentence, clause: Clause) -> Entity | None:
    """The one entity that is the subject of ``clause``."""
    found = doers(u, sentence, clause)
    return found[0] if len(found) == 1 else None


def proof_naming(u: Understanding, span: Span, entity: Entity) -> tuple[Span, ...]:
    """The sentence of ``span``, and what names the entity where a pronoun stands for it there."""
    proof = u.proof(span)
    if entity.is_named_in(proof):
        return (proof,)
    return tuple(sorted({proof, u.proof(entity.last_before(proof.start).span)}))
