"""Comparing a typed answer with the right one: what differs only in form is forgiven."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from quizgen.model.card import Card
from quizgen.model.review import Grade
from quizgen.quiz.forms import Tokens, fold, readings

LONGEST = 500
"""Characters of a typed answer that are looked at, where it is not the very answer."""
_SIMILAR = 0.8
"""From here on two words count as one with a slip of the fingers."""

_SIGNS = (
    (re.compile(r"%|\bper cent\b"), " percent "),
    (re.compile(r"&"), " and "),
    (re.compile(r"(?<=\d)\s*bn\b"), " billion"),
    (re.compile(r"\b(k|c|m)(?:ilo|enti|illi)met(?:re|er)s?\b"), r"\1m"),
    (re.compile(r"(?<=\d)\s*met(?:re|er)s?\b"), " m"),
    (re.compile(r"\bkilo(?:gram(?:me)?)?s?\b"), "kg"),
    (re.compile(r"(?<=\d)\s*hectares?\b"), " ha"),
)
"""Signs and units, and how they are read whichever way they are written."""


class Verdict(Enum):
    """How a typed answer compares."""

    RIGHT = "right"
    CLOSE = "close"
    """A slip of the fingers, or more or less than the answer."""
    WRONG = "wrong"
    EMPTY = "empty"


class Difference(Enum):
    """Where a piece of text stands."""

    SAME = "same"
    MISSING = "missing"
    """In the answer, not in what was typed."""
    EXTRA = "extra"
    """In what was typed, not in the answer."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the two texts laid over each other."""

    text: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Judgement:
    """What to tell someone who typed an answer."""

    verdict: Verdict
    suggested: Grade
    """To be offered, never forced."""
    pieces: tuple[Piece, ...]
    """The two texts laid over each other, to be written one after the other."""


_SUGGESTED = {
    Verdict.RIGHT: Grade.GOOD,
    Verdict.CLOSE: Grade.HARD,
    Verdict.WRONG: Grade.AGAIN,
    Verdict.EMPTY: Grade.AGAIN,
}


def judge(card: Card, typed: str) -> Judgement:
    """Compare what was typed with the card's answer and whatever else it accepts.

    Case, accents, punctuation, articles and the forms of numbers, ordinals, dates and units are forgiven.
    """
    verdict = _verdict(card, typed.strip())
    pieces = () if verdict is Verdict.RIGHT else _differences(card.answer, typed[:LONGEST])
    return Judgement(verdict, _SUGGESTED[verdict], pieces)


def _verdict(card: Card, typed: str) -> Verdict:
    if not typed:
        return Verdict.EMPTY
    if fold(typed) == fold(card.answer.strip()):  # also where an answer is all punctuation
        return Verdict.RIGHT
    given = {tokens for tokens in readings(_spelt(typed[:LONGEST])) if tokens}
    texts = map(_spelt, (card.answer, *card.accept, card.value or ""))
    right = [answer for text in texts for answer in readings(text) if answer]
    if any(answer in given for answer in right):
        return Verdict.RIGHT
    return Verdict.CLOSE if any(_close(one, other) for one in given for other in right) else Verdict.WRONG


def _spelt(text: str) -> str:
    spelt = text.casefold()
    for sign, read in _SIGNS:
        spelt = sign.sub(read, spelt)
    return spelt


def _close(typed: Tokens, answer: Tokens) -> bool:
    """Whether one text lies within the other, or words differ by a slip; other figures are never close."""
    short, long = sorted((typed, answer), key=len)
    if any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1)):
        return True
    if _figures(typed) != _figures(answer):
        return len(typed) == len(answer) == 1 and _less_exact(typed[0], answer[0])
    one, other = " ".join(typed), " ".join(answer)
    return len(other) > 3 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SIMILAR


def _figures(tokens: Tokens) -> list[str]:
    return [token for token in tokens if token[0].isdigit()]


def _less_exact(one: str, other: str) -> bool:
    """Whether one is a date within the other: ``2021-12`` and ``2021-12-03``."""
    return one.startswith(other + "-") or other.startswith(one + "-")


def _differences(answer: str, typed: str) -> tuple[Piece, ...]:
    """The words of both texts laid over each other; similar words are compared by letters."""
    wanted, given = answer.split(), typed.split()
    matcher = SequenceMatcher(None, [fold(word) for word in given], [fold(word) for word in wanted], autojunk=False)
    pieces: list[Piece] = []
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            pieces += _whole(wanted[c:d], Difference.SAME)
        elif b - a == d - c:
            for one, other in zip(given[a:b], wanted[c:d], strict=True):
                pieces += _word(one, other)
        else:
            pieces += _whole(given[a:b], Difference.EXTRA) + _whole(wanted[c:d], Difference.MISSING)
    return _spaced(pieces)


def _word(typed: str, wanted: str) -> list[Piece]:
    matcher = SequenceMatcher(None, fold(typed), fold(wanted), autojunk=False)
    plain = len(fold(typed)) == len(typed) and len(fold(wanted)) == len(wanted)
    if not plain or matcher.ratio() < _SIMILAR:
        return [*_whole([typed], Difference.EXTRA), *_whole([wanted], Difference.MISSING)]
    pieces: list[Piece] = []
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            pieces.append(Piece(wanted[c:d], Difference.SAME))
        else:
            pieces += [Piece(typed[a:b], Difference.EXTRA), Piece(wanted[c:d], Difference.MISSING)]
    pieces[-1] = Piece(pieces[-1].text + " ", pieces[-1].difference)
    return pieces


def _whole(words: Sequence[str], difference: Difference) -> list[Piece]:
    return [Piece(" ".join(words) + " ", difference)] if words else []


def _spaced(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Without empty pieces, and without the space after the last."""
    kept = [piece for piece in pieces if piece.text]
    if kept:
        kept[-1] = Piece(kept[-1].text.rstrip(), kept[-1].difference)
    return tuple(piece for piece in kept if piece.text)
