"""Editing a deck file through the library: the file and the deck are what editing the whole file gives."""

from __future__ import annotations

import codecs
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from study_tools import counted, make_deck

from quizgen.deckfile import dump_deck, load_deck, save_deck
from quizgen.deckfile import edit as editing
from quizgen.deckfile.edit import Change, edit_deck
from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.study.library.cards import StoredCards
from quizgen.study.library.library import Library, LibraryClosedError
from quizgen.study.store import Store

SIZE = 400
DECK = make_deck(SIZE)


def decorated() -> bytes:
    """A deck of some pieces, with comments, blank lines and tags."""
    text = dump_deck(DECK).decode().replace("- id: card-1", "# about the next\n- id: card-1")
    return text.replace("answer: River 30\n", "answer: River 30  # a wide one\n  tags: [wide]  # so\n").encode()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "decks.sqlite3") as opened:
        yield opened


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes were given to the editor's parser, each time."""
    sizes: list[int] = []
    read = editing.read_located
    monkeypatch.setattr(editing, "read_located", lambda data, *rest: [sizes.append(len(data)), read(data, *rest)][1])
    return sizes


def tagged(card: Card) -> Card:
    return card if "new" in card.tags else replace(card, tags=(*card.tags, "new"))


def as_whole(file: Path, changes: list[Change]) -> bytes:
    """The bytes that editing the whole file gives."""
    copy = file.with_name(f"copy-{file.name}")
    shutil.copyfile(file, copy)
    edit_deck(copy, changes)
    return copy.read_bytes()


def agrees(library: Library, file: Path) -> bool:
    """Whether the library's deck is what its file holds, without reading the file."""
    deck = library.known(file)
    assert deck is not None
    assert isinstance(deck.cards, StoredCards)
    return replace(deck, cards=tuple(deck.cards)) == load_deck(file)


NUMBERS = st.lists(st.integers(0, SIZE - 1), min_size=1, max_size=4, unique=True)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    turns=st.lists(st.tuples(NUMBERS, st.sampled_from(["change", "remove", "add", "tag"])), min_size=1, max_size=3),
    mark=st.booleans(),
    newline=st.sampled_from([b"\n", b"\r\n"]),
)
def test_whatever_the_changes_the_file_is_as_if_edited_whole(
    tmp_path: Path, turns: list[tuple[list[int], str]], mark: bool, newline: bytes
) -> None:
    file = tmp_path / "deck.yaml"
    (tmp_path / "decks.sqlite3").unlink(missing_ok=True)
    file.write_bytes((codecs.BOM_UTF8 if mark else b"") + decorated().replace(b"\n", newline))
    with Library(tmp_path / "decks.sqlite3") as library:
        deck = library.load(file)
        for turn, (numbers, what) in enumerate(turns):
            cards = [deck.cards[number % len(deck.cards)] for number in numbers]
            changes = [change_of(what, card, turn) for card in {card.id: card for card in cards}.values()]
            wanted = as_whole(file, changes)
            if what == "tag":
                deck = library.rewrite(file, {card.id for card in cards}, tagged)
            else:
                deck = library.edit(file, changes)
            assert file.read_bytes() == wanted
            assert agrees(library, file)


def change_of(what: str, card: Card, turn: int) -> Change:
    if what == "add":
        return Change(None, replace(card, id=f"{card.id}-{turn}", question="Another?"))
    return Change(card, {"change": replace(card, answer="Else: 'so'"), "tag": tagged(card), "remove": None}[what])


def test_only_the_piece_is_parsed(library: Library, tmp_path: Path, parsed: list[int]) -> None:
    file = tmp_path / "deck.yaml"
    save_deck(make_deck(3000), file)
    deck = library.load(file)
    deck = library.edit(file, [Change(deck.cards[1500], replace(deck.cards[1500], answer="The Rhône"))])
    assert deck.cards[1500].answer == "The Rhône"
    assert max(parsed) < file.stat().st_size / 10


def test_an_added_card_gets_an_id_of_its_own(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_bytes(decorated())
    library.load(file)
    new = Card(id="", question="Which is new?", answer="This")
    ids = [library.edit(file, [Change(None, new)]).cards[-1].id for _ in range(2)]
    assert len({*ids, ""}) == 3
    with pytest.raises(DeckError):
        library.edit(file, [Change(None, replace(new, id="card-000"))])
    assert agrees(library, file)


def test_what_cannot_be_changed_is_told_as_of_the_whole(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_bytes(decorated())
    deck = library.load(file)
    for change in (
        Change(replace(deck.cards[0], answer="not so"), None),
        Change(replace(deck.cards[0], id="nobody"), None),
        Change(deck.cards[0], replace(deck.cards[0], answer=" ")),
    ):
        with pytest.raises(DeckError) as whole:
            edit_deck(file, [change])
        with pytest.raises(DeckError) as piece:
            library.edit(file, [change])
        assert (piece.value.message, piece.value.where) == (whole.value.message, whole.value.where)
    assert file.read_bytes() == decorated()


@pytest.mark.parametrize("name", ["deck.json", "flow.yaml", "unnamed.yaml"])
def test_files_that_cannot_be_cut_are_edited_whole(library: Library, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    save_deck(make_deck(3), file)
    if name == "flow.yaml":
        cards = "cards: [{id: card-000, question: Q, answer: A}, {id: card-001, question: R, answer: A}]\n"
        file.write_text(f"quizgen: 1\nid: a\ntitle: A\n{cards}", encoding="utf-8")
    elif name == "unnamed.yaml":
        file.write_text(file.read_text(encoding="utf-8").replace("- id: card-002\n ", "-"), encoding="utf-8")
    deck = library.load(file)
    deck = library.edit(file, [Change(deck.cards[1], replace(deck.cards[1], answer="B"))])
    assert deck.cards[1].answer == "B"
    deck = library.rewrite(file, {card.id for card in deck.cards}, tagged)
    assert {card.tags for card in deck.cards} == {("new",)}
    assert agrees(library, file)


def test_a_file_changed_meanwhile_is_not_overwritten(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_bytes(decorated())
    deck = library.load(file)
    other = decorated().replace(b"answer: River 7\n", b"answer: The Elbe\n")

    def tag_while_another_writes(card: Card) -> Card:
        file.write_bytes(other)
        return tagged(card)

    deck = library.rewrite(file, {"card-020"}, tag_while_another_writes)
    assert b"The Elbe" in file.read_bytes()
    assert deck.cards[20].tags == ("new",)
    assert agrees(library, file)


def test_one_that_is_closed_meanwhile_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_bytes(decorated())
    library = Library(tmp_path / "decks.sqlite3")
    library.load(file)
    with pytest.raises(LibraryClosedError):
        library.rewrite(file, {"card-020"}, tagged, lambda _: library.close())
    assert file.read_bytes() == decorated()
    with Library(tmp_path / "decks.sqlite3") as again:
        assert agrees(again, file)


def test_positions_stay_where_cards_are_only_changed(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_bytes(decorated())
    deck = library.load(file)
    deck = library.edit(file, [Change(None, Card(id="new", question="Q", answer="A"))])
    before = positions(library)
    library.rewrite(file, {card.id for card in deck.cards}, tagged)
    assert positions(library) == before


def positions(library: Library) -> list[tuple[object, ...]]:
    assert library._read is not None
    return library._read("SELECT position, id FROM card ORDER BY 1")


def test_an_amended_enrolment_is_that_of_the_deck(tmp_path: Path) -> None:
    hidden: Callable[[Card], Card] = lambda card: replace(card, suspended=True)  # noqa: E731
    cards = list(make_deck(5).cards)
    now = replace(
        make_deck(5),
        cards=(hidden(cards[0]), cards[1], replace(cards[3], fact="f"), cards[4], replace(cards[2], id="new")),
    )
    with Store.open(tmp_path / "progress.sqlite3", counted()) as store:
        store.enrol([make_deck(2, "other"), make_deck(5)])
        store.amend(now, ["card-000", "card-002", "card-003", "new"])
        amended = store.query("SELECT deck, card, fact FROM member ORDER BY position")
        store.enrol([now])
        assert store.query("SELECT deck, card, fact FROM member ORDER BY position") == amended
        store.enrol([replace(now)])
        assert store.query("SELECT deck, card, fact FROM member ORDER BY position") == amended
