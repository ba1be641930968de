"""Cramming for an exam: which cards to see on each day until then. The schedule is read, and never changed.

What was crammed counts as if it had been reviewed, in a memory of its own that is thrown away with the plan.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.errors import QuizgenError
from quizgen.model.deck import Deck
from quizgen.model.draw import draw
from quizgen.model.review import Grade
from quizgen.study.members import members
from quizgen.study.memory import Memory, first_memory, forgetting_curve, next_memory, weights
from quizgen.study.store import Store

Key = tuple[str, str]
"""Deck id and card id."""

_PASSES = ((0.9, 1), (0.75, 2), (0.5, 3))
"""How often a card is seen before the last pass, by the recall expected at the exam, at the least."""
_MOST_PASSES = 4

SHARES = {Grade.AGAIN: 0.0, Grade.HARD: 0.5, Grade.GOOD: 1.0, Grade.EASY: 1.0}
"""How far a grade says that a card was known."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card before an exam, as it stood when today began."""

    key: Key
    fact: str | None
    """Shared with siblings."""
    recall: float
    """The probability that it is known at the exam; 0 where it was never seen."""
    seen: bool
    """It was crammed for this exam before today."""


@dataclass(frozen=True, slots=True)
class CramDay:
    """What to see on a study day, the weakest first."""

    day: int
    cards: tuple[Key, ...]


def plan_cram(cards: Sequence[Candidate], today: int, exam: int) -> list[CramDay]:
    """Spread cards over the days until an exam.

    Each card is seen at least once, the weakest up to four times, with days between; siblings keep apart where there
    are days enough. On the day before the exam all are seen once more.

    Args:
        cards: to be known.
        today: study day.
        exam: study day, not before today; on the day itself the last pass is made.
    """
    last = max(today, exam - 1)
    rounds = _rounds(cards, last - today, exam)
    days = [*rounds, sorted(cards, key=lambda card: (card.recall, _lot(card, exam)))]
    return [CramDay(today + i, tuple(card.key for card in found)) for i, found in enumerate(days)]


def _rounds(cards: Sequence[Candidate], days: int, exam: int) -> list[list[Candidate]]:
    """The days before the last pass."""
    plan: list[list[Candidate]] = [[] for _ in range(days)]
    facts: list[set[tuple[str, str]]] = [set() for _ in range(days)]
    for card in sorted(cards, key=lambda card: (card.seen, card.recall, _lot(card, exam))):
        passes = min(days, passes_of(card))
        fact = None if card.fact is None else (card.key[0], card.fact)
        day = -days
        for turn in range(passes):
            span = range(turn * days // passes, (turn + 1) * days // passes)
            span = range(max(span.start, day + days // passes // 2), span.stop)
            day = min(span, key=lambda day: (fact in facts[day], len(plan[day]), day))
            plan[day].append(card)
            if fact is not None:
                facts[day].add(fact)
    return [sorted(found, key=lambda card: (card.recall, _lot(card, exam))) for found in plan]


def passes_of(card: Candidate) -> int:
    """How often a card is to be seen before the last pass: once less where it was seen already."""
    wanted = next((passes for recall, passes in _PASSES if card.recall >= recall), _MOST_PASSES)
    return wanted - card.seen


def _lot(card: Candidate, exam: int) -> bytes:
    return draw("cram", str(exam), *card.key)


def candidates(store: Store, decks: Iterable[Deck], today: int, exam: int) -> list[Candidate]:
    """The cards of decks as they stood when today began, less those suspended.

    Args:
        store: the progress file.
        decks: to be known.
        today: study day.
        exam: study day.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    decks = list(decks)
    chosen = (json.dumps([deck.id for deck in decks]),)
    states = {
        (deck, card): (suspended, _memory(stability, difficulty, day))
        for deck, card, suspended, stability, difficulty, day in store.query(
            "SELECT deck, card, suspended, stability, difficulty, last_day FROM card "
            "WHERE deck IN (SELECT value FROM json_each(?))", chosen)
    }  # fmt: skip
    practice: dict[Key, list[tuple[int, float, int | None]]] = {}
    for deck, card, day, share, exam_day in store.query(
        "SELECT deck, card, day, share, exam_day FROM practice WHERE deck IN (SELECT value FROM json_each(?)) "
        "ORDER BY instant, id", chosen):  # fmt: skip
        practice.setdefault((deck, card), []).append((day, share, exam_day))
    w = weights(store.parameters)
    found = []
    for deck in decks:
        for card in members(deck):
            suspended, memory = states.get((deck.id, card.id), (0, None))
            if card.hidden or suspended:
                continue
            answers = [answer for answer in practice.get((deck.id, card.id), ()) if answer[0] < today]
            recall = _recall(w, _practised(w, memory, answers), exam)
            seen = any(exam_day == exam for _, _, exam_day in answers)
            found.append(Candidate((deck.id, card.id), card.fact, recall, seen))
    return found


def make_plan(store: Store, decks: Iterable[Deck], today: int, exam: int) -> list[CramDay]:
    """The plan for decks; takes and raises what `candidates` does."""
    return plan_cram(candidates(store, decks, today, exam), today, exam)


_Known = tuple[Memory, int]
"""A memory, and the study day it was last made stronger or weaker."""


def _memory(stability: float | None, difficulty: float | None, day: int | None) -> _Known | None:
    return None if stability is None or difficulty is None or day is None else ((stability, difficulty), day)


def _practised(
    w: Sequence[float], known: _Known | None, answers: Iterable[tuple[int, float, int | None]]
) -> _Known | None:
    """The memory, had the answers outside the schedule been reviews."""
    for day, share, _ in answers:
        grade = 1 if share < 0.5 else 2 if share < 1 else 3
        if known is None:
            known = first_memory(w, grade), day
        elif day >= known[1]:
            known = next_memory(w, known[0], grade, day - known[1]), day
    return known


def _recall(w: Sequence[float], known: _Known | None, day: int) -> float:
    if known is None:
        return 0.0
    factor, decay = forgetting_curve(w)
    recall: float = (1 + factor * max(0, day - known[1]) / known[0][0]) ** decay
    return recall


def known_today(store: Store, today: int, exam: int) -> set[Key]:
    """The cards that were crammed for an exam and known today.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    sql = "SELECT DISTINCT deck, card FROM practice WHERE exam_day = ? AND day = ? AND share > 0"
    return {(deck, card) for deck, card in store.query(sql, (exam, today))}


def check_exam(exam: int, today: int) -> None:
    """Refuse an exam that is past, or too far away to cram for.

    Raises:
        QuizgenError: it is.
    """
    if exam < today:
        raise QuizgenError("the exam is past", hint="Name its day as 2026-12-20; it may be today or later.")
    if exam - today > MOST_DAYS:
        raise QuizgenError(f"the exam is more than {MOST_DAYS} days away", hint="Study until then; cram later.")


MOST_DAYS = 366
