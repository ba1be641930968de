"""Which parts of speech a word can have, the likeliest first."""

from __future__ import annotations

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
def _table() -> dict[str, Tags]:
    table: dict[str, Tags] = {}
    for name in ("lexicon.txt", "closed_class.txt"):  # function words last: they win
        for line in data.lines(name):
            tags, _, listed = line.partition(" ")
            table.update(dict.fromkeys(listed.split(), tuple(tags.split("/"))))
    return table


def tags_of(word: str) -> Tags | None:
    """The possible tags of a lower-case word, or None for a word that is not in the lexicon."""
    return _table().get(word)


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
    return word in _table()
