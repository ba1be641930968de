"""What the author of a speech brings about: "Today we are launching the Reef Fund"."""

from __future__ import annotations

from quizgen.kinds.initiative.fact import LONGEST, MAKING, Initiative, statement
from quizgen.kinds.initiative.place import Place
from quizgen.language.asking import predicate_end, text_of
from quizgen.language.clauses import ClauseKind
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.nominal import is_plural
from quizgen.language.predicate import relative_dates, standing_predicate
from quizgen.language.understanding import Understanding

_BRINGING = MAKING | frozenset(["expand", "extend", "renew", "double", "complete", "finish"])
_OURS = frozenset(["our government", "my government", "our administration", "my administration"])
_CONTRACTED = {
    "we're": ("was being", "VBG"), "i'm": ("was being", "VBG"), "we've": ("had been", "VBN"),
    "i've": ("had been", "VBN"), "we'll": ("would be", "VB"), "i'll": ("would be", "VB"),
}  # fmt: skip
"""How what is told with a contracted verb is reported, and the tag of the verb behind it."""
_TENSES = {"MD": "would be", "VBD": "had been"}
"""How what is told in the first person is reported, by the tag of its verb."""


def own_making(u: Understanding, place: Place) -> Initiative | None:
    """ "Today, we are launching the Reef Fund in Oslo": which fund did Ana Reis say was being launched in Oslo?"""
    words, clause = place.words, place.clause
    if u.author is None or clause.subject is None or clause.verb.passive or place.qualifies:
        return None
    who = text_of(u.text, words, *clause.subject).lower()
    base = base_form(words[clause.verb.main].lower)
    if not (who in ("we", "i") or who in _OURS) or base not in _BRINGING:
        return None
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED) or u.speech_about(words[place.start].span):
        return None
    particle = "up" if base == "set" and words[clause.verb.end].lower == "up" else ""
    if place.begin != clause.verb.end + bool(particle):
        return None
    finite = words[clause.verb.finite]
    if finite.tag == "MD" and finite.lower not in ("will", "'ll", "’ll"):
        return None
    perfect = finite.lower in ("have", "has", "'ve", "’ve")
    plural = is_plural(place.noun)
    tense = "had been" if perfect else _TENSES.get(finite.tag, "were being" if plural else "was being")
    end = predicate_end(words, clause, must_reach=place.end)
    return _asked(u, place, f"{tense} {verb_forms(base).participle} {particle}".strip(), end)


def contracted(u: Understanding, place: Place) -> Initiative | None:
    """ "we're also launching the Reef Fund", where subject and verb are one word."""
    words, verb = place.words, place.begin - 1
    who = verb - 1 - (words[verb - 1].tag == "RB")
    if u.author is None or who < 0 or place.qualifies or u.speech_about(words[place.start].span):
        return None
    tense, tag = _CONTRACTED.get(words[who].lower.replace("’", "'"), ("", ""))
    base = base_form(words[verb].lower)
    if not tense or words[verb].tag not in (tag, "VBD" if tag == "VBN" else tag) or base not in _BRINGING:
        return None
    tense = "were being" if tense == "was being" and is_plural(place.noun) else tense
    end = next((i for i in range(place.end, len(words)) if words[i].text in (",", ".", ";", "–", "—")), len(words))
    return _asked(u, place, f"{tense} {verb_forms(base).participle}", end)


def _asked(u: Understanding, place: Place, made: str, end: int) -> Initiative | None:
    if u.author is None:
        return None
    left_out = relative_dates(u, place.sentence)
    rest = standing_predicate(u, place.sentence, place.clause, end, left_out, LONGEST // 2, start=place.end) or ""
    if rest.startswith(("and ", "or ", "as well as ")):
        return None
    asked = f"Which {place.noun} did {u.author.name} say {made} {rest}".rstrip()
    return statement(u, place, "own-making", f"{asked}?", 1.2)
