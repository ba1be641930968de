"""Who "the two leaders", "both prime ministers" and "the two sides" are in the report of a meeting."""

from __future__ import annotations

from quizgen.language.aliases import Aliases
from quizgen.language.entity import Entity
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.standalone import the_pair

_LEADERS = Pattern(
    r"(?:the|both|all)(?: (?P<count>two|three|four))? "
    r"(?P<office>leaders|presidents|(?:prime |foreign |defen[cs]e )?ministers|chancellors|premiers"
    r"|secretaries|kings|governors|mayors)"
)
_SIDES = Pattern(r"(?:both|the two) (?:sides|countries|governments|nations)")
_COUNTS = {"two": 2, "three": 3, "four": 4}


def parties_called(phrase: str, aliases: Aliases) -> tuple[Entity, ...]:
    """Those whom a phrase means together; none where it is no such phrase, or others may be meant.

    Args:
        phrase: in lower case, with its article.
        aliases: the entities, with those who meet.
    """
    if _SIDES.fullmatch(phrase):
        return _countries(aliases)
    found = _LEADERS.fullmatch(phrase)
    together = aliases.together
    if found is None or together is None:
        return ()
    count = 2 if phrase.startswith("both") else _COUNTS.get(found["count"] or "", len(together))
    office = found["office"].removesuffix("s").replace("secretarie", "secretary")
    hold = office == "leader" or all(any(t.lower().endswith(office) for t in e.titles) for e in together)
    return together if count == len(together) and hold else ()


def _countries(aliases: Aliases) -> tuple[Entity, ...]:
    """The two countries a document is about, as entities."""
    pair = the_pair(aliases) or ()
    found = [next((e for e in aliases.known_as(name) if e.kind is NameKind.PLACE), None) for name in pair]
    return tuple(e for e in found if e is not None) if all(found) else ()
