"""Whom or what people know by another name: "is considered the father of medicine", "was nicknamed the Iron Lady"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.kinds.definition.fact import LONGEST, Definition
from quizgen.kinds.definition.singled_out import places
from quizgen.language import data
from quizgen.language.asking import text_of, verb_text
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.doer import doer, proof_naming
from quizgen.language.entity import Entity, other_names
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands_alone
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType

NICKNAMING = frozenset(
    "considered regarded known called nicknamed dubbed hailed referred remembered acclaimed styled".split()
)
"""Verbs behind which stands what people call somebody."""
_OF_PEOPLE = "founder|founding father|father|mother|godfather|godmother|inventor|pioneer|king|queen|prince|princess"
_OF_PLACES = "cradle|birthplace|capital|home|heart|city|land|gateway|pearl|jewel"
_LEAD = r"(?:as |to as |as being |to be )?"
_QUOTED = r"(?:the )?(?:“[^”]+”|‘[^’]+’|\"[^\"]+\")(?: of .+)?"
_NAMED = Pattern(
    rf"{_LEAD}(?:{_QUOTED}|the (?:{_OF_PEOPLE}|{_OF_PLACES}) (?:of|behind) .+"
    r"|the (?:[A-Z][\w’'-]+)(?: (?:of|in|the|[A-Z][\w’'-]+))*)"
)
"""What singles one out: "the father of medicine", "the Iron Lady", "“The Rocket”"."""
_PERSONS = Pattern(rf"{_LEAD}(?:the )?[“‘\"]?(?:the )?(?:{_OF_PEOPLE}) (?:of|behind) ")
"""What only a person is called, and one whose name no list knows."""
_OPENING = {
    "considered": "is", "regarded": "is", "known": "was", "called": "was", "nicknamed": "was", "dubbed": "was",
    "hailed": "was", "remembered": "is",
}  # fmt: skip
"""Participles that open a sentence about whom people call so, with the verb of the question."""
_POINT = Pattern(r"[.,](?=[”’\"]$)")
"""A full stop that stands inside quotation marks."""
_REASONS = frozenset(["because", "as", "since", "when", "while", "after", "before", "although", "though", "for", "by"])
"""What opens why or by whom one is called so."""
_CLOSES = frozenset([",", ".", ";", "–", "—", ")", "(", ":"])
_TYPES = {NameKind.ORGANISATION: AnswerType.ORGANISATION}


def nicknamed(u: Understanding, sentence: Sentence, clause: Clause) -> Definition | None:
    """ "Ana Roe is considered the mother of chemistry": who is considered the mother of chemistry?"""
    words, verb = sentence.words, clause.verb
    if not verb.passive or clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED, ClauseKind.RELATIVE):
        return None
    span = words[verb.main].span
    denied = any(w.lower in ("not", "never") for w in words[verb.start : verb.end])
    if denied or u.is_quoted(span) or u.speech_about(span):
        return None
    told = _POINT.sub("", text_of(u.text, words, verb.end, _end(words, clause)))
    found = _NAMED.fullmatch(told)
    entity = (doer(u, sentence, clause) or _before_bracket(u, sentence, clause)) if found else None
    if found is None or entity is None:
        return None
    return _asked(u, entity, span, verb_text(words, clause), told)


def opening(u: Understanding, sentence: Sentence) -> Definition | None:
    """ "Known as the Iron Lady, Ana Reis led Peru": who was known as the Iron Lady?"""
    words = sentence.words
    if words[0].lower not in _OPENING or u.is_quoted(words[0].span) or u.speech_about(words[0].span):
        return None
    comma = next((i for i in range(2, len(words) - 2) if words[i].text == ","), 0)
    mention = next((m for m in u.mentions[sentence.index] if m.first == comma + 1), None) if comma else None
    told = text_of(u.text, words, 1, comma)
    entity = u.aliases.at(mention) if mention is not None and _NAMED.fullmatch(told) else None
    follows = mention is not None and mention.last + 1 < len(words) and words[mention.last + 1].is_finite
    if entity is None or not follows:
        return None
    return _asked(u, entity, words[0].span, f"{_OPENING[words[0].lower]} {words[0].lower}", told)


def _asked(u: Understanding, entity: Entity, span: Span, verb: str, told: str) -> Definition | None:
    """Who or what it is that is called so."""
    unlisted = entity.kind is NameKind.OTHER and _PERSONS.match(told) is not None
    person = unlisted or entity.kind is NameKind.PERSON
    if not person and entity.kind not in (NameKind.ORGANISATION, NameKind.PLACE):
        return None
    if not stands_alone(told) or len(told.split()) > LONGEST:
        return None
    if any(stands_in(name, told) for name in (entity.name, *entity.names, entity.surname) if name):
        return None
    asker = "Who" if person else "What"
    asked = re.sub(r"\s+", " ", f"{asker} {verb} {told}?")
    name = u.named(entity.name)
    return Definition(
        rule="nicknamed", subject=told, evidence=proof_naming(u, span, entity), name=name,
        asked=asked, type=AnswerType.PERSON if person else _TYPES.get(entity.kind, AnswerType.PHRASE),
        guards=("certain-subject", "stands-alone"),
        accept=tuple(n for n in other_names(entity) if n != name),
        choices=tuple(other for other in _alike(u, entity, person) if other != name),
    )  # fmt: skip


def _end(words: Sequence[Word], clause: Clause) -> int:
    """Where what somebody is called is over."""
    start = clause.verb.end + 1
    opened = next((i for i in range(clause.verb.end, min(start + 3, len(words))) if words[i].tag == "``"), 0)
    closed = next((i for i in range(opened, len(words)) if words[i].tag == "''"), 0) if opened else 0
    if closed:
        return closed + 1
    for i in range(start + 1, len(words)):
        word = words[i]
        if word.text in _CLOSES or word.tag in ("CC", "WDT", "WP") or word.lower in _REASONS:
            return i
    return len(words)


def _before_bracket(u: Understanding, sentence: Sentence, clause: Clause) -> Entity | None:
    """Whose years stand in brackets behind the name: "The Greek doctor Hippocrates (460–370 BC)"."""
    words = sentence.words
    if clause.subject is None or words[clause.subject[1] - 1].text != ")":
        return None
    opened = next((i for i in range(*clause.subject) if words[i].text == "("), 0)
    mention = next((m for m in u.mentions[sentence.index] if m.last + 1 == opened), None)
    plain = all(w.tag in ("DT", "JJ", "NN", "NNP", "CC") for w in words[clause.subject[0] : opened])
    return u.aliases.at(mention) if mention is not None and plain else None


def _alike(u: Understanding, entity: Entity, person: bool) -> tuple[str, ...]:
    """Choices that no pool has: other places, and for a person of one name others of the distant past."""
    if person:
        return () if " " in entity.name or entity.kind is NameKind.PERSON else data.lines("ancients.txt")
    return () if entity.kind in _TYPES else places(u)
