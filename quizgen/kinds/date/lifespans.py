"""Lives in brackets: born the one day, died the other."""

from __future__ import annotations

import re

from quizgen.kinds.date.fact import DatedEvent
from quizgen.language.calendar import CalendarDate, DateMention
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_RANK = Pattern(r", (?:the )?(?:\d\w+ )?[A-Z]\w+ of [A-Z][\w ]{2,30} ")
"""A rank between a name and its bracket: ", Countess of Elmsford "."""
_REACH = 140
"""Characters of a bracket that are looked through."""
_TOLD = Pattern(r"\b(born|b\.|died|d\.)(?: on| in)?\s*$")


_TOLD_OF = 2
"""Mentions of a person whose life is worth asking; of those named by the way it is not."""


def in_brackets(u: Understanding, span: Span) -> bool:
    """Whether a date stands in brackets."""
    opened = u.text.rfind("(", max(0, span.start - 80), span.start)
    return opened >= 0 and ")" not in u.text[opened : span.start] and ")" in u.text[span.end : span.end + 60]


def lifespan(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "Marie Curie (7 November 1867 - 4 July 1934)": born the one day, died the other."""
    opened = u.text.rfind("(", max(0, date.span.start - 120), date.span.start)
    closed = u.text.find(")", date.span.end)
    pair = [d for d in u.dates_by_sentence[sentence.index] if opened < d.span.start < closed and d.value]
    name = _before_brackets(u, sentence, opened)
    if len(pair) != 2 or not name or date.value is None:
        return Dropped(rule="lifespan", guard="no-certain-person", span=date.span)
    born = date is pair[0]
    first, last = pair[0].value, pair[1].value
    if first is None or last is None or not 0 < last.year - first.year < 125:
        return Dropped(rule="lifespan", guard="not-a-life", span=date.span)
    return _of_life(u, date, date.value, name, born=born)


def lived(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "Anna Roe (born 3 May 1871, Lima; died 1940)": what stands in brackets behind "born" and "died"."""
    opened = u.text.rfind("(", max(sentence.span.start, date.span.start - _REACH), date.span.start)
    if opened < 0 or ")" in u.text[opened : date.span.start] or date.value is None or date.approximate:
        return None
    told = _TOLD.search(u.text[opened : date.span.start])
    name = _before_brackets(u, sentence, opened) if told else ""
    if told is None or not name or ")" not in u.text[date.span.end : date.span.end + _REACH]:
        return None
    return _of_life(u, date, date.value, name, born=told[1].startswith("b"))


def _of_life(u: Understanding, date: DateMention, when: CalendarDate, name: str, *, born: bool) -> DatedEvent:
    return DatedEvent(
        rule="lifespan", subject=f"{'birth' if born else 'death'} of {name}", when=when, derived=date.relative,
        asked=f"was {name} born" if born else f"did {name} die", evidence=(u.proof(date.span),), worth=1.3,
        guards=("person", "life-length"),
    )  # fmt: skip


def _before_brackets(u: Understanding, sentence: Sentence, opened: int) -> str:
    """Whose life the brackets at ``opened`` give: the article's own person, or the person named just before."""
    people = [
        e for m in u.mentions[sentence.index]
        if m.span.end <= opened and (e := u.aliases.at(m)) and e.kind is NameKind.PERSON
        and (opened - m.span.end < 4 or _RANK.fullmatch(u.text, m.span.end, opened))
    ]  # fmt: skip
    before = u.text[sentence.span.start : opened]
    title = re.sub(r"\s*\([^)]*\)$", "", u.title)
    of_title = bool(title) and len(title.split()) <= 5 and title.split()[-1] in before
    another = bool(people) and title.split()[-1:] != people[-1].name.split()[-1:]
    if of_title and not another and len(before) < 120 and sentence.index < 3:
        return title
    told_of = people and (len(people[-1].mentions) >= _TOLD_OF or people[-1] is u.aliases.people()[0])
    return people[-1].name if told_of else ""
