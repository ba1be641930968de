"""Offices that stand behind a name: "Ana Reis, Minister of Foreign Affairs of Peru,"."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.language.gazetteer import Country, country, title_mark
from quizgen.language.pattern import Pattern

_BEHIND = Pattern(r",\s+(?:the\s+|an?\s+)?(?P<office>[^,;.()]{4,140})")
_FURTHER = Pattern(_BEHIND.pattern.replace(r",\s+", r",\s+(?:and\s+)?", 1))
_CHAIN = 3
"""Descriptions of one person that may follow each other: "Ana Reis, a member of the board, Director of ...,"."""
_FUNCTION = frozenset(
    "who whom whose which where when while and or but in on at by to from with as after before for is was were are has "
    "had have he she it they said says told that this these those his her its their".split()
)
"""Words before which an office must stand: what follows a name with one of them is no apposition."""
_LEAD = 5
"""Words an office may have before its head: "a former Deputy Prime *Minister*"."""
_OF_AFFAIRS = Pattern(r"(?:for|of)(?: the)? (\w+)(?: Affairs| Relations)?$")


class Apposition(NamedTuple):
    """An office told of a name."""

    title: str
    """``Foreign Minister``, ``Director``: as it could stand before the name."""
    nation: Country | None
    """Whose office it is, where it is a country's."""


def office_behind(text: str, end: int) -> Apposition | None:
    """The office that stands behind a name which ends at an offset; None without one."""
    titles: list[str] = []
    nations: list[Country] = []
    for pattern in [_BEHIND, *[_FURTHER] * (_CHAIN - 1)]:
        found = pattern.match(text, end, end + 160) if text[end : end + 1] == "," else None
        words = found["office"].split() if found else []
        at = _head(words) if words else None
        if found is None or (at is None and words[0].lower() != "member"):
            break
        titles += [] if at is None else [_title(words, at)]
        nations += _nations(words)
        end = found.end()
    return Apposition(titles[0], nations[0] if nations else None) if titles else None


def _title(words: list[str], at: int) -> str:
    """An office as it could stand before the name; of a minister of something, with what it is of."""
    of = [i for i in range(at + 1, len(words)) if words[i] in ("of", "for")]
    affairs = _OF_AFFAIRS.match(" ".join(words[at + 1 : of[1] if len(of) > 1 else None]))
    lead = [w for w in words[:at] if w[0].isupper() and not w.endswith(("’s", "'s")) and country(w) is None]
    return f"{affairs[1]} {words[at]}" if affairs and words[at] == "Minister" else " ".join([*lead, words[at]])


def _nations(words: list[str]) -> list[Country]:
    """The countries an office belongs to, by adjective or after "of"."""
    adjectives = [country(w.removesuffix("’s").removesuffix("'s")) for w in words if w[0].isupper()]
    behind = [_nation(words[i + 1 :]) for i, w in enumerate(words) if w == "of"]
    return [n for n in (*behind, *adjectives) if n is not None]


def _head(words: list[str]) -> int | None:
    """Where the office stands among the words behind a name: before "of", at the end, after words that describe it."""
    for i, word in enumerate(words[: _LEAD + 1]):
        if word.lower() in _FUNCTION or (word.endswith(("’s", "'s")) and not _is_owner(words, i)):
            return None
        if title_mark(word.lower()) == "O":
            following = words[i + 1].lower() if i + 1 < len(words) else ""
            if not title_mark(following) and following != "-":
                return i if following in ("", "of", "for", "to", "at", "in", "and", "on") else None
    return None


def _is_owner(words: list[str], i: int) -> bool:
    """Whether "Peru's" or "the company's" opens the description, so that what follows is still of the one named."""
    return (i == 0 and country(words[i][:-2]) is not None) or (i < 2 and words[i].islower())


def _nation(words: list[str]) -> Country | None:
    """The country whose name the words are: "the Islamic Republic of Iran" is found at its own "of"."""
    bare = words[1:] if words[:1] == ["the"] else words
    return next((n for size in (3, 2, 1) if (n := country(" ".join(bare[:size])))), None)
