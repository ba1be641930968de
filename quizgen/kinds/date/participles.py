"""Dated participles: "the bridge, opened in 1932, ..." and "..., ending the siege in 1529"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.kinds.date.asked import INTRANSITIVE
from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.kinds.date.guards import clause_guard
from quizgen.language.asking import lowered_article, text_of
from quizgen.language.calendar import DateMention
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.lexicon import is_verb
from quizgen.language.names import NameKind
from quizgen.language.nominal import is_plural
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands, stands_alone
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_NEAR = 16
"""Words between a participle and its date, at the most."""
_BLOCKING = frozenset(
    ["VBD", "VBZ", "VBP", "MD", "VB", "VBG", "VBN", "TO", "WDT", "WP", "WRB", ";", ":", "``", "''", "("]
)
_HELPERS = frozenset("be been being is are was were am have has had having get got".split())
_OF_EVENTS = frozenset(
    "mark make lead cause result prompt end kill force allow mean bring include follow begin start concern regard "
    "accord date rang range depend open close".split()
)
"""Verbs whose participle may tell of the whole clause rather than of its subject."""
_AFTER = frozenset(["after", "upon", "before", "until"])
"""Prepositions of what the subject surely did."""
_FAMED = frozenset(["known", "famous", "fame", "remembered", "famed", "noted", "renowned"])
"""Words of a renown that lasts: a date behind them is that of the deed it is for."""
_INSIDE_NO_THING = frozenset(["IN", "TO", "VBN", "VBD", "VBG", "VBZ", "WDT", "WP"])
"""Tags of words that tell of a second thing: a member of a club."""
_NEVER_PASSIVE = INTRANSITIVE - frozenset("open close begin start end explode burn merge dissolve sink".split())
_NO_NAMES = frozenset(["too", "also", "i", "me", "you", "now", "again"])
"""Words that are but the end of a name: Me *Too*."""
_REPORTING = frozenset(["report", "announce", "state", "note", "claim", "add"])
"""What papers and offices do themselves."""
_AFTER_DATE = frozenset(["by", "in", "at", "under", "with", "for", "as"])


def done_to(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "the Harbour Bridge, opened in 1932": in which year was the Harbour Bridge opened?"""
    words, first = sentence.words, sentence.word_at(date.span.start)
    at = _participle(words, first, "VBN")
    if at is None or words[first - 1].lower not in ("in", "on") or base_form(words[at].lower) in _NEVER_PASSIVE:
        return None
    if words[at + 1].is_noun or words[at + 1].tag == "JJ" or base_form(words[at].lower) in _REPORTING:
        return None  # preferred shares; the Post reported
    last = at - 1 - (words[at - 1].text == ",")
    if last < 0 or not words[last].is_noun or words[last].lower in _HELPERS:
        return None
    if last == at - 1 and _ends_person(u, sentence, words[last]):
        return None  # the speech Anna Frey delivered: she did it
    behind = sentence.word_at(date.span.end - 1) + 1
    if behind < len(words) and words[behind].tag in ("DT", "PRP$", "NNP", "NN", "NNS", "JJ", "POS"):
        return None  # it has an object, or the date tells what sort of thing
    thing = named_thing(u, sentence, last) or _defined(u, sentence, last) or _owned(u, sentence, last)
    if thing is None:
        return None
    middle = text_of(u.text, words, at + 1, first - 1)
    tail = _tail(u, words, behind)
    said = " ".join(f"{words[at].text} {middle} {tail}".split())
    if not stands_alone(said):
        return None
    asked = f"{'were' if is_plural(thing) else 'was'} {thing} {said}"
    return event(u, date, "done-to", asked, asked, 0.9)


def fronted(
    u: Understanding, sentence: Sentence, date: DateMention, until: DateMention | None = None
) -> DatedEvent | Dropped | None:
    """ "Founded in Lima in 1901, the Harbour Club moved": in which year was the Harbour Club founded in Lima?

    What went on ``until`` a second date is told from its first.
    """
    words, first = sentence.words, sentence.word_at(date.span.start)
    at, behind = int(words[0].tag == "RB"), sentence.word_at((until or date).span.end - 1) + 1
    if words[first - 1].tag in ("DT", "PRP$", "POS"):
        return None  # Built for the 1889 | fair
    if words[at].tag not in ("VBN", "VBD") or not at < first <= at + _NEAR or words[at].lower in _HELPERS:
        return None
    clause = next((c for c in u.clauses[sentence.index] if c.subject and c.subject[0] > behind), None)
    close = clause.subject[0] - 1 if clause is not None and clause.subject is not None else 0
    close = close if close and words[close].text == "," else 0
    told = [w for i, w in enumerate(words[:close]) if i > at and not first <= i < behind]
    if not close or clause is None or any(w.tag in _BLOCKING and w.tag != "TO" for w in told):
        return None
    subject = subject_text(u, sentence, clause)
    start = first - (words[first - 1].lower in ("in", "on", "from"))
    own_name = words[at + 1].is_name and at + 1 < start
    said = text_of(u.text, words, start if own_name else at + 1, close, [(start, behind)])
    if subject is None or not stands_alone(said) or base_form(words[at].lower) in _NEVER_PASSIVE:
        return Dropped(rule="fronted", guard="date-of-a-participle", span=date.span)
    asked = " ".join(f"{'were' if is_plural(subject) else 'was'} {subject} {words[at].lower} {said}".split())
    return event(u, date, "fronted", asked, asked)


def _ends_person(u: Understanding, sentence: Sentence, word: Word) -> bool:
    return any(m.kind is NameKind.PERSON and m.span.end == word.end for m in u.mentions[sentence.index])


def _participle(words: Sequence[Word], first: int, tag: str) -> int | None:
    """The participle that governs the word at ``first``: no other verb stands between."""
    for i in range(first - 1, max(-1, first - _NEAR), -1):
        if words[i].tag == tag:
            helped = i > 0 and (words[i - 1].lower in _HELPERS or words[i - 1].tag in ("RB", "TO", "MD"))
            return None if helped else i
        if words[i].tag in _BLOCKING or words[i].text == ",":
            return None
    return None


def _owned(u: Understanding, sentence: Sentence, last: int) -> str | None:
    """What a person made or had, by the person's name: "*Her* thesis, published in 1930" is Ana Reis's thesis."""
    words = sentence.words
    start = noun_phrase_start(words, last)
    apart = last + 1 < len(words) and words[last + 1].text == ","
    if (
        not apart
        or words[start].lower not in ("his", "her")
        or start == last
        or (start and words[start - 1].tag == "IN")
    ):
        return None
    who = u.coreference.resolve(words[start].span, sentence.index)
    return f"{who.text}'s {text_of(u.text, words, start + 1, last + 1)}" if who is not None else None


def named_thing(u: Understanding, sentence: Sentence, last: int) -> str | None:
    """The noun phrase that ends at ``last``, where it names one thing; a person by the full name."""
    words = sentence.words
    start = noun_phrase_start(words, last)
    if start > 1 and words[start - 1].tag == "NN" and words[start - 2].lower == "the":
        start -= 2  # the hymn Elmsford
    feast = next((i for i in range(start, last) if words[i].lower == "anniversary" and words[i + 1].lower == "of"), 0)
    own = feast + 2 if feast else start  # the 40th anniversary of | the Salt Accord, signed in 1985
    phrase = " ".join(text_of(u.text, words, own, last + 1).split())
    if words[start].lower in ("a", "an", "some", "any", "no") or not stands(phrase):
        return None
    if start and (words[start - 1].tag in ("CC", "VBN", "JJ") or (start > 1 and words[start - 2].tag == "CC")):
        return None  # one of two, or cut short
    if start and words[last + 1].text == words[start - 1].text == ",":
        return None  # two pilots, Anna Frey and Hugo Reis, | left
    if start and words[last + 1].text != "," and words[start - 1].is_noun:
        return None  # a tunnel | the Orion men dug
    if start > 1 and words[start - 1].tag == "IN" and words[start - 2].is_noun:
        return None  # the zoo at Elmsford, built in 1901: it may be said of either
    if not any(w.is_name and w.lower not in _NO_NAMES for w in words[start : last + 1]):
        return None
    referent = u.coreference.resolve(Span(words[start].start, words[last].end), sentence.index)
    if referent is not None and len(referent.entities) == 1 and phrase in referent.entities[0].names:
        return u.named(referent.text)
    return lowered_article(phrase) if len(phrase.split()) <= 10 else None


def _defined(u: Understanding, sentence: Sentence, last: int) -> str | None:
    """What a sentence says is the thing that ends at ``last``: "*Tarn Bank* is a trading house, founded in 1901"."""
    words = sentence.words
    clause = u.clause_at(sentence, words[last].start)
    if clause is None or clause.kind is not ClauseKind.MAIN or clause.verb.said not in ("is", "was"):
        return None
    told = words[clause.verb.end : last + 1]
    if not told or told[0].lower not in ("a", "an", "the") or any(w.tag in _INSIDE_NO_THING for w in told):
        return None
    subject = subject_text(u, sentence, clause)
    return subject if subject is not None and stands(subject) and re.search("[A-Z]", subject) else None


def _tail(u: Understanding, words: Sequence[Word], start: int) -> str:
    """What follows the date and still belongs to the participle: "by Maria Tiddeman"."""
    if start >= len(words) or words[start].lower not in _AFTER_DATE:
        return ""
    end = start
    while end < len(words) and words[end].text != "," and words[end].tag not in _BLOCKING and words[end].tag != ".":
        end += 1
    finite = end < len(words) and words[end].tag in ("VBD", "VBZ", "VBP", "MD")
    return "" if finite else text_of(u.text, words, start, end)


def adjunct(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "After graduating from Elmsford College in 1914, she taught": in which year did she graduate from it?"""
    words, first = sentence.words, sentence.word_at(date.span.start)
    at, behind = _participle(words, first, "VBG"), sentence.word_at(date.span.end - 1) + 1
    if at is None or words[first - 1].lower not in ("in", "on") or at + 1 >= first - 1 or behind >= len(words):
        return None
    after = at > 0 and (words[at - 1].lower in _AFTER or _famed_for(words, at))
    fronted = at == int(after) and words[behind].text == ","
    if not fronted and not (after and (words[behind].text in (".", ",", ";") or words[behind].tag == "TO")):
        return None
    clause = u.clause_at(sentence, words[behind + 1].start if fronted else words[at - 1].start)
    if clause is None or clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED) or clause.subject is None:
        return None
    if clause_guard(sentence, clause) or (fronted and clause.subject[0] != behind + 1):
        return None
    return _done_by_subject(u, sentence, date, clause, at, "adjunct")


def _famed_for(words: Sequence[Word], at: int) -> bool:
    """Whether what a participle tells made the subject known: "famous *for* crossing the strait in 1875"."""
    return at > 1 and words[at - 1].lower == "for" and words[at - 2].lower in _FAMED


def _done_by_subject(
    u: Understanding, sentence: Sentence, date: DateMention, clause: Clause, at: int, rule: str
) -> DatedEvent | None:
    """What the one person who is the subject of ``clause`` did, as the participle at ``at`` tells."""
    words, first = sentence.words, sentence.word_at(date.span.start)
    a, b = clause.subject or (0, 0)
    referent = u.coreference.resolve(Span(words[a].start, words[b - 1].end), sentence.index)
    if referent is None or len(referent.entities) != 1:
        return None
    if rule != "adjunct" and referent.entities[0].kind is not NameKind.PERSON:
        return None
    subject = subject_text(u, sentence, clause)
    said = text_of(u.text, words, at + 1, first - 1)
    if subject is None or not stands_alone(said):
        return None
    asked = f"did {subject} {base_form(words[at].lower)} {said}"
    return event(u, date, rule, asked, asked, 0.9)


def doing(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "She sailed west, founding a colony in 1607": in which year did she found a colony?"""
    words, first = sentence.words, sentence.word_at(date.span.start)
    at = _participle(words, first, "VBG")
    if at is None or at < 2 or words[at - 1].text != "," or words[first - 1].lower not in ("in", "on"):
        return None
    if not is_verb(base_form(words[at].lower)):
        return None
    base, behind = base_form(words[at].lower), sentence.word_at(date.span.end - 1) + 1
    if base in _OF_EVENTS or at + 1 >= first - 1 or (behind < len(words) and words[behind].tag not in (".", ",", "CC")):
        return None
    clause = u.clause_at(sentence, words[at - 1].start)
    if clause is None or clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED) or clause.subject is None:
        return None
    if clause_guard(sentence, clause) or clause.verb.end > at:
        return None
    return _done_by_subject(u, sentence, date, clause, at, "doing")
