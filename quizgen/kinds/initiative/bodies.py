"""What is worth asking of bodies: what they are for, and what they once did."""

from __future__ import annotations

import re

from quizgen.kinds.initiative.fact import MAKING
from quizgen.kinds.initiative.place import Place
from quizgen.language.inflection import base_form

_OF_BODIES = frozenset(
    "be hold meet aim seek consist comprise unite bring coordinate oversee monitor regulate promote protect represent "
    "govern administer advise run operate serve include provide manage support fund help train".split()
)
"""Verbs that tell what a body is for, or of its meetings."""


_ACTS = frozenset(
    "impose order ban approve ratify award grant recognise recognize declare elect admit expel suspend lift "
    "authorise authorize reject veto overturn uphold abolish outlaw legalise legalize nationalise train educate treat "
    "rescue discover identify restore publish produce invent pioneer distribute evacuate divide defeat capture "
    "seize occupy replace plant map excavate translate print broadcast interview "
    "nominate".split()
)
"""Verbs of what a body did that a text may well be about."""
_IS = frozenset(["in", "at", "on", "near", "part", "home", "made", "based"])
"""What follows "is" where it tells of a body at all times, with its articles; "is under pressure" does not."""
_SHORT, _TELLING = 3, 4
"""Letters of words that tell nothing by themselves, and how many others tell of one body only."""
_SHORTEST_ACT, _LONGER = 4, 6
"""Words that tell what a body did, at the least, with a name or a figure and without."""


def of_one_day(place: Place) -> bool:
    """Whether a verb tells what a body did, does or feels one day, not what it is for, who made it or when it met."""
    words, verb = place.words, place.clause.verb
    finite, main = words[verb.finite], words[verb.main]
    base = base_form(main.lower)
    if base == "be":
        return verb.end >= len(words) or not (words[verb.end].tag == "DT" or words[verb.end].lower in _IS)
    past = finite.tag == "VBD" or finite.lower in ("has", "have")
    goes_on = finite.lower in ("is", "are") and (main.tag == "VBG" or base not in MAKING)
    did = base in _ACTS and past and not place.clause.verb.passive
    return (past or goes_on or base == "want") and base not in _OF_BODIES | MAKING and not did


def acts(place: Place) -> bool:
    """Whether a clause tells what a body did, and not only on one day of many: banned trawling."""
    verb = place.clause.verb
    return base_form(place.words[verb.main].lower) in _ACTS and place.words[verb.finite].tag == "VBD"


def dated_act(rest: str, date: str) -> str:
    """What a body did with the ``date`` that the sentence opens with; empty where it tells next to nothing."""
    tells = any(c.isupper() or c.isdigit() for c in rest)
    if len(rest.split()) < (_SHORTEST_ACT if tells else _LONGER):
        return ""
    return f"{rest} {date}" if date and not re.search(r",|\d{4}", rest) else rest


def tells_little(rest: str) -> bool:
    """Whether many other bodies do the same: "represents trial lawyers"."""
    named = any(c.isupper() or c.isdigit() for c in rest)
    return not named and sum(len(word) > _SHORT for word in rest.split()) < _TELLING
