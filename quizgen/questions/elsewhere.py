"""The same event of another country, as a wrong choice: "the independence of *Chile*", "*Chile*-Peru ties"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.language.gazetteer import Country, country, neighbours
from quizgen.questions.order import in_order

_MOST = 3
"""Words of a country's name."""


def elsewhere(event: str, seed: str) -> Iterator[str]:
    """Yield ``event`` with a neighbour for the last country that it names.

    Args:
        event: what has an anniversary.
        seed: the question, which settles the order.
    """
    found = _last_country(event)
    if found is None:
        return
    start, end, nation = found
    before, behind = event[:start], event[end:]
    near = (country(name) for name in in_order(seed, neighbours(nation.name)))
    called = event[start:end]
    paired = before.endswith("-") or behind.startswith("-")
    if not paired and behind[1:2].isupper():
        return  # the French Revolution was nobody else's
    adjective = called in nation.adjectives and called != nation.name and not paired
    for other in near:
        if other is None or other.name.removeprefix("the ") in event:
            continue
        name = other.adjectives[0] if adjective and other.adjectives else other.name
        lead = before.removesuffix("the ") if name.startswith("the ") and before.endswith("the ") else before
        if before.endswith(" the ") and not (adjective or paired or name.startswith("the ")):
            lead = before.removesuffix("the ")
        yield f"{lead}{name.removeprefix('the ') if paired or adjective else name}{behind}"


def _last_country(event: str) -> tuple[int, int, Country] | None:
    """Where the last country of an event is named, by its name or adjective."""
    words = [*re.finditer(r"[^\W_][\w.]*", event)]
    for last in range(len(words) - 1, -1, -1):
        for first in range(max(0, last - _MOST + 1), last + 1):
            start, end = words[first].start(), words[last].end()
            nation = country(event[start:end]) if event[start].isupper() else None
            if nation is not None and neighbours(nation.name):
                return start, end, nation
    return None
