"""Which cards to keep when not all are wanted: by worth, spread over the kinds and over the text."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence

from quizgen.questions.made import Made

_AGAIN = 0.82
"""How much less a further card of the same kind is worth."""
_NEAR = 0.88
"""How much less a further card from the same stretch of text is worth."""
_STRETCH = 600
"""Characters of text that count as one stretch."""


def ranked(made: Sequence[Made]) -> list[Made]:
    """The cards in the order in which one would choose them.

    Greedy with a lazy heap: a card's worth only falls as others are chosen, so the first one whose worth is up to
    date is the best (M. Minoux 1978, accelerated greedy algorithms).
    """
    kinds: Counter[str] = Counter()
    stretches: Counter[tuple[str | None, int]] = Counter()
    heap = [(-m.worth, i) for i, m in enumerate(made)]
    heapq.heapify(heap)
    chosen: list[Made] = []
    while heap:
        stale, i = heapq.heappop(heap)
        card = made[i]
        now = -card.worth * _AGAIN ** kinds[card.kind.name] * _NEAR ** stretches[_stretch(card)]
        if now > stale:
            heapq.heappush(heap, (now, i))
            continue
        kinds[card.kind.name] += 1
        stretches[_stretch(card)] += 1
        chosen.append(card)
    return chosen


def _stretch(made: Made) -> tuple[str | None, int]:
    evidence = made.card.evidence[0]
    return evidence.source, evidence.start // _STRETCH
