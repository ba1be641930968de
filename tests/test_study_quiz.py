"""Quizzes: marking, the clock, and results that are kept and leave the schedule alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from classroom import MILLS
from study_tools import Clock, caches, counted

from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper, make_paper
from quizgen.study.days import moment
from quizgen.study.marking import mark
from quizgen.study.quizrun import QuizRun
from quizgen.study.results import count, keep, replies, results
from quizgen.study.store import Store


def run_of(clock: Clock, minutes: float | None = None, **how: object) -> QuizRun:
    """A quiz of the deck of mills, on the clock."""
    paper = make_paper([MILLS], **how)  # type: ignore[arg-type]
    return QuizRun(paper, lambda: clock().timestamp(), None if minutes is None else minutes * 60)


def item(mode: str, name: str = "date-when-1") -> Item:
    return next(item for item in make_paper([MILLS], mode=mode).items if name in {card.id for card in item.cards})


def right(asked: Item) -> list[str]:
    """All that is right of a question."""
    return [card.answer for card in asked.cards] if asked.mode is Mode.MATCHING else [asked.right[0]]


@pytest.mark.parametrize(
    ("given", "worth"),
    [("4 May 1887", 1), ("4/5/1887", 1), ("may 4th, 1887", 1), ("May 1887", 0.5), ("5 May 1887", 0), (" ", 0)],
)
def test_a_typed_answer_is_forgiven_its_form_and_a_close_one_counts_half(given: str, worth: float) -> None:
    assert mark(item("short"), [given]).scored == worth


@pytest.mark.parametrize("mode", ["choice", "short", "truefalse", "matching", "mixed"])
def test_what_is_right_scores_all_and_nothing_scores_nothing(mode: str) -> None:
    for asked in make_paper([MILLS], mode=mode, points=2).items:
        assert mark(asked, right(asked)).scored == asked.points
        assert mark(asked, right(asked)).right
        assert mark(asked, []).scored == 0


def test_matching_counts_each_pair() -> None:
    asked = item("matching")
    given = right(asked)
    given[0] = given[1]
    marked = mark(asked, given)
    assert marked.scored == pytest.approx(asked.points * (len(given) - 1) / len(given))
    assert not marked.right


def test_a_question_put_off_comes_last_and_its_time_counts_once() -> None:
    clock = Clock()
    run = run_of(clock, count=3)
    first = run.current
    clock.turn(seconds=5)
    run.put_off()
    for _ in range(2):
        assert run.current is not first
        clock.turn(seconds=2)
        run.answer(["?"])
    assert run.current is first
    clock.turn(seconds=1)
    run.answer(["?"])
    assert run.current is None
    assert sorted(marked.duration_ms for marked in run.marks()) == [2000, 2000, 6000]
    clock.turn(hours=1)
    assert run.seconds == 10


def test_when_the_time_is_up_an_answer_does_not_count() -> None:
    clock = Clock()
    run = run_of(clock, minutes=1)
    assert run.current is not None
    run.answer(right(run.current))
    clock.turn(seconds=59)
    assert run.seconds_left == 1
    assert run.current is not None
    last = run.current
    clock.turn(seconds=2)
    run.answer(right(last))
    assert run.out_of_time
    assert run.current is None
    assert (run.answered, run.seconds) == (1, 60)
    assert sum(marked.scored for marked in run.marks()) == 1


def test_a_result_is_kept_with_every_answer_and_the_schedule_stays(tmp_path: Path) -> None:
    clock = Clock()
    with Store.open(tmp_path / "p.sqlite3", counted()) as store:
        before = caches(store), store.query("SELECT count(*) FROM operation")
        run = run_of(clock, minutes=2, mode="matching", seed="7")
        while (asked := run.current) is not None:
            clock.turn(seconds=6)
            run.answer(["\ud800" for _ in asked.cards] if asked.mode is Mode.SHORT else right(asked))
        kept = keep(store, run, moment(clock(), 4))
        assert (caches(store), store.query("SELECT count(*) FROM operation")) == before
    with Store.open(tmp_path / "p.sqlite3") as store:
        assert results(store) == [kept]
        assert count(store) == 1
        found = replies(store, kept)
    assert len(found) == len(MILLS.cards)
    assert {reply.card for reply in found} == {card.id for card in MILLS.cards}
    assert sum(reply.share for reply in found) == kept.scored
    assert [reply.question for reply in found if reply.place == 0] == [
        card.question for card in run.paper.items[0].cards
    ]
    assert (kept.seed, kept.limit_ms, kept.duration_ms) == ("7", 120_000, 6000 * len(run.paper.items))
    assert all(reply.given == "?" for reply in found if reply.mode == "short")


def test_results_come_newest_first(tmp_path: Path) -> None:
    clock = Clock()
    with Store.open(tmp_path / "p.sqlite3", counted()) as store:
        for seed in ("one", "two", "three"):
            run = run_of(clock, seed=seed)
            run.hand_in()
            keep(store, run, moment(clock(), 4))
            clock.turn(days=1)
        assert [result.seed for result in results(store)] == ["three", "two", "one"]
        assert [result.seed for result in results(store, limit=1)] == ["three"]
        assert results(store)[0].share == 0


def test_an_empty_paper_is_over_at_once() -> None:
    run = QuizRun(Paper(id="x", title="x", items=()), lambda: 0.0)
    assert run.current is None
    assert run.marks() == []
