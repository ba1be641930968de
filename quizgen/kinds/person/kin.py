"""Whose child, husband or wife somebody was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.kinds.person.fact import Told
from quizgen.language.clauses import Clause
from quizgen.language.doer import doer, proof_naming
from quizgen.language.entity import Entity
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_ONE = r"(?P<kin>(?:(?:first|second|third|late|future|adoptive) )?(?:father|mother|husband|wife|stepfather|stepmother)"
_OWNED = Pattern(rf"\b(?P<owner>[Hh]is|[Hh]er|[A-Z][\w.-]+['’]s?) {_ONE}|predecessor|successor),(?= )")
"""Of these one has but one, so that the comma tells who it is: "His father, ..."."""
_CHILD = Pattern(r"\b(?:[Tt]he|an?) (?:[\w-]+ ){0,2}?(?:son|daughter|child) of (?:the )?(?:[a-z-]+ ){0,2}")
_PARENTS = {"M": "father", "F": "mother"}


def kin(u: Understanding) -> Iterator[Told | Dropped]:
    """Yield who was whose father, mother, husband or wife, of the person that an article is about."""
    topic = u.aliases.topic
    if topic is None or topic.kind is not NameKind.PERSON:
        return
    for sentence in u.sentences:
        text = sentence.span.of(u.text)
        for owned in _OWNED.finditer(text):
            yield from _owned(u, sentence, topic, owned)
        for child in _CHILD.finditer(text):
            yield from _parent(u, sentence, topic, sentence.span.start + child.end())
    told = [(s, c) for s in u.sentences for c in u.clauses[s.index] if c.verb.said == "married"]
    once = sum(doer(u, sentence, clause) is topic for sentence, clause in told) == 1
    for sentence, clause in told:
        if (found := _married(u, sentence, topic, clause, once=once)) is not None:
            yield found


def _owned(u: Understanding, sentence: Sentence, topic: Entity, found: re.Match[str]) -> Iterator[Told | Dropped]:
    """ "Her husband, the painter Karl Brandt, ..."."""
    start = sentence.span.start
    span = Span(start + found.start("owner"), start + found.end("owner"))
    if found["owner"].lower() in ("his", "her"):
        owner = u.coreference.resolve(span, sentence.index)
        mine = owner is not None and owner.entities == (topic,)
    else:
        mine = found["owner"].rstrip("s").rstrip("'’") == topic.surname
    person = _named_at(u, sentence, start + found.end() + 1)
    if not mine or person is None:
        yield Dropped(rule="kin", guard="nobody-certain", span=span)
    else:
        yield _told(u, span, topic, found["kin"], person)


def _parent(u: Understanding, sentence: Sentence, topic: Entity, at: int) -> Iterator[Told | Dropped]:
    """ "Ana Reis was born in Lima, the daughter of the miller Karl Brandt": of the subject, who is the topic."""
    main = next(iter(u.clauses[sentence.index]), None)
    person = _named_at(u, sentence, at)
    if main is None or person is None or not person.sex or doer(u, sentence, main) is not topic:
        yield Dropped(rule="kin", guard="nobody-certain", span=Span(at, at + 1))
    else:
        yield _told(u, Span(at, at + 1), topic, _PARENTS[person.sex], person)


def _married(
    u: Understanding, sentence: Sentence, topic: Entity, clause: Clause, *, once: bool
) -> Told | Dropped | None:
    """ "In 1917 he married Ana Reis": whom he married, in that year where it is told, or ``once`` in his life."""
    words, verb = sentence.words, clause.verb
    if verb.passive or verb.end >= len(words) or u.is_quoted(words[verb.main].span):
        return None
    person = _named_at(u, sentence, words[verb.end].start)
    if person is None or doer(u, sentence, clause) is not topic or words[verb.finite].tag != "VBD":
        return Dropped(rule="kin", guard="nobody-certain", span=words[verb.main].span)
    years = [
        d.value.year for d in u.dates_by_sentence.get(sentence.index, ())
        if d.value is not None and not d.approximate and u.clause_at(sentence, d.span.start) is clause
    ]  # fmt: skip
    when = f" in {years[0]}" if len(years) == 1 else ""
    if not when and not once:
        return Dropped(rule="kin", guard="married-again", span=words[verb.main].span)
    return _fact(u, words[verb.main].span, topic, person, f"Whom did {topic.name} marry{when}?")


def _named_at(u: Understanding, sentence: Sentence, at: int) -> Entity | None:
    """The person whose full name opens the noun phrase at an offset: "the painter *Karl Brandt*"."""
    i = sentence.word_at(at)
    for word in sentence.words[i : i + 5]:
        for mention in u.mentions[sentence.index]:
            if word.start in (mention.span.start, mention.whole.start):
                entity = u.aliases.at(mention)
                whole = entity is not None and entity.kind is NameKind.PERSON and " " in entity.name
                return entity if whole and u.text[mention.span.end : mention.span.end + 1] not in ("'", "’") else None
        if word.tag not in ("DT", "NN", "JJ"):
            return None
    return None


def _told(u: Understanding, span: Span, topic: Entity, kin: str, person: Entity) -> Told | Dropped:
    tense = "is" if re.search(rf"{re.escape(topic.surname)}\b[^.]{{0,120}}? is an? ", u.text) else "was"
    return _fact(u, span, topic, person, f"Who {tense} {topic.name}'s {kin.removeprefix('late ')}?")


def _fact(u: Understanding, span: Span, topic: Entity, person: Entity, asked: str) -> Told | Dropped:
    if person is topic:
        return Dropped(rule="kin", guard="names-its-answer", span=span)
    evidence = tuple(sorted({*proof_naming(u, span, topic), u.proof(span)}))
    return Told(
        rule="kin", subject=asked, evidence=evidence, asked=asked, people=(person,),
        guards=("article-about-one", "certain-person", "one-of-a-kind"), worth=0.9,
    )  # fmt: skip
