"""Decks that come with quizgen: before one changes it becomes the learner's own, with its documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from study_tools import make_deck

from quizgen.deckfile import load_deck, save_deck
from quizgen.deckfile.edit import Change
from quizgen.errors import DeckError
from quizgen.model.deck import Source
from quizgen.study.browsing.browser import Browser
from quizgen.study.browsing.filters import read_filter
from quizgen.study.library import own as owning
from quizgen.study.library.library import Library
from quizgen.study.library.own import made_own, standing_for
from quizgen.study.shelf import OpenDeck
from quizgen.study.store import Store


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a deck that came with the package."""
    folder = tmp_path / "package"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "rivers.txt").write_text("The Aire drives the mill.\n", encoding="utf-8")
    source = Source(file="sources/rivers.txt", sha256="0" * 64)
    save_deck(replace(make_deck(3), sources=(source,)), folder / "rivers.yaml")
    monkeypatch.setattr(owning, "installed_decks", lambda: folder)
    return folder / "rivers.yaml"


def test_an_installed_deck_is_copied_with_its_documents_and_only_the_copy_changes(
    tmp_path: Path, installed: Path
) -> None:
    before, own = installed.read_bytes(), tmp_path / "data" / "decks"
    with Library(tmp_path / "decks.sqlite3") as library:
        opened = OpenDeck(library.load(installed), installed)
        assert standing_for(installed, own) == installed
        mine = made_own(library, opened, own)
        assert (mine.file, mine.deck) == (own / "rivers.yaml", opened.deck)
        assert mine.file.read_bytes() == before
        assert (own / "sources" / "rivers.txt").read_text(encoding="utf-8") == "The Aire drives the mill.\n"
        card = opened.deck.cards[0]
        deck = library.edit(mine.file, [Change(card, replace(card, answer="another"))])
        assert deck.cards[0].answer == "another"
        assert made_own(library, opened, own).file == mine.file
    assert installed.read_bytes() == before
    assert load_deck(own / "rivers.yaml").cards[0].answer == "another"
    assert standing_for(installed, own) == own / "rivers.yaml"


def test_what_was_read_of_it_goes_on_as_what_was_read_of_the_copy(tmp_path: Path, installed: Path) -> None:
    with Library(tmp_path / "decks.sqlite3") as library, Store.open(tmp_path / "progress.sqlite3") as store:
        deck = library.load(installed)
        store.enrol([deck])
        browser = Browser(library.file, store.file, [deck])
        mine = made_own(library, OpenDeck(deck, installed), tmp_path / "decks")
        assert library.known(mine.file) is not None
        assert library.known(installed) is None or library.known(installed) == deck
        card = deck.cards[1]
        library.edit(mine.file, [Change(card, replace(card, question="Which weir?"))])
        assert len(browser.find(read_filter("which weir"), "deck", 0)) == 1
        browser.close()


def test_other_decks_stay_where_they_are(tmp_path: Path, installed: Path) -> None:
    file = tmp_path / "rivers.yaml"
    save_deck(make_deck(1), file)
    with Library(tmp_path / "decks.sqlite3") as library:
        opened = OpenDeck(library.load(file), file)
        assert made_own(library, opened, tmp_path / "own") is opened
    assert standing_for(file, tmp_path / "own") == file
    assert not (tmp_path / "own").exists()


def test_a_copy_that_cannot_be_made_is_told(tmp_path: Path, installed: Path) -> None:
    (tmp_path / "own").write_text("in the way", encoding="utf-8")
    with Library(tmp_path / "decks.sqlite3") as library:
        opened = OpenDeck(library.load(installed), installed)
        with pytest.raises(DeckError, match="your own copy of the deck cannot be made"):
            made_own(library, opened, tmp_path / "own")
