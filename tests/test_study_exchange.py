"""``quizgen progress export`` and ``import``: what is written, merged and refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from study_tools import Clock, caches, make_deck, sit_down

from quizgen.cli import quizgen
from quizgen.model.review import Grade
from quizgen.study.exchange import HEAD
from quizgen.study.store import Store


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizgen, ["progress", *arguments])


@pytest.fixture
def learned(tmp_path: Path) -> Path:
    """A data folder in which three cards were answered."""
    folder = tmp_path / "one"
    folder.mkdir()
    with Store.open(folder / "progress.sqlite3") as store:
        session = sit_down(store, make_deck(3), Clock())
        for grade in (Grade.GOOD, Grade.AGAIN, Grade.EASY):
            session.answer(grade)
    return folder


def test_another_machine_goes_on_where_the_first_was(learned: Path, tmp_path: Path) -> None:
    log, other = str(tmp_path / "log.jsonl"), tmp_path / "two"
    done = run("export", "-o", log, "--data-dir", str(learned))
    assert done.exit_code == 0, done.output
    assert "3 operations written" in done.stderr
    first = run("import", log, "--data-dir", str(other))
    assert first.output == "3 operations read, 3 of them new.\n"
    again = run("import", log, log, "--data-dir", str(other))
    assert again.output == "6 operations read, 0 of them new.\n"
    with Store.open(learned / "progress.sqlite3") as one, Store.open(other / "progress.sqlite3") as two:
        assert caches(one) == caches(two)


def lines_of(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("export", "-o", "-", "--data-dir", str(folder)).stdout_bytes.splitlines()]


def changed(name: str, value: object) -> dict[str, object]:
    return {name: value}


WRONG = {
    "grade": changed("grade", 7),
    "grade of truth": changed("grade", True),
    "text for number": changed("instant", "now"),
    "huge": changed("instant", 10**30),
    "fraction": changed("day", 1.5),
    "no kind": changed("kind", "sing"),
    "missing": changed("deck", None),
    "unknown": changed("colour", "red"),
    "half a character": changed("card", "\ud800"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_with_a_wrong_line_is_refused_whole(name: str, learned: Path, tmp_path: Path) -> None:
    lines = lines_of(learned)
    lines[2] |= WRONG[name]
    file = tmp_path / "bad.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    done = run("import", str(file), "--data-dir", str(tmp_path / "two"))
    assert done.exit_code == 2
    assert f"{file}:3: " in done.stderr
    assert not (tmp_path / "two" / "progress.sqlite3").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("{}\n", "no exported progress"),
        ('{"quizgen-progress": 2}\n', "newer quizgen"),
        ("[" * 100_000, "no operation"),
        (f"{json.dumps(HEAD)}\nNaN\n", "no operation"),
    ],
)
def test_what_is_no_log_is_told(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(text, encoding="utf-8")
    done = run("import", str(file), "--data-dir", str(tmp_path))
    assert done.exit_code == 2
    assert message in done.stderr


def test_an_id_that_means_two_things_changes_nothing(learned: Path, tmp_path: Path) -> None:
    lines = lines_of(learned)
    lines[1]["duration_ms"] = 12_345
    file = tmp_path / "bad.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    before = lines_of(learned)
    done = run("import", str(file), "--data-dir", str(learned))
    assert done.exit_code == 2
    assert "two different operations" in done.stderr
    assert lines_of(learned) == before
