"""``NAME.txt.date`` beside ``NAME.txt``: the document's own date, told by whoever collected it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from quizgen.errors import ReadingError
from quizgen.reading.day import parse_day

_LONGEST = 100  # a date, and white space around it


def date_beside(document: Path) -> dt.date | None:
    """The date that the file beside ``document`` holds, or None where there is no such file.

    Raises:
        ReadingError: the file cannot be read, or holds anything but one ISO date.
    """
    path = Path(f"{document}.date")
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReadingError(f"cannot be read: {error.strerror or error}", str(path)) from error
    day = parse_day(data.decode("utf-8-sig", errors="replace").strip())
    if day is None:
        hint = "Write one date there, such as 2021-12-03, or take the file away."
        raise ReadingError("does not hold one ISO date", str(path), hint)
    return day
