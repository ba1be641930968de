"""What the tags of a whole sentence show to be wrong: a verb that no clause has room for, a sentence without one."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.lexicon import Tags
from quizgen.language.words import FINITE_TAGS

_DOUBTFUL = frozenset(["VBZ", "VBP", "VB", "VBN", "JJ"])
_OBJECT = frozenset(["DT", "PRP", "PRP$", "NNP", "CD", "$"])
_IN_NOUN = frozenset(["JJ", "CD", "NN", "NNP", "POS", "JJS"])
_NAMING = frozenset("called named dubbed known nicknamed termed titled entitled based".split())
_HELPING = frozenset("is are was were am be has have had do does did 's ’s 're ’re 've ’ve".split())
_SHORTEST = 6
"""Words of a sentence that must have a verb."""


def mend(tags: list[str], lowers: Sequence[str], readings: Sequence[Tags]) -> None:
    """Set right in place what no sentence can be.

    Args:
        tags: of the words of a sentence.
        lowers: the words in small letters.
        readings: the tags that each may have.
    """
    finite = sum(tag in FINITE_TAGS for tag in tags)
    for i, tag in enumerate(tags[:-1]):
        if i == 0 or tag not in _DOUBTFUL:
            continue
        before, after = tags[i - 1], tags[i + 1]
        if tag == "JJ":
            if after == "VBD" and before in ("DT", "NNP"):
                tags[i] = "NN" if before == "DT" else "RB"
        elif tag == "VBN":
            if after == "CC" and tags[i + 2 : i + 3] == ["VBD"] and _has_subject(tags, i):
                tags[i] = "VBD"
        elif before in _IN_NOUN and lowers[i] not in _HELPING:
            _mend_noun(tags, readings, i, alone=finite == 1)
    if len(tags) >= _SHORTEST and tags[-1] == "." and FINITE_TAGS.isdisjoint(tags):
        _give_past(tags, lowers, readings)


def _mend_noun(tags: list[str], readings: Sequence[Tags], i: int, *, alone: bool) -> None:
    """A noun that was taken for a verb, right before the verb: "the first two *matches* | took place".

    ``alone`` tells that the sentence has no other verb with a tense.
    """
    noun = next((t for t in readings[i] if t in ("NN", "NNS")), "NNS" if tags[i] == "VBZ" else "NN")
    behind = i + 1
    while behind < len(tags) - 1 and tags[behind] == "RB":
        behind += 1
    if (tags[i] == "VB" and tags[i - 1] == "JJ") or tags[behind] in ("VBD", "MD"):
        tags[i] = noun
    elif tags[behind] == "VBN" and "VBD" in readings[behind] and alone:
        tags[i], tags[behind] = noun, "VBD"


def _has_subject(tags: Sequence[str], i: int) -> bool:
    """Whether the first of two verbs is not a participle of the noun before: "the mills – all three – *merged* and"."""
    return tags[i - 1] == ":" or (tags[i - 1] in ("NNP", "NNS") and FINITE_TAGS.isdisjoint(tags[:i]))


def _give_past(tags: list[str], lowers: Sequence[str], readings: Sequence[Tags]) -> None:
    """A past tense taken for a participle, where a sentence has no other: "In 1992, the ship | *launched*, making"."""
    for i in range(1, len(tags) - 1):
        told = tags[i] == "VBN" and "VBD" in readings[i] and tags[i - 1] in (*_IN_NOUN, "NNS", "RB", ",", ")", ":")
        if not told or lowers[i] in _NAMING or lowers[i + 1] == "by":
            continue
        joined = tags[i + 1] == "CC" and tags[i + 2] == "VBN" and "VBD" in readings[i + 2]
        apart = tags[i + 1] == "," and tags[i + 2] == "VBG" and tags[i - 1] != ","
        said = "that" in lowers[i:] and tags[i + 1] in ("TO", "IN")
        if tags[i + 1] in _OBJECT or joined or apart or said:
            tags[i] = "VBD"
            if joined:
                tags[i + 2] = "VBD"
            return
