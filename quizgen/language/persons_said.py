"""Who "he" and "her" are in what somebody said: another, who can be named, or surely the speaker."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.language.entity import Entity
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.speech import Speech
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_SEX = {"he": "M", "she": "F", "his": "M", "her": "F"}
_OF_SEX = {"M": Pattern(r"\b(?:he|him|his|himself)\b"), "F": Pattern(r"\b(?:she|her|hers|herself)\b")}


def named_pronouns(u: Understanding, sentence: Sentence, speech: Speech, part: Span) -> Iterator[tuple[Span, str]]:
    """Yield the first "he" or "her" in a part of a statement with the name of the person who is not the speaker.

    Args:
        u: the document.
        sentence: where the part stands.
        speech: the report.
        part: a place within its content.
    """
    speaker = u.speaker_of(speech)
    if speaker is None:
        return
    named: set[str] = set()
    for word in sentence.words_in(part):
        sex = _SEX.get(word.lower) if word.tag in ("PRP", "PRP$") else None
        if sex is None or (word.tag == "PRP" and word.lower == "her") or sex in named:
            continue
        who = u.coreference.resolve(word.span, sentence.index)
        if who is None or len(who.entities) != 1 or who.entities[0] in speaker.entities:
            continue
        if any(_may_be(e, sex) for e in speaker.entities) or any(
            _may_be(e, sex) for e in _people(u, sentence, part, word.start)
        ):
            continue
        named.add(sex)
        yield word.span, f"{who.text}'s" if word.tag == "PRP$" else who.text


def own_pronoun(u: Understanding, speech: Speech) -> str:
    """The "he" or "she" with which a statement opens and which can be but its speaker; empty for any other."""
    sentence = u.sentence_at(speech.content.start)
    words = sentence.words_in(speech.content)
    speaker = u.speaker_of(speech)
    sex = _SEX.get(words[0].lower, "") if words and words[0].tag == "PRP" else ""
    if not sex or speaker is None or len(speaker.entities) != 1 or speaker.entities[0].sex not in ("", sex):
        return ""
    if speaker.entities[0].kind is not NameKind.PERSON:
        return ""
    if speech.speaker.of(u.text).lower() == words[0].lower:
        return words[0].lower  # He said that he
    near = u.sentences[max(0, speech.sentence - 1) : speech.sentence + 1]
    before = (m for s in near for m in u.mentions[s.index] if m.span.end <= words[0].start)
    people = map(u.aliases.at, before)
    others = (e for e in people if e is not None and e is not speaker.entities[0])
    return "" if any(_may_be(e, sex) or _is_unknown(e) for e in others) else words[0].lower


def without_own(phrase: str, pronoun: str) -> str:
    """``phrase`` without the pronouns of the sex of ``pronoun``, where those are the speaker's."""
    return " ".join(_OF_SEX[_SEX[pronoun]].sub("", phrase).split()) if pronoun else phrase


def _people(u: Understanding, sentence: Sentence, part: Span, end: int) -> Iterator[Entity]:
    """The people named in a part of a statement before an offset."""
    for mention in u.mentions[sentence.index]:
        if part.start <= mention.span.start and mention.span.end <= end and (e := u.aliases.at(mention)) is not None:
            yield e


def _may_be(entity: Entity, sex: str) -> bool:
    return entity.kind is NameKind.PERSON and entity.sex in ("", sex)


def _is_unknown(entity: Entity) -> bool:
    """Whether a name of unknown words may be a person's."""
    return entity.kind is NameKind.OTHER and " " in entity.name
