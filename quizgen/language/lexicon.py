"""Which parts of speech a word can have, the likeliest first."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from quizgen.language import data

Tags = tuple[str, ...]

_NOUN, _PLURAL, _ADJECTIVE = ("NN",), ("NNS",), ("JJ",)
# Endings of words the lexicon does not know, longest first.
_BY_ENDING: tuple[tuple[str, Tags], ...] = (
    ("ically", ("RB",)), ("ation", _NOUN), ("ities", _PLURAL), ("isms", _PLURAL), ("ists", _PLURAL),
    ("ness", _NOUN), ("ment", _NOUN), ("ship", _NOUN), ("able", _ADJECTIVE), ("ible", _ADJECTIVE),
    ("less", _ADJECTIVE), ("eous", _ADJECTIVE), ("ious", _ADJECTIVE), ("ical", _ADJECTIVE), ("like", _ADJECTIVE),
    ("ish", _ADJECTIVE), ("ful", _ADJECTIVE), ("ous", _ADJECTIVE), ("ive", _ADJECTIVE), ("ary", _ADJECTIVE),
    ("ial", _ADJECTIVE), ("ing", ("VBG", "NN")), ("ion", _NOUN), ("ism", _NOUN), ("ist", _NOUN), ("ity", _NOUN),
    ("ies", ("NNS", "VBZ")), ("al", _ADJECTIVE), ("ic", _ADJECTIVE), ("ly", ("RB",)), ("ed", ("VBD", "VBN")),
    ("ss", _NOUN), ("us", _NOUN), ("is", _NOUN), ("s", ("NNS", "VBZ")),
)  # fmt: skip


@cache
def _closed() -> dict[str, Tags]:
    return {
        word: tuple(tags.split("/"))
        for tags, _, listed in (line.partition(" ") for line in data.lines("closed_class.txt"))
        for word in listed.split()
    }


@cache
def tags_of(word: str) -> Tags | None:
    """The possible tags of a lower-case word, or None for a word that is not in the lexicon."""
    if word in _closed():  # function words win
        return _closed()[word]
    rows, key = data.rows("lexicon.txt"), word + " "
    at = bisect_left(rows, key)  # parsing every row would cost more than a document needs
    return tuple(rows[at][len(key) :].split("/")) if at < len(rows) and rows[at].startswith(key) else None


def guess(word: str) -> Tags:
    """The possible tags of a lower-case word that is not in the lexicon, by its ending."""
    head, hyphen, last = word.rpartition("-")
    if hyphen:  # co-chaired, long-term, decision-making
        known = tags_of(last) or guess(last)
        return known if len(head) <= 3 or known[0] in ("NN", "NNS") else _ADJECTIVE
    return next((tags for ending, tags in _BY_ENDING if word.endswith(ending) and len(word) > len(ending) + 1), _NOUN)


def is_verb(base: str) -> bool:
    """Whether the lexicon knows ``base`` as the base form of a verb."""
    tags = tags_of(base)
    return tags is not None and ("VB" in tags or "VBP" in tags)


def is_known(word: str) -> bool:
    """Whether a lower-case word is an ordinary English word."""
    return tags_of(word) is not None
