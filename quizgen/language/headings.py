"""Names in a heading that has every word in capitals, where capitals tell nothing."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.gazetteer import given_name_sex, title_mark
from quizgen.language.lexicon import Tags, tags_of

_ALSO_SURNAMES = ("NN", "JJ")
"""First tags of the common words that are surnames too: Brown, Church."""
_FINITE = frozenset(["VBZ", "VBD", "MD"])


def is_of_a_name(texts: Sequence[str], lowers: Sequence[str], i: int, known: Tags | None) -> bool:
    """Whether word ``i`` of a heading belongs to somebody's name: "*Max* Weber", "Minister *Mark* *Brown*".

    Args:
        texts: the words as they stand.
        lowers: the same in lower case.
        i: index of the word.
        known: the tags it has as a common word, if it is one.
    """
    if given_name_sex(texts[i]):
        behind = texts[i + 1] if i + 1 < len(texts) else ""
        if (behind[:1].isupper() and tags_of(behind.lower()) is None) or _is_titled(lowers, i):
            return True
    if not i or known is None or known[0] not in _ALSO_SURNAMES or not _FINITE.isdisjoint(known):
        return False
    given = given_name_sex(texts[i - 1]) and (tags_of(lowers[i - 1]) is None or _is_titled(lowers, i - 1))
    return bool(given)


def _is_titled(lowers: Sequence[str], i: int) -> bool:
    return i > 0 and title_mark(lowers[i - 1]) == "O"
