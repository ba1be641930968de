"""Whether the verb that a date belongs to speaks of the past or of what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from quizgen.language.inflection import base_form
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word
from quizgen.model.document import Span


class Tense(Enum):
    """The time of a verb, seen from the moment of writing."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cue:
    """What the verb nearest to a date says."""

    tense: Tense
    firm: bool
    """Whether the verb stands so near that the date surely is its own."""


_FIRM = 3
"""How many words may stand between a date and a verb that surely goes with it."""
_OPENING = 2
"""A date that begins with one of the first words of a sentence goes with its first verb."""
_BE = frozenset(("is", "are", "am", "be", "'s", "'re", "'m"))
_WAS = frozenset(("was", "were", "been", "being"))
_HAVE = frozenset(("has", "have", "had", "having", "'ve"))
_FUTURE_MODALS = frozenset(("will", "shall", "'ll", "won't", "may", "can", "should", "must", "would", "wo", "'d"))
_PLANNED = frozenset(
    "schedule expect plan set slate due propose intend hope plan aim await prepare upcoming effective payable".split()
)
_DONE = frozenset("begin start come continue fail try manage have go use help use prove happen appear seem".split())
"""Verbs whose infinitive took place when they did: ``began to fall``."""
_STATES = frozenset("be have say do know think believe remain want need include own hold".split())
_COULD = frozenset(("did", "didn't", "could", "couldn't", "might"))
_NOUNS = ("NN", "NNS", "NNP", "JJ")


def tense_at(sentence: Sentence, span: Span) -> Cue:
    """The tense of the nearest verb before a place in its sentence, else of the first one after it."""
    words = sentence.words
    first = next((i for i, word in enumerate(words) if word.end > span.start), len(words))
    for i in range(first - 1, -1, -1):
        tense = _tense_of(words, i, first)
        if tense is not None:
            return Cue(tense, first - i <= _FIRM)
    for i in range(first, len(words)):
        tense = _tense_of(words, i, len(words)) if words[i].start >= span.end else None
        if tense is not None:
            return Cue(tense, first <= _OPENING)
    return Cue(Tense.UNKNOWN, False)


def _tense_of(words: Sequence[Word], i: int, end: int) -> Tense | None:
    """The tense of a word, with the auxiliaries before it; None for what is no verb with a tense.

    A participle stands before the noun it describes only where that noun stands before ``end``, the date.
    """
    word = words[i]
    if word.tag == "VBD":
        return Tense.FUTURE if word.lower in _WAS and _to_follows(words, i) else Tense.PAST
    if word.tag == "VBN":
        return _participle(words, i, end)
    if word.tag == "VB":
        return _base(words, i)
    if word.tag in ("VBZ", "VBP"):
        return _present(words, i)
    if word.tag == "MD":
        return Tense.FUTURE if word.lower in _FUTURE_MODALS else Tense.PRESENT
    if word.lower in ("due", "upcoming", "effective", "payable"):
        return Tense.FUTURE
    if word.tag == "VBG" and _auxiliary(words, i) in _BE:
        return Tense.FUTURE
    return None


def _to_follows(words: Sequence[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].tag == "TO"


def _auxiliary(words: Sequence[Word], i: int) -> str:
    """The word before a verb, adverbs apart."""
    j = i - 1
    while j >= 0 and i - j <= 3 and words[j].tag == "RB":
        j -= 1
    return words[j].lower if j >= 0 else ""


def _participle(words: Sequence[Word], i: int, end: int) -> Tense | None:
    auxiliary = _auxiliary(words, i)
    if auxiliary == "be":
        return Tense.PAST if _auxiliary(words, i - 1) in _COULD else Tense.FUTURE
    if base_form(words[i].lower) in _PLANNED and (auxiliary in _BE | _WAS or _to_follows(words, i)):
        return Tense.FUTURE
    if auxiliary in _WAS or auxiliary in _HAVE:
        return Tense.PAST
    if auxiliary in _BE:
        return Tense.PRESENT
    if i + 1 < end and words[i + 1].tag in _NOUNS:
        return None
    return Tense.PAST


def _base(words: Sequence[Word], i: int) -> Tense:
    """An infinitive or a verb after a modal looks ahead, unless the verb it hangs on tells it as done."""
    before = _auxiliary(words, i)
    if before == "to":
        head = words[i - 2] if i >= 2 else None
        if head is not None and head.tag in ("VBD", "VBN") and base_form(head.lower) in _DONE:
            return Tense.PAST
        return Tense.FUTURE
    if before in _COULD:
        return Tense.PAST
    return Tense.FUTURE if before in _FUTURE_MODALS or before == "not" else Tense.PRESENT


def _present(words: Sequence[Word], i: int) -> Tense:
    base = base_form(words[i].lower)
    if base == "be" and _to_follows(words, i):
        return Tense.FUTURE
    if base in _PLANNED:
        return Tense.FUTURE
    return Tense.PRESENT if base in _STATES else Tense.FUTURE
