"""Ordinal numbers in figures and in words."""

from __future__ import annotations

_UNITS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    "hundredth": 100, "one-hundredth": 100, "centenary": 100, "centennial": 100, "bicentenary": 200,
    "bicentennial": 200, "tercentenary": 300, "tricentennial": 300, "sesquicentennial": 150, "quincentenary": 500,
    "millennium": 1000,
}  # fmt: skip


def ordinal_word(n: int) -> str:
    """``60`` -> ``sixtieth``; empty above 100."""
    if n < 20:
        return _UNITS[n]
    if n == 100:
        return "hundredth"
    if n > 100:
        return ""
    tens, units = divmod(n, 10)
    return f"{_TENS[tens]}-{_UNITS[units]}" if units else f"{_TENS[tens][:-1]}ieth"


_WORDS |= {ordinal_word(n): n for n in range(1, 101)}


def ordinal(n: int) -> str:
    """``60`` -> ``60th``."""
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def parse_ordinal(word: str) -> int | None:
    """The number of ``60th``, ``sixtieth``, ``twenty-fifth`` or ``centenary``; None for any other word."""
    word = word.lower()
    if word[:1].isdigit():
        digits = word.rstrip("stndrh")
        return int(digits) if digits.isdigit() and digits != word else None
    return _WORDS.get(word)
