"""Cards edited in deck files that people wrote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.deckfile import edit, load_deck, read_deck
from quizgen.deckfile.edit import Change, edit_data, edit_deck
from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.model.deck import Deck

DECK = """\
# Rivers, by hand
quizgen: 1
id: rivers
title: Rivers
cards:

- id: danube   # the long one
  question: Where does the Danube end?   # ask the map
  answer: in the Black Sea
  accept:      # all of these
  - Black Sea
  # and this
  - "the Black Sea"
  note: |- # for later
    Its delta
    is large.
  # the end of the first

# The next one is harder.
- { question: "Where does the Rhine rise?", answer: 'in the Alps' }
-   question: Which river runs through Prague?
    answer: the Vltava
x-own: kept
"""


def change(text: str, number: int, **fields: object) -> tuple[str, Deck]:
    """The file with fields of one card changed."""
    deck = read_deck(text.encode(), "rivers")
    old = deck.cards[number]
    data, changed = edit_data(text.encode(), "rivers", "yaml", [Change(old, replace(old, **fields))])  # type: ignore[arg-type]
    return data.decode(), changed


def test_one_line_changes_where_one_answer_does() -> None:
    text, _ = change(DECK, 0, answer="in Romania: in its delta")
    assert text == DECK.replace("answer: in the Black Sea", 'answer: "in Romania: in its delta"')


def test_a_comment_behind_a_value_stays_there() -> None:
    text, _ = change(DECK, 0, question="Where does it\nend?")
    assert 'question: "Where does it\\nend?"   # ask the map\n' in text


def test_comments_inside_a_value_go_above_it() -> None:
    text, _ = change(DECK, 0, accept=("Black Sea",), note="Its delta is large.")
    assert "  # all of these\n  # and this\n  accept: [Black Sea]\n  # for later\n  note: Its delta is large.\n" in text
    assert text.count("#") == DECK.count("#")


def test_a_field_is_added_in_the_order_of_the_format_and_taken_out_again() -> None:
    text, _ = change(DECK, 0, context="In geography", tags=("maps",))
    assert "# the long one\n  context: In geography\n  question" in text
    assert "is large.\n  tags: [maps]\n  # the end" in text
    again, _ = change(text, 0, context=None, tags=())
    assert again == DECK


def test_a_field_taken_out_leaves_its_comments() -> None:
    text, _ = change(DECK, 0, accept=(), note=None)
    assert text.count("#") == DECK.count("#")
    assert "accept" not in text


@pytest.mark.parametrize("number", [1, 2])
def test_a_card_without_an_id_gets_it_written_and_keeps_it(number: int) -> None:
    before = read_deck(DECK.encode(), "rivers").cards[number]
    text, deck = change(DECK, number, question="Another question?")
    assert deck.cards[number].id == before.id
    assert f"id: {before.id}" in text.replace('"', "")
    assert text.count("#") == DECK.count("#")


def test_ids_that_hang_on_the_card_removed_are_written_first() -> None:
    text = "quizgen: 1\nid: d\ntitle: t\ncards:\n- question: q\n  answer: a\n- question: q\n  answer: b # c\n"
    deck = read_deck(text.encode(), "d")
    data, left = edit_data(text.encode(), "d", "yaml", [Change(deck.cards[0], None)])
    assert left.cards == deck.cards[1:]
    assert read_deck(data, "d").cards[0].id == deck.cards[1].id
    assert b"# c" in data


def test_windows_line_breaks_and_the_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + DECK.replace("\n", "\r\n").encode()
    deck = read_deck(data, "rivers")
    new = replace(deck.cards[0], answer="two\nlines", tags=("a", "b"))
    after, _ = edit_data(data, "rivers", "yaml", [Change(deck.cards[0], new)])
    assert after.startswith(b"\xef\xbb\xbf#")
    assert b"\n" not in after.replace(b"\r\n", b"")


@pytest.mark.parametrize("cards", ["", "cards:\n", "cards: []\n", "cards: []   # none yet\n", "cards:\nx-a: b\n"])
def test_the_first_card_of_a_deck(cards: str) -> None:
    text = f"quizgen: 1\nid: d\ntitle: t\n{cards}"
    data, deck = edit_data(text.encode(), "d", "yaml", [Change(None, Card(id="", question="q", answer="a"))])
    assert deck.cards[0].id.startswith("card-")
    assert read_deck(data, "d") == deck
    assert data.count(b"#") == text.count("#")


def test_a_card_removed_leaves_the_others_as_they_stand() -> None:
    deck = read_deck(DECK.encode(), "rivers")
    data, left = edit_data(DECK.encode(), "rivers", "yaml", [Change(deck.cards[2], None)])
    assert left.cards == deck.cards[:2]
    assert data.decode() == DECK.replace("-   question: Which river runs through Prague?\n    answer: the Vltava\n", "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The deck in a file."""
    path = tmp_path / "rivers.yaml"
    path.write_text(DECK, encoding="utf-8", newline="\n")
    return path


def test_a_card_that_changed_underneath_is_refused(file: Path) -> None:
    old = load_deck(file).cards[0]
    file.write_text(DECK.replace("in the Black Sea", "elsewhere"), encoding="utf-8", newline="\n")
    before = file.read_bytes()
    with pytest.raises(DeckError, match="changed in the file since it was read"):
        edit_deck(file, [Change(old, replace(old, note="x"))])
    file.write_text("quizgen: 1\nid: rivers\ntitle: Rivers\n", encoding="utf-8", newline="\n")
    with pytest.raises(DeckError, match="no longer in the file"):
        edit_deck(file, [Change(old, None)])
    assert b"elsewhere" in before


def test_a_file_that_changes_during_the_edit_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = load_deck(file).cards[0]
    reads = iter((DECK.encode(), DECK.encode() + b"# late\n"))
    monkeypatch.setattr(edit, "read_bytes", lambda _: next(reads))
    with pytest.raises(DeckError, match="another program"):
        edit_deck(file, [Change(old, replace(old, note="x"))])
    assert file.read_text(encoding="utf-8") == DECK


@pytest.mark.parametrize("fields", [{"answer": " "}, {"question": ""}, {"note": "\x1b[1m"}])
def test_what_no_deck_may_hold_is_refused_and_the_file_stays(file: Path, fields: dict[str, str]) -> None:
    old = load_deck(file).cards[0]
    with pytest.raises(DeckError):
        edit_deck(file, [Change(old, replace(old, **fields))])  # type: ignore[arg-type]
    assert file.read_text(encoding="utf-8") == DECK


def test_many_cards_in_one_write(file: Path) -> None:
    deck = load_deck(file)
    edited = edit_deck(file, [Change(card, replace(card, tags=("rivers",))) for card in deck.cards])
    assert load_deck(file) == edited
    assert {card.tags for card in edited.cards} == {("rivers",)}
    assert "x-own: kept" in file.read_text(encoding="utf-8")
