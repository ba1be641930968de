"""The occasion of what a document reports: "From a report on a meeting between Peru and Chile, May 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.language.aliases import Entity
from quizgen.language.calendar import CalendarDate, Role
from quizgen.language.once import once
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_GENRES = {
    "joint statement": r"Joint (?:Statement|Declaration|Communiqu[eé])|Communiqu[eé]",
    "statement": r"Statement|Declaration",
    "proclamation": r"Proclamation",
    "message": r"Message",
    "speech": r"Speech|(?<!to )Address (?:by|to|at|of)|Keynote|Remarks|Lecture",
    "letter": r"Letter",
    "interview": r"Interview",
    "fact sheet": r"F[Aa][Cc][Tt] S[Hh][Ee][Ee][Tt]",
}
_GENRE = {name: re.compile(rf"\b(?:{words})\b") for name, words in _GENRES.items()}
_GATHERINGS = {
    "a virtual meeting": r"virtual(?:ly)?\b|\bvideo (?:call|conference|link|meeting)|by video\b",
    "a phone call": r"\b(?:tele)?phoned?\b|\b[Cc]all(?:ed)?\b(?! on| for| upon)",
    "a visit": r"\bvisit(?:ed|s)?\b|\btravell?ed\b",
    "a meeting": r"\b[Mm]et\b|\b[Mm]eet(?:s|ing)?\b|\bhosted\b|\breceived\b|\bwelcomed\b|\btalks\b",
    "a conversation": r"\bspoke\b|\btalked\b|\b[Cc]onversation\b",
}
_GATHERING = {name: re.compile(words) for name, words in _GATHERINGS.items()}
_LONGEST_TITLE = 100
"""Characters of a title that stands above a question."""
_OPENING = 2
"""Sentences of the text in which a report says what it is about."""


@once
def occasions(u: Understanding) -> tuple[str, ...]:
    """What can be said of where a document's statements come from, the fullest first; of an undated one its title."""
    if u.aliases.topic is not None:
        return (u.title,) if u.title else ()
    if u.reference is None:
        return (f"From “{u.title}”",) if u.title else ()
    month = CalendarDate(u.reference.year, u.reference.month).spoken
    return tuple(f"From {source}, {month}" for source in _sources(u))


def occasion_of(u: Understanding, evidence: Sequence[Span], asked: str) -> tuple[str, ...]:
    """The occasions to tell with what is asked; none where it names its year, or is of another one than the document.

    Args:
        u: the document.
        evidence: where the fact is told.
        asked: the question's words.
    """
    if u.reference is None:
        return occasions(u)
    year = u.reference.year
    if str(year) in asked:
        return ()
    told = (d for e in evidence for d in u.dates_by_sentence.get(u.sentence_at(e.start).index, ()))
    past = any(d.value is not None and d.value.year < year and not d.relative and d.role is Role.PLAIN for d in told)
    return () if past else occasions(u)


def _sources(u: Understanding) -> Iterator[str]:
    genre = next((name for name, pattern in _GENRE.items() if pattern.search(u.title)), "report")
    source = f"{'an' if genre[0] in 'aeiou' else 'a'} {genre}"
    if genre == "report" and (gathering := _gathering(u)):
        if parties := _parties(u):
            yield f"{source} on {gathering} {parties}"
        yield f"{source} on {gathering}"
    elif 0 < len(u.title) <= _LONGEST_TITLE:
        yield f"“{u.title}”"
    yield source


def _gathering(u: Understanding) -> str:
    """What the two whom a report is about did together; empty where it is about something else."""
    if u.aliases.two is None:
        return ""
    opening = [s for s in u.sentences if not s.heading][:_OPENING]
    told = [u.title, *(_predicate(u, s) for s in opening)]
    return next((name for text in told for name, pattern in _GATHERING.items() if pattern.search(text)), "")


def _predicate(u: Understanding, sentence: Sentence) -> str:
    """A sentence up to what it says of the aims: "met with B to discuss ..." is no discussion of calls."""
    return re.split(r" to | about | on the | including ", sentence.span.of(u.text))[0]


def _parties(u: Understanding) -> str:
    """ "between Peru and Chile", "with Chile" where one country is certain; else empty."""
    nations = dict.fromkeys(next(iter(e.countries)) for e in u.aliases.two or () if _belongs_to_one(e))
    return f"between {' and '.join(nations)}" if len(nations) == 2 else f"with {''.join(nations)}" if nations else ""


def _belongs_to_one(entity: Entity) -> bool:
    return len(entity.countries) == 1
