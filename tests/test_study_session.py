"""A session: what comes next, limits, siblings, undo, and two sessions at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_tools import Clock, caches, counted, make_deck, sit_down

from quizgen.model.review import Grade, Kind, Mode, Phase
from quizgen.study.agenda import Counts, plan
from quizgen.study.days import moment
from quizgen.study.mixing import mixed
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from quizgen.study.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "progress.sqlite3", counted()) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


def shown(session: Session) -> str:
    assert session.current is not None
    return session.current.card.id


def finish(session: Session, clock: Clock, grade: Grade = Grade.GOOD) -> list[str]:
    """Answer until nothing is left today; the cards in the order they were shown."""
    seen = []
    while session.current is not None:
        seen.append(shown(session))
        session.answer(grade)
        clock.turn(seconds=10)
    return seen


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


# Answering


def test_the_interval_shown_is_the_one_written(store: Store, clock: Clock) -> None:
    finish(sit_down(store, make_deck(12), clock, learning_steps=()), clock)
    clock.turn(days=20)
    session = sit_down(store, make_deck(12), clock)
    while session.current is not None:
        foreseen = session.preview()[Grade.GOOD]
        assert session.preview() is session.preview()
        done = session.answer(Grade.GOOD, Mode.CHOICE, 900)
        assert done.operation.review is not None
        assert done.operation.review.interval_s == foreseen.interval_s
        assert done.operation.review.mode is Mode.CHOICE
        assert (done.state.stability, done.state.difficulty) == (foreseen.stability, foreseen.difficulty)
        assert done.state == store.state("rivers", done.operation.card)


def test_the_load_is_evened_out(store: Store, clock: Clock) -> None:
    finish(sit_down(store, make_deck(25), clock, learning_steps=(), new_per_day=25), clock, Grade.EASY)
    days = store.query("SELECT due_day, count(*) FROM card GROUP BY due_day")
    assert [count for _, count in days] == [5, 5, 5, 5, 5]


def test_without_a_card_there_is_nothing_to_answer(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(0), clock)
    assert session.current is None
    for act in (
        session.preview,
        session.bury,
        session.suspend,
        session.flag,
        lambda: session.answer(Grade.GOOD),
    ):
        with pytest.raises(LookupError):
            act()


def test_a_leech_is_told_at_the_threshold_and_after_every_half_of_it(store: Store, clock: Clock) -> None:
    told = []
    for lapse in range(1, 11):
        session = sit_down(store, make_deck(1), clock, leech_threshold=4, relearning_steps=(), learning_steps=())
        if session.current is not None and session.current.state.phase is Phase.NEW:
            session.answer(Grade.GOOD)
            clock.turn(days=30)
            session = sit_down(store, make_deck(1), clock, leech_threshold=4, relearning_steps=(), learning_steps=())
        if session.answer(Grade.AGAIN).leech:
            told.append(lapse)
        clock.turn(days=30)
    assert told == [4, 6, 8, 10]
    assert store.state("rivers", "card-000").leech
    for _ in range(7):
        session.undo()
    assert store.state("rivers", "card-000").lapses == 3
    assert not store.state("rivers", "card-000").leech


def test_what_no_file_can_hold_is_replaced(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(2), clock)
    session.flag("lone \udcff surrogate")
    done = session.answer(Grade.GOOD, Mode.TYPED, -5, "\udcff" + "x" * 3000)
    assert done.state.flag == "lone ? surrogate"
    assert done.operation.review is not None
    assert done.operation.review.typed == "?" + "x" * 1999
    assert done.operation.review.duration_ms == 0


# Taking back


def test_undo_shows_the_card_again_and_restores_everything(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(3), clock)
    before = caches(store)
    session.answer(Grade.AGAIN)
    undone = session.undo()
    assert undone is not None
    assert undone.kind is Kind.REVIEW
    assert caches(store) == before
    assert shown(session) == "card-000"
    assert session.counts() == Counts(3, 0, 0)
    assert (session.done, session.total) == (0, 3)


@pytest.mark.parametrize("act", ["bury", "suspend"])
def test_undo_brings_a_hidden_card_back(store: Store, clock: Clock, act: str) -> None:
    session = sit_down(store, make_deck(3), clock)
    getattr(session, act)()
    assert shown(session) == "card-001"
    assert session.counts() == Counts(2, 0, 0)
    session.undo()
    assert shown(session) == "card-000"
    assert session.counts() == Counts(3, 0, 0)


def test_undo_works_in_the_next_session(store: Store, clock: Clock) -> None:
    sit_down(store, make_deck(3), clock).answer(Grade.EASY)
    session = sit_down(store, make_deck(3), clock)
    assert shown(session) == "card-001"
    session.undo()
    assert shown(session) == "card-000"
    assert session.undo() is None


def test_a_buried_card_is_back_on_the_next_day(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(1), clock)
    session.bury()
    assert session.current is None
    clock.turn(days=1)
    assert session.resume() is not None


def test_a_suspended_card_stays_away_until_unsuspended(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(1), clock)
    session.suspend()
    clock.turn(days=9)
    assert session.resume() is None
    session.unsuspend("rivers", "card-000")
    assert shown(session) == "card-000"


def test_a_flag_stays_until_taken_away(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(1), clock)
    session.flag("two right answers")
    assert session.current is not None
    assert session.current.state.flag == "two right answers"
    session.unflag()
    assert session.current.state.flag is None
    session.undo()
    assert session.current.state.flag == "two right answers"


# Changed answers and edited decks


def test_a_changed_answer_asks_to_keep_or_to_reset(store: Store, clock: Clock) -> None:
    deck = make_deck(3)
    finish(sit_down(store, deck, clock), clock)
    cards = list(deck.cards)
    cards[0] = replace(cards[0], answer="The Rhine")
    cards[1] = replace(cards[1], answer="The Elbe")
    cards[2] = replace(cards[2], answer=" river  2 ")
    session = sit_down(store, replace(deck, cards=tuple(cards)), clock)
    assert [card.card.id for card in session.changed()] == ["card-000", "card-001"]
    session.keep("rivers", "card-000")
    session.reset("rivers", "card-001")
    assert session.changed() == []
    assert store.state("rivers", "card-000").phase is Phase.REVIEW
    assert store.state("rivers", "card-001").phase is Phase.NEW
    session.undo()
    assert [card.card.id for card in session.changed()] == ["card-001"]


def test_an_edited_card_is_shown_as_it_is_now(store: Store, clock: Clock) -> None:
    deck = make_deck(3)
    session = sit_down(store, deck, clock)
    cards = (replace(deck.cards[0], question="Which river?"), *deck.cards[1:])
    session.replace(replace(deck, cards=cards))
    assert session.current is not None
    assert session.current.card.question == "Which river?"
    session.replace(replace(deck, cards=cards[1:]))
    assert shown(session) == "card-001"
    assert session.counts() == Counts(2, 0, 0)


def test_learned_cards_that_become_new_again_come_in_their_place(store: Store, clock: Clock) -> None:
    deck = make_deck(4)
    session = sit_down(store, deck, clock)
    for _ in range(3):
        session.answer(Grade.EASY)
    assert shown(session) == "card-003"
    session.reset("rivers", "card-001")
    assert shown(sit_down(store, deck, clock)) == "card-001"
    session.undo()  # the reset
    session.undo()  # the answer to card 2
    assert shown(sit_down(store, deck, clock)) == "card-002"
    clock.turn(days=1)
    first = replace(deck, cards=(replace(deck.cards[0], id="card-new"), *deck.cards))
    assert shown(sit_down(store, first, clock)) == "card-new"


def test_cards_that_others_enrolled_meanwhile_are_not_known_here(store: Store, clock: Clock) -> None:
    session = sit_down(store, make_deck(2), clock)
    finish(sit_down(store, make_deck(3), clock), clock, Grade.GOOD)
    store.undo(["rivers"], moment(clock.now, 4))  # the last card is on a learning step again
    store.enrol([replace(make_deck(3), cards=make_deck(3).cards[2:])])
    clock.turn(days=1)
    assert finish(session, clock) == ["card-000"]
    assert session.counts() == Counts(0, 0, 0)


# Summing up


def test_the_summary_says_what_was_done(store: Store, clock: Clock) -> None:
    finish(sit_down(store, make_deck(5), clock, learning_steps=()), clock)
    clock.turn(days=30)
    session = sit_down(store, make_deck(5), clock, relearning_steps=())
    hard = shown(session)
    session.answer(Grade.AGAIN, duration_ms=4000)
    for _ in range(4):
        session.answer(Grade.GOOD, duration_ms=1000)
    summary = session.summary()
    assert (summary.cards, summary.answers, summary.duration_ms, summary.right_first_time) == (5, 5, 8000, 4)
    assert summary.retention == 0.8
    assert summary.retention_month == 0.8
    assert [(card.card, card.forgotten, card.lapses) for card in summary.hardest] == [(hard, 1, 1)]
    assert summary.tomorrow == 1
    session.undo()
    assert session.summary().cards == 4


def test_the_summary_of_nothing_counts_nothing(store: Store, clock: Clock) -> None:
    summary = sit_down(store, make_deck(0), clock).summary()
    assert (summary.cards, summary.retention, summary.retention_month, summary.tomorrow) == (0, None, None, 0)


# Two sessions at once


def test_two_sessions_on_one_file_lose_nothing(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "progress.sqlite3"
    with Store.open(file) as here, Store.open(file) as there:
        deck = make_deck(12)
        one, other = sit_down(here, deck, clock), sit_down(there, deck, clock)
        assert shown(one) == shown(other) == "card-000"
        one.preview()
        other.preview()
        one.answer(Grade.GOOD)
        answered = other.answer(Grade.AGAIN)
        assert answered.state.reviews == 2
        assert answered.operation.review is not None
        assert answered.operation.review.phase_before is Phase.LEARNING
        assert shown(one) == "card-001"
        assert shown(other) == "card-001"
        other.answer(Grade.EASY)
        clock.turn(seconds=5)
        one.bury()
        assert shown(one) != "card-001"
        before = caches(here)
        assert here.query("SELECT count(*) FROM operation") == [(4,)]
        there.rebuild()
        assert caches(here) == before


def test_two_sessions_share_the_limit(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "progress.sqlite3"
    with Store.open(file) as here, Store.open(file) as there:
        one = sit_down(here, make_deck(12), clock, new_per_day=4)
        other = sit_down(there, make_deck(12), clock, new_per_day=4)
        one.answer(Grade.EASY)
        other.answer(Grade.GOOD)
        assert other.counts().new == 3
        one.answer(Grade.EASY)
        assert other.counts().new == 2
        finish(one, clock)
        finish(other, clock)
        assert here.query("SELECT count(*) FROM card") == [(4,)]


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
