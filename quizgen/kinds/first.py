"""Firsts and superlatives: who was the first to do something, and which is the largest of its sort."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from quizgen.kinds import Kind
from quizgen.language.asking import predicate_end
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.doer import doer, proof_naming
from quizgen.language.gazetteer import country, landscape
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import goes_on, standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_LONGEST = 22
_MANY = 200
"""Other places of the document to choose from, at the most."""
_VAGUE = Pattern(
    r"^the (?:best|first time|first step|first day|last time|least|first thing|most (?:important|famous|popular|"
    r"beautiful|respected|powerful|notable|interesting))\b",
    re.I,
)
_ONE_OF = Pattern(r"^one of\b", re.I)
_OF_THE_TEXT = Pattern(
    r"\bthe (?:job|post|position|role|office|title|award|prize|feat|company|club|team|school|firm|party|group|series|"
    r"show|event|competition|tournament|race)\b(?! (?:of|in|at|for|that|which|to)\b)"
)
"""What only the text before names."""
_HOURS = frozenset(["night", "morning", "afternoon", "evening"])
_HANGING = Pattern(r" to [a-z]+$")
"""A verb without its object, which stood in quotation marks: "the first to buy"."""
_BECAME = frozenset(["was", "is", "became", "were", "are", "remains", "remained"])
_TYPES = {
    NameKind.PERSON: AnswerType.PERSON, NameKind.ORGANISATION: AnswerType.ORGANISATION,
    NameKind.PROGRAMME: AnswerType.PROGRAMME,
}  # fmt: skip


_RANK_WRITTEN_LARGE = Pattern(r"^the (?:First |Second)")
_SECOND = Pattern(r"(?:second|third|fourth|fifth)-\w+est")
_UNTIL = frozenset(["until", "till", "before", "prior"])
"""First words of what was so for a time: "Until Anna Roe's election, he was the only ..."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class First(Fact):
    """Someone or something that was the first or the most."""

    name: str
    accept: tuple[str, ...]
    type: AnswerType
    asked: str
    """What it was: "the first woman to win the prize"."""
    verb: str
    noun: str = ""
    """What thing of a landscape it is: mountain, river, castle."""


def find(u: Understanding) -> Iterator[First | Dropped]:
    """Yield what a document calls the first, the only or the most of its sort."""
    for sentence in u.sentences:
        if sentence.heading or sentence.asks:
            continue
        for clause in u.clauses[sentence.index]:
            if clause.verb.said in _BECAME and (found := _superlative(u, sentence, clause)):
                yield found


def _superlative(u: Understanding, sentence: Sentence, clause: Clause) -> First | Dropped | None:
    words, begin = sentence.words, clause.verb.end
    verb = clause.verb.said
    if clause.verb.passive or clause.verb.end - clause.verb.start > 1:
        return None
    if begin + 2 >= len(words) or words[begin].lower != "the" or not _is_most(words, begin + 1):
        return None
    span = Span(words[begin].start, words[min(clause.end, len(words)) - 1].end)
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED, ClauseKind.RELATIVE) or u.is_quoted(span):
        return Dropped(rule="superlative", guard="reported-or-subordinate", span=span)
    if any(s.content.contains(words[begin].span) for s in u.speech_about(words[begin].span)):
        return Dropped(rule="superlative", guard="opinion", span=span)
    if words[0].lower in _UNTIL:
        return Dropped(rule="superlative", guard="for-a-time", span=span)
    entity = doer(u, sentence, clause)
    noun = _landscape(words, begin)
    if entity is None or (entity.kind is NameKind.OTHER and not noun):
        return Dropped(rule="superlative", guard="subject-not-certain", span=span)
    rest = standing_predicate(u, sentence, clause, predicate_end(words, clause), _dates(u, sentence), _LONGEST)
    if rest is None or _VAGUE.match(rest) or _ONE_OF.match(rest) or _HANGING.search(rest) or not _told_apart(rest):
        return Dropped(rule="superlative", guard="predicate-points-outside", span=span)
    if _OF_THE_TEXT.search(rest):
        return Dropped(rule="superlative", guard="predicate-points-outside", span=span)
    if goes_on(u, sentence, begin, rest):
        return Dropped(rule="superlative", guard="cut-short", span=span)
    if any(stands_in(name, rest) for name in (entity.name, *entity.names, entity.surname)):
        return Dropped(rule="superlative", guard="names-its-answer", span=span)
    rest = _RANK_WRITTEN_LARGE.sub(lambda found: found[0].lower(), rest)
    name = u.named(entity.name)
    kind = AnswerType.COUNTRY if country(entity.name) else _TYPES.get(entity.kind, AnswerType.PHRASE)
    if kind is AnswerType.PERSON and name.startswith("the "):
        kind = AnswerType.PHRASE  # the Mariana Trench
    return First(
        rule="superlative", subject=rest, evidence=proof_naming(u, words[begin].span, entity), name=name, asked=rest,
        type=AnswerType.PHRASE if noun else kind, noun=noun,
        verb="was" if verb in ("became", "remained") else verb.replace("remains", "is"),
        accept=tuple(n for n in (entity.name, *entity.names) if n != name), guards=("certain-subject", "stands-alone"),
    )  # fmt: skip


def _landscape(words: Sequence[Word], begin: int) -> str:
    """The noun of a landscape that a superlative opens: "the highest *mountain* in Norway"; empty without one."""
    head = next((i for i in range(begin + 2, min(begin + 6, len(words))) if words[i].tag == "NN"), 0)
    return words[head].lower if head and words[head].lower in landscape() else ""


def _is_most(words: tuple[Word, ...], i: int) -> bool:
    """Whether "first", "only" or a superlative begins at ``i``: the first, the second largest, the most visited."""
    first = words[i]
    if first.lower in ("second", "third", "fourth", "fifth"):
        return words[i + 1].tag == "JJS" or words[i + 1].lower == "most"
    if _SECOND.fullmatch(first.lower):
        return True
    return first.tag == "JJS" or first.lower in ("first", "only", "oldest") or (
        first.lower in ("most", "least") and words[i + 1].tag in ("JJ", "VBN")
    )  # fmt: skip


def _dates(u: Understanding, sentence: Sentence) -> list[tuple[int, int]]:
    """Where dates stand, with their prepositions: they are no part of what was the first."""
    found = []
    for date in u.dates_by_sentence.get(sentence.index, ()):
        first = sentence.word_at(date.span.start)
        lead = first > 0 and sentence.words[first - 1].lower in ("on", "in")
        last = sentence.word_at(date.span.end - 1) + 1
        last += last < len(sentence.words) and sentence.words[last].lower in _HOURS
        found.append((first - lead, last))
    return found


def _told_apart(rest: str) -> bool:
    """Whether it says of what, where or to do what: "the largest island *in the Baltic*"."""
    return len(rest.split()) >= 4 and re.search(r"\b(?:in|of|to|on|at|from|for|with|who|that|ever)\b", rest) is not None


def ask(fact: First, u: Understanding) -> Iterator[Question]:
    """Yield who or what it was."""
    asker = "Who" if fact.type is AnswerType.PERSON else "What"
    yield Question(
        aspect="which", text=f"{asker} {fact.verb} {fact.asked}?", answer=fact.name, accept=fact.accept,
        value=fact.name.removeprefix("the "), type=fact.type, choices=_others(fact, u),
    )  # fmt: skip


def _others(fact: First, u: Understanding) -> tuple[str, ...]:
    """For what is of no known type, other names of the document of that kind."""
    if fact.noun:
        said = fact.asked.lower()
        return tuple(n for n in landscape()[fact.noun] if n != fact.name and n.removeprefix("the ").lower() not in said)
    if fact.type is not AnswerType.PHRASE:
        return ()
    return tuple(name for name in _places(u) if name != fact.name)


@once
def _places(u: Understanding) -> list[str]:
    """The first towns, regions and rivers of the document."""
    names = (e.name for e in u.aliases.entities if e.kind is NameKind.PLACE and not country(e.name))
    return list(islice((name for name in names if name[0].isupper()), _MANY))


KIND = Kind(name="first", rules=("superlative",), find=find, ask=ask, worth=0.8)
