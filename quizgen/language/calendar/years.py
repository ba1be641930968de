"""Grammar of bare years: ``in 1492``, ``1939-45``, ``nineteen ninety-six``."""

from __future__ import annotations

import re

from quizgen.language.calendar.expression import Expression, Role
from quizgen.language.calendar.rule import Reading, Rule, behind
from quizgen.language.calendar.vocabulary import CARDINALS, DASH, GAP, TENS, YEAR
from quizgen.language.calendar.wordlists import before_in, listed, word_after, word_before
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_GLUE = frozenset("$£€¥#@./:+*=%~^&\\_-,")
_PREFIXES = ("mid-", "pre-", "post-", "early-", "late-")
_OPENERS = "('\"\u2018\u201c["
_STREET = Pattern(rf"{GAP}(?:[NSEW]\.?{GAP})?(?:[A-Z][\w.]*{GAP}){{1,3}}([A-Z][a-z]+)\b")
_OF_A_YEAR = Pattern(r"\b(\w+) (?:of|year) $")
_PART_AFTER = Pattern(
    r"(?:['\u2019]s)?[\s\u00a0-](?:(?:first|second|third|fourth|final|fiscal|last|opening)[\s\u00a0-])?(\w+)"
)
_ERA_AFTER = Pattern(r"[\s\u00a0]?(?:B\.?C\.?|BP)(?:E\b|\b)")


def _year(match: re.Match[str], rule: str) -> Reading:
    """A year in figures, unless it is glued to something, counts something, or numbers something."""
    text, start, end = match.string, match.start(), match.end("year")
    year, span = int(match["year"]), Span(start, end)
    if _numbers(text, start) or _ERA_AFTER.match(text, end) or not _may_be_a_year(text, start, year):
        return None
    if _counts(text, start, end):
        return None
    if part_of_a_year(text, start, end):
        return Expression(span, rule, year, role=Role.PART)
    if _is_a_name(text, start):
        return None
    fiscal = _among("fiscal", text, start)
    return Expression(span, rule, year, role=Role.FISCAL if fiscal else Role.PLAIN)


def _numbers(text: str, start: int) -> bool:
    """Whether a figure is glued to a sign, or is the number of something: ``$1990``, ``Flight 1998``."""
    glued = text[start - 1 : start]
    if glued == "-":
        return not text[max(0, start - 6) : start].lower().endswith(_PREFIXES)
    if glued in _GLUE and glued:
        return True
    return word_before(text, start).lower().rstrip(".") in listed("numbered")


def _may_be_a_year(text: str, start: int, year: int) -> bool:
    """The more unusual a year, the more must speak for it."""
    if 1900 <= year <= 2050:
        return True
    before, glued = word_before(text, start).lower(), text[start - 1 : start]
    if year >= 2100:
        return False
    if year < 1500:
        return before in listed("surely_placed") or glued == "("
    touching = bool(glued) and glued in _OPENERS + "-\u2010\u2011\u2012\u2013\u2014\u2015"
    return touching or before in listed("placed") or before.endswith((",", ";", "'s", "\u2019s", "\u2013", "\u2014"))


def _counts(text: str, start: int, end: int) -> bool:
    """Whether a figure counts what follows: ``1500 men``, but ``in 1500 men believed``."""
    after = word_after(text, end)
    if after.lower() in listed("always_counted"):
        return True
    street = _STREET.match(text, end)
    if street and street[1].lower() in listed("street"):
        return True
    plural = after.islower() and after.endswith("s") and after not in listed("not_counted")
    if not (plural or after in listed("counted")):
        return False
    before = word_before(text, start).lower()
    placed = before in listed("in_the") or before.endswith(("'s", "\u2019s")) or text[start - 1 : start] == "-"
    return not placed


def part_of_a_year(text: str, start: int, end: int) -> bool:
    """Whether a season, a quarter or a half is meant: ``the summer of 1942``, ``the 1988 quarter``."""
    after = _PART_AFTER.match(text, end)
    return _among("part", text, start) or (after is not None and after[1].lower() in listed("part"))


def _among(name: str, text: str, start: int) -> bool:
    """Whether the word before a year is in a list, ``of`` and ``year`` apart."""
    if before_in(name, text, start):
        return True
    found = behind(text, start, _OF_A_YEAR)
    return found is not None and found[1].lower() in listed(name)


def _is_a_name(text: str, start: int) -> bool:
    """``Euro 2020``, ``Windows 2000``: the year belongs to the name before it."""
    word = word_before(text, start)
    if not word[:1].isupper() or not word[-1].isalnum() or word.endswith(("'s", "\u2019s")):
        return False
    if word.lower() in listed("not_a_name"):
        return False
    begins = start - len(word) - 1
    return text[max(0, begins - 2) : begins].rstrip()[-1:] not in tuple('.!?:;\u201c"(') and begins > 0


def _year_range(match: re.Match[str], rule: str) -> Reading:
    """``1939-45``, ``1939-1945``, ``1939/40``: both ends are years."""
    first, written = int(match["year"]), match["end"]
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    text, start = match.string, match.start()
    if last <= first or first < 1000 or _numbers(text, start):
        return None
    if _ERA_AFTER.match(text, match.end()) or last > 2100:
        return None
    seasonal = match["dash"] == "/"
    roles = (Role.FISCAL, Role.FISCAL) if seasonal else (Role.RANGE_START, Role.RANGE_END)
    return (
        Expression(Span(start, match.end("year")), rule, first, role=roles[0]),
        Expression(Span(match.start("end"), match.end()), rule, last, role=roles[1]),
    )


_UNITS = {word: number for word, number in CARDINALS.items() if number < 20 and word not in ("a", "an")}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_HUNDREDS = {
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
}


def _spelled_year(match: re.Match[str], rule: str) -> Reading:
    """``nineteen ninety-six``, ``eighteen twelve``, ``two thousand and five``."""
    groups = match.groupdict()
    rest = TENS.get((groups["tens"] or "").lower(), 0) + _UNITS.get((groups["unit"] or "").lower(), 0)
    hundreds = _HUNDREDS[groups["hundreds"].lower()] if groups["hundreds"] else 20
    if rest == 0 or rest > 99 or _counts(match.string, match.start(), match.end()):
        return None
    if groups["hundreds"] and not groups["tens"] and rest < 10 and not groups["oh"]:
        return None
    part = part_of_a_year(match.string, match.start(), match.end())
    role = Role.PART if part else Role.PLAIN
    return Expression(Span(match.start(), match.end()), rule, hundreds * 100 + rest, role=role)


def _decade(match: re.Match[str], rule: str) -> Reading:
    return Expression(Span(match.start(), match.end()), rule, role=Role.DECADE)


YEAR_RULES = (
    Rule("decade", r"[12][0-9]{2}0['\u2019]?s\b", _decade),
    Rule(
        "year-range",
        rf"(?P<year>{YEAR})(?P<dash>{DASH}|/)(?P<end>[0-9]{{4}}|[0-9]{{2}})(?![0-9A-Za-z]|[-/.,:][0-9])",
        _year_range,
    ),
    Rule("year", rf"(?P<year>{YEAR})(?![0-9A-Za-z%\u00b0]|[,.:/][0-9]|-[A-Za-z0-9])", _year),
)
SPELLED_YEAR_RULES = (
    Rule(
        "spelled-year",
        rf"(?i)(?:(?P<hundreds>{'|'.join(_HUNDREDS)})|two{GAP}thousand(?:{GAP}and)?){GAP}(?P<oh>oh[\s-])?"
        rf"(?:(?P<tens>{'|'.join(TENS)})\b[\s-]?)?(?P<unit>(?:{_UNIT})\b)?",
        _spelled_year,
    ),
)
