"""What was done to a programme, told by a noun of action: "the passage of the Elm Act by Congress"."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.initiative.fact import Initiative, statement
from quizgen.kinds.initiative.place import Place
from quizgen.language.asking import text_of
from quizgen.language.calendar import Role
from quizgen.language.gazetteer import MONTHS
from quizgen.language.nominal import done, is_plural
from quizgen.language.standalone import stands_alone
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_MOST = 12
"""Words of who did it and when."""
_STOPS = (",", ".", ";", ":", "–", "—", "(", ")", "?", "!")


def by_action(u: Understanding, place: Place) -> Initiative | None:
    """ "the passage of the Elm Act by Congress in 1923": which act was passed by Congress in 1923?"""
    words, of, end = place.words, place.begin - 1, place.end
    action = done(words[of - 1].lower) if of > 1 and words[of].lower == "of" else ""
    if not action or words[of - 2].tag not in ("DT", "IN", "POS") or end + 1 >= len(words) or words[end].lower != "by":
        return None
    verb = next((c.verb.start for c in u.clauses[place.sentence.index] if c.verb.start > end), len(words))
    stop = next((i for i in range(end, verb) if words[i].text in _STOPS or _adds(words, i)), verb)
    told = text_of(u.text, words, end, stop)
    if stop == verb < len(words) or not 2 <= len(told.split()) <= _MOST or _undated(u, place, stop):
        return None
    if not stands_alone(told):
        return None
    if not any(w.is_name and w.text not in MONTHS for w in words[end + 1 : stop]):
        return None  # by the state legislature in 1923: one of many
    helper = "were" if is_plural(place.noun) else "was"
    return statement(u, place, "by-action", f"Which {place.noun} {helper} {action} {told}?", 1.0)


def _adds(words: Sequence[Word], i: int) -> bool:
    """Whether something else begins at ``i``, which is no more of those who did it."""
    return words[i].tag == "WDT" or (words[i].tag == "CC" and not words[i + 1].is_name and words[i + 1].tag != "DT")


def _undated(u: Understanding, place: Place, stop: int) -> bool:
    """Whether a date among the words says when only in the document: "on Monday", or is still to come."""
    first, last = place.words[place.end].start, place.words[stop - 1].end
    dates = (d for d in u.dates_by_sentence.get(place.sentence.index, ()) if first <= d.span.start < last)
    return any(d.role is not Role.PLAIN or d.value is None or d.relative for d in dates)
