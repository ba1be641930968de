"""``quizgen progress``, and what studying may not load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from study_tools import Clock, caches, make_deck, sit_down

from quizgen.cli.progress import command
from quizgen.errors import ProgressError
from quizgen.model.review import Grade
from quizgen.study.places import progress_file
from quizgen.study.store import Store


def test_where_prints_the_file(tmp_path: Path) -> None:
    assert CliRunner().invoke(command, ["where"]).output == f"{progress_file()}\n"
    shown = CliRunner().invoke(command, ["where", "--data-dir", str(tmp_path)])
    assert shown.output == f"{tmp_path / 'progress.sqlite3'}\n"


def test_rebuild_says_how_many_cards(tmp_path: Path) -> None:
    with Store.open(tmp_path / "progress.sqlite3") as store:
        session = sit_down(store, make_deck(3), Clock())
        session.answer(Grade.GOOD)
        session.answer(Grade.EASY)
        before = caches(store)
    done = CliRunner().invoke(command, ["rebuild", "--data-dir", str(tmp_path)])
    assert (done.exit_code, done.output) == (0, "Computed 2 cards again from the log.\n")
    with Store.open(tmp_path / "progress.sqlite3") as store:
        assert caches(store) == before


def test_rebuild_makes_no_file_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(ProgressError, match="there is no progress yet"):
        CliRunner().invoke(command, ["rebuild", "--data-dir", str(tmp_path)], catch_exceptions=False)
    assert list(tmp_path.iterdir()) == []


LOADED = """
import datetime as dt, sys
from pathlib import Path
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.study.judging import judge
from quizgen.study.choices import choices
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from quizgen.study.store import Store
deck = Deck(id="d", title="D", cards=(Card(id="c", question="?", answer="!"),))
with Store.open(Path(sys.argv[1])) as store:
    now = dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc)
    session = Session(store, [deck], Settings(), lambda: now)
    assert session.counts().new == 1
    late = ("fsrs", "platformdirs", "textual", "yaml", "quizgen.language", "quizgen.generate")
    print(*sorted(set(sys.modules).intersection(late)))
    session.preview()
    print("fsrs" in sys.modules)
"""


def test_the_first_card_needs_neither_scheduler_nor_generator(tmp_path: Path, checkout: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(tmp_path / "progress.sqlite3")],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "\nTrue\n"
