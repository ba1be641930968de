"""Whose speech, statement or letter a title says a text is: a name, or an office with its body."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.language.gazetteer import country, given_name_sex, title_mark
from quizgen.language.lexicon import is_known
from quizgen.language.pattern import Pattern
from quizgen.language.runs import PARTICLES

GENRE = (
    r"(?:Statement|Remarks|Message|Address|Speech|Declaration|Communiqué|Communique|Proclamation|Letter|Testimony"
    r"|Keynote|Lecture|Sermon|Homily|Broadcast|Toast|Eulogy)"
)
"""What a text in the first person is called."""
_BY = Pattern(
    rf"\b(?i:{GENRE})\b(?: (?:as Prepared|for Delivery|to the Press|given|delivered|made|prepared|read))*"
    r" (?:by|from|of) (?P<who>(?:the |[A-Z]).*)"
)
_OWNED = Pattern(
    r"^(?P<who>[A-Z][\w .’'-]*?s['’]|[A-Z][\w .-]*?['’]s) (?i:(?:(?:joint|opening|closing|keynote|full|inaugural"
    r"|farewell|acceptance|victory|welcome|welcoming|annual|final|first|last|christmas|easter|budget"
    r"|new year(?:['’]s)?|nobel|commencement|independence day|radio|televised|public|open|official) )?"
    rf"{GENRE})\b"
)
_HEADED = Pattern(
    rf"^(?P<who>[A-Z][^:|–—]{{4,90}}?) ?(?:[:|–—]| - ) ?(?:(?i:[\w'’-]+ ){{0,3}}(?i:{GENRE}))\b"
    rf"|^(?:[\w'’-]+ ){{0,3}}?(?i:{GENRE}) ?(?:[:|–—]| - ) ?(?P<last>[A-Z].+)"
)
""" "Minister Ana Reis: Opening remarks at ...", "Speech: Ana Reis at ..."."""
_STOPS = frozenset(
    "on at to regarding following for in about during after before marking ahead announcing upon as".split()
)
"""What opens the occasion behind who speaks."""
_OVER = frozenset("minister secretary commissioner representative ombudsman coordinator adviser advisor envoy".split())
"""Offices that are "for" or "on" something: "the Minister *for* Fisheries"."""
_LONG_OFFICE = 12
"""Words of an office with its body, at the most."""
_SOVEREIGN = frozenset(
    "queen king pope emperor sultan governor-general president premier chancellor secretary-general".split()
)
"""Offices of which a text needs no body: "the Queen"."""
_HIGH = frozenset("high vice deputy first foreign finance chief executive managing general lord acting".split())
"""What an office is called besides, which tells of no body."""
_NAME = range(2, 6)
"""Words of somebody's name."""


class Titled(NamedTuple):
    """Whom a title names as its author."""

    who: str
    """The words of the title that do: "Minister for Fisheries Ana Reis"."""
    name: str
    """The name of the person among them, or empty."""
    office: str
    """The office with its body, as an answer, where no name stands: "the Herring Ambassador"; or empty."""
    owned: bool
    """Whether it is told by "'s"."""
    listed: str
    """All that the title tells from who it is, where it may list several people; or empty."""


def titled(title: str) -> Titled | None:
    """Who a title says is its author; None where it says so of nobody.

    Args:
        title: of a document.
    """
    by = _BY.search(title)
    owned = None if by else _OWNED.search(title)
    headed = None if by or owned else _HEADED.search(title)
    if by is not None:
        who = _until_occasion(by["who"])
    elif owned is not None:
        told = owned["who"]
        who = told.removesuffix("s").rstrip("'’") if told.endswith(("'s", "’s")) else told.rstrip("'’")
    elif headed is not None:
        who = _until_occasion(headed["who"] or headed["last"])
    else:
        return None
    name = _name_at_end(who)
    office = "" if name else _office(who, owned=owned is not None)
    if headed is not None and not name and not (office and " of " in who):
        return None  # what stands before a colon may be anything
    return Titled(who, name, office, owned is not None, by["who"] if by else "")


def _until_occasion(told: str) -> str:
    """The words up to a comma, a colon or what opens the occasion."""
    kept: list[str] = []
    for word in told.split():
        lower = word.lower()
        if lower in _STOPS and not (lower in ("for", "on", "in") and _is_over(kept)):
            break
        if not word[0].isalnum():
            break  # a dash or bracket
        kept.append(word.rstrip(",:;"))
        if word[-1] in ",:;":
            break
    return " ".join(kept).rstrip("'’")


def _is_over(words: list[str]) -> bool:
    """Whether the last of some words is an office that is over something, so that "for" belongs to it."""
    last = words[-1].lower() if words else ""
    prime = len(words) > 1 and words[-2].lower() == "prime"
    return (last in _OVER and not prime) or [w.lower() for w in words[-2:]] == ["of", "state"]


def _name_at_end(who: str) -> str:
    """The name of a person with which a phrase ends: "Minister for Fisheries *Ana Reis*"; empty where none is sure."""
    words = who.split()
    first = next((i for i in range(len(words) - 2, -1, -1) if _is_given(words[i])), None)
    if first is None:
        first = len(words)
        while first > 0 and _is_own(words[first - 1]):
            first -= 1
    while first > 0 and _is_given(words[first - 1]):
        first -= 1
    name = words[first:]
    if "and" in words[:first] and any(_is_given(w) for w in words[:first]):
        return ""  # Karl Holm and Ana Reis
    whole = all(w[0].isupper() or w in PARTICLES for w in name) and not any(title_mark(w.lower()) for w in name)
    return " ".join(name) if len(name) in _NAME and whole and "and" not in name else ""


def _is_given(word: str) -> bool:
    return bool(given_name_sex(word)) and not title_mark(word.lower())


def _is_own(word: str) -> bool:
    """Whether a word is nothing but somebody's name: no word of the language, no country, no letters."""
    if not word[0].isupper() or word.isupper() or title_mark(word.lower()):
        return False
    return not is_known(word.lower()) and not is_known(word.lower().removesuffix("s")) and country(word) is None


def _office(who: str, *, owned: bool) -> str:
    """An office with its body, "the Herring Ambassador", "the Queen"; empty for any other phrase."""
    words = who.removeprefix("the ").removeprefix("The ").split()
    if not 0 < len(words) <= _LONG_OFFICE or "and" in words[:2]:
        return ""
    close = next((i for i, w in enumerate(words) if w.lower() in ("of", "for", "on", "in") and i), len(words))
    head = words[close - 1].lower()
    if title_mark(head) != "O" and title_mark(head.rpartition("-")[2]) != "O":
        return ""
    bare = all(w.lower() in _HIGH or title_mark(w.lower()) for w in words)
    if bare and head not in _SOVEREIGN and " ".join(words).lower() != "prime minister":
        return ""  # the minister, the High Commissioner: of what?
    if any(w in ("for", "on", "in") for w in words[close : close + 1]) and any(_is_own(w) for w in words[close:]):
        return ""  # the Minister for Health | and a name that nobody knows
    told = who.lower().startswith("the ") or owned or close < len(words)
    return f"the {' '.join(words)}" if told else ""
