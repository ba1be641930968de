"""What is told of people's lives and kin beside their names, and makes persons of names nobody knows."""

from __future__ import annotations

from itertools import zip_longest

from quizgen.language.gazetteer import title_mark
from quizgen.language.lexicon import tags_of
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_BRACKET = Pattern(
    r",? \((?:[^()]{0,60}\b(?:born|née|nee|died)\b|b\. \d|(?:c\. )?\d{1,2} "
    + _MONTH
    + r" \d{3,4}|"
    + _MONTH
    + r" \d{1,2}, \d{4} ?[-–—])"
)
"""A bracket that tells of a birth or a death, or opens a life by its day."""
_YEARS = Pattern(
    r",? \((?:c\. ?)?\d{3,4} ?[-–—] ?(?:c\. ?)?\d{3,4}\),? (?:was |is )?(?:an?|the) (?:[\w-]+ ){0,4}?"
    r"(?!river|tower|order|cent|theat|newspaper|quarter|power|steamer|cruiser|chapter|charter|border|harbor)"
    r"[a-z-]*(?:er|or|ist|ian|man|woman|poet|king|queen|saint|monk|nun|priest|pilot)\b"
)
"""A bracket of two years: of a life, if what follows is somebody's calling."""
_VERBS = Pattern(r"(?:, [^,.;]{3,60},)? (?:was born|dies aged|was buried|was educated|was knighted)\b")
_LEADS = frozenset([", ", " w", " d"])
"""What those verbs begin with; most names have something else behind them."""
_REACH = 120
_KIN = Pattern(
    r"\b(?:[Hh]is|[Hh]er|['’]s) (?:[A-Za-z]+ ){0,2}"
    r"(?:(?:great-)*(?:grand)?(?:father|mother|parents?|son|daughter)|wife|husband|brother|sister|uncle|aunt|cousin"
    r"|nephew|niece|widow|partner|colleague|counterpart|successor|predecessor),? $"
)
_OF_WHAT = Pattern(r" (?:for|of|at|with|in) (?:the )?[A-Z].*$")
"""What a calling is of: "a spokesman | for the Mill Board"."""
_BEFORE = 40
_CALLING = Pattern(r"\b(?P<calling>[a-z]+)(?P<comma>,?) $")
_OFFICE = Pattern(r"(?:^|[.,;:]\s+)(?:[Tt]he |[Hh]is |[Hh]er |[Ii]ts )?(?P<office>[^.,;:\n]{3,80}), $")
_RANK = Pattern(r"\b(?P<rank>[A-Z][a-z]+) \([A-Z][A-Za-z., ]{0,12}\) $")
"""A rank with letters behind it: "Rear Admiral (NS) Hugo Brandt"."""
_QUALITIES = frozenset("general private major chief head leader leading executive representative deputy".split())
"""Offices that are as often adjectives, or stand before a thing."""


def is_life_behind(text: str, name: str, end: int) -> bool:
    """Whether what stands behind ``name``, which ends at an offset, is told of a person."""
    behind = text[end : end + 3]
    if behind[:2] in _LEADS and _VERBS.match(text, end, end + _REACH):
        return True
    if "(" not in behind:
        return False
    if _BRACKET.match(text, end, end + _REACH):
        return True
    return tags_of(name.rsplit(" ", 1)[-1].lower()) is None and _YEARS.match(text, end, end + _REACH) is not None


def is_kin_before(text: str, start: int) -> bool:
    """Whether a name that begins at an offset is told to be somebody's kin: "her mother, *Zora Quill*"."""
    return _KIN.search(text, max(0, start - _BEFORE), start) is not None


def is_called_after(text: str, span: Span) -> bool:
    """Whether a phrase is of kin or a calling that somebody is named after: "Frey's daughter, *Ana Frey*,"."""
    words = _OF_WHAT.sub("", span.of(text)).split()
    called = words[-1:] != [] and words[-1].islower() and title_mark(words[-1]) == "O"
    return text[span.end : span.end + 2] == ", " and (called or _KIN.search(f"{span.of(text)} ") is not None)


def is_office_before(text: str, start: int) -> bool:
    """Whether an office stands before the comma before a name: "The Chairman of the Mill Board, *Zora Quill*,"."""
    found = _OFFICE.search(text, max(0, start - _REACH), start)
    words = found["office"].split() if found else []
    heads = zip_longest(words, words[1:], fillvalue="")
    return any(title_mark(word.lower()) == "O" and after in ("", "of", "for", "at") for word, after in heads)


def is_calling_before(text: str, start: int, end: int) -> bool:
    """Whether a calling or a rank tells that the name at ``start`` to ``end`` is a person's: "the poet *Zora Quill*".

    Args:
        text: the document's text.
        start: offset of the name.
        end: offset behind it.
    """
    lead = max(0, start - _BEFORE)
    if text[start - 2 : start] == ") ":
        rank = _RANK.search(text, lead, start)
        return rank is not None and title_mark(rank["rank"].lower()) == "O"
    if text[start - 2 : start] == ", " and text[end : end + 1] in (",", ".") and is_office_before(text, start):
        return True
    found = _CALLING.search(text, lead, start)
    if found is None or found["calling"] in _QUALITIES or title_mark(found["calling"]) != "O":
        return False
    return not found["comma"] or text[end : end + 1] == ","
