"""Who was given a prize or a medal."""

from __future__ import annotations

from quizgen.kinds.initiative.dated import date_at
from quizgen.kinds.initiative.fact import Initiative, statement
from quizgen.kinds.initiative.place import Place
from quizgen.language.asking import text_of
from quizgen.language.names import NameKind
from quizgen.language.nominal import is_plural
from quizgen.language.pattern import Pattern
from quizgen.language.standalone import stands_alone
from quizgen.language.understanding import Understanding

GIVING = frozenset(["award", "give", "grant"])
"""Verbs of those who give a prize."""
_THEIR = Pattern(r"\b(?:his|her)\b")
_CLOSES = (",", ".", ";", "–", "—", "(", ")")
_LONGEST = 14
"""Words of what a prize was given for."""


def given(u: Understanding, place: Place) -> Initiative | None:
    """ "The town awarded Ana Reis the Elm Prize for her songs": which prize was Ana Reis awarded for her songs?"""
    words, verb = place.words, place.clause.verb
    whom = next((m for m in u.mentions[place.sentence.index] if m.whole.start == words[verb.end].start), None)
    person = u.aliases.at(whom) if whom is not None and whom.last + 1 == place.begin else None
    if person is None or person.kind is not NameKind.PERSON or words[verb.finite].tag != "VBD":
        return None
    rest = date_at(u, place, place.end).strip() or reason(u, place)
    if not rest:
        return None
    return statement(u, place, "as-object", f"Which {place.noun} was {u.named(person.name)} awarded {rest}?", 1.1)


def reason(u: Understanding, place: Place) -> str:
    """What a prize was given for, "his" and "her" being the winner's; empty where it leans on the text."""
    words, end = place.words, place.end
    if end >= len(words) or words[end].lower != "for":
        return ""
    stop = next((i for i in range(end, len(words)) if words[i].text in _CLOSES or words[i].tag == "WDT"), len(words))
    told = text_of(u.text, words, end, stop)
    return told if len(told.split()) <= _LONGEST and stands_alone(_THEIR.sub("a", told)) else ""


def awarded(u: Understanding, place: Place, subject: str, rest: str) -> Initiative | None:
    """ "was knighted and awarded the Polar Medal by the Society": which medal was Holm awarded by the Society?"""
    verb = place.words[place.clause.verb.main]
    if place.entity.sort != "H" or verb.tag not in ("VBN", "VBD"):
        return None
    helper = "were" if is_plural(subject) else "was"
    return statement(u, place, "as-object", f"Which {place.noun} {helper} {subject} {verb.lower} {rest}?", 1.1)
