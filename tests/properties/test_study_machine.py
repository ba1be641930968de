"""Ten thousand random operations: rebuilding changes nothing, and undo restores all there was before."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from study_tools import Clock, caches, counted, make_deck, sit_down

from quizgen.model.review import Grade, Kind
from quizgen.study.browsing import bulk
from quizgen.study.days import Moment, moment
from quizgen.study.memory import weights
from quizgen.study.parameters import DEFAULT, Parameters, fitted
from quizgen.study.store import Store

DECKS = [make_deck(5, "rivers", siblings=2), make_deck(3, "lakes")]
NAMES = [deck.id for deck in DECKS]
OWN = fitted((*(2 * value for value in weights(DEFAULT)[:4]), *weights(DEFAULT)[4:]))
SIMPLE = [Kind.BURY, Kind.SUSPEND, Kind.UNSUSPEND, Kind.FLAG, Kind.UNFLAG, Kind.RESET, Kind.KEEP]

deck_and_card = st.sampled_from([(deck.id, card.id) for deck in DECKS for card in deck.cards])


class Learning(RuleBasedStateMachine):
    """Two programs on one progress file, a clock that goes forth and back, and everything one can do."""

    operations = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.identity = counted()
        self.clock = Clock()
        self.stores = [self.open(), self.open()]
        self.before: list[object] = []
        """The caches before each operation that stands."""

    def open(self) -> Store:
        store = Store.open(self.folder / "progress.sqlite3", self.identity)
        store.query("PRAGMA synchronous = OFF")  # nothing crashes here
        return store

    def teardown(self) -> None:
        self.remade()
        for store in self.stores:
            store.close()
        shutil.rmtree(self.folder)

    def now(self) -> Moment:
        return moment(self.clock(), 4)

    def remember(self) -> None:
        Learning.operations += 1
        self.before.append(caches(self.stores[0]))

    @rule(program=st.integers(0, 1), grades=st.lists(st.sampled_from(Grade), min_size=1, max_size=12))
    def study(self, program: int, grades: list[Grade]) -> None:
        session = sit_down(self.stores[program], DECKS, self.clock, new_per_day=99, leech_threshold=2)
        for grade in grades:
            if session.current is not None:
                self.remember()
                session.answer(grade, duration_ms=100)
                self.clock.turn(seconds=40)

    @rule(program=st.integers(0, 1), key=deck_and_card, kind=st.sampled_from(SIMPLE), text=st.text(max_size=3))
    def operate(self, program: int, key: tuple[str, str], kind: Kind, text: str) -> None:
        self.remember()
        self.stores[program].write(kind, *key, self.now(), text=text)

    @rule(program=st.integers(0, 1), key=deck_and_card, days=st.integers(-3, 30), shift=st.booleans())
    def move(self, program: int, key: tuple[str, str], days: int, shift: bool) -> None:
        self.remember()
        if not bulk.move(self.stores[program], [key], self.now(), days, shift=shift):
            self.before.pop()

    @precondition(lambda self: self.before)
    @rule(program=st.integers(0, 1), times=st.integers(1, 4))
    def undo(self, program: int, times: int) -> None:
        for _ in range(min(times, len(self.before))):
            Learning.operations += 1
            assert self.stores[program].undo(NAMES, self.now()) is not None
            assert caches(self.stores[program]) == self.before.pop()

    @precondition(lambda self: not self.before)
    @rule(program=st.integers(0, 1))
    def nothing_to_undo(self, program: int) -> None:
        assert self.stores[program].undo(NAMES, self.now()) is None

    @precondition(lambda self: not self.before)
    @rule(program=st.integers(0, 1), parameters=st.sampled_from([DEFAULT, OWN]))
    def adopt(self, program: int, parameters: Parameters) -> None:
        self.stores[program].adopt(parameters, self.now())
        assert [store.parameters for store in self.stores] == [parameters] * 2

    @rule(hours=st.sampled_from([1, 5, 23, 24, 25, 72, 240, -1, -30]))
    def time_passes(self, hours: int) -> None:
        self.clock.turn(hours=hours)

    @rule(program=st.integers(0, 1))
    def start_again(self, program: int) -> None:
        self.stores[program].close()
        self.stores[program] = self.open()

    @rule()
    def remade(self) -> None:
        cached = caches(self.stores[1])
        self.stores[0].rebuild()
        assert caches(self.stores[1]) == cached


@pytest.mark.slow
def test_ten_thousand_operations_can_be_remade_and_undone() -> None:
    Learning.operations = 0
    run_state_machine_as_test(
        Learning,
        settings=settings(max_examples=215, stateful_step_count=100, derandomize=True, deadline=None),
    )
    assert Learning.operations >= 10_000
