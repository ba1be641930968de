"""What a name's apposition singles out: "Lake Mira, the deepest lake in Norway"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from quizgen.kinds.definition.fact import LONGEST, SHORTEST, Definition, is_most
from quizgen.language.asking import text_of
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, title_mark
from quizgen.language.names import Mention, NameKind
from quizgen.language.once import once
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands_alone
from quizgen.language.towns import cities_abroad
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.language.words import Word
from quizgen.model.fact import AnswerType

_CLOSES = frozenset([",", ".", ";", "–", "—", ")"])
_PEOPLE = frozenset("man woman person people child boy girl one member winner player".split())
_NAMED = (NameKind.PLACE, NameKind.ORGANISATION, NameKind.PROGRAMME)
_LANDSCAPE = frozenset(["Mount", "Lake", "Cape", "Loch", "River"])
_TYPES = {NameKind.ORGANISATION: AnswerType.ORGANISATION, NameKind.PROGRAMME: AnswerType.PROGRAMME}
_PARTS_OFF = frozenset([",", "–", "—"])
"""Marks that part what a name is from the name."""
_GAP = 8
"""Characters behind a name in which such a mark stands; white space only may come before it."""
_MANY = 48
"""Places that can be choices, at the most."""


def singled_out(u: Understanding, sentence: Sentence, mention: Mention) -> Definition | None:
    """ "Lake Mira, the deepest lake in Norway, ...": what is the deepest lake in Norway?"""
    if u.text[mention.span.end : mention.span.end + _GAP].lstrip()[:1] not in _PARTS_OFF:
        return None
    words, at = sentence.words, mention.last + 1
    entity = u.aliases.at(mention)
    capital = [w.lower for w in words[at + 1 : at + 3]] == ["the", "capital"]
    landscape = entity is not None and entity.name.partition(" ")[0] in _LANDSCAPE
    if entity is None or not (entity.kind in _NAMED or entity.sort == "H" or capital or landscape):
        return None
    if at + 4 >= len(words) or words[at].text not in (",", "–", "—") or words[at + 1].lower != "the":
        return None
    end = next((i for i in range(at + 2, len(words)) if words[i].text in _CLOSES), 0)
    if not end or not is_most(words, at + 2) or _of_a_person(words, mention.first):
        return None
    thing = text_of(u.text, words, at + 1, end)
    if not SHORTEST <= len(thing.split()) <= LONGEST or not re.search(r" (?:of|in|on|for|to) ", thing):
        return None
    heads = {w.lower for w in words[at + 2 : end]}
    if heads & _PEOPLE or any(w.is_finite for w in words[at + 2 : end]) or any(title_mark(h) for h in heads):
        return None
    if not stands_alone(thing) or u.speech_about(mention.span):
        return None
    verb = "was" if words[at + 2].lower in ("first", "only") else "is"
    return _of_name(u, sentence, entity, f"What {verb} {thing}?")


def _of_a_person(words: Sequence[Word], start: int) -> bool:
    """Whether the apposition may be to what the name belongs to: "the mayor of Lima, the first woman ..."."""
    before = start - 1 - (start > 0 and words[start - 1].lower == "the")
    return before >= 0 and words[before].lower in ("of", "and", "or")


def _of_name(u: Understanding, sentence: Sentence, entity: Entity, asked: str) -> Definition | None:
    name = u.named(entity.name)
    if any(stands_in(n, asked) for n in (entity.name, entity.surname)):
        return None
    kind = _TYPES.get(NameKind.PROGRAMME if entity.sort == "H" else entity.kind, AnswerType.PHRASE)
    kind = AnswerType.COUNTRY if country(entity.name) else kind
    return Definition(
        rule="singled-out", subject=asked, evidence=(u.proof(sentence.span),), name=name, asked=asked, type=kind,
        accept=tuple(n for n in (entity.name, *entity.names) if n != name), guards=("no-person", "stands-alone"),
        choices=tuple(n for n in _alike(u, asked, name) if n != name) if kind is AnswerType.PHRASE else (),
    )  # fmt: skip


def _alike(u: Understanding, asked: str, name: str) -> tuple[str, ...]:
    """Other places to choose from; of a capital, cities of other countries."""
    if " capital " not in f" {asked} ":
        return places(u)
    return tuple(islice(cities_abroad(name, u, asked), _MANY))


@once
def places(u: Understanding) -> tuple[str, ...]:
    """The towns, regions and rivers of the document, the first ones."""
    named = (e.name for e in u.aliases.entities if e.kind is NameKind.PLACE and e.mentions and not country(e.name))
    return tuple(islice(named, _MANY))
