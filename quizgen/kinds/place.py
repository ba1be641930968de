"""Places: where something was signed, held, founded or born."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from quizgen.kinds import Kind
from quizgen.language.asking import inverted, predicate_end
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country
from quizgen.language.inflection import base_form
from quizgen.language.lexicon import tags_of
from quizgen.language.names import Mention, NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import relative_dates, standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.subject import subject_text
from quizgen.language.towns import is_town, towns_like
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_EVENTS = frozenset(
    "sign hold bear born found open adopt establish inaugurate host bury launch meet die marry convene build create "
    "publish conclude crown premiere gather unveil assassinate execute baptise baptize crash erupt "
    "surrender".split()
)
"""Verbs of what happens in one place."""
_ALONE = frozenset(["died", "crashed", "erupted", "surrendered"])
"""Verbs that need no object."""
_TOWNS = frozenset("town city village port suburb hamlet municipality".split())
_BESIDE = frozenset("in near along at on beside off outside between".split())
"""What opens a second place: "in Sande | along the coast of Fife"."""
_REACH = 6
_GAP = 8
"""Characters before a name in which "of" stands; only white space comes between them."""
_TOLD = Pattern(r"[A-Z]|\d")
"""What tells an event from others of its sort: a name or a year."""
_LONGEST = 22
_MANY = 200
"""Other towns of the document to choose from, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Fact):
    """An event and where it was."""

    asked: str
    """The event as the tail of a question: "was the treaty signed"."""
    place: str
    nation: bool
    """Whether the place is a country."""


def find(u: Understanding) -> Iterator[Placed | Dropped]:
    """Yield the events whose place a document tells."""
    for sentence in u.sentences:
        if sentence.heading or sentence.asks:
            continue
        for mention in u.mentions[sentence.index]:
            placed = mention.kind is NameKind.PLACE or (_is_behind_of(u, mention) and _town_before(sentence, mention))
            if placed and (found := _born(u, sentence, mention) or _placed(u, sentence, mention)):
                yield found


def _is_behind_of(u: Understanding, mention: Mention) -> bool:
    return u.text[max(0, mention.span.start - _GAP) : mention.span.start].rstrip()[-2:].lower() == "of"


def _town_before(sentence: Sentence, mention: Mention) -> int:
    """Where "in the old port of" begins before a town's name, as an index of words; 0 where it does not."""
    words = sentence.words
    of = mention.first - 1
    if of < 3 or words[of].lower != "of" or words[of - 1].lower not in _TOWNS:
        return 0
    start = of - 1
    while start > 0 and words[start - 1].tag in ("DT", "JJ", "NN", "NNP") and of - start < _REACH:
        start -= 1
    return start - 1 if start and words[start - 1].lower == "in" and words[start].tag == "DT" else 0


def _born(u: Understanding, sentence: Sentence, mention: Mention) -> Placed | None:
    """ "Born in Bergen, Norway, in 1871, Anna Roe was ...": of the subject of the main clause."""
    words = sentence.words
    at = 3 if [w.lower for w in words[1:3]] == ["and", "raised"] else 1
    if words[0].text not in ("Born", "Raised") or [w.lower for w in words[at : at + 1]] != ["in"]:
        return None
    at += 1 + (words[at + 1].lower == "the")
    if mention.span.start != words[at].start:
        return None
    clause = next((c for c in u.clauses[sentence.index] if c.kind is ClauseKind.MAIN), None)
    if clause is None or clause.subject is None or u.is_quoted(mention.span):
        return None
    region = _with_region(u, sentence, mention.last + 1)
    end = min(region, clause.subject[0] - 1)  # the subject stands behind a comma as well
    if words[end].text != ",":
        return None
    if not all(w.text == "," or w.tag in ("IN", "CD", "NNP") for w in words[end : clause.subject[0]]):
        return None
    who = u.coreference.resolve(_subject_span(sentence, clause), sentence.index)
    if who is None or len(who.entities) != 1 or who.entities[0].kind is not NameKind.PERSON:
        return None
    nation = country(mention.text)
    asked = f"was {who.entities[0].name} {words[0].lower}"
    return Placed(
        rule="born-in", subject=asked, evidence=(u.proof(mention.span),), asked=asked,
        place=u.named(mention.text) if nation else mention.text, nation=nation is not None,
        guards=("of-the-subject", "one-place"),
    )  # fmt: skip


_PRINTED = frozenset("publish print report write broadcast air quote appear serialize".split())
"""What is done in a paper as well as in a place."""


def _subject_span(sentence: Sentence, clause: Clause) -> Span:
    first, end = clause.subject or (0, 1)
    return Span(sentence.words[first].start, sentence.words[end - 1].end)


def _placed(u: Understanding, sentence: Sentence, mention: Mention) -> Placed | Dropped | None:
    words = sentence.words
    first, last = mention.first, mention.last + 1
    clause = u.clause_at(sentence, mention.span.start)
    if clause is None or first <= clause.verb.end:
        return None
    town = _town_before(sentence, mention)
    if not town and words[first - 1].lower != "in":
        return None
    first = town + 1 if town else first
    if base_form(words[clause.verb.main].lower) not in _EVENTS or words[clause.verb.finite].tag != "VBD":
        return None
    known = country(mention.text) or is_town(mention.text)
    if base_form(words[clause.verb.main].lower) in _PRINTED and not known:
        return Dropped(rule="event-in-place", guard="where-it-is-read", span=mention.span)
    if guard := _guard(u, sentence, clause, first, mention.span):
        return Dropped(rule="event-in-place", guard=guard, span=mention.span)
    end = _with_region(u, sentence, last)
    if words[first - 2].tag == "CC" or (
        end + 1 < len(words) and words[end].tag == "CC" and words[end + 1].tag in ("NNP", "IN")
    ):
        return Dropped(rule="event-in-place", guard="several-places", span=mention.span)
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return Dropped(rule="event-in-place", guard="subject-not-certain", span=mention.span)
    dated = _dates_before(u, sentence, clause.verb.end, first - 1)
    without = [(first - 1, end), *dated, *relative_dates(u, sentence)]
    stop = max(predicate_end(words, clause, must_reach=end), end)
    stop = end if dated or _adds(u, sentence, end) else stop
    comma = next((i for i in range(end, stop - 1) if words[i].text == "," and words[i + 1].tag in ("DT", "NN")), stop)
    stop = min(stop, comma)  # born in Lima in 1903 | , the son of a farmer
    rest = standing_predicate(u, sentence, clause, stop, without, _LONGEST - len(subject.split()))
    if rest is None or (not rest and not clause.verb.passive and words[clause.verb.main].lower not in _ALONE):
        return Dropped(rule="event-in-place", guard="predicate-points-outside", span=mention.span)
    if not clause.verb.passive and re.match(r"(?:an?|two|three|several|many|some) ", rest) and not _TOLD.search(rest):
        return Dropped(rule="event-in-place", guard="one-of-many", span=mention.span)
    asked = inverted(u.text, words, clause, subject, rest)
    if mention.text in asked or any(place.text in asked for place in _places(u, sentence, end, mention)):
        return Dropped(rule="event-in-place", guard="names-a-place", span=mention.span)
    nation = country(mention.text)
    name = u.named(mention.text) if nation else mention.text
    return Placed(
        rule="event-in-place", subject=asked, evidence=(u.proof(mention.span),), asked=asked, place=name,
        nation=nation is not None, guards=("own-clause", "one-place"),
    )  # fmt: skip


def _guard(u: Understanding, sentence: Sentence, clause: Clause, first: int, span: Span) -> str:
    """Why the place may be that of something else; empty where it is the clause's."""
    words = sentence.words
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED) or u.is_quoted(span):
        return "subordinate-or-quoted"
    if any(s.content.contains(span) for s in u.speech_about(span)):
        return "reported"
    if any(w.lower in ("not", "never") for w in words[clause.verb.start : clause.verb.end]):
        return "negation"
    dated = _dates_before(u, sentence, clause.verb.end, first - 1)
    between = words[dated[0][1] if dated else clause.verb.end : first - 1]
    if any(w.tag[:2] == "VB" or w.tag in ("TO", "WDT", "WP", ",") for w in between):
        return "another-verb"
    if words[first - 2].is_noun and first - 2 >= clause.verb.end and any(w.tag == "IN" for w in between):
        return "place-of-a-noun"  # met the mayor of a town in Peru
    return ""


def _dates_before(u: Understanding, sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """Where a date with its commas stands between verb and place: was born | on 3 May 1871, | in Lima."""
    words = sentence.words
    for date in u.dates_by_sentence.get(sentence.index, ()):
        first, last = sentence.word_at(date.span.start), sentence.word_at(date.span.end - 1) + 1
        if start <= first <= start + 1 and last < end and words[last].text == ",":
            return [(start, last + 1)]
    return []


def _adds(u: Understanding, sentence: Sentence, i: int) -> bool:
    """Whether behind the place more is told of it or the subject: in Oslo | , a son; in Sande | in Fife."""
    words = sentence.words
    if i + 1 >= len(words):
        return False
    if words[i].text == ",":
        return words[i + 1].tag != "IN" or words[i + 1].lower == "of"
    dated = any(d.span.start == words[i + 1].start for d in u.dates_by_sentence.get(sentence.index, ()))
    return words[i].lower in _BESIDE and not dated


def _with_region(u: Understanding, sentence: Sentence, last: int) -> int:
    """Behind what a town lies in: "Lima, Peru", "Sandymount, County Dublin, Ireland", "Saclay – Paris"."""
    words = sentence.words
    while last + 1 < len(words) and words[last].text in (",", "–", "—", "-") and words[last + 1].tag == "NNP":
        last += 2
        while last < len(words) and words[last].tag == "NNP":
            last += 1
    return last


def _places(u: Understanding, sentence: Sentence, end: int, mention: Mention) -> list[Mention]:
    """Other places of the sentence, one of which the answer may lie in."""
    after = sentence.words[end - 1].end
    return [
        m for m in u.mentions[sentence.index]
        if m.kind is NameKind.PLACE and m.span.start >= after and not country(m.text) and m.text != mention.text
    ]  # fmt: skip


def ask(fact: Placed, u: Understanding) -> Iterator[Question]:
    """Yield where it was."""
    asker = "In which country" if fact.nation else "Where"
    others = () if fact.nation else _others(fact, u)
    yield Question(
        aspect="where", text=f"{asker} {fact.asked}?", answer=fact.place, value=fact.place.removeprefix("the "),
        type=AnswerType.COUNTRY if fact.nation else AnswerType.PHRASE, choices=others, accept=(f"in {fact.place}",),
    )  # fmt: skip


def _others(fact: Placed, u: Understanding) -> tuple[str, ...]:
    """Other towns of the document, then well-known ones."""
    # the town it lies near would be right as well
    named = [e for e in _towns(u) if not any(e.is_named_in(proof) for proof in fact.evidence)]
    near = {e.name for e in _towns(u)} - {e.name for e in named}
    others = (name for name in towns_like(fact.place, named, u, fact.asked) if name not in near)
    return tuple(islice(dict.fromkeys(others), _MANY))


@once
def _towns(u: Understanding) -> list[Entity]:
    """The first towns, regions and rivers of the document."""
    places = (
        e for e in u.aliases.entities
        if e.kind is NameKind.PLACE and not country(e.name) and "," not in e.name and not tags_of(e.name.lower())
    )  # fmt: skip
    return list(islice(places, _MANY))


KIND = Kind(name="place", rules=("event-in-place", "born-in"), find=find, ask=ask, worth=0.7)
