"""Tags of many cards written into their lines, where the lines alone tell where they stand.

Reading cards as YAML to find their places takes most of the time of changing them. Here only lines are looked at, which
can be deceived: what was written has to be read, and to be as wanted, before it is trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.deckfile.dump import entry
from quizgen.deckfile.splice import ORDER

_DASH = re.compile(r"^ *- +", re.MULTILINE)
_KEY = re.compile(r"^( *(?:- +)?)([^\s:#\"']+):", re.MULTILINE)
_ON_LINE = re.compile(r" \[[^\n#]*\]")
"""A list that may stand on one line, without a comment behind it."""
_BEHIND = re.compile(r"(?:\r?\n *(?:#[^\n]*)?)*\Z")
"""Blank lines and comments at the end."""
_BEFORE_TAGS = frozenset(ORDER[: ORDER.index("tags")])

Tags = tuple[str, ...]


def with_tags(text: str, tags: Sequence[Tags | None]) -> str | None:
    """Cards in block style with other tags, laid out as an edit of each card lays them out.

    Args:
        text: the lines of some cards, one after the other.
        tags: what each card shall have; None for one that stays.

    Returns:
        The text, which is yet to be proved; None where its lines do not tell enough.
    """
    first = _DASH.search(text)
    if first is None:
        return None
    dash = re.compile(rf"^{' ' * (len(first[0]) - len(first[0].lstrip(' ')))}- ", re.MULTILINE)
    starts = [found.start() for found in dash.finditer(text)]
    if len(starts) != len(tags):
        return None
    parts = [text[: starts[0]]]
    newline = "\r\n" if "\r\n" in text else "\n"
    for start, end, wanted in zip(starts, [*starts[1:], len(text)], tags, strict=True):
        card = text[start:end]
        written = card if wanted is None else _with(card, wanted, newline)
        if written is None:
            return None
        parts.append(written)
    return "".join(parts)


def _with(card: str, tags: Tags, newline: str) -> str | None:
    dash = _DASH.match(card)
    if dash is None:
        return None
    indent = " " * dash.end()
    keys = list(_keys(card, dash.end()))
    found = [start for name, start in keys if name == "tags"]
    row = f"{indent}{entry('tags', list(tags), indent)}".replace("\n", newline) if tags else ""
    if not found:
        return _added(card, row, {name for name, _ in keys}, newline)
    start = found[0]
    end = card.find("\n", start)
    end = len(card) if end < 0 else end + 1
    line = card[start:end].rstrip("\r\n")
    if len(found) > 1 or not start or _ON_LINE.fullmatch(line.removeprefix(f"{indent}tags:")) is None:
        return None
    if not row:
        return card[:start] + card[end:]
    return card[:start] + row + card[start + len(line) :]


def _keys(card: str, column: int) -> Iterator[tuple[str, int]]:
    """The keys that stand in a column, and where their lines begin."""
    return ((found[2], found.start()) for found in _KEY.finditer(card) if len(found[1]) == column)


def _added(card: str, row: str, keys: set[str], newline: str) -> str | None:
    """Behind the card's last line that is no comment, if all of its keys come before tags."""
    if not row:
        return card
    if not keys <= _BEFORE_TAGS:
        return None
    body = _BEHIND.sub("", card)
    return f"{body}{newline}{row}{card[len(body) :]}"
