"""Parameters of one's own: adopted as an operation of the log, for all cards, by every program."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from study_tools import Clock, caches, counted, make_deck, sit_down

from quizgen.errors import ProgressError
from quizgen.model.review import Grade
from quizgen.study.days import moment
from quizgen.study.memory import first_memory, weights
from quizgen.study.parameters import DEFAULT, fitted, parameters_from
from quizgen.study.store import Store

OWN = fitted((*(2 * value for value in weights(DEFAULT)[:4]), *weights(DEFAULT)[4:]))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store in which a card is easy."""
    with Store.open(tmp_path / "progress.sqlite3", counted()) as opened:
        sit_down(opened, make_deck(3), Clock()).answer(Grade.EASY)
        yield opened


def adopt(store: Store, days: int = 0) -> None:
    clock = Clock()
    clock.turn(days=days)
    store.adopt(OWN if not days else DEFAULT, moment(clock(), 4))


def test_what_is_adopted_changes_what_every_card_is_remembered_as(store: Store) -> None:
    before = caches(store)
    assert store.parameters == DEFAULT
    adopt(store)
    assert store.parameters == OWN
    state = store.state("rivers", "card-000")
    assert (state.stability, state.difficulty) == first_memory(weights(OWN), 4)
    assert caches(store)[1:] == before[1:]
    assert store.query("SELECT due_day FROM card") == [(before[0][0][7],)]
    adopted = caches(store)
    assert store.rebuild() == 1
    assert caches(store) == adopted
    adopt(store, days=1)
    assert caches(store) == before


def test_answers_after_it_go_by_it_and_name_it(store: Store) -> None:
    adopt(store)
    answered = sit_down(store, make_deck(3), Clock()).answer(Grade.GOOD)
    assert answered.operation.review is not None
    assert answered.operation.review.parameters == OWN.id
    assert answered.state.stability == answered.operation.review.stability_after == first_memory(weights(OWN), 3)[0]
    kept = caches(store)
    store.rebuild()
    assert caches(store) == kept


def test_a_session_that_is_open_goes_on_with_it(store: Store, tmp_path: Path) -> None:
    session = sit_down(store, make_deck(3), Clock())
    assert session.preview()[Grade.EASY].stability == first_memory(weights(DEFAULT), 4)[0]
    with Store.open(tmp_path / "progress.sqlite3") as other:
        adopt(other)
    session.bury()
    assert session.preview()[Grade.EASY].stability == first_memory(weights(OWN), 4)[0]


def test_undo_takes_back_answers_not_parameters(store: Store) -> None:
    adopt(store)
    undone = sit_down(store, make_deck(3), Clock()).undo()
    assert undone is not None
    assert undone.review is not None
    assert store.parameters == OWN


@pytest.mark.parametrize(
    "text", ["[1, 2]", "{}", "[", json.dumps([1e9] * 21), json.dumps(["1"] * 21), json.dumps([True] * 21), "NaN"]
)
def test_what_are_no_parameters_is_told(text: str, tmp_path: Path) -> None:
    with pytest.raises(ProgressError, match="scheduling parameters that are none"):
        parameters_from(text)


def test_parameters_survive_their_text() -> None:
    assert parameters_from(OWN.text) == OWN
    assert parameters_from(DEFAULT.text) == parameters_from(None) == DEFAULT


def test_the_log_keeps_them(store: Store, tmp_path: Path) -> None:
    adopt(store)
    with closing(sqlite3.connect(tmp_path / "progress.sqlite3")) as raw:
        kinds = raw.execute("SELECT kind, deck, card FROM operation ORDER BY seq").fetchall()
    assert kinds == [("review", "rivers", "card-000"), ("adopt", "", "")]
