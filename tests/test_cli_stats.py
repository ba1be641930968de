"""``quizgen stats``: the report, the figures as JSON, and the log as CSV."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from log_tools import TODAY, long_log
from study_tools import Clock, counted, make_deck, sit_down

from quizgen.cli import quizgen
from quizgen.deckfile import save_deck
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.review import Grade, Mode
from quizgen.study.places import decks_dir, progress_file
from quizgen.study.statistics.gathering import gather
from quizgen.study.statistics.plain import LOG_COLUMNS
from quizgen.study.store import Store
from tui.report import plain
from tui.spoken_report import spoken

GOLDEN = Path(__file__).parent / "golden" / "stats"
HOSTILE = '=HYPERLINK("http://x")\x1b[31m'


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    """A deck file whose deck has been studied, and one thing undone."""
    deck = make_deck(3)
    file = tmp_path / "rivers.yaml"
    save_deck(deck, file)
    with Store.open(progress_file(), counted()) as store:
        session = sit_down(store, deck, Clock(), mode=Mode.TYPED)
        session.answer(Grade.EASY, duration_ms=4000)
        session.answer(Grade.GOOD, duration_ms=5000, typed=HOSTILE)
        session.answer(Grade.AGAIN, duration_ms=6000)
        session.undo()
    return file


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizgen, ["stats", *arguments])


def test_without_progress_it_says_so() -> None:
    done = run()
    assert done.exit_code == 2
    assert "there is no progress yet" in done.output


def test_a_progress_file_without_answers_gives_an_empty_report() -> None:
    Store.open(progress_file()).close()
    done = run()
    assert done.exit_code == 0, done.output
    for told in ("· no answers yet", "nothing is due", "no cards learned yet"):
        assert told in done.output


def test_sentences_have_no_pictures(rivers: Path) -> None:
    told = run("--plain", str(rivers)).output
    assert told.isascii()
    assert "2 answers on 1 day.\n" in told
    assert "Learning: again 0 %, hard 0 %, good 50 %, easy 50 %; 2 answers.\n" in told
    assert "The last month" not in told
    assert "Rivers: 2 answers, 9 s, 1 new, 1 learning, 1 young, 0 mature.\n" in told
    assert "True retention" not in told
    assert run("--plain", "--json").exit_code == 2


def test_json_tells_what_was_done(rivers: Path) -> None:
    told = json.loads(run("--json", str(rivers)).output)
    assert [(row["deck"], row["title"], row["answers"], row["new"]) for row in told["decks"]] == [
        ("rivers", "Rivers", 2, 1)
    ]
    assert sum(row["duration_ms"] for row in told["decks"]) == 9000
    assert told["retention"][0]["young"] == {"reviews": 0, "recalled": 0, "share": None}
    assert [row["stage"] for row in told["buttons"]] == ["learning", "young", "mature"]
    assert told["conclusions"]["kinds"] is None


def test_the_log_as_a_table_has_every_operation_and_runs_nothing(rivers: Path, tmp_path: Path) -> None:
    table = tmp_path / "log.csv"
    done = run("--csv", str(table))
    assert (done.exit_code, done.output) == (0, f"4 lines written to {table}\n")
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert tuple(rows[0]) == LOG_COLUMNS
    assert [row["kind"] for row in rows] == ["review", "review", "review", "undo"]
    assert rows[0]["time"] == "2026-03-02T12:00:00.000+00:00"
    assert rows[0]["day"] == "2026-03-02"
    assert rows[1]["typed"] == f"'{HOSTILE}"
    assert rows[3]["target"] == rows[2]["id"]


def test_a_table_is_only_replaced_with_force(rivers: Path, tmp_path: Path) -> None:
    table = tmp_path / "log.csv"
    table.write_text("mine", encoding="utf-8")
    assert "there is a file already" in run("--csv", str(table)).output
    assert table.read_text(encoding="utf-8") == "mine"
    assert run("--csv", str(table), "--force").exit_code == 0
    assert run("--json", "--csv", "-").exit_code == 2


def test_the_table_on_standard_output_holds_the_decks_asked_for(rivers: Path, tmp_path: Path) -> None:
    save_deck(make_deck(2, "lakes"), tmp_path / "lakes.yaml")
    rows = list(csv.DictReader(io.StringIO(run("--csv", "-", str(rivers)).output)))
    assert len(rows) == 4
    assert list(csv.DictReader(io.StringIO(run("--csv", "-", str(tmp_path / "lakes.yaml")).output))) == []


def test_ones_own_decks_give_titles_and_a_broken_one_is_passed_over(rivers: Path) -> None:
    decks_dir().mkdir(parents=True)
    save_deck(make_deck(3), decks_dir() / "rivers.yaml")
    (decks_dir() / "broken.yaml").write_text("quizgen: x\n", encoding="utf-8")
    assert json.loads(run("--json").output)["decks"][0]["title"] == "Rivers"
    named = run(str(decks_dir()))
    assert named.exit_code == 2
    assert "broken.yaml" in named.output


def test_what_is_no_deck_is_told(tmp_path: Path) -> None:
    Store.open(progress_file()).close()
    assert "this is no deck file" in run(str(tmp_path / "notes.txt")).output


def test_the_report_in_sentences_is_the_golden_one(tmp_path: Path) -> None:
    decks = long_log(tmp_path / "progress.sqlite3", 2, 150, 12)
    with Store.open(tmp_path / "progress.sqlite3") as store:
        report = "\n".join(spoken(gather(store, decks, TODAY - 20, 0.9)))
    assert not set(report) & set("·░▒▓█▁▂▃▄▅▆▇▏▎▍▌▋▊▉–")
    file = GOLDEN / "report-spoken.txt"
    if os.environ.get("QUIZGEN_GOLDEN") == "write":
        file.write_text(report, encoding="utf-8", newline="\n")
    assert report == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [80, 40])
def test_the_report_is_the_golden_one(tmp_path: Path, width: int) -> None:
    decks = long_log(tmp_path / "progress.sqlite3", 2, 150, 12)
    with Store.open(tmp_path / "progress.sqlite3") as store:
        report = plain(gather(store, decks, TODAY - 20, 0.9), width)
    assert max(map(len, report.splitlines())) <= width
    file = GOLDEN / f"report-{width}.txt"
    if os.environ.get("QUIZGEN_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(report, encoding="utf-8", newline="\n")
    assert report == file.read_text(encoding="utf-8")


def test_titles_and_kinds_move_no_terminal(tmp_path: Path) -> None:
    card = Card(id="c", question="?", answer="!", kind="\x1b[2J[red]")
    deck = Deck(id="d", title="\x1b]0;owned\x07\u202e" + "漢" * 60, cards=(card,))
    with Store.open(tmp_path / "progress.sqlite3", counted()) as store:
        clock = Clock()
        for _ in range(3):
            sit_down(store, deck, clock).answer(Grade.EASY)
            clock.turn(days=400)
        for width in (80, 40):
            report = plain(gather(store, [deck], TODAY + 900, 0.9), width)
            assert "[red]" in report
            assert not set(report) & set("\x1b\x07\u202e")
