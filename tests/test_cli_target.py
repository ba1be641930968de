"""Where a deck goes, what it is called, and how it names its documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.cli.target import Target, check_free, target_for
from quizgen.errors import QuizgenError
from quizgen.model.naming import slug, source_name


@pytest.mark.parametrize(
    ("documents", "output", "target"),
    [
        (["in/Note 1.txt"], None, Target(Path("Note 1.yaml"), "Note 1")),
        (["note.txt"], "out/deck.yml", Target(Path("out/deck.yml"), "deck")),
        (["note.txt"], "-", Target(None, "note")),
        (["-"], None, Target(None, "standard-input")),
        (["-"], "deck.yaml", Target(Path("deck.yaml"), "deck")),
        (["a.txt", "b.txt"], "both.yaml", Target(Path("both.yaml"), "both")),
        (["a.txt", "b.txt"], "-", Target(None, "a")),
    ],
)
def test_where_a_deck_goes(documents: list[str], output: str | None, target: Target) -> None:
    assert target_for(documents, output, ".yaml") == target


def test_a_deck_of_several_documents_needs_a_name() -> None:
    with pytest.raises(QuizgenError, match="needs a name"):
        target_for(["a.txt", "b.txt"], None, ".yaml")


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("China-Laos 2021", "china-laos-2021"),
        ("  Été_à Genève!", "été-à-genève"),
        ("E\u0301te\u0301", "été"),
        ("北京 2008", "北京-2008"),
        ("../..", "deck"),
        ("\x1b[2J", "2j"),
    ],
)
def test_a_slug_keeps_letters_and_digits(name: str, identity: str) -> None:
    assert slug(name) == identity


def test_documents_are_named_from_the_deck_with_forward_slashes(tmp_path: Path) -> None:
    document = str(tmp_path / "sources" / "a b.txt")
    assert source_name(document, tmp_path) == "sources/a b.txt"
    assert source_name(document, tmp_path / "decks") == "../sources/a b.txt"
    assert source_name("-", tmp_path) == "-"


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1bb.txt", "a\udcffb.txt"])
def test_a_name_that_no_deck_may_hold_is_refused(name: str) -> None:
    with pytest.raises(QuizgenError, match="cannot hold this file name"):
        source_name(name, Path())


def test_a_deck_replaces_nothing_unasked(tmp_path: Path) -> None:
    note, deck = tmp_path / "note.txt", tmp_path / "deck.yaml"
    note.write_text("Words.", encoding="utf-8")
    check_free(deck, [str(note)], replace=False)
    deck.write_text("mine", encoding="utf-8")
    check_free(deck, [str(note)], replace=True)
    with pytest.raises(QuizgenError, match="there is a file already"):
        check_free(deck, [str(note)], replace=False)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("note.txt", "would replace its document"),
        ("folder", "this is a folder"),
        ("nowhere/deck.yaml", "no such folder"),
    ],
)
def test_what_force_cannot_help(path: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(QuizgenError, match=message):
        check_free(tmp_path / path, [str(tmp_path / "note.txt")], replace=True)
