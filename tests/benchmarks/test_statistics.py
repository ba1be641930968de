"""All statistics of 500,000 answers cost little more than reading the log's rows once."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from log_tools import TODAY, long_log

from quizgen.study.statistics.gathering import gather
from quizgen.study.store import Store

pytestmark = [pytest.mark.slow, pytest.mark.benchmark]

ROUNDS = 4
OF_READING = 4.0
"""Times a sum over two columns of the log, which has to read all of it from the disk's cache."""
OF_RECOUNTING = 0.3
"""Of a plain recount: the log's answers fetched, and counted by hour, stage and grade."""

RECOUNT = "SELECT deck, card, day, hour, stage, grade, duration_ms FROM answer"


def least(action: Callable[[], object]) -> float:
    """The least seconds of a few rounds: what else the machine does only ever adds."""
    seconds = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def test_statistics_of_half_a_million_answers(tmp_path: Path) -> None:
    file = tmp_path / "progress.sqlite3"
    decks = long_log(file, 4, 5_000, 25)
    with Store.open(file) as store:
        assert store.query("SELECT count(*) FROM answer") == [(500_000,)]
        read = least(lambda: store.query("SELECT sum(duration_ms), sum(grade) FROM operation"))
        figures = least(lambda: gather(store, decks, TODAY, 0.9))
        begin = time.perf_counter()
        store.query(RECOUNT)
        recount = time.perf_counter() - begin
    print(f"statistics: log read {read:.3f} s, recounted {recount:.3f} s, all figures {figures:.3f} s")
    assert figures <= OF_READING * read
    assert figures <= OF_RECOUNTING * recount
