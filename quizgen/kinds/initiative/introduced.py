"""Names told behind what they are the only one of: "Peru's first railway, the Elm Line"."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.initiative.fact import Initiative, statement
from quizgen.kinds.initiative.place import Place
from quizgen.language.asking import text_of
from quizgen.language.gazetteer import country, is_organisation_head, programme_sort
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.standalone import stands_alone
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_ONLY = frozenset("first largest oldest longest biggest highest busiest only main flagship national central".split())
"""What leaves but one of its sort."""
_CLOSES = (".", ",", ";", ")", "–", "—", "?", "!", ":")


def introduced(u: Understanding, place: Place) -> Initiative | None:
    """ "a page of Norway's oldest statute, the Elm Law": what is the name of Norway's oldest statute?"""
    words, begin = place.words, place.begin
    first = introduction(words, place.start) if words[begin].lower == "the" else 0
    if not first or place.after not in (*_CLOSES, "") or _goes_on(words, place.end):
        return None
    told = text_of(u.text, words, first, begin - 1)
    if not stands_alone(told):
        return None
    return statement(u, place, "introduced", f"What is the name of {told}?", 1.0)


def introduction(words: Sequence[Word], start: int) -> int:
    """Where a phrase that is true of one thing begins before ", the" and a name at ``start``; 0 without one."""
    comma = start - 2
    if comma < 3 or words[comma].text != "," or words[start - 1].lower != "the" or words[comma - 1].tag != "NN":
        return 0
    head = words[comma - 1].lower.rpartition("-")[2]
    if not (programme_sort(head) or is_organisation_head(head)):
        return 0
    first = noun_phrase_start(words, comma - 1)
    of = next((i for i in range(first, comma) if words[i].lower == "of" and words[i - 1].tag == "NN"), 0)
    first = of + 1 if of else first  # a page of | Norway's oldest statute
    owned = next((i for i in range(first, comma) if words[i].tag == "POS"), 0)
    if not owned or not (country(words[owned - 1].text) or words[owned - 1].is_name):
        return 0
    listed = words[first - 1].text in (",", "and", "or") if first else False
    single = comma - 1 - owned == 1 or any(w.lower in _ONLY for w in words[owned:comma])
    return 0 if listed or not single else first


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether a comma behind the name goes on with a list."""
    more = words[end + 1 : end + 3]
    return words[end].text == "," and (not more or more[0].tag in ("CC", "NNP", "DT", "PRP$"))
