"""Bodies called by whose they are: "Moon's office", "the team of Ana Reis"."""

from __future__ import annotations

import re

from quizgen.language.aliases import Entity
from quizgen.language.names import NameKind
from quizgen.language.referent import Referent
from quizgen.language.speech import Speech
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_OWNED = re.compile(
    r"(?P<owner>[^’']+)['’]s (?:own )?(?P<body>(?:press |private |presidential |transition |legal |campaign )?"
    r"(?:office|team|campaign|administration|cabinet|secretariat|estate|family|foundation))"
)
"""A body in a few words behind its owner; of a lawyer or a wife it would be a person who is asked."""


def owned_body(u: Understanding, speech: Speech) -> Referent | None:
    """The office or team that speaks, named in full by the person it belongs to; None for any other speaker.

    Args:
        u: the document.
        speech: the report.
    """
    found = _OWNED.fullmatch(speech.speaker.of(u.text))
    if found is None:
        return None
    place = Span(speech.speaker.start, speech.speaker.start + found.end("owner"))
    who = u.coreference.resolve(place, u.sentence_at(place.start).index)
    if who is None or len(who.entities) != 1 or who.entities[0].kind is not NameKind.PERSON:
        return None
    owner, body = who.entities[0], found["body"]
    names = {f"{name}'s {body}": 1 for name in (owner.name, owner.surname, *owner.names)}
    entity = Entity(f"{owner.name}'s {body}", NameKind.ORGANISATION, names=names, mentions=owner.mentions)
    return Referent(entity.name, (entity,), indirect=True)


def like(answer: str, u: Understanding) -> tuple[str, ...]:
    """The same bodies of the other people of a document, to choose from; none where the answer is no such body."""
    owner, mark, body = answer.partition("'s ")
    if not mark or body[:1].isupper():
        return ()
    others = (person for person in u.aliases.people() if person.name != owner and " " in person.name)
    return tuple(f"{person.name}'s {body}" for person in sorted(others, key=lambda p: not p.titles))
