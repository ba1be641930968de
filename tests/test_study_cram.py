"""Cramming: everything is seen, the weakest most often, all once more the day before; the schedule stays."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_tools import Clock, caches, counted, make_deck, sit_down

from quizgen.errors import QuizgenError
from quizgen.model.review import Grade, Mode
from quizgen.study.agenda import coming_exam
from quizgen.study.cram import Candidate, candidates, passes_of, plan_cram
from quizgen.study.cramming import Cramming, ahead
from quizgen.study.days import moment
from quizgen.study.settings import Settings
from quizgen.study.store import Store

TODAY = moment(Clock()(), 4).day


def cramming(store: Store, clock: Clock, exam: int, size: int = 20, siblings: int = 1) -> Cramming:
    return Cramming(store, [make_deck(size, siblings=siblings)], Settings(), clock, exam)


CANDIDATES = st.lists(
    st.tuples(st.floats(0, 1), st.booleans(), st.integers(0, 5)), max_size=40
).map(lambda rows: [
    Candidate(("d", f"c{number}"), f"f{fact}", recall, seen) for number, (recall, seen, fact) in enumerate(rows)
])  # fmt: skip


@given(cards=CANDIDATES, days=st.integers(0, 40))
def test_everything_is_seen_and_all_once_more_the_day_before(cards: list[Candidate], days: int) -> None:
    plan = plan_cram(cards, 100, 100 + days)
    assert [day.day for day in plan] == list(range(100, 100 + max(1, days)))
    keys = {card.key for card in cards}
    assert set(plan[-1].cards) == keys
    assert len(plan[-1].cards) == len(cards)
    rounds = [day.cards for day in plan[:-1]]
    for card in cards:
        times = sum(card.key in found for found in rounds)
        assert times == min(len(rounds), passes_of(card))
        assert times or card.seen or not rounds
    assert all(len(set(found)) == len(found) for found in rounds)


@given(one=st.floats(0, 1), other=st.floats(0, 1))
def test_the_weaker_card_is_seen_as_often_or_more(one: float, other: float) -> None:
    weak, strong = sorted((one, other))
    assert passes_of(Candidate(("d", "a"), None, weak, False)) >= passes_of(Candidate(("d", "b"), None, strong, False))


def test_the_load_is_even_and_siblings_keep_apart() -> None:
    cards = [Candidate(("d", f"c{i}"), f"f{i // 2}", 0.95, False) for i in range(60)]
    plan = plan_cram(cards, 0, 11)
    sizes = [len(day.cards) for day in plan[:-1]]
    assert max(sizes) - min(sizes) <= 1
    facts = {card.key: card.fact for card in cards}
    assert all(len({facts[key] for key in day.cards}) == len(day.cards) for day in plan[:-1])


def test_days_lie_between_the_passes_of_a_weak_card() -> None:
    cards = [Candidate(("d", f"c{i}"), None, 0.0, False) for i in range(12)]
    plan = plan_cram(cards, 0, 21)
    for card in cards:
        days = [day.day for day in plan if card.key in day.cards]
        assert len(days) == 5
        assert min(b - a for a, b in pairwise(days[:-1])) >= 2


def test_a_whole_cram_sees_every_card_and_leaves_the_schedule(tmp_path: Path) -> None:
    clock, exam = Clock(), TODAY + 6
    with Store.open(tmp_path / "p.sqlite3", counted()) as store:
        session = sit_down(store, make_deck(20), clock)
        for _ in range(5):
            session.answer(Grade.EASY)
        before = caches(store), store.query("SELECT * FROM operation")
        seen: dict[str, int] = {}
        for _ in range(6):
            sitting = cramming(store, clock, exam)
            while (shown := sitting.current) is not None:
                seen[shown.card.id] = seen.get(shown.card.id, 0) + 1
                sitting.answer(Grade.GOOD, Mode.FLIP)
            assert sitting.done == sitting.total
            clock.turn(days=1)
        assert (caches(store), store.query("SELECT * FROM operation")) == before
    assert set(seen) == {f"card-{number:03}" for number in range(20)}
    assert min(seen.values()) >= 2
    assert seen["card-010"] > seen["card-000"]


def test_what_is_not_known_comes_again_until_it_is(tmp_path: Path) -> None:
    with Store.open(tmp_path / "p.sqlite3", counted()) as store:
        sitting = cramming(store, Clock(), TODAY + 1, size=3)
        asked = []
        while (shown := sitting.current) is not None:
            asked.append(shown.card.id)
            sitting.answer(Grade.AGAIN if len(asked) == 1 else Grade.GOOD, Mode.FLIP)
        assert len(asked) == 4
        assert asked[0] == asked[3]
        assert (sitting.first, sitting.known) == (2, 3)
        with pytest.raises(LookupError):
            sitting.answer(Grade.GOOD, Mode.FLIP)


def test_a_sitting_that_is_left_goes_on_where_it_was(tmp_path: Path) -> None:
    clock = Clock()
    with Store.open(tmp_path / "p.sqlite3", counted()) as store:
        first = cramming(store, clock, TODAY + 10)
        plan = first.days
        first.answer(Grade.GOOD, Mode.TYPED, typed="River")
        first.answer(Grade.AGAIN, Mode.TYPED, typed="?")
        clock.turn(hours=2)
        again = cramming(store, clock, TODAY + 10)
        assert again.days == plan
        assert (again.done, again.total) == (1, first.total)
        assert coming_exam(store, ["rivers"], TODAY) == TODAY + 10
        assert coming_exam(store, ["lakes"], TODAY) is None


def test_what_was_crammed_and_known_is_expected_to_be_known(tmp_path: Path) -> None:
    clock, exam = Clock(), TODAY + 10
    with Store.open(tmp_path / "p.sqlite3", counted()) as store:
        sitting = cramming(store, clock, exam)
        good, bad = (sitting.days[0].cards[place] for place in (0, 1))
        sitting.answer(Grade.GOOD, Mode.FLIP)
        sitting.answer(Grade.AGAIN, Mode.FLIP)
        clock.turn(days=1)
        recall = {card.key: card.recall for card in candidates(store, [make_deck(20)], TODAY + 1, exam)}
        assert recall[good] > recall[bad] > 0
        assert all(recall[key] == 0 for key in recall if key not in (good, bad))


@pytest.mark.parametrize(("exam", "told"), [(-1, "the exam is past"), (400, "more than 366 days away")])
def test_an_exam_that_is_past_or_far_away_is_refused(tmp_path: Path, exam: int, told: str) -> None:
    with Store.open(tmp_path / "p.sqlite3") as store, pytest.raises(QuizgenError, match=told):
        cramming(store, Clock(), TODAY + exam)


def test_cards_are_seen_ahead_of_the_schedule_and_it_stays(tmp_path: Path) -> None:
    clock, decks = Clock(), [make_deck(4), make_deck(2, "lakes")]
    with Store.open(tmp_path / "progress.sqlite3", counted()) as store:
        session = sit_down(store, decks, clock)
        for grade in (Grade.EASY, Grade.EASY, Grade.GOOD, Grade.EASY):  # the third is still being learned
            session.answer(grade)
        before = caches(store)
        due = {
            ("rivers", f"card-{number:03}"): store.state("rivers", f"card-{number:03}").due_day for number in (0, 1, 3)
        }
        sitting = ahead(store, decks, Settings(), clock)
        assert list(sitting.days[0].cards) == sorted(due, key=lambda key: (due[key], key))
        sitting.answer(Grade.GOOD, Mode.FLIP)
        sitting.answer(Grade.AGAIN, Mode.FLIP)
        assert (sitting.done, sitting.total, sitting.exam) == (1, 3, None)
        assert ahead(store, decks, Settings(), clock).total == 2
        assert caches(store) == before
        assert ahead(store, decks[1:], Settings(), clock).current is None
