"""With 100,000 cards: first opening, an edit noticed and one made, beside the YAML library; memory; enrolment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from large import COUNT, Large
from opening import Opening

from quizgen.model.deck import Deck
from quizgen.study.library.library import Library
from quizgen.study.members import members
from quizgen.study.places import library_file
from quizgen.study.store import Store

ROUNDS = 4
OF_READING = 1.2
"""Times what it takes only to bring each card's id and fact out of the library."""


@pytest.mark.slow
@pytest.mark.benchmark
@pytest.mark.skipif(sys.platform == "win32", reason="peak memory as POSIX tells it")
def test_first_opening_and_an_edit_against_the_yaml_library(opening: Opening) -> None:
    megabytes = opening.peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(opening, f"peak {megabytes:.0f} MiB")
    assert opening.count == COUNT
    assert opening.told > 100
    assert opening.opened <= 0.5
    assert opening.noticed < 0.015
    assert opening.again < 0.0001
    assert opening.written < 0.03
    assert megabytes < 200


@pytest.mark.slow
@pytest.mark.benchmark
def test_a_deck_of_the_library_is_enrolled_without_passing_through_python(large: Large, tmp_path: Path) -> None:
    with Library(library_file(large.progress)) as library:
        deck = library.load(large.file)
        read = min(_spent(lambda: list(members(deck))) for _ in range(ROUNDS))
        enrolled = min(_enrolled(tmp_path, deck) for _ in range(ROUNDS))
    print(f"members read {1000 * read:.0f} ms, enrolled {1000 * enrolled:.0f} ms")
    assert enrolled <= OF_READING * read


def _enrolled(folder: Path, deck: Deck) -> float:
    """Processor time of a first enrolment."""
    with Store.open(folder / "progress.sqlite3") as store:
        spent = _spent(lambda: store.enrol([deck]))
        assert store.query("SELECT count(*) FROM member") == [(COUNT,)]
    return spent


def _spent(action: Callable[[], object]) -> float:
    begin = time.process_time()
    action()
    return time.process_time() - begin
