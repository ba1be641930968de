"""Attributions: who said what, in direct and indirect speech and in acts of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.kinds import Kind
from quizgen.language.asking import tidy
from quizgen.language.coreference import Referent
from quizgen.language.gazetteer import country, given_name_sex
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.lexicon import is_known, is_verb
from quizgen.language.names import NameKind
from quizgen.language.said import said_clause
from quizgen.language.speech import Guard, Manner, Speech
from quizgen.language.standalone import pointing
from quizgen.language.understanding import Understanding
from quizgen.model.document import Places, Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_LONGEST = 27
"""Words of a statement in a question, at the most."""
_SHORTEST_QUOTE = 3
_DROPPED_ADVERBS = re.compile(
    r"\b(?:also|then|later|further|furthermore|additionally|again|finally|lastly|subsequently|warmly) ?", re.I
)
_SUBORDINATE = frozenset(
    "as when while if although though because since after before once until unless whereas".split()
)
_FORGIVEN = frozenset(["carried", "speaker-may-be-thing"])
"""Guards that a speaker who is certainly a person passes."""
_OF_AUTHOR = 4
"""Cards about what a document's own author says, at the most: the answer is ever the same."""
_OWN = re.compile(r"^(?:his|her|its|their) (?:own )?", re.IGNORECASE)
_QUOTES = re.compile(r"[“”\"]")
_SIDE = re.compile(r"^the (?P<adjective>[A-Z]\w+) side$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Fact):
    """A statement and who made it."""

    speakers: tuple[str, ...]
    """Their full names; several for a statement made together."""
    accept: tuple[str, ...]
    """Shorter names of the speaker."""
    type: AnswerType
    predicate: str
    """What the speaker did, as it follows "Who": "stressed that ...", "thanked Peru for ..."."""
    asker: str = "Who"


def find(u: Understanding) -> Iterator[Attribution | Dropped]:
    """Yield the statements of a document whose speaker is certain."""
    taken, own = Places(), 0
    for speech in u.speech:
        if taken.meet(speech.content):
            continue
        told = _by_author(u, speech) if own < _OF_AUTHOR else None
        own += told is not None
        found = told or _attribution(u, speech)
        if isinstance(found, Attribution):
            taken.add(speech.content)
        yield found


def _by_author(u: Understanding, speech: Speech) -> Attribution | None:
    """ "We call on all countries to ...", in a statement whose title names its author."""
    author = u.author
    if author is None or speech.guards != (Guard.FIRST_PERSON,) or speech.vague or u.is_quoted(speech.cue):
        return None
    predicate = _predicate(u, speech)
    if predicate is None or pointing(predicate) or _names(predicate, author.name):
        return None
    entity = author.entity
    accept = _accepted(Referent(entity.name, (entity,))) if entity else (author.name.removeprefix("the "),)
    return Attribution(
        rule="own-statement", subject=predicate, evidence=(author.proof, u.proof(speech.cue)), speakers=(author.name,),
        accept=accept, type=AnswerType.PERSON if entity else AnswerType.GROUP, predicate=predicate, worth=0.8,
        guards=("known-author", "stands-alone", "not-own-speaker"),
    )  # fmt: skip


def _attribution(u: Understanding, speech: Speech) -> Attribution | Dropped:
    rule = f"{speech.manner}-speech"

    def drop(guard: str) -> Dropped:
        return Dropped(rule=rule, guard=guard, span=speech.content)

    side = _SIDE.match(" ".join(speech.speaker.of(u.text).split()))
    referent = u.coreference.resolve(speech.speaker, speech.sentence)
    forgiven = (
        _FORGIVEN if referent and referent.entities and referent.entities[0].kind is NameKind.PERSON else frozenset()
    )
    if guards := [g for g in speech.guards if g not in forgiven]:
        return drop(guards[0])
    if not (speech.certain or side or speech.guards):
        return drop("not-certain")
    if speech.vague or (speech.attitude and not side):
        return drop("vague-speaker" if speech.vague else "attitude")
    if u.sentences[speech.sentence].heading:
        return drop("heading")
    predicate = _predicate(u, speech)
    if predicate is None:
        return drop("statement-points-outside")
    if side:
        return _by_side(u, speech, predicate, side["adjective"])
    if referent is None or not referent.entities:
        return drop("speaker-not-certain")
    if any(_names(predicate, name) for e in referent.entities for name in (e.surname, e.name, *e.names)):
        return drop("names-its-speaker")
    if any(e.kind is NameKind.OTHER and is_known(e.name.lower()) for e in referent.entities):
        return drop("speaker-is-no-name")
    return Attribution(
        rule=rule, subject=predicate, evidence=_evidence(u, speech, referent),
        speakers=tuple(e.name for e in referent.entities),
        accept=_accepted(referent), type=_type(referent), predicate=predicate, worth=_worth(speech, referent),
        guards=("certain-speaker", "stands-alone", "not-own-speaker"),
    )  # fmt: skip


def _by_side(u: Understanding, speech: Speech, predicate: str, adjective: str) -> Attribution | Dropped:
    """ "The Lao side firmly supports ...": asked of the side, not of who speaks for it."""
    nation = country(adjective)
    if nation is None or _names(predicate, adjective):
        return Dropped(rule="side", guard="no-country", span=speech.content)
    return Attribution(
        rule="side", subject=predicate, evidence=_evidence(u, speech, Referent(adjective)),
        speakers=(f"the {adjective} side",),
        accept=(nation.name, f"{adjective} side"), type=AnswerType.COUNTRY, predicate=predicate, asker="Which side",
        guards=("country", "stands-alone"), worth=0.8,
    )  # fmt: skip


def _names(predicate: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", predicate) is not None


def _predicate(u: Understanding, speech: Speech) -> str | None:
    """What follows "Who" in the question; None where it would not stand alone."""
    cue = " ".join(_DROPPED_ADVERBS.sub("", speech.cue.of(u.text)).split())
    if speech.manner is Manner.DIRECT:
        quote = _quotation(u, speech)
        return f"{_telling(cue)}: “{quote}”" if quote else None
    said = said_clause(u, speech, _LONGEST)
    if said is None:
        return None
    said = _QUOTES.sub("", said) if said.count("“") != said.count("”") or said.count('"') % 2 else said
    before = speech.cue.end <= speech.content.start
    joint = " ".join(u.text[speech.cue.end : speech.content.start].split()) if before else ""
    if speech.manner is Manner.ACT:
        said = _OWN.sub("", said)
        if speech.act == "credit" and " with " not in said:
            return None
        linked = "that " if _opens_clause(u, speech) and cue.split()[-1] not in _TAKES_OBJECT else ""
        return (
            tidy(f"{_telling(cue)} {joint} {linked}{said}")
            if before and len(joint.split()) <= 2 and joint != ":"
            else None
        )
    if before and joint in ("to", "for", "on", "upon"):
        return tidy(f"{cue} {joint} {said}")
    if speech.rule.startswith("urging"):
        return tidy(f"{cue} {joint} {said}") if before else None
    if said.startswith("to "):
        return tidy(f"{_telling(cue)} {said}")
    whether = joint if joint in ("how", "why", "whether", "what") else "that"
    return tidy(f"{_telling(cue)} {whether} {said}")


_HELPING = frozenset("to will would can could may might must shall should do does did".split())
_TAKES_OBJECT = frozenset(["how", "why", "whether", "what"])


def _opens_clause(u: Understanding, speech: Speech) -> bool:
    """Whether the content is a clause of its own that lacks its "that": announced China will ..."""
    sentence = u.sentences[speech.sentence]
    return any(
        c.subject is not None and sentence.words[c.subject[0]].start == speech.content.start
        for c in u.clauses[sentence.index]
    )


def _telling(cue: str) -> str:
    """The verb for a question, in the past where it is a base form; one without a person becomes "said"."""
    words = cue.split()
    for i, word in enumerate(words):  # we strongly condemn: strongly condemned
        if is_verb(word) and base_form(word) == word and not any(w in _HELPING for w in words):
            cue = " ".join([*words[:i], verb_forms(word).past, *words[i + 1 :]])
            break
    head, _, tail = cue.partition(" ")
    if head in ("had", "has", "have") and tail:  # had proposed: proposed
        verb, _, more = tail.partition(" ")
        return f"{verb_forms(base_form(verb.lower())).past} {more}".strip()
    return (
        "said"
        if not cue or cue.lower().startswith(("according", ":")) or cue.lower() in ("told", "went on", "continued")
        else cue
    )


def _quotation(u: Understanding, speech: Speech) -> str:
    """The quoted words, whole sentences where they fit; empty where they tell too little."""
    words: list[str] = []
    for part in speech.parts:
        if words and words[-1][-1].isalnum() and part.of(u.text)[:1].isupper():
            words[-1] += "."
        quote = _QUOTES.sub("’", tidy(part.of(u.text)))
        pieces = re.split(r"(?<=[.!?])\s+", quote)
        for piece in pieces:
            if len(words) + len(piece.split()) > _LONGEST:
                return " ".join(words) if len(words) >= _SHORTEST_QUOTE else _beginning(piece)
            words += piece.split()
        if len(words) >= 12:
            break
    quote = tidy(" ".join(words)).rstrip(".")
    return quote if len(words) >= _SHORTEST_QUOTE else ""


def _beginning(sentence: str) -> str:
    """A long quoted sentence up to the last comma that fits, with dots for the rest."""
    head = " ".join(sentence.split()[:_LONGEST])
    cut = max(head.rfind(","), head.rfind(";"))
    opens = sentence.split()[0].lower() in _SUBORDINATE
    return f"{head[:cut]} …" if len(head[:cut].split()) >= 2 * _SHORTEST_QUOTE and not opens else ""


def _evidence(u: Understanding, speech: Speech, referent: Referent) -> tuple[Span, ...]:
    """The sentence of the cue, that of the content where it is another, and what tells who a pronoun is."""
    spans = [u.proof(speech.cue)]
    if not spans[0].overlaps(speech.content):
        spans.append(u.proof(Span(speech.content.start, speech.content.start + 1)))
    for entity in referent.entities:
        if not any(entity.is_named_in(span) for span in spans):
            spans.append(u.proof(entity.last_before(speech.cue.start).span))
    return tuple(sorted(set(spans)))


def _accepted(referent: Referent) -> tuple[str, ...]:
    if len(referent.entities) != 1:
        return ()
    entity = referent.entities[0]
    names = [n for n in entity.names if n != entity.name]
    titled = [f"{t} {entity.name}" for t in sorted(entity.titles)]
    western = entity.kind is NameKind.PERSON and given_name_sex(entity.name.split()[0])
    surname = [entity.surname] if western else []
    return tuple(dict.fromkeys([*names, *surname, *titled, *([entity.acronym] if entity.acronym else [])]))


def _type(referent: Referent) -> AnswerType:
    kinds = {e.kind for e in referent.entities}
    if len(referent.entities) > 1:
        return AnswerType.GROUP
    if kinds == {NameKind.PERSON}:
        return AnswerType.PERSON
    return AnswerType.COUNTRY if country(referent.entities[0].name) else AnswerType.ORGANISATION


def _worth(speech: Speech, referent: Referent) -> float:
    worth = 0.6 if speech.carried else 0.85 if referent.indirect else 1.0
    return worth * (0.7 if speech.act in ("discuss", "meet", "speak") else 1.0)


def ask(fact: Attribution, u: Understanding) -> Iterator[Question]:
    """Yield who said it."""
    if pointing(re.sub(r"“[^”]*”", "", fact.predicate)):
        return
    names = fact.speakers if fact.type is AnswerType.PERSON else tuple(u.named(s) for s in fact.speakers)
    answer = _listed(names)
    told = " ".join(s.of(u.text) for s in fact.evidence).lower()
    yield Question(
        aspect="who", text=f"{fact.asker} {fact.predicate}?", answer=answer, type=fact.type, accept=fact.accept,
        value=_listed(fact.speakers), derived=len(fact.speakers) > 1 and answer.lower() not in told,
    )  # fmt: skip


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


KIND = Kind(
    name="attribution",
    rules=("direct-speech", "mixed-speech", "indirect-speech", "act-speech", "own-statement", "side"),
    find=find,
    ask=ask,
)
