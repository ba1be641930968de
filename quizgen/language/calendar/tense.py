"""Whether the verb that a date belongs to speaks of the past or of what is to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from quizgen.language.calendar.wordlists import listed
from quizgen.language.inflection import base_form
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word
from quizgen.model.document import Span


class Tense(Enum):
    """The time of a verb, seen from the moment of writing."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    TIMETABLE = "timetable"
    """``the museum opens on Monday``: what is to come, told as present."""
    PERFECT = "perfect"
    """``has opened``: past, but never said of one day, so a day beside it belongs to something else."""
    UNKNOWN = "unknown"


class Cue(NamedTuple):
    """What the verb nearest to a date says."""

    tense: Tense
    before: bool
    """Whether it stands before the date."""
    firm: bool
    """Whether the verb stands so near that the date surely is its own."""


_FIRM = 3
"""How many words may stand between a date and a verb that surely goes with it."""
_REACH = 60
"""How many words a verb may be from its date."""
_OPENING = 2
"""A date that begins with one of the first words of a sentence goes with its first verb."""
_BE = frozenset(("is", "are", "am", "be", "'s", "'re", "'m"))
_WAS = frozenset(("was", "were", "been", "being"))
_PERFECT = frozenset(("has", "have", "'ve", "hasn't", "haven't"))
_FUTURE_MODALS = frozenset(
    ("will", "shall", "'ll", "won't", "may", "can", "should", "must", "would", "could", "might", "'d")
)
_SUBJECTS = frozenset(("that", "which", "who", "he", "she", "it", "they", "we", "i", "you"))
_DID = frozenset(("did", "didn't", "couldn't"))
_NOUNS = ("NN", "NNS", "NNP", "JJ")


def tense_at(sentence: Sentence, span: Span) -> Cue:
    """The tense of the nearest verb before a place in its sentence, else of the first one after it."""
    words = sentence.words
    first = bisect_right(words, span.start, key=lambda word: word.end)
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        tense = _tense_of(words, i, first)
        if tense is not None:
            if tense in (Tense.PAST, Tense.PERFECT) and _puts_off(words, i, first):
                tense = Tense.FUTURE
            if tense is Tense.PERFECT and any(word.tag == "VBG" for word in words[i:first]):
                tense = Tense.PAST  # "the share has slumped, closing lower on Friday"
            return Cue(tense, True, first - i <= _FIRM)
    for i in range(first, min(len(words), first + _REACH)):
        tense = _tense_of(words, i, len(words)) if words[i].start >= span.end else None
        if tense is not None:
            return Cue(tense, False, first <= _OPENING)
    return Cue(Tense.UNKNOWN, False, False)


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
    if word.lower in listed("looking_ahead"):
        return Tense.FUTURE
    if word.tag == "VBG" and _auxiliary(words, i) in _BE:
        return Tense.FUTURE
    return None


def _puts_off(words: Sequence[Word], i: int, end: int) -> bool:
    """Whether a past verb sets the date as a term: ``gave them until Tuesday``."""
    until = any(word.lower in ("until", "till") for word in words[max(i, end - 4) : end])
    return until and _is(words[i], "puts_off")


def _is(verb: Word, name: str) -> bool:
    """Whether a verb in any form is in a list."""
    return base_form(verb.lower) in listed(name)


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
        return Tense.PAST if _auxiliary(words, i - 1) in ("could", "couldn't") else Tense.FUTURE
    if _is(words[i], "planned") and (auxiliary in _BE | _WAS or _to_follows(words, i)):
        return Tense.FUTURE
    if auxiliary in _PERFECT:
        return Tense.PERFECT
    if auxiliary in _WAS or auxiliary == "had":
        return Tense.PAST
    if auxiliary in _BE:
        return Tense.PRESENT
    if i + 1 < end and words[i + 1].tag in _NOUNS and auxiliary not in _SUBJECTS:
        return None
    return Tense.PAST


def _base(words: Sequence[Word], i: int) -> Tense:
    """An infinitive or a verb after a modal looks ahead, unless the verb it hangs on tells it as done."""
    before = _auxiliary(words, i)
    if before == "to":
        return Tense.FUTURE if _looks_ahead(words, i) else Tense.PAST
    if before in _DID:
        return Tense.PAST
    if i and words[i - 1].tag in ("NN", "NNS", "NNP", "RB") and not _is(words[i], "state"):
        return Tense.TIMETABLE
    return Tense.FUTURE if before in _FUTURE_MODALS else Tense.PRESENT


def _looks_ahead(words: Sequence[Word], i: int) -> bool:
    """Whether an infinitive was still to come: ``agreed to meet``, unlike ``gathered to mourn``."""
    for j in range(i - 2, max(-1, i - 2 - _REACH), -1):
        if words[j].tag in ("VBD", "VBN"):
            return _is(words[j], "prospective") or _is(words[j], "planned") or words[i - 2].lower in listed("intention")
        if words[j].tag in ("VBZ", "VBP", "MD", "VB", "VBG"):
            return True
    return True


def _present(words: Sequence[Word], i: int) -> Tense:
    if words[i].lower in _BE and _to_follows(words, i):
        return Tense.FUTURE
    if _is(words[i], "planned"):
        return Tense.FUTURE
    return Tense.PRESENT if _is(words[i], "state") else Tense.TIMETABLE
