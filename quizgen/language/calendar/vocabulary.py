"""The words of calendar English, as tables and as pieces of patterns (no group captures unless named)."""

from __future__ import annotations

from quizgen.language.calendar.value import MONTH_NAMES

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_ABBREVIATIONS = {
    "Jan": 1,
    "Feb": 2,
    "Mar": 3,
    "Apr": 4,
    "Jun": 6,
    "Jul": 7,
    "Aug": 8,
    "Sep": 9,
    "Sept": 9,
    "Oct": 10,
    "Nov": 11,
    "Dec": 12,
}

_UP_TO_TWENTY = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    "twenty",
)
CARDINALS = {word: number for number, word in enumerate(_UP_TO_TWENTY, 1)} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "hundred": 100,
}

TENS = {
    "ten": 10,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

_BOTH = (*MONTH_NAMES, *MONTH_ABBREVIATIONS, *WEEKDAY_NAMES)
NAMES = (*_BOTH, *(name.upper() for name in _BOTH))
"""The names of months and of days of the week as they may be written, without a stop."""

_FULL = "|".join(MONTH_NAMES)
_SHORT = "|".join(sorted(MONTH_ABBREVIATIONS, key=len, reverse=True))

GAP = r"(?:[\s\u00a0\u202f]{1,3})"
"""A space, wherever the line was broken."""
MONTH = rf"(?:(?:{_FULL}|{_FULL.upper()})\b|(?:{_SHORT}|{_SHORT.upper()})\b\.?)"
CAPITALISED = r"(?:[A-Z](?!ay|AY|un|UN|ul|UL)[A-Za-z]{2,3}\b\.?|[A-Z][A-Za-z]{2,8}\b)"
"""What may be a month, with the stop of a short one; :func:`month_number` tells: faster than the names."""
WEEKDAY = "(?:" + "|".join(WEEKDAY_NAMES + tuple(name.upper() for name in WEEKDAY_NAMES)) + r")\b"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
DAY_ORDINAL = rf"{DAY}(?:st|nd|rd|th)?"
YEAR = r"[12][0-9]{3}"
DASH = r"[-\u2010-\u2015\u2212]"
_HUNDREDS = "one|two|three|four|five|six|seven|eight|nine"
NUMBER = (
    rf"(?:[0-9]{{1,3}}|(?:{_HUNDREDS}){GAP}hundred(?:{GAP}and{GAP}[a-z]{{3,9}}(?:-[a-z]{{3,5}})?)?|"
    + f"(?:{'|'.join(TENS)}){GAP}(?:{_HUNDREDS})|"
    + "|".join(CARDINALS)
    + r"|[a-z]{5,7}-[a-z]{3,5})"
)
"""A count in figures or words, up to 999; :func:`count` reads it."""

_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)} | {
    name.lower(): number for name, number in MONTH_ABBREVIATIONS.items()
}
_WEEKDAY_NUMBERS = {name[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)}


def month_number(name: str) -> int | None:
    """1 to 12, from a full or short name with or without its stop; None for another word."""
    return _MONTH_NUMBERS.get(name.rstrip(".").lower())


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, from a full or short name in any case."""
    return _WEEKDAY_NUMBERS[name[:3].lower()]


def day_number(written: str) -> int:
    """The day that ``3``, ``03`` or ``3rd`` writes."""
    return int(written.rstrip("stndrhSTNDRH"))


def count(written: str) -> int | None:
    """The number that figures or words write, or None for words that are no number."""
    if written.isdigit():
        return int(written)
    word = written.lower()
    if " hundred" in word:
        hundreds, _, rest = " ".join(word.split()).partition(" hundred")
        more = count(rest.removeprefix(" and ")) if rest else 0
        return None if more is None or more > 99 else CARDINALS[hundreds] * 100 + more
    if word in CARDINALS:
        return CARDINALS[word]
    tens, _, units = "-".join(word.split()).partition("-")
    if tens in TENS and CARDINALS.get(units, 10) < 10:
        return TENS[tens] + CARDINALS[units]
    return None
