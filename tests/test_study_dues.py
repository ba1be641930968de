"""How many reviews are due on each day: what is kept in memory is what a recount tells, whoever writes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_tools import Clock, counted, make_deck, sit_down

from quizgen.model.review import Grade, Kind
from quizgen.study import agenda, dues
from quizgen.study.days import moment
from quizgen.study.store import Store

DECK = make_deck(6)
CARDS = st.sampled_from([card.id for card in DECK.cards])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["answer", "answer", "answer", "undo", "suspend", "unsuspend", "reset", "move", "rebuild"]),
        st.booleans(),
        st.sampled_from(Grade),
        CARDS,
    ),
    max_size=20,
)


def recount(store: Store) -> Counter[int]:
    """The same from the states of all cards."""
    return Counter(day for (day,) in store.query("SELECT due_day FROM card WHERE phase = 2 AND suspended = 0"))


def known(store: Store, day: int) -> dict[int, int]:
    return dict(store.due(day - 1000, day + 50_000))


@settings(max_examples=30)
@given(steps=STEPS)
def test_what_is_kept_equals_a_recount(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple]) -> None:  # type: ignore[type-arg]
    file, clock = tmp_path_factory.mktemp("dues") / "progress.sqlite3", Clock()
    with Store.open(file, counted()) as store, Store.open(file) as other:
        for what, foreign, grade, card in steps:
            clock.turn(days=1)
            now, writer = moment(clock(), 4), other if foreign else store
            if what == "answer":
                session = sit_down(writer, DECK, clock)
                if session.current is not None:
                    session.answer(grade)
            elif what == "undo":
                writer.undo([DECK.id], now)
            elif what == "rebuild":
                writer.rebuild()
            else:
                text = str(now.day + 9) if what == "move" else None
                writer.write(Kind(what), DECK.id, card, now, text=text)
            assert known(store, now.day) == recount(store)


def test_days_are_cut_off_on_both_sides(tmp_path: Path) -> None:
    clock = Clock()
    with Store.open(tmp_path / "progress.sqlite3", counted()) as store:
        session = sit_down(store, DECK, clock)
        for grade in (Grade.EASY, Grade.EASY, Grade.GOOD):
            session.answer(grade)
        days = sorted(recount(store))
        assert dict(store.due(days[0], days[0])) == {days[0]: recount(store)[days[0]]}
        assert dict(store.due(days[-1] + 1, days[-1] + 99)) == {}


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        (agenda._REVIEWS, "card_due"),
        (agenda._NEXT, "card_due"),
        (dues._ALL, "card_due"),
        (agenda._SEEN, "card_seen"),
        (agenda._SOONEST, "card_learning"),
    ],
)
def test_the_index_alone_answers(tmp_path: Path, sql: str, index: str) -> None:
    """To look up each card that is due, or will be, takes ten times as long."""
    values = {"decks": '["rivers"]', "deck": "rivers", "day": 20_000, "limit": 10}
    with Store.open(tmp_path / "progress.sqlite3") as store:
        plan = [row[-1] for row in store.query(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert any(f"USING COVERING INDEX {index} " in f"{line} " for line in plan), plan
