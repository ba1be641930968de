"""Amounts as they are written: "more than three million", "$175 million", "1,400"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.language.pattern import Pattern
from quizgen.language.words import Word

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split()
)
_TENS = {word: 10 * n for n, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_WORDS = {word: n for n, word in enumerate(_SMALL)} | _TENS
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ROUGHLY = frozenset("about around nearly almost over approximately roughly some".split())
_BOUNDS = (("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"), ("up", "to"))
_FIGURES = Pattern(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_CURRENCIES = frozenset("$€£¥")


class Amount(NamedTuple):
    """A number with what stands around it; indexes count the words of the sentence, the end is exclusive."""

    start: int
    end: int
    number: float
    """Of the figures or the word alone, without the scale."""
    scale: str
    """"million", or empty."""
    figures: str
    """As it is written, without the scale: "1,400", "three"."""

    @property
    def value(self) -> float:
        """What it comes to."""
        return self.number * _SCALES.get(self.scale, 1)


def amount_at(words: Sequence[Word], i: int) -> Amount | None:
    """The amount whose figures or number word stand at ``i``; None where there is none, or it is hard to read."""
    text = words[i].text
    bare = text.lstrip("$€£¥")
    number = float(bare.replace(",", "")) if _FIGURES.fullmatch(bare) else float(_WORDS.get(text.lower(), -1))
    if number < 0:
        return None
    end = i + 1
    scale = words[end].lower if end < len(words) and words[end].lower in _SCALES else ""
    end += bool(scale)
    if end < len(words) and (words[end].lower in _SCALES or words[end].tag == "CD" or words[end].text in ("-", "–")):
        return None
    start = i - (i > 0 and words[i - 1].text in _CURRENCIES)
    if start and words[start - 1].tag == "CD":
        return None
    if start and words[start - 1].lower in _ROUGHLY:
        start -= 1
    elif start > 1 and (words[start - 2].lower, words[start - 1].lower) in _BOUNDS:
        start -= 2
    return Amount(start, end, number, scale, bare)


def others(amount: Amount, written: str) -> Iterator[str]:
    """Amounts near one, written as it is.

    Args:
        amount: the right one.
        written: it with all that belongs to the answer: "more than three million", "$175 million".
    """
    seed = sum(map(ord, written))
    for n in _near(amount.number, seed, whole="." not in amount.figures, words=not amount.figures[0].isdigit()):
        figures = _as_written(n, amount.figures)
        if figures and figures != amount.figures:
            yield written.replace(amount.figures, figures, 1)


def _near(number: float, seed: int, *, whole: bool, words: bool) -> list[float]:
    if words or (whole and number <= 20):
        steps = [-2, 2, 1, -1, 3, 4] if number > 4 else [1, 2, 3, 4, -1]
        turn = seed % 3
        return [number + step for step in (*steps[turn:], *steps[:turn]) if number + step >= 2]
    factors = [1.2, 0.8, 1.5, 0.7, 1.3, 0.6]
    turn = seed % 4
    return [_rounded(number * factor, number) for factor in (*factors[turn:], *factors[:turn])]


def _rounded(n: float, like: float) -> float:
    """``n`` with as many figures that count as ``like``, or one more."""
    figures = re.sub(r"\D|0+(?=\.?0*$)", "", f"{like:f}".rstrip("0").rstrip("."))
    return float(f"{n:.{max(2, len(figures))}g}")


def _as_written(n: float, like: str) -> str:
    if not like[0].isdigit():
        word = {value: word for word, value in _WORDS.items()}.get(int(n), "")
        return word.capitalize() if like[0].isupper() else word
    if "." in like:
        return f"{n:.{len(like.partition('.')[2])}f}"
    return f"{int(n):,}" if "," in like or (n >= 1000 and float(like.replace(",", "")) < 1000) else str(int(n))
