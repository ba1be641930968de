"""Laws, treaties and events with their years behind their names: "the Townshend Acts (1767), which taxed glass"."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.language.calendar import DateMention, Role
from quizgen.language.gazetteer import is_event_head, programme_sort
from quizgen.language.names import Mention, NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding

_DONE = {
    **dict.fromkeys("act acts law laws bill statute code ordinance amendment".split(), "passed"),
    **dict.fromkeys("treaty agreement agreements accord accords pact convention protocol concordat".split(), "signed"),
    **dict.fromkeys("constitution declaration resolution charter".split(), "adopted"),
    **dict.fromkeys("proclamation edict decree".split(), "issued"),
}
"""What was done to a thing of such a name in its year."""
_LASTING = frozenset(
    "war wars crisis revolution rebellion revolt uprising siege occupation plague pandemic epidemic".split()
)
"""Heads of what may go on for years."""
_OTHER_EVENTS = frozenset(["wars", "mutiny", "massacre", "blockade", "crusade"])
_LONGEST = 150
"""Years from the first to the last of an event, at the most."""
_NAMED = (NameKind.PROGRAMME, NameKind.OTHER)
_OF_WHAT = Pattern(r" (?:of|on|for|against|between|in|at)\b")
_PLURALS = frozenset(["acts", "laws", "accords", "agreements", "wars", "games"])


def with_year(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "The Treaty of Tarn (1850) ended the war": in which year was the Treaty of Tarn signed?"""
    if u.text[date.span.end : date.span.end + 1] != ")" or u.is_quoted(date.span):
        return None
    named = _before(u, sentence, date)
    if named is None:
        return None
    head, name = _head(named), _called(u, named)
    done = _DONE.get(head)
    if done is None and not _is_event(head):
        return None
    were = "were" if head in _PLURALS else "was"
    asked = f"{were} {name} {done}" if done else f"did {name} take place"
    return event(u, date, "named-with-year", asked, asked, 0.9)


def with_years(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "The Harbour War (1853-1856)": in which year did it begin, and in which did it end?

    ``date`` is either of the two.
    """
    dates = u.dates_by_sentence[sentence.index]
    at = dates.index(date) - (date.role is Role.RANGE_END)
    date, last = dates[at], next(iter(dates[at + 1 :]), None)
    named = _before(u, sentence, date)
    if named is None or last is None or _head(named) not in _LASTING or u.is_quoted(date.span):
        return None
    closes = u.text[last.span.end : last.span.end + 1] == ")"
    if not closes or date.value is None or last.value is None or not 0 < last.value.year - date.value.year <= _LONGEST:
        return None
    name = _called(u, named)
    found = event(u, date, "named-with-year", f"did {name} go on", f"did {name} go on", 0.9)
    return found and replace(found, until=last.value, begun=f"did {name} begin", ended=f"did {name} end")


def _before(u: Understanding, sentence: Sentence, date: DateMention) -> Mention | None:
    """The name of several words right before the bracket that opens with a date."""
    opened = date.span.start - 1
    if u.text[opened] != "(":
        return None
    end = opened - (u.text[opened - 1] == " ")
    mention = next((m for m in u.mentions[sentence.index] if m.span.end == end), None)
    return mention if mention is not None and mention.kind in _NAMED and " " in mention.text else None


def _head(mention: Mention) -> str:
    """The noun that tells what a name is of, in small letters: the *Treaty* of Tarn, the Dawes *Act*."""
    own = str(_OF_WHAT.split(mention.text, maxsplit=1)[0])
    return own.split()[-1].lower()


def _is_event(head: str) -> bool:
    return (is_event_head(head) and programme_sort(head) != "W") or head in _OTHER_EVENTS


def _called(u: Understanding, mention: Mention) -> str:
    """A name with its article, where it stands with one."""
    before = u.text[max(0, mention.span.start - 4) : mention.span.start]
    name = re.sub(r"^The ", "the ", " ".join(mention.text.split()))
    return f"the {name}" if before.lower() == "the " and not name.startswith("the ") else name
