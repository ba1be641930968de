"""What an article is about, behind "she", "the company" and "the family"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from quizgen.language.aliases import Aliases
from quizgen.language.entity import Entity, head_of
from quizgen.language.names import Mention, NameKind
from quizgen.language.referent import Referent

_REACH = 4
"""Sentences before in which a thing must be named that a noun alone calls again."""
_HEAD, _FAR = 2, 16
"""How far on a report may call again what its first sentences name, where nothing else in it is so called."""
_THINGS = frozenset([NameKind.ORGANISATION, NameKind.PROGRAMME, NameKind.OTHER])
_BODIES = frozenset(["company", "firm", "organisation", "organization", "institution"])
"""What any body may be called."""
_NEAR = 2
"""Sentences before a pronoun in which nobody else may be named where it stands for the topic."""


class About:
    """The one thing or person that an article is about; nothing where there is no such."""

    def __init__(
        self,
        mentions: Sequence[Sequence[Mention]],
        aliases: Aliases,
        subjects: Mapping[int, Referent | None],
    ) -> None:
        self._mentions = mentions
        self._aliases = aliases
        self._subjects = subjects
        """What the main subject of each sentence before stands for."""

    def person(self, sex: str, sentence: int, end: int) -> Referent | None:
        """Whom the article is about, where nobody else of that sex is named near before an offset."""
        topic = self._aliases.topic or self._aliases.hero
        if topic is None or not may_be(topic, sex):
            return None
        others = (e for e in self._near(sentence, end, _NEAR) if e is not topic and may_be(e, sex))
        return _standing_for(topic) if next(others, None) is None else None

    def called(self, noun: str, sentence: int, end: int) -> Referent | None:
        """What "the company" or "the family" before an offset is, where nothing else so called is near."""
        return self._topic_called(noun, sentence, end) or self._subject_called(noun, sentence, end)

    def _subject_called(self, noun: str, sentence: int, end: int) -> Referent | None:
        """The subject of the sentence before, where its name or its sort is that: "the bank" is the Tarn Bank."""
        before = self._subjects.get(sentence - 1)
        if before is None or len(before.entities) != 1 or before.entities[0].kind not in _THINGS:
            return None
        thing = before.entities[0]
        named = noun == thing.name.rsplit(" ", 1)[-1].lower() and " " in thing.name
        if any(e is not thing for e in self._aliases.known_as(noun.capitalize())):
            return None  # the Council, which another is called by
        if not named and (noun not in _BODIES or thing.kind is not NameKind.ORGANISATION):
            return None
        others = (e for e in self._near(sentence, end, 1) if e is not thing and e.kind in _THINGS)
        rival = any(noun in e.name.lower() if named else " " in e.name for e in others)
        return None if rival else _standing_for(thing)

    def _topic_called(self, noun: str, sentence: int, end: int) -> Referent | None:
        topic = self._aliases.topic
        if topic is None:
            return self._named(noun, sentence, end)
        if topic.kind is NameKind.PERSON:
            return self._family(topic, sentence, end) if noun == "family" else self._named(noun, sentence, end)
        if noun not in self._aliases.topic_nouns:
            return self._named(noun, sentence, end)
        here = (e for e in self._near(sentence, end, 0) if e.kind is topic.kind and e.kind is not NameKind.OTHER)
        near = 0 if self._opens_with(topic, sentence - 1) else 1
        so_called = (e for e in self._near(sentence, end, near) if noun in e.name.lower())
        before = self._subjects.get(sentence - 1)
        told = [e for e in before.entities if e.kind is not NameKind.PERSON] if before is not None else []
        others = (e for e in (*here, *so_called, *told) if e is not topic)
        return _standing_for(topic) if next(others, None) is None else None

    def _opens_with(self, topic: Entity, sentence: int) -> bool:
        """Whether a sentence names the topic first: "*The Tarn Company* is ..., part of the Graz Company"."""
        first = next(iter(self._mentions[sentence]), None) if sentence >= 0 else None
        return first is not None and self._aliases.at(first) is topic

    def _named(self, noun: str, sentence: int, end: int) -> Referent | None:
        """The one thing before an offset of a sort: "the railway" is the Tarn Railway."""
        first = self._closing_with.get(noun, ())[:2]
        named = [e for e in first if e.mentions[0].span.end <= end]
        if len(named) != 1:
            return None
        reach = _FAR if named[0].mentions[0].sentence <= _HEAD and len(self._closing_with[noun]) == 1 else _REACH
        return _standing_for(named[0]) if named[0].last_before(end).sentence >= sentence - reach else None

    @cached_property
    def _closing_with(self) -> dict[str, list[Entity]]:
        """Things by the noun that tells what they are, in small letters, in the order of their first mentions."""
        found: dict[str, list[Entity]] = {}
        for entity in self._aliases.entities:
            if entity.kind in _THINGS and " " in entity.name:
                found.setdefault(head_of(entity).lower(), []).append(entity)
        for entities in found.values():
            entities.sort(key=lambda e: e.mentions[0].span)
        return found

    def _family(self, topic: Entity, sentence: int, end: int) -> Referent | None:
        """The family of the person that an article is about, where nobody of another name is near."""
        people = (e for e in self._near(sentence, end, _NEAR) if e.kind is NameKind.PERSON)
        others = next((e for e in people if e.surname != topic.surname), None)
        return Referent(f"{topic.name}'s family", indirect=True) if others is None else None

    def _near(self, sentence: int, end: int, reach: int) -> Iterator[Entity]:
        """What is named before an offset in a sentence and in some before it."""
        for number in range(max(0, sentence - reach), sentence + 1):
            for mention in self._mentions[number]:
                if mention.span.end <= end and (entity := self._aliases.at(mention)) is not None:
                    yield entity


def may_be(entity: Entity, sex: str) -> bool:
    """Whether an entity is a person of that sex, as far as is known."""
    return entity.kind is NameKind.PERSON and entity.sex in ("", sex)


def _standing_for(topic: Entity) -> Referent:
    return Referent(topic.name, (topic,), indirect=True)
