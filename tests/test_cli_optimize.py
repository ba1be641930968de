"""``quizgen optimize`` and ``quizgen simulate``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from log_tools import long_log
from study_tools import make_deck

from quizgen.cli import quizgen
from quizgen.deckfile import save_deck
from quizgen.study.fitting import trial
from quizgen.study.parameters import DEFAULT, Parameters
from quizgen.study.places import decks_dir, progress_file
from quizgen.study.settings import Settings
from quizgen.study.simulation import Workload
from quizgen.study.store import Store
from tui import workload


@pytest.fixture
def years() -> None:
    """Years of study of two decks of one's own."""
    decks_dir().mkdir(parents=True)
    for deck in long_log(progress_file(), 2, 100, 12):
        save_deck(deck, decks_dir() / f"{deck.id}.yaml")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizgen, arguments)


def in_use() -> Parameters:
    with Store.open(progress_file()) as store:
        return store.parameters


@pytest.mark.usefixtures("years")
def test_a_dry_run_tells_and_changes_nothing() -> None:
    done = run("optimize", "--dry-run")
    assert done.exit_code == 0, done.output
    assert re.search(r"Learnt from \d+ reviews, tried on the \d+ after them\.", done.output)
    assert "foretell them better, by " in done.output
    assert "Intervals at a retention of 90 %" in done.output
    assert done.output.endswith("Nothing was changed (--dry-run).\n")
    assert in_use() == DEFAULT


@pytest.mark.usefixtures("years")
def test_what_is_better_is_adopted_and_can_be_taken_back() -> None:
    assert "Adopted." in run("optimize").output
    assert in_use() != DEFAULT
    again = run("optimize")
    assert "do not foretell them better; those in use stay." in again.output
    assert "Adopted." in run("optimize", "--reset").output
    assert in_use() == DEFAULT
    assert "in use already" in run("optimize", "--reset").output


@pytest.mark.usefixtures("years")
def test_what_is_not_better_is_not_adopted(monkeypatch: pytest.MonkeyPatch) -> None:
    worse = trial.fitted(tuple(trial.weights(DEFAULT)))
    monkeypatch.setattr(trial, "try_fitting", lambda *_: trial.Trial(worse, 800, 200, 0.3, 0.3))
    done = run("optimize")
    assert "those in use stay" in done.output
    assert "Intervals" not in done.output
    assert in_use() == DEFAULT


def test_too_few_answers_are_told() -> None:
    assert "there is no progress yet" in run("optimize").output
    Store.open(progress_file()).close()
    done = run("optimize")
    assert done.exit_code == 2
    assert "there are 0 reviews on later days, too few to fit parameters to" in done.output


@pytest.mark.usefixtures("years")
def test_the_simulator_tells_each_aims_cost(tmp_path: Path) -> None:
    done = run("simulate", "--days", "60", "--reviews", "30")
    assert done.exit_code == 0, done.output
    told = " ".join(done.output.split())
    assert "The next 60 days with at most 30 reviews a day; reviews and minutes of an average day" in told
    assert re.findall(r"^[ ▸] (\d\d) %", done.output, re.MULTILINE) == ["80", "85", "90", "95"]
    assert "▸ 90 %" in told
    assert re.search(r"Aiming at 95 %: \d+ % more reviews, (\d+ % (more|fewer)|as many) cards known\.", told)
    assert max(map(len, done.output.splitlines())) <= 80
    save_deck(make_deck(30), tmp_path / "rivers.yaml")
    told = json.loads(run("simulate", "--json", "--new", "7", str(tmp_path / "rivers.yaml")).output)
    assert told[0]["new"][:5] == [7, 7, 7, 7, 2]
    assert [one["retention"] for one in told] == [0.80, 0.85, 0.90, 0.95]


def test_aims_are_not_compared_by_a_handful_of_reviews() -> None:
    def play(retention: float, reviews: int) -> Workload:
        return Workload(retention, (reviews,) * 10, (1,) * 10, 1.0, 20, 18.0, 0)

    few = " ".join(workload.told([play(0.85, 5), play(0.9, 3), play(0.95, 9)], Settings(), 76))
    assert "chance outweighs the aim" in few
    assert "Aiming at" not in few
    many = " ".join(workload.told([play(0.85, 8), play(0.9, 10), play(0.95, 15)], Settings(), 76))
    assert "Aiming at 95 %: 50 % more reviews, as many cards known." in many
    assert "Aiming at 85 %: 20 % fewer reviews, as many cards known." in many
