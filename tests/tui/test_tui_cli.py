"""``quizgen study`` and bare ``quizgen``: what they open, what they say, how they end."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tui_tools import DECK, DOCUMENT, write_deck

from quizgen.cli import quizgen
from quizgen.cli.studied import deck_of, find
from quizgen.deckfile import load_deck
from quizgen.deckfile.edit import Change, edit_deck
from quizgen.errors import QuizgenError
from quizgen.study import places


def study(*arguments: object, lines: str = "") -> Result:
    return CliRunner().invoke(quizgen, ["study", *map(str, arguments)], input=lines)


def test_without_a_terminal_it_says_so_and_ends_well(tmp_path: Path) -> None:
    result = study(write_deck(tmp_path).file)
    assert result.exit_code == 0
    assert "there is no terminal" in result.stderr
    assert result.stdout == ""


def test_plain_studies_a_deck_and_keeps_the_progress(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "decks").file
    first = study(deck, "--plain", "--data-dir", tmp_path / "data", lines="\n4\n")
    assert first.exit_code == 0
    assert "4 new, 0 learning, 0 due" in first.stdout
    assert "1 card, " in first.stdout
    second = study(deck, "--plain", "--data-dir", tmp_path / "data", "--new", 2)
    assert "1 new, 0 learning, 0 due" in second.stdout
    assert (tmp_path / "data" / "progress.sqlite3").exists()


def test_mode_and_limits_are_taken(tmp_path: Path) -> None:
    deck = write_deck(tmp_path).file
    assert "Choose a to d: " in study(deck, "--plain", "--mode", "choice").stdout
    assert "Nothing to do today." in study(deck, "--plain", "--new", 0).stdout
    result = study(deck, "--plain", "--new", -1)
    assert result.exit_code == 2
    assert "new_per_day" in result.stderr


def test_a_folder_offers_its_decks(tmp_path: Path) -> None:
    write_deck(tmp_path)
    result = study(tmp_path, "--plain", lines="1\nq\n")
    assert "1: The lighthouse of Arnholm." in result.stdout
    assert "Question: On which day" in result.stdout


def test_bare_quizgen_takes_what_opens_the_home_screen_otherwise(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks")
    result = CliRunner().invoke(quizgen, ["--plain", "--data-dir", str(tmp_path)], input="leave\n")
    assert "The lighthouse of Arnholm. 4 new" in result.stdout
    assert "Usage: quizgen [OPTIONS] [COMMAND]" in CliRunner().invoke(quizgen, ["--nothing"]).stderr


def test_a_folder_without_decks_is_an_error(tmp_path: Path) -> None:
    result = study(tmp_path, "--plain")
    assert result.exit_code == 2
    assert "there is no deck in this folder" in result.stderr


@pytest.mark.parametrize("name", ["missing.yaml", "missing.txt"])
def test_what_is_missing_is_an_error(tmp_path: Path, name: str) -> None:
    result = study(tmp_path / name)
    assert result.exit_code == 2
    assert name in result.stderr
    assert "Traceback" not in result.output


def test_two_decks_of_one_id_are_an_error(tmp_path: Path) -> None:
    files = [write_deck(tmp_path / name).file for name in ("one", "two")]
    result = study(*files, "--plain")
    assert result.exit_code == 2
    assert "two open decks have the id" in result.stderr


def test_bare_quizgen_without_a_terminal_says_so() -> None:
    result = CliRunner().invoke(quizgen, [])
    assert result.exit_code == 0
    assert "there is no terminal" in result.stderr


def test_without_arguments_ones_own_decks_are_found() -> None:
    own = places.decks_dir()
    file = write_deck(own).file
    assert file in find((), own).files


def test_standard_input_cannot_be_studied(tmp_path: Path) -> None:
    with pytest.raises(QuizgenError, match="standard input cannot be studied"):
        deck_of(Path("-"), tmp_path)


def test_a_document_is_made_into_a_deck_once(tmp_path: Path) -> None:
    document = tmp_path / "arnholm.txt"
    document.write_text(DOCUMENT, encoding="utf-8")
    own = tmp_path / "data" / "decks"
    first = study(document, "--data-dir", tmp_path / "data")
    assert first.exit_code == 0, first.output
    assert f"written to {own / 'arnholm.yaml'}" in first.stderr
    made = (own / "arnholm.yaml").read_bytes()
    second = study(document, "--data-dir", tmp_path / "data")
    assert "written" not in second.stderr
    assert (own / "arnholm.yaml").read_bytes() == made
    first_card = load_deck(own / "arnholm.yaml").cards[0]
    edit_deck(own / "arnholm.yaml", [Change(first_card, replace(first_card, question="Mine?"))])
    document.write_text(DOCUMENT.replace("supper", "dinner"), encoding="utf-8")
    third = study(document, "--data-dir", tmp_path / "data")
    assert "1 kept as edited" in third.stderr
    renewed = load_deck(own / "arnholm.yaml")
    assert (renewed.id, renewed.cards[0].question) == ("arnholm", "Mine?")
    assert renewed.sources[0].sha256 == hashlib.sha256(document.read_bytes()).hexdigest()


def test_two_documents_of_one_name_have_two_decks(tmp_path: Path) -> None:
    own = tmp_path / "own"
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "arnholm.txt").write_text(f"{DOCUMENT}\nCopy {folder}.\n", encoding="utf-8")
    first, second = (deck_of(tmp_path / folder / "arnholm.txt", own) for folder in ("one", "two"))
    assert (first.deck.id, second.deck.id) == ("arnholm", "arnholm-2")
    assert deck_of(tmp_path / "two" / "arnholm.txt", own).file == second.file


def test_a_document_without_facts_is_an_error(tmp_path: Path) -> None:
    document = tmp_path / "nothing.txt"
    document.write_text("Nothing at all happens in here, and nobody says a word.\n", encoding="utf-8")
    result = study(document, "--data-dir", tmp_path / "data")
    assert result.exit_code == 2
    assert "no fact found" in result.stderr
    assert not (tmp_path / "data" / "decks" / "nothing.yaml").exists()


def test_a_deck_that_was_renamed_by_hand_is_not_taken_for_the_documents(tmp_path: Path) -> None:
    own = tmp_path / "own"
    write_deck(own, replace(DECK, sources=()), with_document=False)
    document = tmp_path / "arnholm.txt"
    document.write_text(DOCUMENT, encoding="utf-8")
    assert deck_of(document, own).file == own / "arnholm-2.yaml"
