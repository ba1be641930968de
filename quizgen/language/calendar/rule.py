"""A named rule of the grammar of dates, and how a rule is tried at a place in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from quizgen.language.calendar.expression import Expression
from quizgen.language.pattern import Pattern

_compiled = cache(re.compile)
"""Patterns are compiled when a text first needs them: most texts need few."""
Reading = Expression | tuple[Expression, ...] | None


class Rule(NamedTuple):
    """Reads an expression that begins at a trigger word; rules of one trigger are tried in their order."""

    name: str
    pattern: str
    """Matched at the trigger; every repetition in it is bounded, so that reading stays linear."""
    read: Callable[[re.Match[str], str], Reading]
    """Takes the match and the rule's name; None says that the words are no date after all."""

    def at(self, text: str, start: int) -> tuple[Expression, ...]:
        """The expressions that the rule reads at this place: none, one, or the ends of a range."""
        found = _compiled(self.pattern).match(text, start)
        if found is None:
            return ()
        reading = self.read(found, self.name)
        if reading is None:
            return ()
        return (reading,) if isinstance(reading, Expression) else reading


BEHIND = 40
"""How many characters before a trigger may belong to its expression."""


def behind(text: str, start: int, pattern: Pattern) -> re.Match[str] | None:
    """What stands directly before a place: ``pattern`` ends with ``$`` and sees :data:`BEHIND` characters."""
    return pattern.search(text[max(0, start - BEHIND) : start])
