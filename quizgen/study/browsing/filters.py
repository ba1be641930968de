"""What is typed to filter cards, as conditions on the rows of the library and of the progress file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.study.library.rows import TAG

STATES: Mapping[str, str] = {
    "due": "s.phase > 0 AND s.due_day <= :day AND s.suspended = 0 AND c.hidden = 0",
    "new": "coalesce(s.phase, 0) = 0 AND s.suspended IS NOT 1 AND c.hidden = 0",
    "learning": "s.phase IN (1, 3)",
    "learned": "s.phase = 2",
    "suspended": "s.suspended = 1 OR c.hidden = 1",
    "flagged": "s.flag IS NOT NULL",
    "leech": "s.leech = 1",
    "buried": "s.buried_day = :day",
}
"""What can stand after ``is:``, each with its condition."""

_TERM = re.compile(r'(-?)(?:(kind|tag|is|deck):)?(?:"([^"]*)"?|(\S+))')


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition in SQL on the tables ``c`` (library), ``d`` (decks) and ``s`` (progress)."""

    condition: str
    values: Mapping[str, object]
    states: bool
    """Whether it asks for the state of cards."""
    problem: str = ""
    """What could not be understood, for people; such a term is left out."""


def read_filter(typed: str) -> Filter:
    """The filter that was typed, also when it is only half typed.

    Args:
        typed: words that must all stand in the card, ``kind:``, ``tag:`` and ``deck:`` with how a name begins,
            and ``is:`` with a state; ``"two words"``, and a ``-`` before what must not be.
    """
    conditions, problem = ["1"], ""
    values: dict[str, object] = {}
    for number, (less, key, quoted, word) in enumerate(_TERM.findall(typed)):
        name = f"t{number}"
        text = (quoted or word).casefold()
        if not text:
            continue
        if key == "is" and not _states(text):
            problem = f"is: {', '.join(STATES)}"
            continue
        condition, values[name] = _condition(key, text, name)
        conditions.append(f"NOT coalesce(({condition}), 0)" if less else f"({condition})")
    condition = " AND ".join(conditions)
    return Filter(condition, values, "s." in condition, problem)


def _states(text: str) -> list[str]:
    return [state for state in STATES if state.startswith(text)]


def _condition(key: str, text: str, name: str) -> tuple[str, object]:
    if key == "is":
        return STATES[_states(text)[0]], None
    if key == "kind":
        return f"substr(c.kind, 1, length(:{name})) = :{name}", text
    if key == "tag":
        return f"instr(c.folded, :{name})", TAG + text
    if key == "deck":
        return f"instr(d.folded, :{name})", text
    return f"instr(c.folded, :{name})", text
