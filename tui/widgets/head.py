"""The quiet lines around a card: where one is in the session, and how long the card has taken."""

from __future__ import annotations

from textual.content import Content

from quizgen.study.agenda import Counts
from quizgen.study.wording import interval
from tui.asking import Asking
from tui.showing import one_line
from tui.typeset import EMPTY, Typeset, bar, cut, lines, spread, styled

_GAP = 3
_LEAST = 20
"""Cells that a bar needs, to stand beside what is left."""


def session_head(title: str, counts: Counts, done: int) -> Typeset:
    """The deck, what is left, and how far the session has come; two lines, unless the terminal is narrow.

    Args:
        title: of the deck.
        counts: what is left today.
        done: cards that are through.
    """
    left = styled(f"new {counts.new} · learning {counts.learning} · due {counts.due}", "$quiet")
    figures = styled(f"{done} of {done + counts.total}", "$quiet")

    def at(width: int) -> Content:
        name = styled(cut(one_line(title), width))
        beside, behind = left, figures
        if name.cell_length + _GAP + left.cell_length > width >= left.cell_length + _GAP + _LEAST:
            beside, behind = figures, left  # a long title leaves room for the shorter of the two
            name = styled(cut(one_line(title), width - _GAP - figures.cell_length))
        room = max(4, width - _GAP - behind.cell_length)
        progress = bar(done, done + counts.total, room, counts.learning)
        return lines(spread(name, beside, width), progress + " " * _GAP + behind)

    return Typeset(at)


def clock_line(asking: Asking | None, seconds: float) -> Typeset:
    """The card's flag and kind, and the time on it.

    Args:
        asking: the card on the table, if there is one.
        seconds: time on the card.
    """
    told = [*_about(asking), f"{int(seconds) // 60}:{int(seconds) % 60:02}"] if asking else []
    return Typeset(lambda width: spread(EMPTY, styled(cut(" · ".join(told), width), "$quiet"), width))


def waiting(milliseconds: int | None) -> Typeset:
    """What stands in a card's place when none is due.

    Args:
        milliseconds: until the next learning card comes today; None where none will.
    """
    if milliseconds is None:
        return Typeset(lambda _: styled("Nothing is left for today.", "bold"))
    told = Content.assemble(
        styled("Nothing is due this minute.", "bold"),
        f"\n\nThe next card comes in {interval(max(0, milliseconds) // 1000)}.\n\n",
        styled("Wait here, or leave and come back: it will be there.", "$quiet"),
    )
    return Typeset(lambda _: told)


def _about(asking: Asking) -> list[str]:
    flag, kind = asking.shown.state.flag, asking.shown.card.kind
    flagged = [] if flag is None else [f"! flagged: {one_line(flag)}" if flag else "! flagged"]
    return [*flagged, *([one_line(kind)] if kind else [])]
