"""A session: what comes next, within limits and away from siblings, today and through many days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_tools import Clock, finish, make_deck, shown, sit_down

from quizgen.model.review import Grade, Kind
from quizgen.study.agenda import Counts, plan, through
from quizgen.study.days import moment
from quizgen.study.mixing import mixed
from quizgen.study.settings import Settings
from quizgen.study.store import Store

# What comes next


def test_new_cards_come_in_the_order_of_the_deck_then_again_as_they_are_due(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(3), clock)
    assert finish(session, clock) == ["card-000", "card-001", "card-002"] * 2
    assert session.counts() == Counts(0, 0, 0)
    assert (session.done, session.total) == (3, 3)


def test_a_learning_card_that_is_due_comes_before_anything_else(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(5), clock)
    session.answer(Grade.AGAIN)
    assert shown(session) == "card-001"
    clock.turn(seconds=61)
    session.answer(Grade.GOOD)
    assert shown(session) == "card-000"


def test_learning_ahead_waits_no_longer_than_twenty_minutes(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(1), clock, learning_steps=(dt.timedelta(minutes=21),))
    session.answer(Grade.AGAIN)
    assert session.current is None
    due = session.next_learning_at
    assert due == moment(clock.now + dt.timedelta(minutes=21), 4).instant
    assert session.counts() == Counts(0, 1, 0)
    clock.turn(seconds=61)
    assert session.resume() is not None
    assert shown(session) == "card-000"
    assert session.next_learning_at is None


def test_the_riskiest_review_comes_first(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(4), clock, learning_steps=())
    for grade in (Grade.EASY, Grade.HARD, Grade.GOOD, Grade.HARD):
        session.answer(grade)
    clock.turn(days=30)
    session = sit_down(store, make_deck(4), clock)
    order = finish(session, clock)
    assert order == ["card-001", "card-003", "card-002", "card-000"]


@pytest.mark.parametrize(
    ("reviews", "new", "order"),
    [(4, 2, "rnrrnr"), (2, 2, "rnrn"), (1, 3, "nrnn"), (0, 2, "nn"), (3, 0, "rrr")],
)
def test_new_cards_are_spread_among_reviews(reviews: int, new: int, order: str) -> None:
    assert "".join(mixed(["r"] * reviews, ["n"] * new)) == order


def test_cards_the_deck_suspends_or_retires_are_never_shown(store: Store, clock: Clock) -> None:
    deck = make_deck(4)
    cards = list(deck.cards)
    cards[0] = replace(cards[0], suspended=True)
    cards[2] = replace(cards[2], retired=True)
    session = sit_down(store, replace(deck, cards=tuple(cards)), clock)
    assert session.counts().new == 2
    assert set(finish(session, clock)) == {"card-001", "card-003"}


def test_a_card_that_left_the_deck_keeps_its_history(store: Store, clock: Clock) -> None:
    deck = make_deck(3)
    finish(sit_down(store, deck, clock), clock)
    before = store.state("rivers", "card-002")
    clock.turn(days=30)
    session = sit_down(store, replace(deck, cards=deck.cards[:2]), clock)
    assert session.counts().due == 2
    assert "card-002" not in finish(session, clock)
    assert store.state("rivers", "card-002") == before
    back = sit_down(store, deck, clock)
    assert shown(back) == "card-002"


# Limits


def test_limits_hold_over_all_sessions_of_a_day(store: Store, clock: Clock) -> None:
    for _ in range(3):
        finish(sit_down(store, make_deck(10), clock, new_per_day=4), clock)
    assert store.query("SELECT count(*) FROM card") == [(4,)]
    clock.turn(days=1)
    assert sit_down(store, make_deck(10), clock, new_per_day=4).counts().new == 4


def test_the_learner_may_go_beyond_the_limits_of_today_alone(store: Store, clock: Clock) -> None:
    deck = make_deck(60)
    session = sit_down(store, deck, clock, learning_steps=(), new_per_day=4, reviews_per_day=3)
    assert finish(session, clock) == [f"card-{number:03d}" for number in range(4)]
    assert session.beyond() == Counts(10, 0, 0)
    assert session.counts().total == 0
    assert session.go_beyond() is not None
    assert len(finish(session, clock)) == 10
    assert sit_down(store, deck, clock, new_per_day=4).counts().new == 0
    clock.turn(days=60)
    session = sit_down(store, deck, clock, learning_steps=(), relearning_steps=(), new_per_day=0, reviews_per_day=3)
    assert len(finish(session, clock)) == 3
    assert session.beyond() == Counts(10, 0, 11)
    session.go_beyond()
    assert session.counts() == Counts(10, 0, 11)


def test_limits_hold_over_decks(store: Store, clock: Clock) -> None:
    finish(sit_down(store, make_deck(10), clock, new_per_day=4), clock)
    assert sit_down(store, make_deck(10, "lakes"), clock, new_per_day=6).counts() == Counts(2, 0, 0)


def test_the_limit_of_reviews_holds(store: Store, clock: Clock) -> None:
    finish(sit_down(store, make_deck(9), clock), clock)
    clock.turn(days=30)
    session = sit_down(store, make_deck(9), clock, reviews_per_day=5)
    assert session.counts() == Counts(0, 0, 5)
    assert len(finish(session, clock)) == 5
    assert sit_down(store, make_deck(9), clock, reviews_per_day=5).current is None


def test_undo_gives_the_limit_back(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(9), clock, new_per_day=1)
    session.answer(Grade.EASY)
    assert session.current is None
    session.undo()
    assert session.counts() == Counts(1, 0, 0)
    assert shown(session) == "card-000"


def test_the_limit_counts_anew_after_the_rollover(store: Store) -> None:
    clock = Clock(dt.datetime(2026, 3, 3, 3, 59, 30, tzinfo=dt.UTC))
    session = sit_down(store, make_deck(9), clock, new_per_day=1)
    session.answer(Grade.EASY)
    assert session.current is None
    clock.turn(minutes=1)
    assert session.resume() is not None
    assert shown(session) == "card-001"


# Siblings


def test_only_one_of_several_siblings_is_shown_a_day(store: Store, clock: Clock) -> None:
    deck = make_deck(9, siblings=3)
    days = []
    for _ in range(6):
        session = sit_down(store, deck, clock)
        days.append(set(finish(session, clock)))
        facts = [int(card[-3:]) // 3 for card in days[-1]]
        assert len(facts) == len(set(facts))
        clock.turn(days=1)
    assert days[0] == {"card-000", "card-003", "card-006"}
    assert set().union(*days) == {card.id for card in deck.cards}


def test_counts_promise_no_siblings(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(9, siblings=3), clock)
    assert session.counts() == Counts(3, 0, 0)
    session.answer(Grade.GOOD)
    assert session.counts() == Counts(2, 1, 0)


def test_a_sibling_comes_forward_when_a_card_is_suspended_unseen(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(2, siblings=2), clock)
    session.suspend()
    assert shown(session) == "card-001"


def test_siblings_of_a_seen_card_wait_also_in_the_next_session(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(2, siblings=2), clock)
    session.answer(Grade.EASY)
    assert sit_down(store, make_deck(2, siblings=2), clock).current is None
    clock.turn(days=1)
    assert shown(sit_down(store, make_deck(2, siblings=2), clock)) == "card-001"


def test_a_card_made_new_again_comes_at_once_and_its_siblings_wait_all_the_same(store: Store, clock: Clock) -> None:
    deck = make_deck(4, siblings=2)
    session = sit_down(store, deck, clock)
    session.answer(Grade.EASY)
    session.reset("rivers", "card-000")
    assert finish(sit_down(store, deck, clock), clock, Grade.EASY) == ["card-000", "card-002"]
    assert store.history("rivers", "card-000")[-1].review.elapsed_days is None  # type: ignore[union-attr]
    clock.turn(days=1)
    assert finish(sit_down(store, deck, clock), clock, Grade.EASY) == ["card-001", "card-003"]


def test_a_card_moved_to_the_day_it_was_asked_on_comes_again(store: Store, clock: Clock) -> None:
    deck = make_deck(2, siblings=2)
    sit_down(store, deck, clock).answer(Grade.EASY)
    day = moment(clock(), 4)
    store.write(Kind.MOVE, "rivers", "card-000", day, text=str(day.day))
    assert finish(sit_down(store, deck, clock), clock) == ["card-000"]


def test_cards_are_through_that_do_not_come_again_today(store: Store, clock: Clock) -> None:
    session, today = sit_down(store, make_deck(4), clock), moment(clock(), 4).day
    for grade in (Grade.EASY, Grade.GOOD, Grade.AGAIN):
        session.answer(grade)
    assert through(store, ["rivers"], today) == 1
    finish(session, clock)
    assert through(store, ["rivers"], today) == 4
    assert through(store, ["rivers"], today + 1) == through(store, ["lakes"], today) == 0


# Many days


@settings(max_examples=20)
@given(st.lists(st.lists(st.sampled_from(Grade), min_size=1, max_size=8), min_size=1, max_size=8), st.data())
def test_through_many_days_limits_and_siblings_hold(
    tmp_path_factory: pytest.TempPathFactory, days: list[list[Grade]], data: st.DataObject
) -> None:
    clock, deck = Clock(), make_deck(30, siblings=2)
    chosen = {"new_per_day": 5, "reviews_per_day": 6}
    with Store.open(tmp_path_factory.mktemp("days") / "progress.sqlite3") as store:
        for grades in days:
            session = sit_down(store, deck, clock, **chosen)
            number = 0
            while session.current is not None and number < 25:
                counts, total, done = session.counts(), session.total, session.done
                assert counts.total == total - done > 0
                session.answer(grades[number % len(grades)])
                clock.turn(seconds=30)
                number += 1
            today = moment(clock.now, 4)
            day = store.days(today.day, today.day)
            assert day.new <= 5
            assert day.reviews <= 6
            if session.current is None:
                assert plan(store, ["rivers"], Settings(**chosen), today).counts == session.counts()  # type: ignore[arg-type]
            seen = [
                int(card[-3:]) // 2 for (card,) in store.query("SELECT card FROM card WHERE last_day = ?", (today.day,))
            ]
            assert len(seen) == len(set(seen))
            clock.turn(days=data.draw(st.integers(1, 9)))
