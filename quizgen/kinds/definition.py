"""Definitions: what the term for something is, and which thing a name's apposition singles out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from quizgen.kinds import Kind
from quizgen.language.aliases import Entity
from quizgen.language.asking import text_of
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.gazetteer import country, title_mark
from quizgen.language.lexicon import tags_of
from quizgen.language.names import Mention, NameKind
from quizgen.language.once import once
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import anaphoric, owner, pointing, pronoun
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_DEFINES = frozenset("that which who whose used where made by in for of".split())
"""Words that tell one thing of a class from the others: "a tool *used* to cut wood"."""
_VALUES = re.compile(r"\b(?:best|worst|good|bad|great|right|wrong|important|wonderful|terrible|beautiful|way|matter)\b")
"""What an opinion says rather than a definition."""
_LEARNED = re.compile(r"(?:sis|tion|logy|ism|graphy|metry|lysis|nomy)$")
"""Endings of learned words, which are no names even where no list knows them: photosynthesis."""
_NAMING = frozenset(["called", "termed", "known"])
_PARTS = frozenset(["NN", "NNS", "JJ", "VBG"])
_NEAR = 12
"""How many terms on either side can be choices for one."""
_SHORTEST, _LONGEST, _LONGEST_TERM = 4, 22, 4
_CLOSES = frozenset([",", ".", ";", "–", "—", ")"])
_PEOPLE = frozenset("man woman person people child boy girl one member winner player".split())
_NAMED = (NameKind.PLACE, NameKind.ORGANISATION, NameKind.PROGRAMME)
_TYPES = {NameKind.ORGANISATION: AnswerType.ORGANISATION, NameKind.PROGRAMME: AnswerType.PROGRAMME}


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Fact):
    """A term or a name, and what it is."""

    name: str
    accept: tuple[str, ...] = ()
    asked: str
    """The whole question."""
    type: AnswerType = AnswerType.PHRASE
    choices: tuple[str, ...] = ()


def find(u: Understanding) -> Iterator[Definition | Dropped]:
    """Yield the terms a document defines, where there are several to choose from, and what names stand for."""
    terms: list[Definition] = []
    for sentence in u.sentences:
        if sentence.heading or sentence.words[-1].text == "?":
            continue
        for clause in u.clauses[sentence.index]:
            if found := _term(u, sentence, clause) or _called(u, sentence, clause):
                terms.append(found)
        for mention in u.mentions[sentence.index]:
            if told := _singled_out(u, sentence, mention):
                yield told
    for i, term in enumerate(terms):
        near = (*terms[i + 1 : i + _NEAR], *terms[max(0, i - _NEAR) : i][::-1])
        yield replace(term, choices=tuple(t.name for t in near if t.name != term.name))


def _term(u: Understanding, sentence: Sentence, clause: Clause) -> Definition | None:
    """ "Erosion is the wearing away of rock by wind": what is the term for ...?"""
    words, verb = sentence.words, clause.verb
    field = _field(u, sentence, clause)
    if clause.subject is None or field is None or clause.kind is not ClauseKind.MAIN:
        return None
    if verb.end - verb.start != 1 or words[verb.main].lower not in ("is", "are") or verb.start != clause.subject[1]:
        return None
    name = _bare(words[clause.subject[0] : clause.subject[1]])
    told = _up_to_the_end(u, sentence, verb.end)
    if not name or not told or not _defines(words, verb.end) or _holds(told, name):
        return None
    asked = f"{field}, what" if field else "What"
    return _defined(u, sentence, name, f"{asked} is the term for {told}?", "term")


def _field(u: Understanding, sentence: Sentence, clause: Clause) -> str | None:
    """ "In biology" before a subject; empty where a sentence opens with its subject, None where with something else."""
    words, begin = sentence.words, clause.subject[0] if clause.subject else 0
    if begin == 0:
        return ""
    plain = all(w.tag in _PARTS for w in words[1 : begin - 1])
    if words[0].text != "In" or words[begin - 1].text != "," or not plain or not 3 <= begin <= 4:
        return None
    return text_of(u.text, words, 0, begin - 1)


def _called(u: Understanding, sentence: Sentence, clause: Clause) -> Definition | None:
    """ "A group of whales is called a pod": what is a group of whales called?"""
    words, verb = sentence.words, clause.verb
    if clause.subject is None or min(clause.start, clause.subject[0]) != 0 or clause.kind is not ClauseKind.MAIN:
        return None
    helper, after = words[verb.finite].lower, verb.end
    if words[verb.main].lower not in _NAMING or helper not in ("is", "are") or not _is_class(words[: verb.start]):
        return None
    after += after < len(words) and words[after].lower == "as"
    end = next((i for i in range(after, len(words)) if words[i].text in _CLOSES), len(words))
    name = _bare(words[after:end])
    thing = text_of(u.text, words, 0, verb.start)
    if not name or pointing(thing) or owner(thing) or _holds(thing, name):
        return None
    return _defined(u, sentence, name, f"What {helper} {thing[:1].lower()}{thing[1:]} called?", "called")


def _is_class(words: Sequence[Word]) -> bool:
    """Whether a subject speaks of all things of a sort: "a group of whales", "animals that eat plants"."""
    first, plain = words[0], not any((w.is_name and i) or w.text == "," for i, w in enumerate(words))
    if len(words) < 2 or not plain:
        return False
    study = first.lower == "the" and words[2 % len(words)].lower == "of"
    return study or first.lower in ("a", "an") or first.tag in ("NNS", "JJ") or first.lower.endswith("s")


def _bare(words: Sequence[Word]) -> str:
    """A term without its article, in lower case; empty where the words are no short common noun phrase."""
    inner = words[1:] if words and words[0].lower in ("a", "an") else words
    if not 1 <= len(inner) <= _LONGEST_TERM or inner[-1].tag not in ("NN", "NNS", "VBG", "NNP"):
        return ""
    if any(w.tag not in _PARTS and w is not inner[0] for w in inner) or any(c.isupper() for c in inner[0].text[1:]):
        return ""
    known = tags_of(inner[0].lower)
    learned = len(inner) == 1 and _LEARNED.search(inner[0].lower) is not None
    common = (
        learned
        or inner[0].text.islower()
        or words[0].lower in ("a", "an")
        or (known is not None and known[0] in _PARTS)
    )
    return " ".join(w.lower for w in inner) if common else ""


def _defines(words: Sequence[Word], start: int) -> bool:
    """Whether what follows is a class with what tells it apart: "a tool that cuts", "the wearing away of rock"."""
    first = words[start] if start < len(words) else None
    if first is None or not (first.lower in ("a", "an", "the") or first.tag in ("NNS", "JJ")):
        return False
    return any(
        w.lower in _DEFINES and words[i - 1].is_noun for i, w in enumerate(words[start + 1 : start + 7], start + 1)
    )


def _up_to_the_end(u: Understanding, sentence: Sentence, start: int) -> str:
    """The rest of a sentence, where it stands alone and is no opinion."""
    words = sentence.words
    end = next((i for i in range(start, len(words)) if words[i].text in (";", ".", "(", "—", "–")), len(words))
    told = text_of(u.text, words, start, end)
    if (
        not _SHORTEST <= len(told.split()) <= _LONGEST
        or _VALUES.search(told)
        or any(w.is_name for w in words[start:end])
    ):
        return ""
    return "" if pointing(told) or pronoun(told) or anaphoric(f"{told.removeprefix('the ')} .") else told


def _holds(told: str, name: str) -> bool:
    """Whether a definition says its own term: "swimmers are people who swim"."""
    said = [w for w in re.findall(r"\w{3,}", told.lower()) if w not in ("the", "and", "for")]
    return any(word.startswith(w) or w.startswith(word[:5]) for word in name.split() if len(word) > 2 for w in said)


def _defined(u: Understanding, sentence: Sentence, name: str, asked: str, rule: str) -> Definition | None:
    span = sentence.span
    if u.is_quoted(span) or u.speech_about(span):
        return None  # what somebody holds
    return Definition(
        rule=rule, subject=name, evidence=(u.proof(span),), name=name, asked=asked,
        guards=("common-noun", "stands-alone"),
    )  # fmt: skip


def _singled_out(u: Understanding, sentence: Sentence, mention: Mention) -> Definition | None:
    """ "Lake Mira, the deepest lake in Norway, ...": what is the deepest lake in Norway?"""
    words, at = sentence.words, sentence.word_at(mention.span.end - 1) + 1
    entity = u.aliases.at(mention)
    if entity is None or not (entity.kind in _NAMED or entity.sort == "H"):
        return None
    if at + 4 >= len(words) or words[at].text not in (",", "–", "—") or words[at + 1].lower != "the":
        return None
    end = next((i for i in range(at + 2, len(words)) if words[i].text in _CLOSES), 0)
    if not end or not _is_most(words, at + 2) or _of_a_person(words, sentence.word_at(mention.span.start)):
        return None
    thing = text_of(u.text, words, at + 1, end)
    if not _SHORTEST <= len(thing.split()) <= _LONGEST or not re.search(r" (?:of|in|on|for|to) ", thing):
        return None
    heads = {w.lower for w in words[at + 2 : end]}
    if heads & _PEOPLE or any(w.is_finite for w in words[at + 2 : end]) or any(title_mark(h) for h in heads):
        return None
    if pointing(thing) or owner(thing) or pronoun(thing) or anaphoric(f"{thing} .") or u.speech_about(mention.span):
        return None
    verb = "was" if words[at + 2].lower in ("first", "only") else "is"
    return _of_name(u, sentence, entity, f"What {verb} {thing}?")


def _is_most(words: Sequence[Word], i: int) -> bool:
    first, then = words[i], words[i + 1]
    return first.tag == "JJS" or first.lower in ("first", "only", "capital") or (
        first.lower in ("most", "second", "third") and then.tag in ("JJ", "JJS", "VBN")
    )  # fmt: skip


def _of_a_person(words: Sequence[Word], start: int) -> bool:
    """Whether the apposition may be to what the name belongs to: "the mayor of Lima, the first woman ..."."""
    before = start - 1 - (start > 0 and words[start - 1].lower == "the")
    return before >= 0 and words[before].lower in ("of", "and", "or")


def _of_name(u: Understanding, sentence: Sentence, entity: Entity, asked: str) -> Definition | None:
    name = u.named(entity.name)
    if any(re.search(rf"\b{re.escape(n)}\b", asked) for n in (entity.name, entity.surname)):
        return None
    kind = _TYPES.get(NameKind.PROGRAMME if entity.sort == "H" else entity.kind, AnswerType.PHRASE)
    kind = AnswerType.COUNTRY if country(entity.name) else kind
    return Definition(
        rule="singled-out", subject=asked, evidence=(u.proof(sentence.span),), name=name, asked=asked, type=kind,
        accept=tuple(n for n in (entity.name, *entity.names) if n != name), guards=("no-person", "stands-alone"),
        choices=tuple(n for n in _places(u) if n != name) if kind is AnswerType.PHRASE else (),
    )  # fmt: skip


@once
def _places(u: Understanding) -> tuple[str, ...]:
    """The towns, regions and rivers of the document, the first ones."""
    places = (e.name for e in u.aliases.entities if e.kind is NameKind.PLACE and e.mentions and not country(e.name))
    return tuple(islice(places, 4 * _NEAR))


def ask(fact: Definition, u: Understanding) -> Iterator[Question]:
    """Yield what it is that is defined."""
    yield Question(
        aspect="what", text=fact.asked, answer=fact.name, value=fact.name.removeprefix("the "), accept=fact.accept,
        type=fact.type, choices=fact.choices,
    )  # fmt: skip


KIND = Kind(name="definition", rules=("term", "called", "singled-out"), find=find, ask=ask, worth=0.75)
