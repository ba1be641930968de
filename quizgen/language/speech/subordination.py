"""What makes a clause: conjunctions, question words, prepositions before its subject."""

from __future__ import annotations

from quizgen.language.speech.line import Line
from quizgen.language.words import Word

SUBORDINATORS = frozenset(
    "that because if while as since although though whether after before until when where why how than "
    "whereas once but so for and or".split()
)
_INTRODUCERS = SUBORDINATORS - {"but", "so", "for", "and", "or"}


def introduced(line: Line, first: int) -> str:
    """The conjunction or question word that makes the clause at ``first`` a subordinate one, or ``""``."""
    for k in range(first - 1, max(-1, first - 4), -1):
        word = line.words[k]
        if line.quoted[k] >= 0 or word.tag in (",", ":", ".", "CC"):
            return ""
        if word.tag in ("WP", "WRB", "WDT") or word.lower in _INTRODUCERS:
            return word.lower
        if word.tag not in ("RB", "JJ"):
            return ""
    return ""


def governs(word: Word) -> bool:
    """Whether a word is a preposition, so that the noun phrase behind it is no subject."""
    return word.tag in ("IN", "TO") and (word.lower not in SUBORDINATORS or word.lower == "for")


def begins_clause(line: Line, start: int) -> bool:
    """Whether a clause begins at ``start``: behind punctuation or a conjunction."""
    if start == 0:
        return True
    word = line.words[start - 1]
    return (
        line.quoted[start - 1] >= 0
        or word.tag in (",", ":", "CC", ".", ")")
        or word.lower in SUBORDINATORS
        or word.text in ("-",)
    )


def words_of_time(line: Line, first: int) -> bool:
    """Whether ``this week``, ``last month`` and the like begin at ``first``."""
    return line.words[first].lower in ("this", "last", "next", "every", "each")
