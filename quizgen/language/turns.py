"""Who "she" is behind a quotation: whoever spoke last, or whom the sentence before it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.language.aliases import Aliases
from quizgen.language.coreference import Coreference
from quizgen.language.entity import Entity
from quizgen.language.names import Mention, NameKind
from quizgen.language.referent import Referent
from quizgen.language.sentences import Sentence
from quizgen.language.speech import Manner, Speech
from quizgen.model.document import Span

_SEX = {"he": "M", "she": "F"}
_REACH = 5
"""Sentences between two things said by one person, at the most."""


class Turns:
    """The speakers of quotations that are told of by a pronoun; worked out once, from the first to the last."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Sequence[Mention]],
        aliases: Aliases,
        coreference: Coreference,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._mentions = mentions
        self._aliases = aliases
        self._coreference = coreference
        self._spoke: dict[int, list[Entity]] = {}
        """Who spoke in each paragraph; of use where nobody knows the sex of one of them."""

    def speakers(self, speeches: Sequence[Speech]) -> dict[Span, Referent | None]:
        """Whom a pronoun behind a quotation stands for, by the place of its verb; None where that is not certain.

        Args:
            speeches: the document's reports in their order.
        """
        found: dict[Span, Referent | None] = {}
        last: tuple[Speech, Entity] | None = None
        for speech in speeches:
            named = self._coreference.resolve(speech.speaker, speech.sentence)
            sex = _SEX.get(speech.speaker.of(self._text).lower(), "")
            direct = speech.manner is Manner.DIRECT
            first = self._first(speech) if direct else speech.sentence
            if sex and (named is None or first < speech.sentence):
                who = self._last(speech, first, sex, last) or (self._before(first, sex) if direct else None)
                named = Referent(who.name, (who,), indirect=True) if who is not None else None
                found[speech.cue] = named
            if named is not None and named.entities and named.entities[0].kind is NameKind.PERSON:
                self._spoke.setdefault(self._sentences[speech.sentence].paragraph, []).append(named.entities[0])
            if speech.certain and named is not None:
                entity = named.entities[0] if len(named.entities) == 1 else None
                last = (speech, entity) if entity is not None and entity.kind is NameKind.PERSON else None
        return found

    def _first(self, speech: Speech) -> int:
        """The number of the sentence in which the words said begin."""
        first = speech.sentence
        while first > 0 and self._sentences[first].span.start > speech.content.start:
            first -= 1
        return first

    def _last(self, speech: Speech, first: int, sex: str, last: tuple[Speech, Entity] | None) -> Entity | None:
        """Who spoke last, where nobody else of that sex is named since then."""
        pronoun = next(iter(self._sentences[speech.sentence].words_in(speech.speaker)), None)
        told = pronoun is not None and speech.manner is not Manner.DIRECT and speech.content.start > pronoun.start
        if told and pronoun is not None and self._coreference.is_unknown_before(pronoun, speech.sentence):
            return None  # Plato is no cynic: he argues
        if last is not None and _is_near(self._sentences, last[0], speech, first):
            before, who = last
            others = self._others(Span(before.cue.end, speech.content.start), before, first)
            beside = [] if who.sex else self._spoke.get(self._sentences[before.sentence].paragraph, [])
            rivals = (other for other in (*others, *beside) if other is not who and other.sex in ("", sex))
            if who.sex in ("", sex) and next(rivals, None) is None:
                return who
        return None

    def _before(self, first: int, sex: str) -> Entity | None:
        """Whom the sentence before a quotation is about, where it names nobody else."""
        previous = next((i for i in range(first - 1, -1, -1) if not self._sentences[i].heading), None)
        subject = self._coreference.subject_of(previous) if previous is not None else None
        if previous is None or subject is None or len(subject.entities) != 1:
            return None
        named = [e for m in self._mentions[previous] if (e := self._aliases.at(m)) and e.kind is NameKind.PERSON]
        sure = subject.entities[0].kind is NameKind.PERSON and subject.entities[0].sex in ("", sex)
        return subject.entities[0] if sure and all(e is subject.entities[0] for e in named) else None

    def _others(self, between: Span, before: Speech, first: int) -> Iterator[Entity]:
        """The people named between two reports, in words that are not said in the first."""
        for number in range(before.sentence, first + 1):
            for mention in self._mentions[number]:
                entity = self._aliases.at(mention)
                said = before.content.contains(mention.span)
                if (
                    entity is not None
                    and entity.kind is NameKind.PERSON
                    and between.contains(mention.span)
                    and not said
                ):
                    yield entity


def _is_near(sentences: Sequence[Sentence], before: Speech, speech: Speech, first: int) -> bool:
    """Whether two reports stand in one paragraph or in two that follow each other, with few sentences between."""
    if first - before.sentence > _REACH or before.cue.start > speech.content.start:
        return False
    return sentences[first].paragraph - sentences[before.sentence].paragraph <= 1
