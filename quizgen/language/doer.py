"""Who does what a clause tells, as an entity of the document, and what proves it."""

from __future__ import annotations

from quizgen.language.clauses import Clause
from quizgen.language.entity import Entity
from quizgen.language.names import NameKind
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
    if who is None and (named := _named_beside(u, sentence, clause)):
        return (named,)
    return who.entities if who is not None else ()


def _named_beside(u: Understanding, sentence: Sentence, clause: Clause) -> Entity | None:
    """Whose name stands between a subject and its verb: "Brandt's assistant, *Ida Lund*, built the lamp"."""
    words, verb = sentence.words, clause.verb.start
    if clause.subject is None or verb < 3 or words[verb - 1].text != "," or words[clause.subject[1]].text != ",":
        return None
    first, last = clause.subject[1] + 1, verb - 2
    mention = next((m for m in u.mentions[sentence.index] if m.first == first and m.last == last), None)
    called = words[clause.subject[1] - 1].tag == "NN"
    return u.aliases.at(mention) if mention is not None and called and mention.kind is NameKind.PERSON else None


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
