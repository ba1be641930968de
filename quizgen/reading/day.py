"""One calendar day as it is written for machines."""

from __future__ import annotations

import datetime as dt
import re

# dt.date.fromisoformat also takes 20211203 and 2021-W48-5, which a person would hardly mean.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_day(text: str) -> dt.date | None:
    """The day that ``text`` writes as ``YYYY-MM-DD``, or None where it is none."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
