"""The date that stands right behind a programme's name or its maker's."""

from __future__ import annotations

from quizgen.kinds.initiative.place import Place
from quizgen.language.calendar import Role
from quizgen.language.understanding import Understanding


def date_at(u: Understanding, place: Place, i: int) -> str:
    """ " in 1988", where a certain date stands behind a preposition at word ``i``; else empty."""
    words = place.words
    if i + 1 >= len(words) or words[i].lower not in ("in", "on"):
        return ""
    dates = u.dates_by_sentence.get(place.sentence.index, ())
    date = next((d for d in dates if d.span.start in (words[i].start, words[i + 1].start)), None)
    if date is None or date.value is None or date.role is not Role.PLAIN or date.approximate:
        return ""
    return f" {words[i].lower} {date.value.spoken}"
