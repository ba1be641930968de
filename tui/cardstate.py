"""The state of a card in words."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.review import CardState, Phase
from quizgen.study.wording import interval

_DAY_S = 86_400


def brief(state: CardState, hidden: bool, day: int) -> str:
    """The state in a word or two, for a column: ``due``, ``in 12 days``, ``suspended``.

    Args:
        state: the card's.
        hidden: whether its file says that it is suspended or retired.
        day: the study day.
    """
    if state.suspended or hidden:
        return "suspended" if state.suspended else "off in file"
    if state.phase is Phase.NEW or state.due_day is None:
        return "new"
    if state.learning:
        return "learning"
    return "due" if state.due_day <= day else f"in {interval((state.due_day - day) * _DAY_S)}"


def signs(state: CardState) -> str:
    """What else there is to a card, a sign each: ``!`` flagged, ``~`` leech."""
    return ("!" if state.flag is not None else "") + ("~" if state.leech else "")


def details(state: CardState, hidden: bool, day: int) -> Iterator[str]:
    """All there is to say of a state, in parts."""
    yield brief(state, hidden, day)
    if state.phase is Phase.REVIEW and (state.suspended or hidden) and state.due_day is not None:
        yield "due" if state.due_day <= day else f"due in {interval((state.due_day - day) * _DAY_S)}"
    if state.reviews:
        yield f"{state.reviews} answer{'s' if state.reviews > 1 else ''}"
        yield f"{state.lapses} lapse{'' if state.lapses == 1 else 's'}"
    if state.stability is not None and state.difficulty is not None:
        yield f"stability {state.stability:.1f} days"
        yield f"difficulty {state.difficulty:.1f}"
    if state.leech:
        yield "~ leech"
    if state.buried_day == day:
        yield "buried for today"
    if state.flag is not None:
        yield f"! flagged: {state.flag}" if state.flag else "! flagged"
