"""``quizgen generate``: what it writes, where, and what it says."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import quizgen
from quizgen.deckfile import load_deck, read_deck

NOTE = """Opening of the Bramley Bridge

On 4 May 1887, Queen Victoria opened the Bramley Bridge in Sheffield.
"The bridge will carry coal for a hundred years," Mayor John Colton said at the ceremony.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a document in it."""
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    done = CliRunner().invoke(quizgen, ["generate", *arguments], input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_a_deck_stands_beside_the_current_folder_under_the_document_s_name(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "note.txt").rename(folder / "in" / "My Note.txt")
    done = run("in/My Note.txt")
    deck = load_deck("My Note.yaml")
    assert done.exit_code == 0
    assert (done.stdout, done.stderr) == ("", f"{len(deck.cards)} cards written to My Note.yaml\n")
    assert deck.id == "my-note"
    assert [source.file for source in deck.sources] == ["in/My Note.txt"]
    assert deck.sources[0].sha256 == hashlib.sha256(NOTE.encode()).hexdigest()


def test_every_card_cites_the_characters_it_came_from() -> None:
    run("note.txt")
    cards = load_deck("note.yaml").cards
    assert cards
    assert all(card.evidence for card in cards)
    assert all(NOTE[place.start : place.end] == place.quote for card in cards for place in card.evidence)


def test_id_title_and_date_are_those_given() -> None:
    run("note.txt", "--id", "my-deck", "--title", "A bridge", "--date", "1887-05-05")
    deck = load_deck("note.yaml")
    assert (deck.id, deck.title, deck.sources[0].date) == ("my-deck", "A bridge", "1887-05-05")


def test_kinds_and_max_choose_cards() -> None:
    run("note.txt", "-o", "all.yaml")
    run("note.txt", "-o", "some.yaml", "--kinds", "date, date")
    run("note.txt", "-o", "one.yaml", "--max", "1")
    assert {card.kind for card in load_deck("some.yaml").cards} == {"date"}
    assert len(load_deck("one.yaml").cards) == 1 < len(load_deck("all.yaml").cards)


@pytest.mark.parametrize("arguments", [("note.txt", "-o", "-"), ("-",), ("-", "-o", "-")])
def test_standard_streams(arguments: tuple[str, ...]) -> None:
    done = run(*arguments, stdin=NOTE)
    assert (done.exit_code, done.stderr) == (0, "")
    assert read_deck(done.stdout_bytes, "output").cards


@pytest.mark.parametrize("arguments", [("--format", "json"), ("-o", "note.json")])
def test_json_holds_the_same_deck(arguments: tuple[str, ...], folder: Path) -> None:
    run("note.txt")
    run("note.txt", *arguments)
    assert json.loads((folder / "note.json").read_text(encoding="utf-8"))["quizgen"] == 1
    assert load_deck("note.json") == load_deck("note.yaml")


def test_several_documents_make_one_deck_of_which_each_card_names_its_source(folder: Path) -> None:
    (folder / "more.md").write_text(
        "# Mills\n\nAda Hartley opened the *Colton* mill on 7 June 1901.\n", encoding="utf-8"
    )
    assert run("note.txt", "more.md", "note.txt", "-o", "both.yaml").exit_code == 0
    deck = load_deck("both.yaml")
    assert [source.file for source in deck.sources] == ["note.txt", "more.md"]
    assert {place.source for card in deck.cards for place in card.evidence} == {"note.txt", "more.md"}
    assert len({card.id for card in deck.cards}) == len(deck.cards)


def test_a_fact_that_two_documents_tell_is_asked_once(folder: Path) -> None:
    (folder / "copy.txt").write_text(NOTE, encoding="utf-8")
    run("note.txt")
    assert run("note.txt", "copy.txt", "-o", "both.yaml").exit_code == 0
    assert [card.id for card in load_deck("both.yaml").cards] == [card.id for card in load_deck("note.yaml").cards]


def test_a_deck_is_replaced_only_by_force(folder: Path) -> None:
    (folder / "note.yaml").write_text("mine", encoding="utf-8")
    refused = run("note.txt")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.startswith("quizgen: note.yaml: there is a file already\n  Replace it with --force")
    assert (folder / "note.yaml").read_text(encoding="utf-8") == "mine"
    assert run("note.txt", "--force").exit_code == 0
    assert load_deck("note.yaml").cards


def test_without_a_fact_the_deck_is_empty_and_that_is_said(folder: Path) -> None:
    text = "It was nice there, and so was she, who had come for the sea and the bread.\n"
    (folder / "empty.txt").write_text(text, encoding="utf-8")
    done = run("empty.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("quizgen: no fact found that makes a good card: the deck is empty\n")
    assert load_deck("empty.yaml").cards == ()


def test_explanations_go_where_the_deck_does_not() -> None:
    to_file = run("note.txt", "--explain")
    to_stream = run("note.txt", "--explain", "-o", "-")
    assert to_file.stdout
    assert to_file.stdout in to_stream.stderr
    assert read_deck(to_stream.stdout_bytes, "output") == load_deck("note.yaml")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt"], "quizgen: missing.txt: there is no such file\n"),
        (["note.txt", "--kinds", "dates"], "dates"),
        (["note.txt", "--kinds", ","], "needs at least one name"),
        (["note.txt", "--date", "2021-02-30"], "'2021-02-30' is no day such as 2021-12-03"),
        (["note.txt", "--max", "0"], "0 is not in the range"),
        (["note.txt", "-o", "nowhere/deck.yaml"], "quizgen: nowhere: there is no such folder\n"),
        (["."], "quizgen: .: this is a folder, not a document\n"),
        ([], "Missing argument"),
    ],
)
def test_a_mistake_is_told_and_nothing_written(arguments: list[str], message: str, folder: Path) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert [path.name for path in folder.iterdir()] == ["note.txt"]


def test_control_characters_of_a_document_never_reach_the_deck(folder: Path) -> None:
    (folder / "note.txt").write_text(
        NOTE + "\nIn 1901 the \x1b[31mred\x1b[0m mill was opened by Ada Hartley.\n", encoding="utf-8"
    )
    assert run("note.txt").exit_code == 0
    assert b"\x1b" not in (folder / "note.yaml").read_bytes()


@pytest.mark.slow
def test_the_same_document_gives_the_same_bytes_anywhere(folder: Path) -> None:
    settings = [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"},
    ]
    decks = set()
    for number, setting in enumerate(settings):
        place = folder / f"folder {number}"
        place.mkdir()
        (place / "note.txt").write_text(NOTE, encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "quizgen", "generate", "note.txt"],
            cwd=place,
            env=os.environ | setting,
            check=True,
        )
        decks.add((place / "note.yaml").read_bytes())
    assert len(decks) == 1
