"""Ways of asking: fixed, or mixed by how well a card is known; kept per deck."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from study_tools import Clock, counted
from tui_tools import desk_in

from quizgen.model.review import CardState, Mode, Phase
from quizgen.study.settings import Settings
from quizgen.study.store import Store
from quizgen.study.ways import Way, keep_way, kept_ways, mode_for, next_way
from tui.ways import Ways


@pytest.mark.parametrize(
    ("phase", "stability", "mode"),
    [
        (Phase.NEW, None, Mode.CHOICE),
        (Phase.LEARNING, 1.0, Mode.CHOICE),
        (Phase.RELEARNING, 40.0, Mode.CHOICE),
        (Phase.REVIEW, 20.9, Mode.FLIP),
        (Phase.REVIEW, 21.0, Mode.TYPED),
    ],
)
def test_mixed_asks_harder_the_better_a_card_is_known(phase: Phase, stability: float | None, mode: Mode) -> None:
    assert mode_for(Way.MIXED, CardState(phase=phase, stability=stability)) is mode
    assert mode_for(Way.FLIP, CardState(phase=phase, stability=stability)) is Mode.FLIP


def test_the_ways_come_round(tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.sqlite3", counted()) as store:
        assert kept_ways(store) == {}
        for way in (Way.FLIP, Way.TYPED, Way.CHOICE, Way.MIXED):
            keep_way(store, "rivers", way)
            assert kept_ways(store) == {"rivers": way}
            assert next_way(way) is not way
    assert next_way(Way.TYPED) is Way.FLIP


def test_what_this_run_demands_goes_before_what_decks_keep(tmp_path: Path) -> None:
    with desk_in(tmp_path, Clock(), Settings(mode=Mode.CHOICE)) as desk:
        keep_way(desk.store, "rivers", Way.MIXED)
        assert Ways(desk).of("rivers") is Way.MIXED
        assert Ways(desk).of("lakes") is Way.CHOICE
        demanded = Ways(replace(desk, demanded=Mode.TYPED))
        assert demanded.of("rivers") is Way.TYPED
        assert demanded.turn("rivers") is Way.FLIP
        assert kept_ways(desk.store)["rivers"] is Way.FLIP
