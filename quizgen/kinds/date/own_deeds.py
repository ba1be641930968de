"""Deeds named by a noun with its owner: "until his marriage to Ana Reis in 1871", "since its founding in 1952"."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.language.asking import text_of
from quizgen.language.calendar import DateMention
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands_alone
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_DONE = {
    "death": "did {} die", "birth": "was {} born", "retirement": "did {} retire", "resignation": "did {} resign",
    "graduation": "did {} graduate", "arrival": "did {} arrive", "return": "did {} return", "move": "did {} move",
    "departure": "did {} depart", "election": "was {} elected", "appointment": "was {} appointed",
    "promotion": "was {} promoted", "ordination": "was {} ordained", "coronation": "was {} crowned",
    "marriage": "did {} marry", "baptism": "was {} baptised", "dismissal": "was {} dismissed",
    "arrest": "was {} arrested", "imprisonment": "was {} imprisoned", "abdication": "did {} abdicate",
    "execution": "was {} executed", "assassination": "was {} assassinated", "exile": "was {} exiled",
}  # fmt: skip
"""What somebody did, or what was done to somebody, by its noun."""
_OF_THINGS = {
    "founding": "was {} founded", "foundation": "was {} founded", "establishment": "was {} established",
    "creation": "was {} created", "formation": "was {} formed", "inception": "did {} begin",
    "opening": "did {} open", "reopening": "did {} reopen", "launch": "was {} launched", "closure": "was {} closed",
    "completion": "was {} completed", "incorporation": "was {} incorporated", "introduction": "was {} introduced",
    "inauguration": "was {} inaugurated", "publication": "was {} published", "premiere": "did {} premiere",
    "independence": "did {} become independent", "abolition": "was {} abolished", "adoption": "was {} adopted",
}  # fmt: skip
"""What was done to a body, a place or a work, or what it did, by its noun."""
_FEASTS = frozenset("celebrate mark commemorate honour honor observe".split())
_TIMES = frozenset(["year", "day", "week", "month", "season", "time"])
_BARE = frozenset(_DONE) - frozenset(
    ["graduation", "arrival", "return", "move", "departure", "election", "appointment", "promotion", "marriage"]
)
"""Nouns that tell enough alone."""
_JOINTS = frozenset(["to", "as", "from", "in", "at", "of"])
_LONGEST = 18
"""Words between the noun and its date, a description between commas included."""


def own_deed(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "His marriage to Ana Reis, a pilot, in 1871": in which year did he marry Ana Reis?"""
    words, first = sentence.words, sentence.word_at(date.span.start)
    if first < 3 or words[first - 1].lower not in ("in", "on"):
        return None
    if words[first - 2].lower in _OF_THINGS:
        return _of_thing(u, sentence, date, first - 2)
    at = next((i for i in range(first - 2, max(0, first - _LONGEST), -1) if words[i].lower in _DONE), 0)
    if not at or any(w.is_finite or w.text in (";", ":", "(") for w in words[at:first]):
        return None
    who = _owner(u, sentence, at)
    told = _complement(words, at + 1, first - 1)
    if who is None or told is None:
        return None
    said = text_of(u.text, words, *told)
    noun = words[at].lower
    if noun == "marriage":
        said = said.removeprefix("to ") if said.startswith("to ") and any(c.isupper() for c in said) else ""
    if (not said and noun not in _BARE) or not stands_alone(said):
        return None
    asked = f"{_DONE[noun].format(who)} {said}".strip()
    return event(u, date, "own-deed", asked, asked, 0.9)


def _of_thing(u: Understanding, sentence: Sentence, date: DateMention, at: int) -> DatedEvent | None:
    """ "Since *its founding in 1952*, the Tarn Bank has grown": in which year was the Tarn Bank founded?"""
    words = sentence.words
    clause = u.clause_at(sentence, words[at].start)
    if clause is not None and clause.verb.end <= at:
        told = words[clause.verb.finite].tag == "VBD" and clause.verb.main == clause.verb.finite
        if told and base_form(clause.verb.said) in _FEASTS:
            return None  # celebrated its founding in 1952
    owner = words[at - 1]
    if owner.lower == "its":
        thing = _its(u, sentence, clause, at) if clause is not None else None
    elif owner.tag == "POS":
        start = noun_phrase_start(words, at - 2)
        who = u.coreference.resolve(Span(words[start].start, words[at - 2].end), sentence.index)
        one = who is not None and len(who.entities) == 1 and who.entities[0].kind is not NameKind.PERSON
        thing = u.named(who.text) if who is not None and one else None
    else:
        return None
    if thing is None or not stands_alone(thing):
        return None
    asked = _OF_THINGS[words[at].lower].format(thing)
    return event(u, date, "own-deed", asked, asked, 0.9)


def _its(u: Understanding, sentence: Sentence, clause: Clause, at: int) -> str | None:
    """Whose "its" is at ``at``: the subject's, where nothing else is named that may be meant."""
    words = sentence.words
    if clause.subject is None or clause.kind is ClauseKind.RELATIVE:
        return None
    first, end = clause.subject
    fronted = at < first
    between = words[clause.start : at - 1] if fronted else words[end : at - 1]
    if any(w.tag in ("NN", "NNP") and w.lower not in _TIMES for w in between) or words[end - 1].tag == "NNS":
        return None
    who = u.coreference.resolve(Span(words[first].start, words[end - 1].end), sentence.index)
    if who is not None and any(e.kind is NameKind.PERSON for e in who.entities):
        return None
    if who is None and words[first].tag == "PRP":
        return None
    return subject_text(u, sentence, clause)


def _complement(words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    """What belongs to the noun, up to a description between commas; None where something else stands there."""
    comma = next((i for i in range(start, end) if words[i].text == ","), end)
    if comma < end and words[end - 1].text != ",":
        return None
    return (start, comma) if start == comma or words[start].lower in _JOINTS else None


def _owner(u: Understanding, sentence: Sentence, at: int) -> str | None:
    """Whose deed it is: the person of "his", or the one named before "'s"."""
    words = sentence.words
    if words[at - 1].tag == "PRP$":
        referent = u.coreference.resolve(words[at - 1].span, sentence.index)
    elif words[at - 1].tag == "POS":
        end = words[at - 1].start
        mention = next((m for m in u.mentions[sentence.index] if m.span.end == end), None)
        referent = u.coreference.resolve(Span(mention.whole.start, end), sentence.index) if mention else None
    else:
        return None
    if referent is None or len(referent.entities) != 1 or referent.entities[0].kind is not NameKind.PERSON:
        return None
    return referent.text
