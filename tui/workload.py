"""What each retention wanted would cost, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from quizgen.study.settings import Settings
from quizgen.study.simulation import Workload
from quizgen.study.wording import percent
from tui.charts import columns, table

_COLUMNS = 60
_ENOUGH = 100
"""Reviews played below which chance, which fuzzes and forgets, moves the sums more than the aim does."""


def told(found: Sequence[Workload], settings: Settings, width: int) -> list[str]:
    """A table of the aims, the days to come with one's own, and what the neighbouring aims would change.

    Args:
        found: see ``quizgen.study.workloads``.
        settings: those played by.
        width: in cells, 34 or more.
    """
    own = next(one for one in found if one.retention == settings.desired_retention)
    days = len(own.reviews)
    size = -(-days // min(_COLUMNS, width - 2))
    sums = [sum(own.reviews[first : first + size]) for first in range(0, days, size)]
    each = "a day" if size == 1 else f"{size} days"
    begun = sum(own.new)
    new = f" and {begun} new cards" if begun else ""
    intro = (
        f"The next {days} days with at most {settings.reviews_per_day} reviews a day{new}; "
        "reviews and minutes of an average day, cards known and late at the end:"
    )
    return [
        *wrap(intro, width),
        "",
        *table(["  Aim", "Reviews", "Minutes", "Known", "Late"], [_row(one, one is own, days) for one in found], gap=1),
        "",
        *wrap(f"Reviews with your aim, a column {each}, at most {max(sums)}:", width),
        "",
        *(f"  {line}" for line in columns(sums, 4)),
        "  " + "▔" * len(sums),
        *(line for sentence in _compared(own, found) for line in ["", *wrap(sentence, width)]),
    ]


def _row(one: Workload, own: bool, days: int) -> list[str]:
    return [
        f"{'▸' if own else ' '} {percent(one.retention)}",
        f"{sum(one.reviews) / days:.1f}",
        f"{one.minutes:.1f}",
        f"{one.known:.0f}",
        str(one.late),
    ]


def _compared(own: Workload, found: Sequence[Workload]) -> Iterator[str]:
    """What the next higher and the next lower aim would change."""
    if sum(own.reviews) < _ENOUGH or not own.known:
        yield "So few reviews are to come that chance outweighs the aim; look again when you have learned more."
        return
    place = found.index(own)
    for other in (*found[place + 1 : place + 2], *found[max(0, place - 1) : place]):
        work, known = sum(other.reviews) / sum(own.reviews) - 1, other.known / own.known - 1
        yield f"Aiming at {percent(other.retention)}: {_changed(work)} reviews, {_changed(known)} cards known."


def _changed(share: float) -> str:
    told = percent(abs(share))
    return "as many" if told == percent(0) else f"{told} {'more' if share > 0 else 'fewer'}"
