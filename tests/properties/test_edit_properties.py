"""Editing one card of any deck: the deck with that card changed, and every byte outside its lines as it was."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from strategies import cards, decks

from quizgen.deckfile import Format, dump_deck, read_deck
from quizgen.deckfile.edit import Change, edit_data
from quizgen.model.card import Card
from quizgen.model.deck import Deck

_BLOCK = "\n\n- "


@st.composite
def _decorated(draw: st.DrawFn) -> tuple[bytes, Deck]:
    """A deck file as people leave it: comments after cards' texts and between cards, other line breaks, a BOM."""
    deck = draw(decks(max_cards=3))
    text = dump_deck(deck).decode()
    above = draw(st.sampled_from(("", "# about the next", "# 1\n\n# 2")))
    text = text.replace(_BLOCK, f"\n\n{above}\n- ")
    if draw(st.booleans()):
        text = "# at the top\n" + text + "\n# at the end\n"
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    data = (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + text.encode()
    return data, read_deck(data, "deck")


def _outside(data: bytes, deck: Deck, number: int) -> tuple[bytes, bytes]:
    """What stands before a card and from the next one on, comments between them left out of account."""
    lines = data.split(b"\n")
    starts = [place for place, line in enumerate(lines) if line.startswith(b"- ") and _in_cards(lines, place)]
    following = starts[number + 1] if number + 1 < len(starts) else len(lines)
    return b"\n".join(lines[: starts[number]]), b"\n".join(lines[following:])


def _in_cards(lines: list[bytes], place: int) -> bool:
    return any(line.startswith(b"cards:") for line in lines[:place])


@given(decorated=_decorated(), card=cards(), data=st.data())
def test_an_edit_changes_that_card_alone(decorated: tuple[bytes, Deck], card: Card, data: st.DataObject) -> None:
    before, deck = decorated
    if not deck.cards:
        return
    number = data.draw(st.integers(0, len(deck.cards) - 1))
    old = deck.cards[number]
    fields = data.draw(st.sets(st.sampled_from(("question", "answer", "accept", "note", "tags", "value", "extra"))))
    new = replace(old, **{field: getattr(card, field) for field in fields})
    after, changed = edit_data(before, "deck", "yaml", [Change(old, new)])
    assert changed == replace(deck, cards=(*deck.cards[:number], new, *deck.cards[number + 1 :]))
    assert read_deck(after, "deck") == changed
    assert _outside(after, deck, number) == _outside(before, deck, number)
    assert after.count(b"# about the next") == before.count(b"# about the next")


@given(decorated=_decorated(), card=cards())
def test_a_card_added_and_removed_leaves_the_file_as_it_was(decorated: tuple[bytes, Deck], card: Card) -> None:
    before, deck = decorated
    if any(card.id == other.id for other in deck.cards) or not deck.cards:
        return
    more, grown = edit_data(before, "deck", "yaml", [Change(None, card)])
    assert list(grown.cards) == [*deck.cards, card]
    again, shrunk = edit_data(more, "deck", "yaml", [Change(card, None)])
    assert shrunk == deck
    assert again == before


@given(deck=decks(), card=cards(), form=st.sampled_from(("yaml", "json")), data=st.data())
def test_any_change_is_written_in_either_form(deck: Deck, card: Card, form: Format, data: st.DataObject) -> None:
    changes = [Change(old, data.draw(st.sampled_from((None, replace(card, id=old.id))))) for old in deck.cards]
    if card.id not in {old.id for old in deck.cards}:
        changes.append(Change(None, card))
    after, changed = edit_data(dump_deck(deck, form), "deck", form, changes)
    assert list(changed.cards) == [change.after for change in changes if change.after is not None]
    assert read_deck(after, "deck", form) == changed
