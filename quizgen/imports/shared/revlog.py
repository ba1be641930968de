"""Anki's review history: the table ``revlog`` of a collection."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.errors import QuizgenError
from quizgen.imports.shared.collection import collection_in
from quizgen.model.review import Grade, PastAnswer

_MANUAL = (4, 5)
"""Kinds of row that are no answer: set by hand, or by rescheduling; without a factor, the card was made new."""
_CRAMMED = 3
"""The kind of answers given in a filtered deck; without a factor, they left the schedule alone."""
_ROLLOVER = 4 * 60
"""Minutes after midnight at which Anki's days start, and every collection's first one did."""
_FARTHEST_WEST = -600
"""Minutes from UTC: beyond Hawaii there live far fewer than on the other side of the date line."""
_LONGEST_DAYS = 36_500
_LONGEST_STEP = 30 * 86_400
_LONGEST_MS = 1 << 31
_INSTANTS = range(1, 7_258_118_400_000)


def history(data: bytes) -> list[PastAnswer]:
    """All that was done to the cards of a package or a collection file, in order of time.

    Args:
        data: the file's bytes.

    Raises:
        QuizgenError: it is none, or its history is damaged.
    """
    with collection_in(data) as database:
        offset = _offset(*database.execute("SELECT CAST(crt AS INTEGER) FROM col").fetchone())
        rows = database.execute(
            "SELECT CAST(n.guid AS TEXT), CAST(c.ord AS INTEGER), CAST(r.id AS INTEGER), CAST(r.ease AS INTEGER), "
            "CAST(r.ivl AS INTEGER), CAST(r.factor AS INTEGER), CAST(r.time AS INTEGER), CAST(r.type AS INTEGER) "
            "FROM revlog r JOIN cards c ON c.id = r.cid JOIN notes n ON n.id = c.nid ORDER BY r.id"
        )
        return [answer for row in rows for answer in _answers(offset, *row)]


def _offset(created: int) -> int:
    """The local clock's minutes from UTC, from the moment at which the collection's first day started."""
    minutes = _ROLLOVER - created // 60 % 1440
    return minutes if minutes >= _FARTHEST_WEST else minutes + 1440


def _answers(
    offset: int, note: str, part: int, instant: int, ease: int, interval: int, factor: int, time: int, kind: int
) -> Iterator[PastAnswer]:
    """The row's answer, where it counts."""
    if (
        any(type(number) is not int for number in (instant, ease, interval, factor, time, kind))
        or instant not in _INSTANTS
    ):
        raise QuizgenError("the review history in the package is damaged")
    new = kind in _MANUAL and factor == 0
    if not new and (kind in _MANUAL or (kind == _CRAMMED and factor == 0) or ease not in range(1, 5)):
        return
    yield PastAnswer(
        note=note,
        part=part,
        instant=instant,
        offset_minutes=offset,
        day=(instant // 60_000 + offset - _ROLLOVER) // 1440,
        grade=None if new else Grade(ease),
        duration_ms=min(max(time, 0), _LONGEST_MS),
        days=min(interval, _LONGEST_DAYS) if interval > 0 else None,
        seconds=min(max(-interval, 0), _LONGEST_STEP),
    )
