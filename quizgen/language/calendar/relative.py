"""Grammar of dates counted from another one: ``yesterday``, ``last month``, ``ten years ago``."""

from __future__ import annotations

import re

from quizgen.language.calendar.expression import Anchor, Expression, Role, Shift, Unit
from quizgen.language.calendar.rule import Reading, Rule, behind
from quizgen.language.calendar.vocabulary import GAP, NUMBER, count
from quizgen.language.calendar.wordlists import before_in, word_before
from quizgen.language.calendar.years import part_of_a_year
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_DAY_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_BEYOND = Pattern(r"\bthe[\s\u00a0]day[\s\u00a0](?P<side>before|after)[\s\u00a0]$", re.IGNORECASE)
_SO_FAR = Pattern(r"\b(?:so far|from|since)[\s\u00a0]$")
_UNITS = {"day": Unit.DAY, "month": Unit.MONTH, "year": Unit.YEAR, "decade": Unit.YEAR}

_LEAD = Pattern(
    r"\b(?:(?P<article>the)[\s\u00a0])?"
    r"(?P<lead>last|past|previous|preceding|prior|this|current|next|coming|"
    r"following|same|that)[\s\u00a0](?:calendar[\s\u00a0])?(?P<fiscal>(?:fiscal|financial|school|academic)[\s\u00a0])?$",
    re.IGNORECASE,
)
_NOT_AT_HAND = Pattern(rf"s\b|{GAP}(?:ended|ending|to|that|of|in|when|which|after|before|ahead|[0-9])")
_COURSE = Pattern(
    r"\b(?:earlier in|later in|late in|early in|(?:end|rest|remainder|beginning|start) of|months of|for)"
    r"[\s\u00a0]the[\s\u00a0](?:(?:full|whole)[\s\u00a0])?$",
    re.IGNORECASE,
)
_COUNTED = Pattern(
    r"\b(?:(?P<rough>about|around|nearly|almost|over|some|roughly|approximately|more than|less than|at least)"
    rf"[\s\u00a0])?(?:just[\s\u00a0])?(?P<number>{NUMBER})[\s\u00a0]$",
    re.IGNORECASE,
)
_AFTER = Pattern(rf"{GAP}(?P<way>ago|earlier|later|previously|hence|from now|from today)\b")
_TO_THE_DAY = Pattern(rf"{GAP}today\b|{GAP}to{GAP}the{GAP}day\b")
_THIS_MONTH = Pattern(rf"{GAP}this{GAP}month\b")
_VAGUE = Pattern(rf"{GAP}(?:and|or){GAP}a{GAP}half\b|{GAP}or{GAP}(?:so|two|more)\b")


def _day_word(match: re.Match[str], rule: str) -> Reading:
    """``today`` and its neighbours, where a day is meant and not an age."""
    text, start = match.string, match.start()
    amount = _DAY_WORDS[match[0].lower()]
    beyond = behind(text, start, _BEYOND)
    if beyond:
        amount += -1 if beyond["side"].lower() == "before" else 1
        start -= len(beyond[0])
    elif before_in("not_the_day", text, start) or text[start - 1 : start] in ("-", "/"):
        return None
    elif match[0] == "Today" and word_before(text, start)[-1:].isalpha():
        return None  # the name of a paper or a programme
    return Expression(Span(start, match.end()), rule, shift=Shift(Anchor.DOCUMENT, Unit.DAY, amount))


def _course_of_the_year(match: re.Match[str], rule: str) -> Reading:
    """``later in the year``, ``for the full year``: the year at hand."""
    text, start = match.string, match.start()
    if match["unit"] != "year" or not behind(text, start, _COURSE) or _NOT_AT_HAND.match(text, match.end()):
        return None
    return Expression(Span(start, match.end()), rule, shift=Shift(Anchor.DOCUMENT, Unit.YEAR, 0))


def _led(match: re.Match[str], rule: str, anchor: Anchor, leads: dict[str, int]) -> Reading:
    """A unit with one of the leading words, which say how far it is from the anchor."""
    text, unit = match.string, _UNITS[match["unit"]]
    found = None if match["plural"] else behind(text, match.start(), _LEAD)
    if found is None or match["unit"] == "decade":
        return None
    lead, definite = found["lead"].lower(), found["article"] is not None
    if lead == "next" and definite is (anchor is Anchor.DOCUMENT):
        return None  # "next year" is counted from now, "the next year" from the year told last
    if lead not in leads or (definite and lead in ("last", "past", "this")):
        return None
    if unit is Unit.DAY and anchor is Anchor.DOCUMENT:
        return None
    span = Span(match.start() - len(found[0]), match.end())
    if behind(text, span.start, _SO_FAR) or part_of_a_year(text, span.start, match.end()):
        return Expression(span, rule, role=Role.PART)
    role = Role.FISCAL if found["fiscal"] else Role.PLAIN
    return Expression(span, rule, shift=Shift(anchor, unit, leads[lead]), role=role)


def _deictic_unit(match: re.Match[str], rule: str) -> Reading:
    """``this year``, ``last month``, ``next year``."""
    leads = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
    return _led(match, rule, Anchor.DOCUMENT, leads)


def _next_unit(match: re.Match[str], rule: str) -> Reading:
    """``the following year``, ``the next day``, ``the previous month``."""
    leads = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "next": 1}
    return _led(match, rule, Anchor.CONTEXT, leads)


def _same_unit(match: re.Match[str], rule: str) -> Reading:
    """``that year``, ``the same day``."""
    return _led(match, rule, Anchor.CONTEXT, {"same": 0, "that": 0})


def _counted(match: re.Match[str], rule: str, anchor: Anchor, ways: dict[str, int]) -> Reading:
    """A number of units with one of the words that say which way it is counted."""
    text, start = match.string, match.start()
    after = _AFTER.match(text, match.end())
    if after is None or after["way"] not in ways or _VAGUE.match(text, match.end()):
        return None
    counted = behind(text, start, _COUNTED)
    number = count(counted["number"]) if counted else None
    if counted is None or number is None:
        return None
    today = (
        _TO_THE_DAY.match(text, after.end()) if after["way"] == "ago" and match["unit"] in ("month", "year") else None
    )
    if number == 1 and match["unit"] == "year" and anchor is Anchor.DOCUMENT and today is None:
        return None  # "a year ago" compares with last year's season or quarter, it seldom means the year
    unit, tenfold = _UNITS[match["unit"]], 10 if match["unit"] == "decade" else 1
    month = _THIS_MONTH.match(text, after.end()) if after["way"] == "ago" and match["unit"] == "year" else None
    if month is not None:
        shift = Shift(anchor, Unit.MONTH, -12 * number)
    else:
        shift = Shift(anchor, unit, ways[after["way"]] * number * tenfold, to_the_day=today is not None)
    span = Span(start - len(counted[0]), (today or month or after).end())
    return Expression(span, rule, shift=shift, approximate=counted["rough"] is not None)


def _units_ago(match: re.Match[str], rule: str) -> Reading:
    """``ten years ago``: counted from the day of writing."""
    return _counted(match, rule, Anchor.DOCUMENT, {"ago": -1, "hence": 1, "from now": 1, "from today": 1})


def _units_later(match: re.Match[str], rule: str) -> Reading:
    """``three days later``: counted from the date told last."""
    return _counted(match, rule, Anchor.CONTEXT, {"later": 1, "earlier": -1, "previously": -1})


DAY_WORD_RULES = (Rule("day-word", r"(?i:today|yesterday|tomorrow)\b", _day_word),)
_UNIT = r"(?P<unit>day|month|year|decade)(?P<plural>s?)\b(?!-)"
UNIT_RULES = (
    Rule("course-of-the-year", _UNIT, _course_of_the_year),
    Rule("deictic-unit", _UNIT, _deictic_unit),
    Rule("next-unit", _UNIT, _next_unit),
    Rule("same-unit", _UNIT, _same_unit),
    Rule("units-ago", _UNIT, _units_ago),
    Rule("units-later", _UNIT, _units_later),
)
