"""The YAML block at the head of a Markdown file, of which two keys matter: ``title`` and ``date``.

It is read line by line, as people write it, rather than as YAML: a colon too many in a value, which is
no YAML, must not keep a document from being read, and nothing hostile in it can cost more than its length.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from quizgen.reading.day import parse_day

_LONGEST = 20_000  # characters; what goes on longer is no front matter
_BLOCK = re.compile(r"---[ \t]*\n(?P<lines>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_FOLDED = re.compile(r"[>|][0-9+-]{0,2}")
_DAY_LENGTH = len("2021-12-03")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a file tells of it."""

    title: str = ""
    date: dt.date | None = None
    length: int = 0
    """Characters it takes at the beginning of the text; 0 where there is none."""


def front_matter(text: str) -> FrontMatter:
    """The front matter that ``text`` begins with."""
    block = _BLOCK.match(text, 0, _LONGEST)
    if block is None:
        return FrontMatter()
    lines = block["lines"].split("\n")
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    if not _KEY.fullmatch(first.rstrip()):
        return FrontMatter()  # a rule above a heading underlined by another
    values = _values(lines)
    return FrontMatter(values.get("title", ""), _day(values.get("date", "")), block.end())


def _values(lines: list[str]) -> dict[str, str]:
    """Top-level keys and their values on one line, or folded over the indented lines that follow."""
    values: dict[str, str] = {}
    folded = ""
    for line in lines:
        if match := _KEY.fullmatch(line.rstrip()):
            key, value = match["key"].lower(), (match["value"] or "").strip()
            folded = key if _FOLDED.fullmatch(value) else ""
            values.setdefault(key, "" if folded else _unquoted(value))
        elif folded and line.startswith((" ", "\t")):
            values[folded] = f"{values[folded]} {line.strip()}".strip()
    return values


def _unquoted(value: str) -> str:
    """A scalar without its quotes, or without the comment behind it."""
    quote = value[:1]
    if quote in ("'", '"') and (end := value.rfind(quote)) > 0:
        inner = value[1:end]
        return inner.replace("''", "'") if quote == "'" else inner.replace('\\"', '"').replace("\\\\", "\\")
    return value.split(" #", 1)[0].rstrip()


def _day(value: str) -> dt.date | None:
    """The day of a date or of a time stamp, which may follow it after ``T`` or a space."""
    day, rest = value[:_DAY_LENGTH], value[_DAY_LENGTH:]
    return parse_day(day) if rest[:1] in ("", "T", "t", " ") else None
