"""The forms an answer can take: the same words, numbers and dates, however they are typed.

What ``quizgen.language`` knows of dates in prose is not loaded here: studying starts without the generator.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import cache

Tokens = tuple[str, ...]

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *(
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_ODD_ORDINALS = {
    "first": "one",
    "second": "two",
    "third": "three",
    "fifth": "five",
    "eighth": "eight",
    "ninth": "nine",
    "twelfth": "twelve",
}
_CARDINALS = (
    {word: number for number, word in enumerate(_SMALL)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | _SCALES
)
_ARTICLES = frozenset({"a", "an", "the"})
_PREPOSITIONS = frozenset({"in", "on"})

_FIGURE_DATE = re.compile(r"(?<!\d)(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)")
_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_])\.")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_WORD = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?!\d)|\d+(?:\.\d+)?|[^\s\d.-]+")
_ORDINAL_ENDING = frozenset({"st", "nd", "rd", "th"})
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters whose strokes Unicode does not take for accents."""


def fold(text: str) -> str:
    """Text without case, accents and compatibility forms."""
    parts = unicodedata.normalize("NFKD", text.casefold()).translate(_UNDECOMPOSED)
    return "".join(char for char in parts if not unicodedata.combining(char))


def readings(text: str) -> frozenset[Tokens]:
    """What a text can mean, as words, numbers in figures and ISO dates; more than one where a date in figures
    does not tell its day from its month."""
    folded = _GROUPED.sub("", _INITIAL.sub(r"\1", fold(text).replace("'", "").replace("’", "")))
    texts = {_FIGURE_DATE.sub(rf" \4-\{month}-\{day} ", folded) for month, day in ((3, 1), (1, 3))}
    return frozenset(_canonical(_padded(text)) for text in texts)


def numeric(text: str) -> float | None:
    """The number a text is, whether in figures or words, ordinal or not."""
    for tokens in readings(text):
        if len(tokens) == 1 and re.fullmatch(r"\d+(?:\.\d+)?", tokens[0]):
            return float(tokens[0])
    return None


def iso_date(text: str) -> str | None:
    """The day or month a text is, as an ISO date; None for anything else, also for a bare year."""
    means = readings(text)
    tokens = next(iter(means))
    return tokens[0] if len(means) == 1 and len(tokens) == 1 and _ISO.fullmatch(tokens[0]) else None


def _padded(text: str) -> str:
    """Dates in figures with two digits for month and day."""
    return re.sub(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}", text)


def _canonical(text: str) -> Tokens:
    words = _WORD.findall("".join(" " if _is_punctuation(char) else char for char in text))
    plain = [
        word
        for place, word in enumerate(words)
        if not (word in _ORDINAL_ENDING and place and words[place - 1].isdigit()) and word != "the"
    ]
    tokens = _dated(_numbered(plain))
    while len(tokens) > 1 and (tokens[0] in _ARTICLES or (tokens[0] in _PREPOSITIONS and tokens[1][0].isdigit())):
        tokens = tokens[1:]
    return tuple(tokens)


def _is_punctuation(char: str) -> bool:
    return char not in ".-" and unicodedata.category(char)[0] in "PSZC"


def _numbered(words: Sequence[str]) -> list[str]:
    """Numbers in words become figures: ``sixtieth``, ``twenty first``, ``two hundred and five``."""
    out: list[str] = []
    place = 0
    while place < len(words):
        number, used = _number_at(words, place)
        out.append(words[place] if number is None else str(number))
        place += used
    return out


def _number_at(words: Sequence[str], start: int) -> tuple[int | None, int]:
    """The number in words that begins at a place, and how many words it takes."""
    total = part = 0
    place, last = start, 10**12
    while place < len(words):
        skip = int(words[place] == "and" and place > start and last in _SCALES.values())
        value = _cardinals().get(words[place + skip]) if place + skip < len(words) else None
        if value is None or (skip and value >= 100) or not _continues(value, last, part):
            break
        if value == 100:
            part = max(part, 1) * 100
        elif value > 100:
            total, part = total + max(part, 1) * value, 0
        else:
            part += value
        last = value
        place += 1 + skip
    return (None, 1) if place == start else (total + part, place - start)


def _continues(value: int, last: int, part: int) -> bool:
    """Whether a number word goes on with the one before it: ``twenty one`` does, ``one twenty`` does not."""
    if value >= 100:
        return last > 100 or 0 < part < value
    return last >= 100 or (20 <= last <= 90 and 0 < value < 10)


@cache
def _cardinals() -> dict[str, int]:
    """Cardinal and ordinal words."""
    ordinals = {odd: _CARDINALS[word] for odd, word in _ODD_ORDINALS.items()}
    regular = {_ordinal(word): value for word, value in _CARDINALS.items()}
    return _CARDINALS | regular | ordinals


def _ordinal(word: str) -> str:
    return word[:-1] + "ieth" if word.endswith("y") else word + "th"


def _dated(tokens: Sequence[str]) -> list[str]:
    """Dates become ISO dates; a day of the week before one goes."""
    out: list[str] = []
    place = 0
    while place < len(tokens):
        date, used = _date_at(tokens, place)
        if date is None:
            out.append(tokens[place])
        else:
            if out and out[-1] in _WEEKDAYS:
                out.pop()
            out.append(date)
        place += used
    return out


def _date_at(tokens: Sequence[str], start: int) -> tuple[str | None, int]:
    window = list(tokens[start : start + 5])
    words = [word for word in window if word != "of"]
    for size in (3, 2):
        taken = words[:size]
        date = _date(taken) if len(taken) == size and window[0] != "of" else None
        if date is not None:
            used = next(n for n in range(size, 6) if sum(w != "of" for w in window[:n]) == size)
            return date, used
    return None, 1


def _date(words: Sequence[str]) -> str | None:
    """Three words as a day, or two as a month of a year."""
    months = [number for number in map(_month, words) if number is not None]
    if len(months) != 1 or _month(words[-1]) is not None:
        return None
    numbers = [int(word) for word in words if word.isdigit()]
    if len(numbers) != len(words) - 1 or numbers[-1] < 1000:
        return None
    try:
        day = date(numbers[-1], months[0], numbers[0] if len(numbers) == 2 else 1)
    except ValueError:
        return None
    return day.isoformat() if len(numbers) == 2 else f"{day:%Y-%m}"


def _month(word: str) -> int | None:
    """The number of a month, by its name or the first three letters of it or more."""
    if len(word) < 3:
        return None
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), None)
