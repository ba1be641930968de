"""Quizzes in words, and sitting down to one; the screens and the line mode both use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.model.deck import Deck
from quizgen.quiz.paper import Paper, make_paper
from quizgen.study.days import instant_at
from quizgen.study.quizrun import QuizRun
from quizgen.study.results import Reply, Result, count
from quizgen.study.wording import duration, percent
from tui.desk import Desk

MODES = ("choice", "short", "truefalse", "matching", "mixed")
MODE_NAMES = ("choices", "short answers", "true or false", "matching", "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizPlan:
    """What quiz is wanted."""

    questions: int | None = 10
    """None for all cards."""
    mode: str = "choice"
    """One of ``MODES``."""
    minutes: float | None = None
    """For the whole paper; None for as long as it takes."""
    seed: str | None = None
    """Another gives another paper; None for one that was not there before."""


def sit_quiz(desk: Desk, decks: Sequence[Deck], plan: QuizPlan) -> QuizRun:
    """Put a paper on the table.

    Raises:
        QuizgenError: no card is left to ask, or the progress file cannot be read.
    """
    return begin(desk, set_paper(decks, plan, seed_of(desk, plan)), plan)


def seed_of(desk: Desk, plan: QuizPlan) -> str:
    """The seed that is wanted, or one that no quiz had yet."""
    return plan.seed if plan.seed is not None else f"quiz {count(desk.store) + 1}"


def set_paper(decks: Sequence[Deck], plan: QuizPlan, seed: str) -> Paper:
    """The paper of a quiz; from any thread, as a large deck takes a second.

    Raises:
        QuizgenError: no card is left to ask.
    """
    return make_paper(decks, count=plan.questions, mode=plan.mode, shuffle=True, seed=seed)


def begin(desk: Desk, paper: Paper, plan: QuizPlan) -> QuizRun:
    """Start the clock."""
    return QuizRun(paper, desk.stopwatch, None if plan.minutes is None else plan.minutes * 60)


def score(result: Result) -> str:
    """``7 of 10 right · 7.5 of 10 points (75 %) · 3 min``; points where they say more."""
    right = f"{result.correct} of {result.asked} right"
    points = f"{result.scored:g} of {result.points:g} points"
    told = [right, f"{points} ({percent(result.share)})"] if result.scored != result.correct else [
        f"{right} ({percent(result.share)})"
    ]  # fmt: skip
    return " · ".join([*told, duration(result.duration_ms)])


def when(result: Result) -> str:
    """Date and time by the learner's clock then: ``2026-03-02 12:00``."""
    local = instant_at(result.instant + result.offset_minutes * 60_000)
    return f"{local:%Y-%m-%d %H:%M}"


def mistakes(found: Sequence[Reply]) -> list[Reply]:
    """What was not all right."""
    return [reply for reply in found if reply.share < 1]


def remaining(seconds: float) -> str:
    """Time left, as a clock shows it: ``4:05``."""
    whole = int(seconds + 0.999)
    return f"{whole // 60}:{whole % 60:02}"


def whole_number(text: str) -> int:
    """A number from 1 to 9999; 0 for what is none."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 else 0
