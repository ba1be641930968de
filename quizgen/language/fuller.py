"""Bodies that a text also calls by the first word of their names: "Massey" of Massey University."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, is_organisation_head
from quizgen.language.names import NameKind

_PLACING = frozenset(["in", "at", "near", "from", "to", "around", "outside", "of"])
_OFTEN = 2
_BEFORE = 12
"""Characters before a name among which its preposition stands."""


def fuller_names(entities: Sequence[Entity], text: str) -> dict[str, str]:
    """The full names of the bodies that are also called by one word, by that word.

    Where the word is the name of a place, something is told to be in it or to come from it; then it is no body.

    Args:
        entities: all of a document.
        text: the document's text.
    """
    bodies: dict[str, list[str]] = {}
    for entity in entities:
        words = entity.name.split()
        if entity.kind is NameKind.ORGANISATION and len(words) == 2 and is_organisation_head(words[1].lower()):
            bodies.setdefault(words[0], []).append(entity.name)
    return {
        entity.name: bodies[entity.name][0]
        for entity in entities
        if len(bodies.get(entity.name, ())) == 1 and _is_body(entity, text)
    }


def _is_body(entity: Entity, text: str) -> bool:
    """Whether what one word names more than once is no person, country or place that something is in."""
    if entity.kind is not NameKind.OTHER or country(entity.name) is not None or len(entity.mentions) < _OFTEN:
        return False
    before = (text[max(0, m.span.start - _BEFORE) : m.span.start].rstrip() for m in entity.mentions)
    return _PLACING.isdisjoint(words.rpartition(" ")[2] for words in before)
