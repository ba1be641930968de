"""Times between a subject and its verb: "the council *on Friday* condemned", "the Tarn Bank *in 2018* bought"."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.calendar import DateMention
from quizgen.language.clauses import Clause
from quizgen.language.gazetteer import is_event_head
from quizgen.language.names import NameKind
from quizgen.language.nominal import is_action
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_ACTING = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)
"""What acts, and has no time of its own."""
_STATES = frozenset(["was", "were", "had", "been"])
_OPENS_TIME = frozenset(["in", "on", "last", "early", "late"])


def before_the_verb(u: Understanding, sentence: Sentence, clause: Clause, date: DateMention) -> bool:
    """Whether a time at the end of a subject is that of the verb behind it.

    A day mostly is; of a speech in Graz on Friday it may be the speech's. A month or a year is where the subject is
    but a name of who acts: "the election in 2018 brought" tells of the election of that year.
    """
    words = sentence.words
    a, b = clause.subject or (0, 0)
    first = next((i for i in range(a, b) if words[i].start >= date.span.start), b)
    ends = a < first < b == clause.verb.start and words[b - 1].end == date.span.end
    if not ends or date.value is None:
        return False
    if date.value.granularity == "day":
        return _parts_from_day(words[a : first - (words[first - 1].lower == "on")])
    last = first
    while last > a and words[last - 1].lower in _OPENS_TIME:
        last -= 1
    state = words[clause.verb.main].lower in _STATES and not clause.verb.passive
    return not state and _names_who_acts(u, sentence, a, last)


def _parts_from_day(lead: Sequence[Word]) -> bool:
    """Whether a subject, without the day behind it, has no day of its own."""
    plain = all(w.tag != "IN" or w.lower in ("of", "for") for w in lead) and not any(is_event(w.lower) for w in lead)
    return plain and bool(lead) and lead[-1].tag not in ("DT", "PRP$", "POS", "JJ")


def _names_who_acts(u: Understanding, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a subject is nothing but the name of a person, a body or a country, with its letters in brackets."""
    words = sentence.words
    if end - start > 2 and words[end - 1].text == ")":
        end = max((i for i in range(start, end) if words[i].text == "("), default=start)
    start += end > start and words[start].lower == "the"
    if end <= start or any(is_event(w.lower) for w in words[start:end]):
        return False
    return any(
        m.kind in _ACTING and m.span.end == words[end - 1].end and m.whole.start <= words[start].start
        for m in u.mentions[sentence.index]
    )


def is_event(noun: str) -> bool:
    """Whether a noun tells of what happens, and so has a day of its own."""
    return is_event_head(noun) or is_action(noun)
