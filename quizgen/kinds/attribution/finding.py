"""The statements of a document whose speaker is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizgen.kinds.attribution.assertions import assertions
from quizgen.kinds.attribution.fact import Attribution, accepted, answer_type, evidence_of, names
from quizgen.kinds.attribution.judged import judged
from quizgen.kinds.attribution.own_words import own_words, proclaimed
from quizgen.kinds.attribution.predicate import predicate_of
from quizgen.kinds.attribution.purpose import purpose
from quizgen.kinds.attribution.speakers import speaker_of
from quizgen.kinds.attribution.statements import statements
from quizgen.kinds.attribution.worthy import worthy
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, is_called_by_word
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.lexicon import is_known, is_verb
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.referent import Referent
from quizgen.language.speech import Guard, Manner, Speech
from quizgen.language.speech.names import Position, Rule
from quizgen.language.standalone import pointing
from quizgen.language.transcript import author_at
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.model.document import Places, Span
from quizgen.model.fact import AnswerType, Dropped

_FORGIVEN = frozenset(["carried", "speaker-may-be-thing"])
"""Guards that a speaker who is certainly a person passes."""
_OF_AUTHOR = (6, 600)
"""Cards about what a document's own author says, at the most: of a short text, and in so many characters one."""
_OF_MANY = (6, 350)
"""The same of a group, whose statement tells little else."""
_WISH = Pattern(r"(?:wanted|wished|would like|liked|hoped) to (?:also )?(?P<verb>[a-z]+)")
_SAID_BY_WISH = frozenset(
    "thank congratulate welcome stress emphasise emphasize highlight underline underscore express recognise recognize "
    "acknowledge commend reiterate praise applaud honour honor announce invite urge call condemn extend convey".split()
)
"""Verbs of saying that are done with the wish to do them."""
_OWN = Pattern(r"^\w+ it |\bits\b")
"""What a body tells of itself."""
_OWNED = Pattern(r"['’]s [A-Z][a-z]+$")
_DEEDS = frozenset(
    "call task note recall recognize recognise acknowledge reject oppose support endorse advocate instruct encourage "
    "ask invite address review pledge promise honor honour "
    "unveil assign order accept approve record request direct advise beg implore".split()
) | {"agree on"}
_DOERS = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PEOPLE)
_WITHIN = frozenset("in of from at for on with near to by".split())
_DEMONYMS = frozenset(
    "Finn Swede Dane Pole Briton Spaniard Turk Scot Frenchman Englishman Irishman Welshman Scotsman Dutchman "
    "Frenchwoman Englishwoman Irishwoman Norseman".split()
)
"""What somebody is called after a country, and no name."""
_PLURAL_LETTERS = Pattern(r"[A-Z]{2,}s")
"""Things called by letters: MOUs, NGOs."""
_HELD = Pattern(r"^(?:(?:firmly|strongly|truly) )?(?:believed|thought|knew|felt) that ")
"""What an author who says "I believe that" has said."""
_DONE = frozenset("support oppose address review".split())
"""What is done rather than said, where it goes on."""
_OF_ALL = Pattern(r"^\w+ (?:everyone|everybody|all|you|them)$")
"""What tells of nobody: "thanked everyone"."""
_UNREAL = Pattern(r"\b(?:hopes?|hoped|wish(?:es|ed)?|imagine|suppose|would like)\b|\bnot\s+$", re.IGNORECASE)
"""What makes a wish of what is said."""
_SOME = Pattern(r"(?:not all|few|many|some|most|several|no)\b", re.IGNORECASE)
"""What makes some among many of a speaker."""
_FORMULA = Pattern(
    r"(?:exchanged views|discussed|appreciated|welcomed|committed|agreed|reaffirmed|expressed|thanked|called on)\b"
)
"""Acts that every such report tells of, where nothing in it is named."""
_FORMULAIC = 8
"""Words of an act that tells nothing of its own, at the most."""
_MEMBERS = Pattern(r"(?:[A-Z]\w+ )?[A-Z][a-z]+(?:ans|ists|crats|tives)")
"""Some of a party or people, and nobody in particular: Republicans."""
_TOGETHER = 3
"""Who make a statement together, at the most."""
_JUST_BEFORE = 2
"""Sentences from somebody's name to a surname that may still be theirs."""
_SIDE = Pattern(r"^the (?P<adjective>[A-Z]\w+) side$", re.IGNORECASE)


def find(u: Understanding) -> Iterator[Attribution | Dropped]:
    """Yield the statements of a document whose speaker is certain."""
    taken = Places()
    yield from worthy(_statements(u, taken))
    yield from judged(u)
    yield from own_words(u, taken)
    yield from assertions(u, taken)
    yield from proclaimed(u)


def _statements(u: Understanding, taken: Places) -> Iterator[Attribution | Dropped]:
    """Yield what the reports of a document tell; the places of what is asked go into ``taken``."""
    own, most = 0, _most_of_author(u)
    for speech in (part for whole in u.speech for part in statements(u, whole)):
        if taken.meet(speech.content):
            continue
        told = _by_author(u, speech) if own < most else None
        own += told is not None
        found = told or _attribution(u, speech)
        if isinstance(found, Attribution):
            taken.add(speech.content)
        yield found


def _most_of_author(u: Understanding) -> int:
    """Statements of the author that are asked, at the most: the answer is ever the same."""
    least, room = _OF_MANY if u.author is not None and u.author.many else _OF_AUTHOR
    return max(least, len(u.text) // room)


def _by_author(u: Understanding, speech: Speech) -> Attribution | None:
    """ "We call on all countries to ...", in a statement whose title names its author."""
    author = author_at(u, speech.cue.start)
    if author is None or speech.guards != (Guard.FIRST_PERSON,) or speech.vague or u.is_quoted(speech.cue):
        return None
    if speech.act in _DONE and u.text[speech.cue.start : speech.cue.end].endswith("ing"):
        return None  # we are supporting Peru: those the author speaks for are
    predicate = predicate_of(u, _one_deed(u, speech))
    predicate = _without_wish(predicate) if predicate is not None else None
    if predicate is None or pointing(predicate) or names(predicate, author.name) or _OF_ALL.search(predicate):
        return None
    predicate = _HELD.sub("said that ", predicate)
    entity = author.entity
    accept = accepted(Referent(entity.name, (entity,))) if entity else (author.name.removeprefix("the "),)
    return Attribution(
        rule="own-statement", subject=predicate, evidence=(author.proof, u.proof(speech.cue)), speakers=(author.name,),
        accept=accept, type=AnswerType.GROUP if author.many else AnswerType.PERSON, predicate=predicate, worth=0.8,
        guards=("known-author", "stands-alone", "not-own-speaker"),
    )  # fmt: skip


def _without_wish(predicate: str) -> str | None:
    """What somebody "wants to" say is said: "highlighted the need"; None where the wish is for something else."""
    wish = _WISH.match(predicate)
    if wish is None:
        return predicate
    if wish["verb"] not in _SAID_BY_WISH:
        return None
    return f"{verb_forms(wish['verb']).past}{predicate[wish.end() :]}"


def _one_deed(u: Understanding, speech: Speech) -> Speech:
    """A report without what else its author does: "we reject all threats | and remain committed to ..."."""
    words = u.sentences[speech.sentence].words_in(speech.content)
    told = speech.cue.of(u.text)  # am pleased to welcome Peru, | and to congratulate Chile
    for joint, verb, after in zip(words, words[1:], [*words[2:], None], strict=False):
        adverb = verb.tag == "RB" and after is not None and after.tag == "VBP"
        adverb = adverb or (verb.tag == "TO" and after is not None and after.tag == "VB" and " to " in told)
        plain = verb.tag == "VB" and not any(
            a.tag == "TO" and b.tag == "VB" for a, b in pairwise(words) if b.start < joint.start
        )
        if joint.lower == "and" and (verb.tag == "VBP" or adverb or plain) and joint.start > speech.content.start:
            before = words[: words.index(joint)]
            # will support growth, | open up trade and promote jobs
            comma = next((i for i, (a, b) in enumerate(pairwise(before)) if a.text == "," and b.tag == verb.tag), 0)
            place = Span(speech.content.start, before[comma - 1].end)
            return replace(speech, content=place, parts=(place,))
    return speech


def _of_now(u: Understanding, speech: Speech) -> Speech:
    """An act told in the present without what else is done: "commends Peru | and supports Chile"."""
    words = u.sentences[speech.sentence].words_in(speech.content)
    present = speech.manner is Manner.ACT and u.text[speech.cue.start : speech.cue.end].endswith("s")
    for at in range(1, len(words) - 2 if present else 0):
        verb, after = words[at + 1 : at + 3]
        does = verb.tag == "VBZ" or (
            verb.tag == "NNS" and after.tag in ("DT", "PRP$") and is_verb(base_form(verb.lower))
        )
        if words[at].lower == "and" and does:
            place = Span(speech.content.start, words[at - 1].end)
            return replace(speech, content=place, parts=(place,))
    return speech


def _attribution(u: Understanding, speech: Speech) -> Attribution | Dropped:
    rule = f"{speech.manner}-speech"

    def drop(guard: str) -> Dropped:
        return Dropped(rule=rule, guard=guard, span=speech.content)

    side = _SIDE.match(" ".join(speech.speaker.of(u.text).split()))
    referent = speaker_of(u, speech)
    forgiven = (
        _FORGIVEN if referent and referent.entities and referent.entities[0].kind is NameKind.PERSON else frozenset()
    )
    if guards := [g for g in speech.guards if g not in forgiven]:
        return purpose(u, speech) or drop(guards[0])
    if not (speech.certain or side or speech.guards or _is_deed(speech, referent) or _is_held(u, speech)):
        return drop("not-certain")
    if speech.vague or (speech.attitude and not side and not _is_held(u, speech)):
        return drop("vague-speaker" if speech.vague else "attitude")
    if u.sentences[speech.sentence].heading:
        return drop("heading")
    lead = u.text[u.sentences[speech.sentence].span.start : speech.speaker.start]
    if _UNREAL.search(lead) or _SOME.match(speech.speaker.of(u.text)):
        return drop("some-of-them-or-wished")
    predicate = predicate_of(u, _of_now(u, speech), referent)
    if predicate is None:
        return drop("statement-points-outside")
    short = len(predicate.split()) <= _FORMULAIC and not re.search(r"[A-Z]", predicate)
    if speech.manner is Manner.ACT and short and _FORMULA.match(predicate):
        return drop("formula")
    if side:
        return _by_side(u, speech, predicate, side["adjective"])
    if referent is None or not referent.entities:
        return drop("speaker-not-certain")
    if any(names(predicate, name) for e in referent.entities for name in (e.surname, e.name, *e.names)):
        return drop("names-its-speaker")
    behind = u.text[speech.cue.end : u.sentence_at(speech.cue.start).span.end] if speech.pronoun else ""
    if any(stands_in(e.surname, behind) for e in referent.entities):
        return drop("names-its-speaker")  # "he" is not Reis, of whom he speaks by name
    if _is_within(u, speech, referent):
        return drop("speaker-within-a-phrase")
    if len(referent.entities) > _TOGETHER:
        return drop("too-many-speakers")
    if _MEMBERS.fullmatch(speech.speaker.of(u.text)) and referent.entities[0].kind is not NameKind.PERSON:
        return drop("vague-speaker")
    if any(_is_no_name(speech, e) for e in referent.entities) or _is_address(u, speech, referent):
        return drop("speaker-is-no-name")
    if _is_one_of_family(u, speech, referent):
        return drop("speaker-is-one-of-a-family")
    return Attribution(
        rule=rule, subject=predicate, evidence=evidence_of(u, speech, referent),
        speakers=tuple(e.name for e in referent.entities),
        accept=accepted(referent), type=answer_type(referent), predicate=predicate, worth=_worth(speech, referent),
        asker=_asker(predicate, referent), guards=("certain-speaker", "stands-alone", "not-own-speaker"),
    )  # fmt: skip


def _is_held(u: Understanding, speech: Speech) -> bool:
    """Whether somebody named is told to believe something: a doctrine is asked like a statement."""
    opens = u.sentences[speech.sentence].span.start == speech.speaker.start
    near = speech.position in (Position.ADJACENT, Position.APPOSITION) and (opens or not speech.pronoun)
    return near and speech.act == "believe" and speech.rule in (Rule.THAT_CLAUSE, Rule.BARE_CLAUSE)


def _asker(predicate: str, referent: Referent) -> str:
    """ "Which organisation" of what a body tells of itself, but where that is what it is called."""
    if answer_type(referent) is not AnswerType.ORGANISATION or not _OWN.search(predicate):
        return "Who"
    return "Which body" if re.search(r"(?i)\borgani[sz]ation", referent.entities[0].name) else "Which organisation"


def _is_deed(speech: Speech, referent: Referent | None) -> bool:
    """Whether a verb that as often tells of deeds has a person or body for its subject: either way it was they."""
    if speech.rule not in (Rule.OBJECT, Rule.URGING) or referent is None or speech.carried:
        return False
    near = speech.position in (Position.ADJACENT, Position.APPOSITION, Position.SHARED)
    sure = all(e.kind in _DOERS or country(e.name) for e in referent.entities)
    return near and sure and bool(referent.entities) and speech.act in _DEEDS


def _is_within(u: Understanding, speech: Speech, referent: Referent) -> bool:
    """Whether a name is but the end of who speaks: "tour operators in Kenya and *Tanzania*, which ..., say"."""
    sentence = u.sentences[speech.sentence]
    at = sentence.word_at(speech.speaker.start)
    if at < 2 or referent.entities[0].kind is NameKind.PERSON or speech.rule is Rule.CLAUSE_BEFORE:
        return False
    if any(m.span.start < speech.speaker.start < m.span.end for m in u.mentions[sentence.index]):
        return False  # the Ministry of Mills and | Natural Resources
    before, earlier = sentence.words[at - 1], sentence.words[at - 2]
    if before.text == "," and any(d.span.end == earlier.end for d in u.dates_by_sentence.get(sentence.index, ())):
        return False  # Earlier on Wednesday, | Nordol said
    opens = sentence.words[0].tag in ("IN", "VBG", "VBN")  # In a report for Chile, | Peru said
    if (
        before.text == ","
        and earlier.is_name
        and not opens
        and any(w.lower in _WITHIN for w in sentence.words[max(0, at - 5) : at])
    ):
        return True  # guests from Chile, | Peru and Brazil
    return (before.tag == "IN" and before.lower in _WITHIN) or (before.tag == "CC" and earlier.is_name)


def _is_one_of_family(u: Understanding, speech: Speech, referent: Referent) -> bool:
    """Whether a bare surname may be that of somebody's kin, who was named after them and just before."""
    chief = referent.entities[0]
    if speech.pronoun or " " in speech.speaker.of(u.text) or chief.kind not in (NameKind.PERSON, NameKind.OTHER):
        return False
    kin = [p for p in u.aliases.people() if p.surname == chief.surname and p is not chief]
    if chief.kind is NameKind.OTHER or not kin:
        return bool(kin)  # of several, none of whom the text is about
    told = max((m.span.start for m in chief.mentions if m.span.end <= speech.speaker.start), default=-1)
    near = (m for p in kin for m in p.mentions if told < m.span.start < speech.speaker.start)
    return any(speech.sentence - m.sentence <= _JUST_BEFORE for m in near)


def _is_address(u: Understanding, speech: Speech, referent: Referent) -> bool:
    """Whether the name only tells where the speaker sits: "Graz Steel Inc., Newark, N.J., said"."""
    person = referent.entities[0].kind is NameKind.PERSON
    return not person and speech.position is Position.APPOSITION and u.text[: speech.speaker.start].rstrip()[-1:] == ","


def _is_no_name(speech: Speech, entity: Entity) -> bool:
    """Whether a speaker is named by a common noun: "Alliance", "THE PRESIDENT" as a label, or is "Graz's Frey"."""
    if speech.rule is Rule.TRANSCRIPT and entity.kind is not NameKind.PERSON:
        return True
    if entity.kind is not NameKind.PERSON and _OWNED.search(entity.name):
        return True
    if _PLURAL_LETTERS.fullmatch(entity.name) or entity.name in _DEMONYMS:
        return True
    name = entity.name.lower()
    return entity.kind is NameKind.OTHER and is_known(name) and not is_called_by_word(name)


def _by_side(u: Understanding, speech: Speech, predicate: str, adjective: str) -> Attribution | Dropped:
    """ "The Lao side firmly supports ...": asked of the side, not of who speaks for it."""
    nation = country(adjective)
    if nation is None or names(predicate, adjective):
        return Dropped(rule="side", guard="no-country", span=speech.content)
    return Attribution(
        rule="side", subject=predicate, evidence=evidence_of(u, speech, Referent(adjective)),
        speakers=(f"the {adjective} side",),
        accept=(nation.name, f"{adjective} side"), type=AnswerType.COUNTRY, predicate=predicate, asker="Which side",
        guards=("country", "stands-alone"), worth=0.8,
    )  # fmt: skip


def _worth(speech: Speech, referent: Referent) -> float:
    worth = 0.6 if speech.carried else 0.85 if referent.indirect else 1.0
    return worth * (0.7 if speech.act in ("discuss", "meet", "speak") else 1.0)
