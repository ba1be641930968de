"""Grammar of bare years: ``in 1492``, ``1939-45``, ``nineteen ninety-six``; and of figures that only look so."""

from __future__ import annotations

import re

from quizgen.language.calendar.expression import Expression, Role
from quizgen.language.calendar.rule import Reading, Rule, behind
from quizgen.language.calendar.vocabulary import CARDINALS, DASH, GAP, TENS, YEAR
from quizgen.model.document import Span

_GLUED = re.compile(r"(?:[\w$£€¥#@./:+*=%~^&\\]|(?<!\bmid)(?<!\bpre)(?<!\bpost)(?<!early)(?<!late)-|\d,)$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:flights?|sections?|sec|articles?|nos?|numbers?|routes?|highway|interstate|rooms?|pages?|pp?|windows|"
    r"resolutions?|laws?|bills?|channel|boeing|airbus|chapter|verse|lines?|unit|building|suite|apt|box|vol|volume|"
    r"issue|items?|rule|directive|regulation|ext|extension|gate|para|paragraph|case|phone|fax|tel|zip|code|"
    r"decree|order|protocol|proposition|asteroid|psalm|at|than|nearly|almost|some|over|approximately|least|"
    r"another|these|those|all|only|exactly|roughly|estimated|every|each|up to|level|mark|rs|usd|eur|isbn|iso"
    r"|unit|type|model|series|size|altitude|height|depth|reached|totall?ing|numbering)\.?[\s\u00a0]{1,2}$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"(?:\b(?:in|since|until|till|from|by|during|before|after|between|through|throughout|circa|ca?\.|early|late|year|"
    r"mid|around|about|of|and|to|or|for|the|a|an|his|her|its|their|this|that|fiscal|act|back to|on|as of|"
    r"spring|summer|autumn|fall|winter|end of|into)[\s\u00a0,]{1,2}|[('\"\u2018\u201c\[]|\b(?:mid|pre|post|early|late)-|"
    r"'s[\s\u00a0]|\u2019s[\s\u00a0]|[a-z),][,;][\s\u00a0]|" + DASH + r"[\s\u00a0]?)$",
    re.IGNORECASE,
)
_SURELY_PLACED = re.compile(
    r"(?:\b(?:in|since|until|till|from|during|before|after|by|circa|ca?\.|early|late|year|between|around|as of|of the|"
    r"in the|of|and|to|the)[\s\u00a0]|\()$",
    re.IGNORECASE,
)
_IN_THE = re.compile(r"\b(?:in|since|the|until|by|his|her|its|their|a|during)[\s\u00a0]$|'s[\s\u00a0]$", re.IGNORECASE)
_NAMED = re.compile(r"(?<![.!?:;\u201c\"(][\s\u00a0])(?<!^)\b([A-Z][\w-]+)[\s\u00a0]$")
_NOT_A_NAME = frozenset(
    "in since by until till from during before after early late mid the between and circa fiscal act a an of "
    "through throughout around about year years for to on this that his her its their when christmas".split()
)
_COUNTED = re.compile(
    rf"{GAP}(?:(?!was\b|has\b|is\b|as\b|does\b|its\b|his\b|this\b|across\b|whereas\b|plus\b|unless\b|perhaps\b|"
    r"towards\b|besides\b|us\b|always\b|thus\b|sees\b|saw\b)[a-z]+s|people|men|women|children|troops|feet|foot|"
    r"percent|per|miles?|km|kg|square|cubic|mm|cm|metres?|meters?|tons?|dollars?|[BbMm]illion|hours?|"
    r"h|rpm|mph|kilograms?|points?|barrels?|cattle|sheep|infantry|cavalry|or so|strong|lives)\b"
)
_ALWAYS_COUNTED = re.compile(
    rf"{GAP}(?:feet|foot|percent|per cent|km|kg|square|cubic|mm|cm|[BbMm]illion|hours|rpm|mph|points|"
    r"metres|meters|miles|tons|tonnes|dollars|barrels|pounds|francs|yen|kilometers|kilometres|acres|soldiers|troops)\b"
)
_STREET = re.compile(
    rf"{GAP}(?:[NSEW]\.?{GAP})?(?:[A-Z][\w.]*{GAP}){{1,3}}(?:Avenue|Ave|Street|St|Road|Rd|Boulevard|Blvd|Drive|Lane|Place|Court|Highway)\b"
)
_PART = re.compile(
    r"\b(?:spring|summer|autumn|fall|winter|quarter|half|season|quarters|semester|Q[1-4])[\s\u00a0](?:of[\s\u00a0])?$",
    re.IGNORECASE,
)
_FISCAL = re.compile(r"\b(?:fiscal|school|academic|financial|model|FY|tax)[\s\u00a0](?:year[\s\u00a0])?$", re.IGNORECASE)
_PART_AFTER = re.compile(
    rf"(?:['\u2019]s)?(?:[\s\u00a0]|-)(?:(?:first|second|third|fourth|final|fiscal|last|opening)[\s\u00a0-])?"
    r"(?:quarter|half|season|spring|summer|autumn|fall|winter)\b"
)
_ERA_AFTER = re.compile(r"[\s\u00a0]?(?:B\.?C\.?|BP)(?:E\b|\b)")


def _year(match: re.Match[str], rule: str) -> Reading:
    """A year in figures, unless it is glued to something, counts something, or numbers something."""
    text, start, end = match.string, match.start(), match.end("year")
    year = int(match["year"])
    if _looks_like_a_number(text, start, end, year) or _ERA_AFTER.match(text, end):
        return None
    span = Span(start, end)
    if behind(text, start, _PART) or _PART_AFTER.match(text, end):
        return Expression(span, rule, role=Role.PART)
    if _is_a_name(text, start):
        return None
    role = Role.FISCAL if behind(text, start, _FISCAL) else Role.PLAIN
    return Expression(span, rule, year, role=role)


def _looks_like_a_number(text: str, start: int, end: int, year: int) -> bool:
    if behind(text, start, _GLUED) or behind(text, start, _NUMBERED):
        return True
    if year >= 2100 or (year < 1500 and not behind(text, start, _SURELY_PLACED)):
        return True
    if not 1900 <= year <= 2050 and not behind(text, start, _PLACED):
        return True
    if _ALWAYS_COUNTED.match(text, end) or _STREET.match(text, end):
        return True
    return bool(_COUNTED.match(text, end)) and not behind(text, start, _IN_THE)


def _is_a_name(text: str, start: int) -> bool:
    """``Euro 2020``, ``Windows 2000``: the year belongs to the name before it."""
    found = behind(text, start, _NAMED)
    return found is not None and found[1].lower() not in _NOT_A_NAME


def _year_range(match: re.Match[str], rule: str) -> Reading:
    """``1939-45``, ``1939-1945``, ``1939/40``: both ends are years."""
    first, written = int(match["year"]), match["end"]
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    text, start = match.string, match.start()
    if last <= first or first < 1000 or behind(text, start, _GLUED) or behind(text, start, _NUMBERED):
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
_HUNDREDS = {"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}


def _spelled_year(match: re.Match[str], rule: str) -> Reading:
    """``nineteen ninety-six``, ``eighteen twelve``, ``two thousand and five``."""
    groups = match.groupdict()
    rest = TENS.get((groups["tens"] or "").lower(), 0) + _UNITS.get((groups["unit"] or "").lower(), 0)
    hundreds = _HUNDREDS[groups["hundreds"].lower()] if groups["hundreds"] else 20
    if rest == 0 or rest > 99 or _COUNTED.match(match.string, match.end()):
        return None
    if groups["hundreds"] and not groups["tens"] and rest < 10 and not groups["oh"]:
        return None
    if behind(match.string, match.start(), _PART):
        return Expression(Span(match.start(), match.end()), rule, role=Role.PART)
    return Expression(Span(match.start(), match.end()), rule, hundreds * 100 + rest)


def _decade(match: re.Match[str], rule: str) -> Reading:
    return Expression(Span(match.start(), match.end()), rule, role=Role.DECADE)


YEAR_RULES = (
    Rule("decade", re.compile(r"[12][0-9]{2}0['\u2019]?s\b"), _decade),
    Rule(
        "year-range",
        re.compile(rf"(?P<year>{YEAR})(?P<dash>{DASH}|/)(?P<end>[0-9]{{4}}|[0-9]{{2}})(?![0-9A-Za-z]|[-/.,:][0-9])"),
        _year_range,
    ),
    Rule("year", re.compile(rf"(?P<year>{YEAR})(?![0-9A-Za-z%\u00b0]|[,.:/][0-9]|-[A-Za-z0-9])"), _year),
)
SPELLED_YEAR_RULES = (
    Rule(
        "spelled-year",
        re.compile(
            rf"(?:(?P<hundreds>{'|'.join(_HUNDREDS)})|two{GAP}thousand(?:{GAP}and)?){GAP}(?P<oh>oh[\s-])?"
            rf"(?:(?P<tens>{'|'.join(TENS)})\b[\s-]?)?(?P<unit>(?:{_UNIT})\b)?",
            re.IGNORECASE,
        ),
        _spelled_year,
    ),
)
