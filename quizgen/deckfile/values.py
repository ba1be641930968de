"""Values of the schema that are more than text: the format's number, ids, dates, digests."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from quizgen.deckfile.format import FORMAT
from quizgen.deckfile.text import shown

if TYPE_CHECKING:
    from quizgen.deckfile.cursor import Cursor

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


def version(cursor: Cursor, key: str) -> int:
    event = cursor.advance()
    value = cursor.scalar(event, key, "a whole number")
    if value == str(FORMAT):
        return FORMAT
    if value.isascii() and value.isdigit() and int(value[:9]) > FORMAT:
        raise cursor.fault(event, f"the deck has format {shown(value)}, made by a newer quizgen", "Update quizgen.")
    raise cursor.fault(event, f"quizgen must be the format's number, {FORMAT}, not {shown(value)}")


def identifier(cursor: Cursor, key: str) -> str | None:
    event = cursor.advance()
    value = cursor.scalar(event, key, "text")
    if len(value.splitlines()) > 1 or value != value.strip():
        raise cursor.fault(event, f"{key} must be one line without spaces around it, not {shown(value)}")
    return value or None


def is_date(text: str) -> bool:
    """Whether ``text`` is a day, month or year of the calendar, as ISO 8601 writes it."""
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def date(cursor: Cursor, key: str) -> str | None:
    event = cursor.advance()
    value = cursor.scalar(event, key, "text")
    if value and not is_date(value):
        raise cursor.fault(event, f"{key} must be a date, not {shown(value)}", "Write it as 2021-12-03.")
    return value or None


def sha256(cursor: Cursor, key: str) -> str | None:
    event = cursor.advance()
    value = cursor.scalar(event, key, "text")
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise cursor.fault(event, f"{key} must be 64 hexadecimal digits, not {shown(value)}")
    return value


def require(cursor: Cursor, start: Any, given: dict[str, Any], owner: str, *keys: str) -> None:
    for key in keys:
        if key not in given:
            raise cursor.fault(start, f"{owner} has no {key}", f"Add the line: {key}: ...")
        if isinstance(value := given[key], str | None) and not (value and value.strip()):
            raise cursor.fault(start, f"the {key} of {owner} is empty", f"Write it after {key}:")
