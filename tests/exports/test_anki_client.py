"""Anki itself takes the package: notes come in, are studied, and are updated by a second import."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from classroom import MILLS
from click.testing import CliRunner

from quizgen.cli import quizgen
from quizgen.deckfile import save_deck
from quizgen.model.deck import Deck

IF_NEWER = 0
"""What Anki does by default with a note that it has."""

anki = pytest.importorskip("anki.collection", reason="the anki package is not installed")


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection: Any, deck: Deck, folder: Path) -> Any:
    """Exports a deck, imports the package as Anki does by default, and tells what it logged."""
    save_deck(deck, folder / "mills.yaml")
    package = str(folder / "deck.apkg")
    done = CliRunner().invoke(quizgen, ["export", str(folder / "mills.yaml"), "-o", package, "--force"])
    assert done.exit_code == 0, done.output
    options = anki.ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=False, update_notes=IF_NEWER)
    return collection.import_anki_package(anki.ImportAnkiPackageRequest(package_path=package, options=options)).log


def fields(collection: Any) -> dict[str, dict[str, str]]:
    """The notes by their questions."""
    notes = [collection.get_note(note) for note in collection.find_notes("")]
    return {note["Question"]: dict(note.items()) for note in notes}


def test_the_notes_come_in_whole(collection: Any, tmp_path: Path) -> None:
    log = imported(collection, MILLS, tmp_path)
    assert len(log.new) == len(MILLS.cards)
    found = fields(collection)
    first = found["In Leeds<br/>When did the Bramley mill open?"]
    assert first["Answer"] == "4 May 1887"
    assert first["Evidence"] == "The Bramley mill was opened on 4 May 1887"
    assert collection.decks.id_for_name("A year of mills") is not None
    assert collection.card_count() == len(MILLS.cards)
    assert all(card.template()["name"] == "Card 1" for card in map(collection.get_card, collection.find_cards("")))
    assert collection.tags.all() == ["attribution", "date", "initiative", "mills", "safe-&-sound", "wheels"]


def test_a_second_import_keeps_scheduling_and_updates_what_changed(collection: Any, tmp_path: Path) -> None:
    imported(collection, MILLS, tmp_path)
    collection.decks.select(collection.decks.id_for_name("A year of mills"))
    queued = collection.sched.get_queued_cards(fetch_limit=1).cards[0]
    card = collection.get_card(queued.card.id)
    card.start_timer()
    collection.sched.answer_card(collection.sched.build_answer(card=card, states=queued.states, rating=3))
    card.load()
    studied, due = card.id, (card.type, card.due, card.reps)
    assert card.reps == 1
    changed = replace(MILLS.cards[1], answer="1912")
    log = imported(collection, replace(MILLS, cards=(MILLS.cards[0], changed, *MILLS.cards[2:])), tmp_path)
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 1, len(MILLS.cards) - 1)
    assert fields(collection)["In which year did the Ruswarp mill burn down?"]["Answer"] == "1912"
    again = collection.get_card(studied)
    assert (again.type, again.due, again.reps) == due
    assert collection.card_count() == len(MILLS.cards)
