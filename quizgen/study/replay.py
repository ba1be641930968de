"""What a card's operations add up to: the only place that says what an operation does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen.model.review import CardState, Grade, Kind, Operation, Phase, Review
from quizgen.study.parameters import DEFAULT, Parameters
from quizgen.study.schedule import remember


def replay(operations: Iterable[Operation], parameters: Parameters = DEFAULT) -> CardState:
    """The state of a card after its operations.

    Args:
        operations: those of one card, in order of (instant, id), without what was undone.
        parameters: those in use now, whichever were in use then.
    """
    state = CardState()
    for operation in operations:
        state = apply(state, operation, parameters)
    return state


def apply(state: CardState, operation: Operation, parameters: Parameters = DEFAULT) -> CardState:
    """The state after one more operation."""
    match operation.kind:
        case Kind.REVIEW if operation.review is not None:
            return _reviewed(state, operation.review, operation.day, parameters)
        case Kind.BURY:
            return replace(state, buried_day=operation.day)
        case Kind.SUSPEND:
            return replace(state, suspended=True)
        case Kind.UNSUSPEND:
            return replace(state, suspended=False)
        case Kind.FLAG:
            return replace(state, flag=operation.text or "")
        case Kind.UNFLAG:
            return replace(state, flag=None)
        case Kind.RESET:
            # The day it was asked last stays, so that its siblings wait until tomorrow all the same.
            return CardState(
                suspended=state.suspended,
                buried_day=state.buried_day,
                flag=state.flag,
                last_day=state.last_day,
                asked=state.asked,
                recalled=state.recalled,
            )
        case Kind.KEEP:
            return replace(state, answer_hash=operation.text)
        case Kind.MOVE if operation.text is not None:
            # In a merged log a card may not be learned any more, and a learning step goes by the clock.
            return replace(state, due_day=int(operation.text)) if state.phase is Phase.REVIEW else state
        case _:
            raise ValueError(f"{operation.kind} says nothing about the state of a card")


def lapsed(review: Review) -> bool:
    """Whether a card that had been learned was forgotten."""
    return review.phase_before is Phase.REVIEW and review.grade is Grade.AGAIN


def _reviewed(state: CardState, review: Review, day: int, parameters: Parameters) -> CardState:
    # Memory is replayed, since a merged log may hold reviews this machine had not seen when it wrote the row;
    # phase, step and due follow from the interval, which is a fact.
    stability, difficulty = remember(state, review.grade, day, parameters)
    learned = review.phase_before is Phase.REVIEW
    return replace(
        state,
        phase=review.phase_after,
        step=review.step_after,
        stability=stability,
        difficulty=difficulty,
        last_day=day,
        due_day=review.due_day_after,
        due_at=review.due_at_after,
        reviews=state.reviews + 1,
        lapses=state.lapses + lapsed(review),
        asked=state.asked + learned,
        recalled=state.recalled + (learned and review.grade is not Grade.AGAIN),
        leech=state.leech or review.leech,
        answer_hash=state.answer_hash or review.answer_hash or None,
    )
