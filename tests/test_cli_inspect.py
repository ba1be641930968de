"""``quizgen inspect``: its JSON, its report, and folders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import quizgen

NOTE = """Opening of the Bramley Bridge

SHEFFIELD, 5 May 1887 - Queen Victoria opened the Bramley Bridge on Wednesday.
"The bridge will carry coal for a hundred years," Mayor John Colton said.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a document in it."""
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    done = CliRunner().invoke(quizgen, ["inspect", *arguments], input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def objects(*arguments: str, stdin: str | None = None) -> list[dict[str, Any]]:
    """What `inspect --json` tells, one object a line."""
    done = run("--json", *arguments, stdin=stdin)
    assert (done.exit_code, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def said(part: dict[str, Any]) -> str:
    """The characters of the note that a part points at."""
    return NOTE[part["start"] : part["end"]]


def test_json_tells_dates_with_their_values() -> None:
    (row,) = objects("note.txt")
    dates = {said(date): date["value"] for date in row["dates"]}
    assert row["file"] == "note.txt"
    assert row["date"] == "1887-05-05"
    assert dates["5 May 1887"] == "1887-05-05"
    assert dates["Wednesday"] == "1887-05-04"


def test_json_tells_who_says_what() -> None:
    (row,) = objects("note.txt")
    (speech,) = row["speech"]
    assert speech["speaker"]["name"].endswith("John Colton")
    assert "John Colton" in said(speech["speaker"])
    assert said(speech["cue"]) == "said"
    assert said(speech["content"]).startswith("The bridge will carry coal")
    assert speech["direct"] is True
    assert speech["certain"] is True


def test_json_tells_sentences_and_names() -> None:
    (row,) = objects("note.txt")
    assert said(row["sentences"][0]) == "Opening of the Bramley Bridge"
    assert "Bramley Bridge" in {said(name) for name in row["names"]}
    assert any("Victoria" in entity["name"] for entity in row["aliases"])


def test_a_folder_stands_for_its_documents_and_the_dates_beside_them(folder: Path) -> None:
    (folder / "b.md").write_text("# Mills\n\nThe mill opened today.\n", encoding="utf-8")
    (folder / "b.md.date").write_text("1901-06-07", encoding="utf-8")
    rows = objects(".")
    assert [row["file"] for row in rows] == ["b.md", "note.txt"]
    assert rows[0]["date"] == "1901-06-07"


def test_standard_input_and_date() -> None:
    (row,) = objects("-", "--date", "1901-06-07", stdin="The mill opened today.\n")
    assert (row["file"], [date["value"] for date in row["dates"]]) == ("-", ["1901-06-07"])


def test_the_report_is_for_people() -> None:
    done = run("note.txt")
    assert done.exit_code == 0
    assert done.stdout.startswith("note.txt\n  title  Opening of the Bramley Bridge\n  date   1887-05-05\n")
    assert "“5 May 1887” = 1887-05-05" in done.stdout
    assert "John Colton: “said” “The bridge will carry coal for a hundred years" in done.stdout


def test_control_characters_of_a_document_never_reach_the_terminal(folder: Path) -> None:
    hostile = NOTE.replace("Bramley", "Bram\x1b[31mley\x07").replace("Colton", "Col\x9bton")
    (folder / "note.txt").write_text(hostile, encoding="utf-8")
    for output in (run("note.txt").stdout, run("note.txt", "--json").stdout):
        assert not set(output) & {"\x1b", "\x07", "\x9b"}


def test_a_document_that_cannot_be_read_is_told() -> None:
    done = run("missing.txt")
    assert (done.exit_code, done.stdout, done.stderr) == (
        2,
        "",
        "quizgen: missing.txt: there is no such file\n",
    )
