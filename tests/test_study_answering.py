"""A session: what answering does, taking back, changed and edited decks, summing up, two sessions at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from study_tools import Clock, caches, finish, make_deck, shown, sit_down

from quizgen.model.review import Grade, Kind, Mode, Phase
from quizgen.study.agenda import Counts
from quizgen.study.days import moment
from quizgen.study.store import Store

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
