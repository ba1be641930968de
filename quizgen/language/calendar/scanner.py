"""One pass over the text: a single pattern finds trigger words, and only there the grammar is tried."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.language.calendar.expression import Expression
from quizgen.language.calendar.holidays import HOLIDAY, HOLIDAY_NAMES, HOLIDAY_RULES
from quizgen.language.calendar.months import MONTH_RULES
from quizgen.language.calendar.numbers import NUMBER_RULES
from quizgen.language.calendar.relative import DAY_WORD_RULES, UNIT_RULES
from quizgen.language.calendar.rule import Rule
from quizgen.language.calendar.vocabulary import CAPITALISED, GAP, MONTH, NAMES, WEEKDAY, month_number
from quizgen.language.calendar.weekdays import WEEKDAY_RULES, WEEKDAY_THEN_DATE
from quizgen.language.calendar.years import SPELLED_YEAR_RULES, YEAR_RULES
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

RULES_BY_TRIGGER: dict[str, tuple[Rule, ...]] = {
    "day": NUMBER_RULES,
    "year": (*NUMBER_RULES, *YEAR_RULES),
    "month": MONTH_RULES,
    "weekday": WEEKDAY_RULES,
    "holiday": HOLIDAY_RULES,
    "word": DAY_WORD_RULES,
    "unit": UNIT_RULES,
    "spelled": SPELLED_YEAR_RULES,
}
"""Which rules a trigger calls, in the order they are tried."""

_WORDS = ("today", "tomorrow", "yesterday", "Today", "Tomorrow", "Yesterday", "TODAY")
_UNITS = ("day", "month", "year", "decade")
_TEENS = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "two thousand")
_SPELLED = (*_TEENS, *map(str.capitalize, _TEENS))
_TRIGGER = Pattern(
    r"(?P<day>[0-3]?[0-9](?![0-9]))|(?P<year>[12][0-9]{3}(?![0-9]))|[0-9]+"
    rf"|(?P<holiday>{HOLIDAY})|(?P<month>{MONTH})|(?P<weekday>{WEEKDAY})"
    rf"|(?P<word>(?:{'|'.join(_WORDS)})\b)|(?P<unit>(?:{'|'.join(_UNITS)})s?\b)"
    rf"|(?P<spelled>(?:{'|'.join(_SPELLED)})\b)"
)

_FIRST = Pattern(r"[0-9A-Zdefmnsty](?<![^\W_].)(?:(?<=[0-9A-Z])|(?=[aeiow]))")
"""Where a trigger may begin, at the beginning of a word: a set of characters is looked for faster than the triggers."""
_HEAD = 3
_HEADS = frozenset(word[:_HEAD] for word in (*NAMES, *HOLIDAY_NAMES, *_WORDS, *_UNITS, *_SPELLED))
"""What triggers begin with that are no figures: most words that pass the first look have none of it."""

MONTH_THEN_WORD = Pattern(rf"(?P<month>{CAPITALISED}),?{GAP}(?:of{GAP})?(?=[fsent])")


def scan(text: str) -> Iterator[Expression]:
    """Every calendar expression of a text in its order; they do not overlap."""
    done = seen = 0
    for first in _FIRST.finditer(text):
        start = first.start()
        begins = text[start : start + _HEAD] in _HEADS or text[start].isdecimal()
        trigger = _TRIGGER.match(text, start) if begins and start >= seen else None
        if trigger is None:
            continue
        seen = trigger.end()
        if trigger.lastgroup is None or start < done:
            continue
        for expression in _read(text, start, trigger.lastgroup):
            if expression.span.start >= done:
                yield expression
                done = expression.span.end


def _read(text: str, start: int, trigger: str) -> tuple[Expression, ...]:
    """What the first rule that applies reads; a day of the week goes together with the date behind it."""
    if trigger == "weekday":
        dated = _weekday_with_date(text, start)
        if dated:
            return dated
    if trigger == "month":
        spelled = _month_with_spelled_year(text, start)
        if spelled:
            return spelled
    for rule in RULES_BY_TRIGGER[trigger]:
        found = rule.at(text, start)
        if found:
            return found
    return ()


def _weekday_with_date(text: str, start: int) -> tuple[Expression, ...]:
    between = WEEKDAY_THEN_DATE.match(text, start)
    trigger = _TRIGGER.match(text, between.end()) if between else None
    if trigger is None or trigger.lastgroup not in ("day", "month"):
        return ()
    (weekday,) = WEEKDAY_RULES[0].at(text, start) or (None,)
    date = _read(text, trigger.start(), trigger.lastgroup)
    if weekday is None or not date or date[0].day is None or date[0].month is None:
        return ()
    first = date[0]._replace(span=Span(start, date[0].span.end), weekday=weekday.weekday)
    return (first, *date[1:])


def _month_with_spelled_year(text: str, start: int) -> tuple[Expression, ...]:
    """``January nineteen ninety-seven``, as transcripts of broadcasts write it."""
    month = MONTH_THEN_WORD.match(text, start)
    if month is None:
        return ()
    (year,) = SPELLED_YEAR_RULES[0].at(text, month.end()) or (None,)
    if year is None:
        return ()
    return (year._replace(span=Span(start, year.span.end), month=month_number(month["month"])),)
