"""Deck text as it may be shown: never a control sequence, and the answer found in its evidence."""

from __future__ import annotations

import re
import unicodedata

_HARMLESS = frozenset("\u200c\u200d\u200e\u200f\u061c\u00ad\u2060")
"""Format characters that spelling needs and that reorder nothing beyond their neighbours."""
_PICTURES = 0x2400
"""Where Unicode keeps its pictures of the ASCII control characters."""
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def visible(text: str) -> str:
    """``text`` with every character a terminal might obey made visible; line breaks stay, tabs become spaces.

    Controls become their pictures (``␛``); what has none, such as marks that turn the direction of writing,
    becomes an escape such as ``\\u202e``.
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _shown(character) for character in text)


def one_line(text: str) -> str:
    """``text`` made visible, its line breaks and other runs of white space as single spaces."""
    return " ".join(visible(text).split())


def marked(quote: str, *answers: str) -> tuple[str, str, str] | None:
    """A quote cut at the answer: what stands before it, the answer itself, and what follows.

    Args:
        quote: the evidence.
        answers: what to look for, the likeliest first; articles, case and line breaks do not count.

    Returns:
        The three pieces; None where no answer stands in the quote as a whole word.
    """
    for answer in answers:
        for wanted in (answer, _ARTICLE.sub("", answer, count=1) if _ARTICLE.match(answer) else ""):
            if found := _find(wanted, quote):
                return quote[: found.start()], found.group(), quote[found.end() :]
    return None


def _find(wanted: str, quote: str) -> re.Match[str] | None:
    words = wanted.split()
    if not words:
        return None
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    return re.search(pattern, quote) or re.search(pattern, quote, re.IGNORECASE)


def _shown(character: str) -> str:
    if character == "\n" or character in _HARMLESS:
        return character
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    if character < " ":
        return chr(_PICTURES + ord(character))
    return "␡" if character == "\x7f" else character.encode("unicode_escape").decode("ascii")
