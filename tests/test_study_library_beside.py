"""Decks in the library beside the progress file: the same as decks in memory, whatever befalls the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from study_tools import Clock, counted, finish, make_deck, shown, sit_down

from quizgen.deckfile import save_deck
from quizgen.errors import ProgressError
from quizgen.model.deck import Deck
from quizgen.model.review import Grade
from quizgen.study.days import moment
from quizgen.study.library.library import Library
from quizgen.study.library.tables import discard
from quizgen.study.statistics.gathering import gather
from quizgen.study.store import Store

SIZE = 12_000
"""More than are enrolled at once."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "a folder?%20" / "decks.sqlite3") as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "a folder?%20" / "progress.sqlite3", counted()) as opened:
        yield opened


@pytest.fixture
def decks(library: Library, tmp_path: Path) -> dict[str, tuple[Deck, Deck]]:
    """Decks by id, each in the library and in memory."""
    rivers, lakes = make_deck(40, siblings=2), make_deck(9, "lakes")
    hidden = replace(rivers.cards[3], suspended=True), replace(rivers.cards[4], retired=True)
    kinds = (replace(card, kind="date" if place % 3 else "place") for place, card in enumerate(rivers.cards[5:]))
    rivers = replace(rivers, cards=(*rivers.cards[:3], *hidden, *kinds))
    return {deck.id: (_stored(library, deck, tmp_path), deck) for deck in (rivers, lakes)}


def _stored(library: Library, deck: Deck, folder: Path) -> Deck:
    save_deck(deck, folder / f"{deck.id}.yaml")
    return library.load(folder / f"{deck.id}.yaml")


def enrolled(store: Store) -> list[tuple[object, ...]]:
    return store.query("SELECT deck, card, fact FROM member ORDER BY position")


def beside(store: Store, decks: list[Deck]) -> list[tuple[object, ...]]:
    """All that can be joined with the log, deck by deck."""
    with store.beside(decks) as tables:
        return [
            (deck, store.query(f"SELECT id, kind, hidden FROM {table.name} WHERE row = ? ORDER BY id", (table.row,)))
            for deck, table in sorted(tables.items())
        ]


def test_a_stored_deck_is_enrolled_as_one_in_memory(store: Store, decks: dict[str, tuple[Deck, Deck]]) -> None:
    store.enrol([stored for stored, _ in decks.values()])
    found = enrolled(store)
    assert len(found) == 38 + 9
    store.enrol([deck for _, deck in decks.values()])
    assert enrolled(store) == found


def test_a_large_deck_is_enrolled_whole_and_bit_by_bit(store: Store, library: Library, tmp_path: Path) -> None:
    deck = _stored(library, make_deck(SIZE), tmp_path)
    bits = sum(1 for _ in store.enrolling(deck))
    assert 1 < bits < 10
    assert [card for _, card, _ in enrolled(store)] == [card.id for card in make_deck(SIZE).cards]


def test_of_two_versions_enrolled_at_once_the_last_holds(store: Store, library: Library, tmp_path: Path) -> None:
    deck = _stored(library, make_deck(SIZE), tmp_path)
    begun = store.enrolling(deck)
    next(begun)
    store.enrol([make_deck(3)])
    assert list(begun) == []
    assert [card for _, card, _ in enrolled(store)] == ["card-000", "card-001", "card-002"]


def test_stored_decks_and_those_in_memory_are_joined_alike(store: Store, decks: dict[str, tuple[Deck, Deck]]) -> None:
    (stored, deck), (lakes, loose) = decks["rivers"], decks["lakes"]
    expected = beside(store, [deck, loose])
    assert beside(store, [stored, lakes]) == beside(store, [stored, loose]) == expected
    assert [len(cards) for _, cards in expected] == [9, 40]  # type: ignore[arg-type]


def test_statistics_of_stored_decks_are_those_of_decks_in_memory(
    store: Store, decks: dict[str, tuple[Deck, Deck]]
) -> None:
    clock, (stored, deck) = Clock(), decks["rivers"]
    for day in range(9):
        session = sit_down(store, stored, clock)
        for number in range(8):
            if session.current is not None:
                session.answer(Grade(1 + (day + number) % 4), duration_ms=900)
        if session.current is not None:
            session.suspend()
        clock.turn(days=4)
    today = moment(clock(), 4).day
    figures = gather(store, [stored], today, 0.9)
    assert figures == gather(store, [deck], today, 0.9)
    assert figures.memories.stability.cards > 10
    assert {row.kind for row in figures.kinds} == {"date", "place"}


@pytest.mark.parametrize("anew", [False, True])
def test_a_library_that_was_deleted_is_done_without(
    store: Store, library: Library, decks: dict[str, tuple[Deck, Deck]], anew: bool
) -> None:
    stored, deck = decks["rivers"]
    try:
        discard(library.file)
    except OSError:  # a file that is open stays where it is
        pytest.skip("an open file cannot be deleted here")
    if anew:  # another deck has its row now
        with Library(library.file) as other:
            other.load(Path(library.file.parent.parent / "lakes.yaml"))
    store.enrol([stored])
    found = enrolled(store)
    assert len(found) == 38
    assert beside(store, [stored]) == beside(store, [deck])
    assert shown(sit_down(store, stored, Clock())) == "card-000"


def test_nothing_stays_attached(store: Store, decks: dict[str, tuple[Deck, Deck]]) -> None:
    clock, (stored, _) = Clock(), decks["lakes"]
    finish(sit_down(store, stored, clock), clock)
    gather(store, [stored], moment(clock(), 4).day, 0.9)
    with pytest.raises(ProgressError), store.beside([stored]):
        store.query("SELECT * FROM nowhere")
    assert [name for _, name, _ in store.query("PRAGMA database_list")] == ["main", "temp"]
    assert store.query("SELECT name FROM temp.sqlite_schema WHERE name = 'loose'") == []
