"""What an article is about, behind "she", "the company" and "the family"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.language.aliases import Aliases, Entity
from quizgen.language.names import Mention, NameKind
from quizgen.language.referent import Referent

_NEAR = 2
"""Sentences before a pronoun in which nobody else may be named where it stands for the topic."""


class About:
    """The one thing or person that an article is about; nothing where there is no such."""

    def __init__(self, mentions: Sequence[Sequence[Mention]], aliases: Aliases) -> None:
        self._mentions = mentions
        self._aliases = aliases

    def person(self, sex: str, sentence: int, end: int) -> Referent | None:
        """Whom the article is about, where nobody else of that sex is named near before an offset."""
        topic = self._aliases.topic
        if topic is None or not may_be(topic, sex):
            return None
        others = (e for e in self._near(sentence, end, _NEAR) if e is not topic and may_be(e, sex))
        return _standing_for(topic) if next(others, None) is None else None

    def called(self, noun: str, sentence: int, end: int) -> Referent | None:
        """What "the company" or "the family" before an offset is, where nothing else so called is near."""
        topic = self._aliases.topic
        if topic is None:
            return None
        if topic.kind is NameKind.PERSON:
            return self._family(topic, sentence, end) if noun == "family" else None
        if noun not in self._aliases.topic_nouns:
            return None
        others = (e for e in self._near(sentence, end, 1) if e is not topic and _rivals(e, topic, noun))
        return _standing_for(topic) if next(others, None) is None else None

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


def _rivals(other: Entity, topic: Entity, noun: str) -> bool:
    """Whether another thing could be meant by what the topic is called by."""
    return noun in other.name.lower() or (other.kind is topic.kind and topic.kind is not NameKind.OTHER)
