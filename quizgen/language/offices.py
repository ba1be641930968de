"""Who holds an office that a text calls but by its noun: "the Minister"."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.language.entity import Entity
from quizgen.language.pattern import Pattern

_HONORIFIC = Pattern(r" (?:dr|prof|professor|mr|mrs|ms|sir|dame|lord|lady)\.?$")
_OF = Pattern(r" (?:of|for) .*$")
_BESIDE = frozenset("vice deputy assistant former acting associate under ex".split())
"""What makes another office of one: the Vice President is not the President."""


def holders(people: Iterable[Entity], called: str) -> list[Entity]:
    """Those whose office has ``called``, in lower case, for its noun: "minister" of a Minister of Health."""
    return [person for person in people if any(_is_called(title.lower(), called) for title in person.titles)]


def _is_called(title: str, called: str) -> bool:
    words = _OF.sub("", _HONORIFIC.sub("", title)).split()
    return words[-1:] == [called] and _BESIDE.isdisjoint(words)
