"""Grammar of dates counted from another one: ``yesterday``, ``last month``, ``ten years ago``, ``next day``."""

from __future__ import annotations

import re

from quizgen.language.calendar.expression import Anchor, Expression, Role, Shift, Unit
from quizgen.language.calendar.rule import Reading, Rule, behind
from quizgen.language.calendar.vocabulary import GAP, NUMBER, count
from quizgen.language.calendar.wordlists import before_in, word_before
from quizgen.language.calendar.years import part_of_a_year
from quizgen.model.document import Span

_DAY_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_BEYOND = re.compile(r"\bthe[\s\u00a0]day[\s\u00a0](?P<side>before|after)[\s\u00a0]$", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:so far|from|since)[\s\u00a0]$")
_UNITS = {"day": Unit.DAY, "month": Unit.MONTH, "year": Unit.YEAR, "decade": Unit.YEAR}

_DEICTIC = re.compile(
    r"\b(?:(?:the|a|every)[\s\u00a0])?(?P<lead>last|past|previous|preceding|prior|this|current|next|coming|following|"
    r"same|that)[\s\u00a0](?P<fiscal>(?:fiscal|financial|school|academic|calendar)[\s\u00a0])?$",
    re.IGNORECASE,
)
_NOT_AT_HAND = re.compile(rf"s\b|{GAP}(?:ended|ending|to|that|of|in|when|which|after|before|ahead|[0-9])")
_COURSE = re.compile(
    r"\b(?:earlier in|later in|late in|early in|(?:end|rest|remainder|beginning|start) of|months of|for)[\s\u00a0]the"
    r"[\s\u00a0](?:(?:full|whole)[\s\u00a0])?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:(?P<rough>about|around|nearly|almost|over|some|roughly|approximately|more than|less than|at least)"
    rf"[\s\u00a0])?(?:just[\s\u00a0])?(?P<number>{NUMBER})[\s\u00a0]$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"{GAP}(?P<way>ago|earlier|later|before|after|previously|hence|from now|from today)\b")
_VAGUE = re.compile(rf"{GAP}(?:and|or){GAP}a{GAP}half\b|{GAP}or{GAP}(?:so|two|more)\b")
_THE = re.compile(r"\bthe[\s\u00a0]", re.IGNORECASE)


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


def _unit(match: re.Match[str], rule: str) -> Reading:
    """A unit of time with what makes it a date: ``this year``, ``five months ago``, ``the following day``."""
    text, start = match.string, match.start()
    unit = _UNITS[match["unit"].lower()]
    if unit is Unit.YEAR and behind(text, start, _COURSE) and not _NOT_AT_HAND.match(text, match.end()):
        return Expression(
            Span(start, match.end()), "course-of-the-year", shift=Shift(Anchor.DOCUMENT, unit, 0)
        )
    deictic = None if match["plural"] else behind(text, start, _DEICTIC)
    if deictic:
        return _deictic(match, rule, unit, deictic)
    counted = behind(text, start, _COUNTED)
    after = _AFTER.match(text, match.end())
    if counted is None or after is None or _VAGUE.match(text, match.end()):
        return None
    number = count(counted["number"])
    if number is None or (number == 1 and match["unit"] == "year" and after["way"] == "ago"):
        return None  # "a year ago" compares with last year's season or quarter, it seldom means the year
    if match["unit"].lower() == "decade":
        number *= 10
    span = Span(start - len(counted[0]), after.end())
    return _counted(span, unit, number, after["way"], bool(counted["rough"]))


def _deictic(match: re.Match[str], rule: str, unit: Unit, found: re.Match[str]) -> Reading:
    if match["unit"].lower() == "decade":
        return None
    lead, definite = found["lead"].lower(), bool(_THE.match(found[0]))
    span = Span(match.start() - len(found[0]), match.end())
    if unit is Unit.DAY and lead in ("last", "past", "current", "coming", "this"):
        return None
    amount = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1}.get(lead, 0)
    amount = 1 if lead in ("next", "coming", "following") else amount
    from_context = lead in ("previous", "preceding", "prior", "following", "same", "that") or (
        definite and lead == "next"
    )
    if definite and lead in ("last", "past", "this"):
        return None
    if behind(match.string, span.start, _SO_FAR) or part_of_a_year(match.string, span.start, match.end()):
        return Expression(span, rule, role=Role.PART)
    if from_context:
        rule = "same-unit" if lead in ("that", "same") else "next-unit"
        return Expression(span, rule, shift=Shift(Anchor.CONTEXT, unit, amount))
    role = Role.FISCAL if found["fiscal"] and found["fiscal"].lower() != "calendar" else Role.PLAIN
    return Expression(span, rule, shift=Shift(Anchor.DOCUMENT, unit, amount), role=role)


def _counted(span: Span, unit: Unit, number: int, way: str, rough: bool) -> Reading:
    """``N units ago`` from the day of writing, ``N units later`` from the date told last."""
    sign = -1 if way in ("ago", "earlier", "before", "previously") else 1
    if way in ("before", "after"):
        return None
    if way in ("ago", "hence", "from now", "from today"):
        return Expression(
            span, "units-ago", shift=Shift(Anchor.DOCUMENT, unit, sign * number), approximate=rough
        )
    return Expression(
        span, "units-later", shift=Shift(Anchor.CONTEXT, unit, sign * number), approximate=rough
    )


DAY_WORD_RULES = (Rule("day-word", re.compile(r"(?:today|yesterday|tomorrow)\b", re.IGNORECASE), _day_word),)
UNIT_RULES = (
    Rule("deictic-unit", re.compile(r"(?P<unit>day|month|year|decade)(?P<plural>s?)\b(?!-)"), _unit),
)
