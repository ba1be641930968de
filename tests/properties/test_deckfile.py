"""What holds for every deck and every file: round trips, other readers, no error but a DeckError."""

from __future__ import annotations

import json
import unicodedata
from typing import Any, get_args

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import decks, texts

from quizgen.deckfile import Format, dump_deck, read_deck
from quizgen.errors import DeckError
from quizgen.model.deck import Deck


@given(deck=decks())
def test_a_deck_written_and_read_is_the_same(deck: Deck) -> None:
    for form in get_args(Format):
        data = dump_deck(deck, form)
        again = read_deck(data, "deck", form)
        assert again == deck
        assert dump_deck(again, form) == data


@given(deck=decks())
def test_the_interpreted_parser_reads_the_same(deck: Deck) -> None:
    data = dump_deck(deck)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        assert read_deck(data, "deck") == deck


@given(deck=decks())
def test_other_readers_see_what_json_says(deck: Deck) -> None:
    """A reader that gives scalars types sees text everywhere but in the fields that are for machines."""
    assert yaml.load(dump_deck(deck), Loader=_DatesAsText) == json.loads(dump_deck(deck, "json"))


class _DatesAsText(yaml.SafeLoader):
    """YAML 1.1 with all its types, but dates as the text that JSON has for them."""


_DatesAsText.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: node.value)


@given(deck=decks())
def test_no_line_ends_or_begins_with_what_editors_strip(deck: Deck) -> None:
    for line in dump_deck(deck).decode().split("\n"):
        assert line == line.rstrip(" ")
        assert "\t" not in line


@given(text=texts())
def test_text_quoted_by_hand_is_read_as_it_is_written(text: str) -> None:
    written = "'" + text.replace("'", "''") + "'"
    assume(not any(character in text for character in "\n\x85\u2028\u2029\ufffe\uffff"))
    deck = read_deck(f"quizgen: 1\nid: d\ntitle: t\nx-a: {written}\n".encode(), "deck")
    assert deck.extra == {"x-a": text}


_BASE = dump_deck(
    read_deck(
        b"quizgen: 1\nid: d\ntitle: t\nx-own: {a: [b, {c: d}]}\n"
        b"cards:\n- question: q\n  answer: a\n  value: 60\n"
        b"  accept: [b, c]\n  evidence: {start: 1, end: 2, quote: x}\n"
        b"  note: |-\n    a\n    b\n  derived: true\n",
        "base",
    )
)
_MARKS = rb"""- |: |[|]|{|}|&a |*a|!!str |#|>|'|"|? |,|null|1e999|<<: |\x|"\UFFFFFFFF"|"\ud800"|%TAG"""
_BREAKS = b"\n|  |\t|\r|\r\n|cards:\n|---\n|...\n|\x00|\x1b[1m|\xff|\xc2\x85|\xf0\x9f|\xef\xbb\xbf"
_PIECES = st.sampled_from((*_MARKS.split(b"|"), *_BREAKS.split(b"|"), b"|"))


@st.composite
def _mangled(draw: st.DrawFn) -> bytes:
    """A deck file with pieces put in, taken out and repeated."""
    data = draw(st.sampled_from((_BASE, dump_deck(read_deck(_BASE, "base"), "json"))))
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 12))
        data = data[:at] + draw(_PIECES | st.binary(max_size=6) | st.just(data[at : at + 40])) + data[at + length :]
    return data


def _only_deck_errors(data: bytes, form: Format) -> None:
    told = None
    try:
        read_deck(data, "fuzz", form)
    except DeckError as error:
        told = error
    if told is not None:
        assert told.where.startswith("fuzz")
        assert not {"Cc", "Cs", "Zl", "Zp"}.intersection(map(unicodedata.category, told.message))


@pytest.mark.slow
@given(
    data=_mangled() | st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
@settings(max_examples=10_000)
def test_ten_thousand_broken_files_raise_nothing_but_deck_errors(data: bytes) -> None:
    _only_deck_errors(data, "yaml")
    _only_deck_errors(data, "json")


@given(data=_mangled())
def test_broken_files_raise_nothing_but_deck_errors_without_libyaml(data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        _only_deck_errors(data, "yaml")


@given(
    value=st.recursive(
        st.text() | st.booleans() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_is_read_or_refused(value: Any) -> None:
    _only_deck_errors(json.dumps({"quizgen": 1, "id": "d", "title": "t", "x-a": value}).encode(), "json")
