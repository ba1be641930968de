"""The library: what it gives is what reading the file gives, however the file was edited, and whatever befalls it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from study_tools import Clock, counted, make_deck, sit_down
from tui_tools import DECK

from quizgen.deckfile import dump_deck, load_deck, save_deck
from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.review import Grade
from quizgen.study.library import filling
from quizgen.study.library.cards import StoredCards
from quizgen.study.library.library import Library
from quizgen.study.members import CardsById
from quizgen.study.store import Store


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "data" / "decks.sqlite3") as opened:
        yield opened


def same(deck: Deck, file: Path) -> bool:
    """Whether a deck is what its file holds."""
    assert isinstance(deck.cards, StoredCards)
    return replace(deck, cards=tuple(deck.cards)) == load_deck(file)


def outcome(load: Callable[[Path], Deck], file: Path) -> Deck | tuple[str, str, str]:
    """What reading a file gives: a deck with its cards in memory, or an error's texts."""
    try:
        deck = load(file)
    except DeckError as error:
        return error.message, error.where, error.hint
    return replace(deck, cards=tuple(deck.cards))


def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collects how many bytes are given to the parser."""
    sizes: list[int] = []
    read = filling.read_located
    monkeypatch.setattr(filling, "read_located", lambda data, *rest: [sizes.append(len(data)), read(data, *rest)][1])
    return sizes


def test_a_deck_is_what_its_file_holds(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    odd = Card(id="odd", question="Q\n[x]", answer="A", extra={"x-a": {"b": ["c"]}}, tags=("a b", "c"), suspended=True)
    save_deck(replace(DECK, cards=(*DECK.cards, odd), extra={"x-own": "kept"}, description="One."), file)
    assert same(library.load(file), file)
    assert library.load(file) is library.known(file)


def test_cards_are_found_by_place_and_by_id(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    save_deck(DECK, file)
    cards = library.load(file).cards
    assert isinstance(cards, StoredCards)
    assert (len(cards), cards[1], cards[-1], cards[1:3]) == (5, DECK.cards[1], DECK.cards[-1], DECK.cards[1:3])
    assert cards.find("initiative-trust") == DECK.cards[4]
    assert cards.find("nobody") is None
    for place in (5, -6):
        with pytest.raises(IndexError):
            cards[place]


def test_a_file_is_read_once_also_by_the_next_process(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "deck.yaml"
    save_deck(DECK, file)
    sizes = parsed(monkeypatch)
    library.load(file)
    library.load(file)
    with Library(library.file) as again:
        assert same(again.load(file), file)
    assert len(sizes) == 1


def test_of_an_edited_file_only_the_piece_that_changed_is_read(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "deck.yaml"
    save_deck(make_deck(2000), file)
    library.load(file)
    sizes = parsed(monkeypatch)
    text = file.read_text(encoding="utf-8")
    edited = text.replace("answer: River 900\n", "answer: The Rhône\n")
    added = edited.replace("- id: card-901\n", "- id: new\n  question: Q\n  answer: A\n\n- id: card-901\n")
    gone = added.replace("- id: card-902\n  question: Which river is number 902?\n  answer: River 902\n\n", "")
    for version in (edited, added, gone, text):
        file.write_text(version, encoding="utf-8")
        assert same(library.load(file), file)
    assert max(sizes) < len(text) / 10


def test_a_file_that_was_only_touched_is_not_parsed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "deck.yaml"
    save_deck(make_deck(300), file)
    library.load(file)
    sizes = parsed(monkeypatch)
    os.utime(file, (1, 1))
    assert same(library.load(file), file)
    assert sizes == []


EDITS = (
    ("title: Rivers", "title: Streams"),
    ("- id: card-400\n", "- id: card-000\n"),
    ("answer: River 399\n", 'answer: "River\n- id: not a card"\n'),
    ("answer: River 399\n", "answer: 'unclosed\n"),
    ("answer: River 399\n", "answer: a\n  answer: b\n"),
    ("answer: River 399\n", "answer: a\n...\n"),
    ("answer: River 399\n", "answer: a\nx-own: b\ncards: []\n"),
    ("- id: card-400\n  question", "- question"),
    ("- id: card-499\n", "- id: card-499\n  x-own: [a]\n"),
)


@pytest.mark.parametrize(("before", "after"), EDITS)
def test_an_edit_tells_what_reading_the_whole_tells(library: Library, tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "deck.yaml"
    save_deck(make_deck(500), file)
    library.load(file)
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
    assert outcome(library.load, file) == outcome(load_deck, file)
    file.write_text(text, encoding="utf-8")
    assert same(library.load(file), file)


def test_which_of_some_cards_there_are(library: Library, tmp_path: Path) -> None:
    rivers = make_deck(4)
    cards = (replace(rivers.cards[0], kind="place"), *rivers.cards[1:3], replace(rivers.cards[3], suspended=True))
    save_deck(replace(rivers, cards=cards), tmp_path / "rivers.yaml")
    stored = library.load(tmp_path / "rivers.yaml")
    keys = [("rivers", f"card-{number:03}") for number in (2, 9, 3, 0)] + [("lakes", "card-000")]
    for deck in (stored, replace(stored, cards=cards)):
        assert CardsById([deck], hidden=False).among(keys) == [keys[0], keys[3]]
        assert CardsById([deck], hidden=True).among(keys) == [keys[0], keys[2], keys[3]]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 400), st.text("- \n:ab#'\"\tx", max_size=12))))
def test_whatever_the_edits_the_library_agrees_with_the_file(tmp_path: Path, edits: list[tuple[int, int, str]]) -> None:
    file = tmp_path / "deck.yaml"
    data = dump_deck(make_deck(400))
    file.write_bytes(data)
    (tmp_path / "decks.sqlite3").unlink(missing_ok=True)
    with Library(tmp_path / "decks.sqlite3") as library:
        library.load(file)
        for place, length, text in edits:
            start = place % len(data)
            data = data[:start] + text.encode() + data[start + length :]
            file.write_bytes(data)
            assert outcome(library.load, file) == outcome(load_deck, file)


def test_other_layouts_are_read_whole(library: Library, tmp_path: Path) -> None:
    flow = tmp_path / "flow.yaml"
    flow.write_text("quizgen: 1\nid: a\ntitle: A\ncards: [{question: Q, answer: A}]\n", encoding="utf-8")
    form = tmp_path / "deck.json"
    save_deck(replace(DECK, id="json"), form)
    for file in (flow, form):
        assert same(library.load(file), file)
    flow.write_text("quizgen: 1\nid: a\ntitle: B\ncards: [{question: Q, answer: B}]\n", encoding="utf-8")
    assert same(library.load(flow), flow)


@pytest.mark.parametrize("damage", [b"no database at all, but text that is long enough" * 9, b""])
def test_a_damaged_library_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    deck, file = tmp_path / "deck.yaml", tmp_path / "decks.sqlite3"
    save_deck(DECK, deck)
    file.write_bytes(damage)
    with Library(file) as library:
        assert same(library.load(deck), deck)


def test_without_a_place_for_the_library_decks_are_read_into_memory(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    save_deck(DECK, deck)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with Library(tmp_path / "file" / "decks.sqlite3") as library:
        assert library.load(deck) == DECK
        assert library.known(deck) is None


def test_a_broken_file_is_told_and_leaves_the_library(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    save_deck(DECK, file)
    library.load(file)
    file.write_text("quizgen: 1\nid: a\ntitel: A\n", encoding="utf-8")
    with pytest.raises(DeckError, match="titel"):
        library.load(file)
    save_deck(DECK, file)
    assert same(library.load(file), file)
    file.unlink()
    with pytest.raises(DeckError, match="no such file"):
        library.load(file)


def test_the_share_read_grows_to_the_end(library: Library, tmp_path: Path) -> None:
    file, told = tmp_path / "deck.yaml", list[float]()
    save_deck(make_deck(1600), file)
    library.load(file, told.append)
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] <= 1


def test_a_session_over_a_deck_in_the_library_is_the_one_over_it_in_memory(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    deck = make_deck(40, siblings=2)
    save_deck(deck, file)
    seen = []
    for number, opened in enumerate((library.load(file), deck)):
        with Store.open(tmp_path / f"{number}.sqlite3", counted()) as store:
            clock = Clock()
            session = sit_down(store, opened, clock)
            cards = []
            while session.current is not None and len(cards) < 30:
                cards.append((session.current.card, session.counts()))
                clock.turn(minutes=1)
                session.answer(Grade.GOOD if len(cards) % 3 else Grade.AGAIN)
            seen.append((cards, session.summary(), list(session.changed())))
    assert seen[0][:2] == seen[1][:2]


def test_cards_by_id(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    save_deck(replace(DECK, cards=(replace(DECK.cards[0], retired=True), *DECK.cards[1:])), file)
    for deck in (library.load(file), load_deck(file)):
        shown, every = CardsById([deck], hidden=False), CardsById([deck], hidden=True)
        assert len(shown) == 4
        assert len(every) == 5
        assert ("arnholm", "date-first-lighting") not in shown
        assert every["arnholm", "date-first-lighting"].retired
        assert ("arnholm", "nobody") not in every
        assert ("elsewhere", "nobody") not in every
        assert list(shown) == [("arnholm", card.id) for card in DECK.cards[1:]]
