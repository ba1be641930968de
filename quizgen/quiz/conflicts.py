"""Which cards must not stand together, as one gives away the other's answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quizgen.model.card import Card
from quizgen.quiz.item import Item

_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    "a an and at by did do does for from had has have he her his how in is it its of on or she that the their they to "
    "was were what when where which who whom whose with year date day month many".split()
)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def _told(context: str | None, question: str, answer: str) -> tuple[str, frozenset[str]]:
    """What a card says, as its words between spaces, and as a set."""
    words = _words(f"{context or ''} {question} {answer}")
    return f" {' '.join(words)} ", frozenset(words)


def gives_away(one: Card, other: Card) -> bool:
    """Whether one card tells another's answer: siblings do, and a question that holds both answer and subject."""
    if one.fact is not None and one.fact == other.fact:
        return True
    answer = _words(other.answer)
    said, words = _told(one.context, one.question, one.answer)
    if not answer or f" {' '.join(answer)} " not in said:
        return False
    subject = set(_words(other.question)) - _SMALL - set(answer)
    return len(subject & words) * 2 >= max(len(subject), 1)


def together(one: Card, other: Card) -> bool:
    """Whether two cards may stand on one paper."""
    return not (gives_away(one, other) or gives_away(other, one))


def kept_apart(items: Sequence[Item]) -> list[Item]:
    """The items, changed in order where that keeps one from standing beside another that gives it away."""
    left, out = list(items), list[Item]()
    while left:
        window = left[:_LOOK_AHEAD]
        at = next((i for i, item in enumerate(window) if not out or together(out[-1].card, item.card)), 0)
        out.append(left.pop(at))
    return out


_LOOK_AHEAD = 20
"""How many items may be passed over for the next one."""
