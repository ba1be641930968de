"""What was learned in another program, as rows of the log.

The rows follow from that program's history and the ids of deck and card alone: taken in again, here or on another
machine, they are the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quizgen.model.deck import Deck
from quizgen.model.draw import anki_note, draw
from quizgen.model.review import CardState, Kind, Mode, Operation, PastAnswer, Phase, Review
from quizgen.study.members import members
from quizgen.study.moving.merging import Row
from quizgen.study.parameters import DEFAULT
from quizgen.study.replay import apply
from quizgen.study.rows import OPERATION_COLUMNS, operation_row
from quizgen.study.schedule import remember, since_review

_PROGRAM = "anki"
_ROLLOVER_MINUTES = 4 * 60
_DAY_S = 86_400
_COLUMNS = tuple(OPERATION_COLUMNS.split(", "))
Key = tuple[str, str]
"""Deck and card id."""


def cards_by_note(decks: Iterable[Deck]) -> Mapping[str, Key]:
    """The cards of some decks by the notes they were imported from, or handed out as."""
    keys = [(deck.id, card.id) for deck in decks for card in members(deck)]
    return {anki_note(*key): key for key in keys} | {key[1]: key for key in keys}


def rows_of(answers: Iterable[PastAnswer], cards: Mapping[str, Key]) -> Iterator[Row]:
    """The rows of what was done to cards that are known; the rest is passed over.

    Args:
        answers: in order of time.
        cards: see ``cards_by_note``.
    """
    states: dict[Key, CardState] = {}
    for answer in answers:
        key = _card(answer, cards)
        if key is not None:
            before = states.get(key, CardState())
            operation = _operation(key, answer, before)
            states[key] = apply(before, operation)
            yield Row("operation", _COLUMNS, operation_row(operation))


def _card(answer: PastAnswer, cards: Mapping[str, Key]) -> Key | None:
    """The cards of a cloze note have ids of their own; of other notes the first alone is a card here."""
    cloze = cards.get(f"{answer.note}-c{answer.part + 1}")
    return cloze or (cards.get(answer.note) if answer.part == 0 else None)


def _operation(key: Key, answer: PastAnswer, before: CardState) -> Operation:
    review = None if answer.grade is None else _review(answer, before)
    return Operation(
        id=f"{answer.instant:012x}-{draw(_PROGRAM, *key, str(answer.instant)).hex()}",
        kind=Kind.RESET if review is None else Kind.REVIEW,
        deck=key[0],
        card=key[1],
        instant=answer.instant,
        offset_minutes=answer.offset_minutes,
        day=answer.day,
        origin=_PROGRAM,
        review=review,
    )


def _review(answer: PastAnswer, before: CardState) -> Review:
    if answer.grade is None:
        raise ValueError("a card made new again was not answered")
    stability, difficulty = remember(before, answer.grade, answer.day)
    due_at = answer.instant + answer.seconds * 1000
    learned = answer.days is not None
    return Review(
        grade=answer.grade,
        mode=Mode.FLIP,
        duration_ms=answer.duration_ms,
        answer_hash="",
        elapsed_days=since_review(before, answer.day),
        interval_s=answer.seconds if answer.days is None else answer.days * _DAY_S,
        parameters=DEFAULT.id,
        scheduler=_PROGRAM,
        phase_before=before.phase,
        phase_after=Phase.REVIEW if learned else _step_phase(before),
        step_after=None if learned else 0,
        stability_before=before.stability,
        stability_after=stability,
        difficulty_before=before.difficulty,
        difficulty_after=difficulty,
        due_day_before=before.due_day,
        due_day_after=_day(due_at, answer.offset_minutes) if answer.days is None else answer.day + answer.days,
        due_at_before=before.due_at,
        due_at_after=None if learned else due_at,
    )


def _step_phase(before: CardState) -> Phase:
    return Phase.RELEARNING if before.phase in (Phase.REVIEW, Phase.RELEARNING) else Phase.LEARNING


def _day(instant: int, offset_minutes: int) -> int:
    return (instant // 60_000 + offset_minutes - _ROLLOVER_MINUTES) // 1440
