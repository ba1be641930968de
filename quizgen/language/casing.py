"""Capitals that only the beginning of a sentence gives."""

from __future__ import annotations

from quizgen.language.gazetteer import country, given_name_sex, is_country_name
from quizgen.language.lexicon import tags_of
from quizgen.language.once import once
from quizgen.language.sentences import Sentence
from quizgen.language.speech.verbs import cue_verbs
from quizgen.language.understanding import Understanding

_BODIES = frozenset(
    "parliament congress cabinet senate council court church crown state government house commons lords labour "
    "conservatives liberals democrats republicans union heaven god earth sun moon internet democratic republican "
    "liberal conservative christian catholic protestant islamic jewish".split()
)
"""Common nouns that are names where they stand alone."""
_OF_EVENTS = frozenset(["began", "started", "continued", "ended", "followed"])
"""Verbs of saying that tell of events as well: "Construction began"."""
_OWNS = frozenset(["'s", "’s", "'", "’"])
_COMMON = frozenset(["NN", "NNS", "JJ", "VBG", "VBN", "DT", "CD", "JJS", "IN", "PRP$"])
_IN_TITLES = frozenset(["IN", "DT", "CC", "TO"])
"""The words that titles write small: of, the, and."""


def is_small_in_titles(word: str) -> bool:
    """Whether titles write ``word`` (lower case) small."""
    return (tags_of(word) or ("",))[0] in _IN_TITLES


def is_small(u: Understanding, word: str) -> bool:
    """Whether the document writes ``word`` (lower case) small somewhere."""
    return word in _small(u)


@once
def _small(u: Understanding) -> frozenset[str]:
    written, named = u.tally.written, u.tally.named
    return frozenset(word for word, times in written.items() if word[0].islower() and times >= named[word])


def is_name_within(u: Understanding, word: str) -> bool:
    """Whether the document writes ``word`` (lower case) with a capital inside a sentence, and hardly ever small."""
    return word in u.tally.named and not is_small(u, word)


def opens_small(u: Understanding, sentence: Sentence, i: int) -> bool:
    """Whether the word at ``i``, capital or not, would stand with a small letter inside a sentence."""
    word = sentence.words[i]
    if not word.text[0].isupper():
        return True
    if i or any(c.isupper() for c in word.text[1:]) or word.lower in _BODIES or is_name_within(u, word.lower):
        return False
    verb = sentence.words[1] if len(sentence.words) > 1 else word
    if word.tag != "NNS" and verb.is_finite and verb.lower in cue_verbs() and verb.lower not in _OF_EVENTS:
        return False  # Apple announced
    following = sentence.words[1].text if len(sentence.words) > 1 else ""
    if following[:1].isupper() and (country(following) is None or is_country_name(following)):
        return False  # Top Israeli officials are top ones
    if is_small(u, word.lower):
        return True
    known = tags_of(word.lower)
    named = given_name_sex(word.text) or is_country_name(word.text) or following in _OWNS
    return not named and known is not None and known[0] in _COMMON


def as_inside(u: Understanding, sentence: Sentence, start: int, phrase: str) -> str:
    """``phrase``, which begins with the word at ``start``, as it stands inside a sentence."""
    small = phrase[:1].isupper() and opens_small(u, sentence, start)
    return f"{phrase[:1].lower()}{phrase[1:]}" if small else phrase
