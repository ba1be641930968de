"""The occasion of what a document reports: "From a report on a meeting between Peru and Chile, May 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.language.calendar import CalendarDate, Role
from quizgen.language.casing import is_small_in_titles
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, given_name_sex
from quizgen.language.gist import chief_names, told_after
from quizgen.language.lexicon import is_known
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_GENRES = {
    "joint statement": r"Joint (?:Statement|Declaration|Communiqu[eé])|Communiqu[eé]",
    "statement": r"Statement|Declaration|(?<=['’]s )statement",
    "proclamation": r"Proclamation",
    "message": r"Message|(?<=['’]s )message",
    "speech": r"Speech|(?<!to )Address (?:by|to|at|of)|Keynote|Remarks|Lecture"
    r"|(?<=['’]s )(?:speech|remarks|address|lecture)",
    "letter": r"Letter",
    "interview": r"Interview",
    "fact sheet": r"F[Aa][Cc][Tt] S[Hh][Ee][Ee][Tt]",
}
_GENRE = {name: Pattern(rf"\b(?:{words})\b") for name, words in _GENRES.items()}
_GATHERINGS = {
    "a virtual meeting": r"virtual(?:ly)?\b|\bvideo (?:call|conference|link|meeting)|by video\b",
    "a phone call": r"\b(?:tele)?phoned?\b|\b[Cc]all(?:ed)?\b(?! on| for| upon)",
    "a visit": r"\bvisit(?:ed|s)?\b|\btravell?ed\b",
    "a meeting": r"\b[Mm]et\b|\b[Mm]eet(?:s|ing)?\b|\bhosted\b|\breceived\b|\bwelcomed\b|\btalks\b",
    "a conversation": r"\bspoke\b|\btalked\b|\b[Cc]onversation\b",
}
_GATHERING = {name: Pattern(words) for name, words in _GATHERINGS.items()}
_GATHERED = Pattern(r"\b(?:[Mm]eeting|[Cc]all|[Vv]isit|[Tt]ravel|[Tt]rip|[Tt]alks|[Cc]onversation|[Rr]oundtable)\b")
"""What a title calls a gathering, before it tells whom it was with."""
_PAIR = Pattern(r"\b([A-Z][\w.]+)(?:[-–/]| and (?:the )?)([A-Z][\w.]+)")
"""Two countries side by side: U.S.-Peru cooperation, China and Peru."""
_COUNT = Pattern(r"\b\d{1,3}(?:st|nd|rd|th)?\b(?= (?:[Yy]ears?|[Aa]nniversar|[Bb]irthday|[Jj]ubilee))")
"""What a title counts the years of an anniversary with, which its cards ask for."""
_AUTHOR = Pattern(
    r"\b(?:Statement|Message|Remarks|Speech|Address|Letter|Proclamation) (?:by|from|of) ((?:the )?[^,:]{4,40}?) "
    r"(?:[Oo]n|[Aa]t|[Tt]o|[Ff]or|[Mm]arking) "
)
"""Who says what a title announces."""
_FOR_LAND = Pattern(r"\bStatement (?:by|from|of) (?P<who>[A-Z][^:]{4,120}?),? (?=at the )")
"""Who speaks where many do, with the country that is spoken for: "by Ambassador Ana Roe of Norway at the ..."."""
_ON_GATHERING = Pattern(
    r"\bStatement\b[^:]* (?:on|regarding) [^:]*\b(?:Meeting|Call|Visit|Travel|Trip|Talks|Conversation)\b"
    r"[^:]* (?:[Ww]ith|[Tt]o) "
)
"""The title of what a spokesman says of a meeting of others."""
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
        told = [f"From {source}" for source in _sources(u)][:-1] if u.title and _genre(u) != "report" else []
        return tuple(dict.fromkeys((f"From “{quoted_title(u)}”", *told))) if u.title else ()
    month = CalendarDate(u.reference.year, u.reference.month).spoken
    return tuple(f"From {source}, {month}" for source in _sources(u))


def source_of(u: Understanding) -> tuple[str, ...]:
    """The title that a document's statements stand under, without its date."""
    return (f"From “{quoted_title(u)}”",) if 0 < len(u.title) <= _LONGEST_TITLE and u.aliases.topic is None else ()


def quoted_title(u: Understanding) -> str:
    """A document's title as it is quoted: without the stop or other mark that closes it, and never shouted."""
    title = u.title.rstrip(" .;:,")
    return _spoken_softly(title, u) if title.isupper() else title


def _spoken_softly(title: str, u: Understanding) -> str:
    """A title in capitals as titles are written else: "PRIME MINISTER IN LAOS" is "Prime Minister in Laos"."""
    words = title.split()
    return " ".join(_softly(word, u, first=i == 0) for i, word in enumerate(words))


def _softly(word: str, u: Understanding, *, first: bool) -> str:
    bare = word.strip(".,:;()“”\"'’?!")
    if is_small_in_titles(bare.lower()) and not first:
        return word.lower()
    spoken = "’" in bare or "'" in bare or is_known(bare.lower()) or country(bare.title()) or bare.title() in u.text
    return word.capitalize() if spoken or given_name_sex(bare.title()) else word  # letters that stand for something


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
    genre = _genre(u)
    source = f"{'an' if genre[0] in 'aeiou' else 'a'} {genre}"
    gathering = _gathering(u) if genre == "report" else ""
    if gathering:
        if parties := _parties(u):
            yield f"{source} on {gathering} {parties}"
        elif told := told_after(_GATHERED, u):
            yield f"{source} on {gathering} {told}"
        yield f"{source} on {gathering}"
    elif 0 < len(u.title) <= _LONGEST_TITLE:
        yield f"“{quoted_title(u)}”"
    if not gathering:
        yield from _told(genre, source, u)
    if genre in ("report", "fact sheet"):
        yield from (f"{source} on {name}" for name in chief_names(u))
    if len(u.title) <= _LONGEST_TITLE and _COUNT.search(u.title):
        yield f"“{_COUNT.sub('…', quoted_title(u))}”"
    if author := _AUTHOR.search(u.title):
        yield f"{source} by {author[1]}"
    yield source


def _genre(u: Understanding) -> str:
    """What sort of text a document is, by its title."""
    found = next((name for name, pattern in _GENRE.items() if pattern.search(u.title)), "report")
    return "report" if found == "statement" and _ON_GATHERING.search(u.title) else found


def _told(genre: str, source: str, u: Understanding) -> Iterator[str]:
    """What the title tells behind what the document is, or behind the gathering that it reports."""
    gathered = _GATHERED.search(u.title) if genre == "report" else None
    lead = f"{source} on a {gathered[0].lower()}" if gathered else source
    told = told_after(_GATHERED if gathered else _GENRE[genre], u) if gathered or genre != "report" else ""
    if told:
        if genre == "statement" and (land := _spoken_for(u)):
            yield f"{land}{'’' if land.endswith('s') else '’s'} {genre} {told}"
        yield f"{lead} {told}"
        if _COUNT.search(told):
            yield f"{lead} {_COUNT.sub('', told).replace('  ', ' ')}"


def _spoken_for(u: Understanding) -> str:
    """The one country that the title tells beside who makes a statement; empty where it tells none."""
    found = _FOR_LAND.search(u.title)
    words = re.findall(r"[\w.]+", found["who"]) if found else []
    named = (country(name) for name in (*words, *map(" ".join, pairwise(words))))
    nations = {nation.name for nation in named if nation is not None}
    return nations.pop() if len(nations) == 1 else ""


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
    nations = list(dict.fromkeys(next(iter(e.countries)) for e in u.aliases.two or () if _belongs_to_one(e)))
    if len(nations) == 1 and (other := _paired_with(nations[0], u)):
        nations.insert(0, other)
    return f"between {' and '.join(nations)}" if len(nations) == 2 else f"with {''.join(nations)}" if nations else ""


def _paired_with(nation: str, u: Understanding) -> str:
    """The one country that a report names side by side with that of one party; empty where there are more."""
    others: set[str] = set()
    for pair in _PAIR.finditer(u.text):
        found = [country(name) or country(name.rstrip(".")) for name in pair.groups()]
        names = [known.name for known in found if known is not None]
        if len(names) == 2 and nation in names:
            others.update(name for name in names if name != nation)
    return others.pop() if len(others) == 1 else ""


def _belongs_to_one(entity: Entity) -> bool:
    return len(entity.countries) == 1
