"""What has a date, and is not worth asking for: the year of a figure, or of a new flat."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.calendar import DateMention
from quizgen.language.clauses import Clause
from quizgen.language.inflection import base_form
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import ROUGHLY
from quizgen.language.words import Word

_MEASURED = frozenset(
    "employ have number produce earn sell export import record report reach grow rise fall drop increase decrease "
    "decline shrink expand total attract receive welcome serve carry handle generate account amount stand average "
    "cost exceed contribute transport".split()
)
"""Verbs of what is counted every year anew."""
_LARGE = Pattern(r"\d{1,3}(?:[,.\s]\d{3})+(?:\.\d+)?|\d{4,}|\d+\.\d+|\d+(?:\.\d+)?%")
_UNITS = frozenset(["million", "billion", "trillion", "thousand", "hundred", "%", "percent", "per"])
_AFTER_VERB = 6
"""Words behind a verb of measure among which its figure stands."""
_DWELLINGS = frozenset("apartment flat house home bungalow cottage villa".split())
_SETTLING = frozenset(["move", "relocate", "shift"])


def is_trivial(words: Sequence[Word], clause: Clause, date: DateMention, dates: Sequence[DateMention]) -> bool:
    """Whether a clause gives but a figure of a year, or tells that somebody changed the flat.

    Args:
        words: the sentence.
        clause: of the date.
        date: when it was; a figure of one day or month may be that of an event.
        dates: all of the sentence, which are no figures.
    """
    verb = base_form(words[clause.verb.main].lower)
    behind = [w for w in words[clause.verb.end : clause.end] if not any(d.span.contains(w.span) for d in dates)]
    if verb in _SETTLING and any(
        w.lower in _DWELLINGS and a.lower in ("a", "an", "another", "new") for a, w in _with_article(behind)
    ):
        return True
    yearly = date.value is not None and date.value.granularity == "year"
    if not yearly or clause.verb.passive:
        return False
    subject = list(words[slice(*clause.subject)]) if clause.subject else []
    counted = next((i for i, w in enumerate(subject) if w.lower not in ROUGHLY), 0)
    if _is_figure(subject[counted:][:2]):
        return True
    return verb in _MEASURED and any(_is_figure(behind[i : i + 2]) for i in range(min(_AFTER_VERB, len(behind))))


def _with_article(words: Sequence[Word]) -> list[tuple[Word, Word]]:
    """Each noun with the article or adjective that opens its phrase, some words before it."""
    found = []
    opening: Word | None = None
    for word in words:
        if word.tag in ("DT", "PRP$") or word.lower == "new":
            opening = word
        elif word.tag in ("IN", "TO", ","):
            opening = None
        elif opening is not None and word.is_noun:
            found.append((opening, word))
    return found


def _is_figure(words: Sequence[Word]) -> bool:
    """Whether words open with a large number or a share: 6.91 million, 103,000, 3.2 %."""
    if not words or words[0].tag != "CD":
        return False
    behind = words[1].lower if len(words) > 1 else ""
    return _LARGE.fullmatch(words[0].text) is not None or behind in _UNITS
