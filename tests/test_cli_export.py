"""``quizgen export``: from deck files to files for the classroom, and what it says on the way."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from classroom import MILLS
from click.testing import CliRunner, Result

from quizgen.cli import quizgen
from quizgen.deckfile import save_deck
from quizgen.exports import format_named, format_names


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the deck, which is the current one."""
    monkeypatch.chdir(tmp_path)
    save_deck(MILLS, tmp_path / "mills.yaml")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizgen, ["export", *arguments])


@pytest.mark.parametrize("name", format_names())
def test_every_format_is_written_where_its_suffix_says(name: str, deck: Path) -> None:
    done = run("mills.yaml", "--to", name)
    assert done.exit_code == 0, done.output
    path = deck / f"mills{format_named(name).suffix}"
    assert path.read_bytes()
    assert f"written to {path.name}" in done.stderr
    assert path.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(("file", "name"), [("a.gift", "gift"), ("a.qti21.zip", "qti21"), ("a.aiken.txt", "aiken")])
def test_the_file_tells_the_format(file: str, name: str, deck: Path) -> None:
    assert run("mills.yaml", "-o", file).exit_code == 0
    read = format_named(name).read
    assert read is not None
    assert read((deck / file).read_bytes())


def test_the_loss_is_told_before_writing(deck: Path) -> None:
    done = run("mills.yaml", "--to", "kahoot", "--verbose")
    assert done.exit_code == 0
    omitted, first, second, *_ = done.stderr.splitlines()
    assert omitted == "Kahoot holds no evidence, no points, no ids"
    assert first == "Kahoot: 1 of 7 left out: 1 without choices"
    assert "by-hand: without choices" in second


def test_strict_writes_nothing_where_something_is_lost(deck: Path) -> None:
    done = run("mills.yaml", "--to", "kahoot", "--strict")
    assert done.exit_code == 2
    assert "nothing was written: Kahoot: 1 of 7 left out" in done.stderr
    assert not (deck / "mills.xlsx").exists()


def test_verify_counts_what_came_through(deck: Path) -> None:
    done = run("mills.yaml", "--to", "moodle-xml", "--mode", "mixed", "--verify")
    assert done.exit_code == 0
    assert "read back: 7 of 7 with their right answer" in done.stderr


def test_a_file_that_is_there_stays(deck: Path) -> None:
    (deck / "mine.gift").write_text("mine")
    done = run("mills.yaml", "-o", "mine.gift")
    assert done.exit_code == 2
    assert "there is a file already" in done.stderr
    assert (deck / "mine.gift").read_text() == "mine"
    assert run("mills.yaml", "-o", "mine.gift", "--force").exit_code == 0


def test_standard_output_takes_the_file(deck: Path) -> None:
    done = run("mills.yaml", "--to", "quizlet", "-o", "-")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1] == "In which year did the Ruswarp mill burn down?\t1911"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["mills.yaml"], "no format is named"),
        (["mills.yaml", "-o", "x.odt"], "tells no format"),
        (["mills.yaml", "--to", "odt"], "there is no format 'odt'"),
        (["mills.yaml", "--to", "gift", "--versions", "2"], "GIFT holds one version"),
        (["mills.yaml", "--to", "pdf", "--verify"], "PDF cannot be read back"),
        (["mills.yaml", "--to", "docx", "--verify"], "without a key, Word tells no right answers"),
        (["mills.yaml", "--to", "gift", "--kinds", "place"], "no card of the decks"),
        (["mills.yaml", "--to", "aiken", "--mode", "short"], "nothing is left to write"),
        (["mills.yaml", "-o", "nowhere/x.gift"], "no such folder"),
        (["missing.yaml", "--to", "gift"], "missing.yaml"),
    ],
)
def test_what_cannot_be_is_told(arguments: list[str], told: str, deck: Path) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stderr.startswith("quizgen: ")


def test_a_missing_library_is_named_with_its_extra(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    done = run("mills.yaml", "--to", "kahoot")
    assert done.exit_code == 2
    assert "pip install 'quizgen[xlsx]'" in done.stderr


def test_the_key_of_all_versions_is_a_table(deck: Path) -> None:
    done = run("mills.yaml", "--to", "markdown", "--versions", "3", "--key-file", "key.csv")
    assert done.exit_code == 0, done.output
    rows = list(csv.DictReader(io.StringIO((deck / "key.csv").read_text(encoding="utf-8-sig"))))
    assert [row["version"] for row in rows] == ["A"] * 7 + ["B"] * 7 + ["C"] * 7
    assert {row["card"] for row in rows} == {card.id for card in MILLS.cards}


def test_a_glyph_that_no_font_has_is_named(deck: Path) -> None:
    save_deck(replace(MILLS, cards=(replace(MILLS.cards[0], question="What is 漢字?"),)), deck / "mills.yaml")
    done = run("mills.yaml", "--to", "pdf")
    assert done.exit_code == 2
    assert "card date-when-1: the font has no shape for '漢'" in done.stderr
    assert not (deck / "mills.pdf").exists()


def test_a_changed_card_is_newer_and_the_others_are_not(deck: Path) -> None:
    from quizgen.study.places import data_dir

    assert run("mills.yaml", "-o", "a.apkg").exit_code == 0
    assert run("mills.yaml", "-o", "b.apkg").exit_code == 0
    assert (deck / "a.apkg").read_bytes() == (deck / "b.apkg").read_bytes()
    changed = replace(MILLS.cards[1], answer="1912")
    save_deck(replace(MILLS, cards=(MILLS.cards[0], changed, *MILLS.cards[2:])), deck / "mills.yaml")
    assert run("mills.yaml", "-o", "c.apkg").exit_code == 0
    known = json.loads((data_dir() / "handed-out.json").read_text())
    assert {name: count for name, (_, count) in known.items() if count} == {"mills/date-when-2": 1}


def test_a_damaged_memory_of_exports_is_told(deck: Path) -> None:
    from quizgen.study.places import data_dir

    data_dir().mkdir(parents=True, exist_ok=True)
    (data_dir() / "handed-out.json").write_text("[1]")
    done = run("mills.yaml", "-o", "a.apkg")
    assert done.exit_code == 2
    assert "no list of what was handed out" in done.stderr
    assert not (deck / "a.apkg").exists()


@pytest.mark.parametrize("form", ["docx", "latex", "markdown"])
def test_every_version_is_read_back(form: str, deck: Path) -> None:
    done = run("mills.yaml", "--to", form, "--mode", "mixed", "--versions", "3", "--key", "--answer-sheet", "--verify")
    assert done.exit_code == 0, done.output
    assert "read back: 21 of 21 with their right answer" in done.stderr
