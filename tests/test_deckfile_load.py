"""Deck files read: what is accepted as it stands, and the exact words of every error."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
import yaml

from quizgen.deckfile import events, load_deck, read_deck
from quizgen.deckfile.events import MAX_BYTES
from quizgen.errors import DeckError
from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source

HEAD = "quizgen: 1\nid: d\ntitle: t\n"
CARD = HEAD + "cards:\n- question: q\n  answer: a\n"


def test_every_key_of_the_format_is_read() -> None:
    text = f"""\
quizgen: 1
id: harbour
title: The harbour bridge
language: en
description: What a visitor should know
source: {{file: sources/harbour.txt, sha256: {"0" * 64}, title: Harbour, date: 2019-05-04, reader: text 1}}
x-shelf: [a, {{b: c}}]
cards:
- id: opened-1
  fact: f1
  kind: date
  context: In the old town
  question: In which year was the bridge opened?
  answer: "1932"
  value: 1932
  accept: [in 1932]
  distractors: [1931, 1933]
  evidence: {{start: 4, end: 8, quote: 1932, page: 3, time: "00:12:05", source: sources/harbour.txt}}
  derived: true
  note: It took eight years.
  tags: [bridges]
  suspended: true
  retired: true
  x-mine: ""
"""
    quoted = Evidence(start=4, end=8, quote="1932", page=3, time="00:12:05", source="sources/harbour.txt")
    assert read_deck(text.encode(), "deck.yaml") == Deck(
        id="harbour",
        title="The harbour bridge",
        description="What a visitor should know",
        sources=(
            Source(
                file="sources/harbour.txt",
                sha256="0" * 64,
                title="Harbour",
                date="2019-05-04",
                reader="text 1",
            ),
        ),
        extra={"x-shelf": ["a", {"b": "c"}]},
        cards=(
            Card(
                id="opened-1",
                fact="f1",
                kind="date",
                context="In the old town",
                question="In which year was the bridge opened?",
                answer="1932",
                value="1932",
                accept=("in 1932",),
                distractors=("1931", "1933"),
                evidence=(quoted,),
                derived=True,
                note="It took eight years.",
                tags=("bridges",),
                suspended=True,
                retired=True,
                extra={"x-mine": ""},
            ),
        ),
    )


@pytest.mark.parametrize("text", ["No", "12:30", "007", "1e3", "2021-02-30", "null", "~", "0x1F", "=", "y"])
def test_what_yaml_would_type_stays_as_written(text: str) -> None:
    data = f"{HEAD}cards:\n- question: q\n  answer: {text}\n  accept: [{text}]\n".encode()
    (card,) = read_deck(data, "deck").cards
    assert (card.answer, card.accept) == (text, (text,))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_and_a_mark_are_read(ending: str) -> None:
    data = b"\xef\xbb\xbf" + CARD.replace("\n", ending).encode()
    assert read_deck(data, "deck") == read_deck(CARD.encode(), "deck")


def test_a_card_without_an_id_gets_one_from_its_question() -> None:
    cards = "- {question: What is  IT?, answer: a}\n- {question: what is it?, answer: b}\n"
    cards += "- {question: what is it?, answer: b}\n- {question: what is it?, answer: b}\n"
    deck = read_deck(f"{HEAD}cards:\n{cards}".encode(), "deck")
    assert [card.id for card in deck.cards] == [
        "card-a192afb8cc",
        "card-9e02856945",
        "card-9e02856945-2",
        "card-9e02856945-3",
    ]


def test_a_provisional_id_gives_way_to_a_given_one_further_down() -> None:
    (first,) = read_deck(CARD.encode(), "deck").cards
    deck = read_deck(f"{CARD}- {{id: {first.id}, question: other, answer: b}}\n".encode(), "deck")
    assert deck.cards[1].id == first.id
    assert deck.cards[0].id not in ("", first.id)


_OWN = " Keys of your own begin with x-."
_PLAIN = "Delete it: text in a deck is plain, without control characters or terminal escapes."
_FIRST = "A deck begins with the line: quizgen: 1"

ERRORS = {
    "": f"deck: the file is empty\n  {_FIRST}",
    "# nothing\n": f"deck:2:1: the file holds no deck\n  {_FIRST}",
    "- a": f"deck:1:1: a deck must be a mapping, not a list\n  {_FIRST}",
    "a": f"deck:1:1: a deck must be a mapping, not text\n  {_FIRST}",
    "id: d\ntitle: t": "deck:1:1: quizgen is missing\n  Add the line: quizgen: 1",
    "quizgen: 2": 'deck:1:10: the deck has format "2", made by a newer quizgen\n  Update quizgen.',
    "quizgen: one": 'deck:1:10: quizgen must be the format\'s number, 1, not "one"',
    "quizgen: 1\nid: d": "deck:1:1: a deck has no title\n  Add the line: title: ...",
    "quizgen: 1\nid:\ntitle: t": "deck:1:1: the id of a deck is empty\n  Write it after id:",
    'quizgen: 1\nid: "a\\nb"': 'deck:2:5: id must be one line without spaces around it, not "a\\nb"',
    f"{HEAD}titel: x": f'deck:4:1: a deck has no key "titel"\n  Did you mean title?{_OWN}',
    f"{HEAD}qqq: x": 'deck:4:1: a deck has no key "qqq"\n  Known keys: quizgen, id, title, language, '
    f"description, source, cards.{_OWN}",
    f"{HEAD}id: e": 'deck:4:1: the key "id" stands here twice\n  Keep one of the two.',
    f"{HEAD}x-a: {{b: 1, b: 2}}": 'deck:4:13: the key "b" stands here twice\n  Keep one of the two.',
    f"{HEAD}<<: {{a: b}}": "deck:4:1: merge keys (<<) are not used in deck files\n  Write the keys out.",
    f"{HEAD}? [a]\n: b": "deck:4:3: a key must be text, not a list\n"
    "  Put quotes around a text that begins with [ or {.",
    f"{HEAD}cards: x": "deck:4:8: cards must be a list, not text\n  Begin each card with: - question: ...",
    f"{HEAD}cards: [a]": "deck:4:9: a card must be a mapping, not text\n  Write it as: - question: ...",
    f"{HEAD}cards:\n- question: q": "deck:5:3: a card has no answer\n  Add the line: answer: ...",
    f"{HEAD}cards:\n- {{question: ' ', answer: a}}": "deck:5:3: the question of a card is empty\n"
    "  Write it after question:",
    f"{CARD}  anwser: b": f'deck:7:3: a card has no key "anwser"\n  Did you mean answer?{_OWN}',
    f"{CARD}  note: [b]": "deck:7:9: note must be text, not a list\n"
    "  Put quotes around a text that begins with [ or {.",
    f"{CARD}  accept: b": "deck:7:11: accept must be a list, not text\n  Write it in brackets: accept: [one, another]",
    f"{CARD}  accept: [b, '']": "deck:7:15: an item of accept is empty\n  Delete it, or write its text.",
    f"{CARD}  derived: yes": 'deck:7:12: derived must be true or false, not "yes"',
    f"{CARD}  id: x\n- {{id: x, question: r, answer: b}}": 'deck:8:3: two cards have the id "x"\n'
    "  The first is in line 5; rename one.",
    f"{CARD}  evidence: {{start: x}}": 'deck:7:21: start must be a whole number, not "x"',
    f"{CARD}  evidence: {{start: 1, end: 2}}": "deck:7:13: evidence has no quote\n"
    "  Add the source's text from start to end.",
    f"{CARD}  evidence: {{start: 2, end: 2, quote: x}}": "deck:7:13: evidence must end after its start, "
    "not from 2 to 2",
    f"{CARD}  evidence: {{start: 1, end: 3, quote: x}}": "deck:7:13: the quote has length 1, "
    "but 1 to 3 has length 2\n  The quote must be exactly the source's text from start to end.",
    f"{CARD}  evidence: {{x-a: b}}": 'deck:7:14: evidence has no key "x-a"\n'
    "  Known keys: start, end, quote, page, time, source.",
    f"{HEAD}source: {{file: a, sha256: 9f86}}": 'deck:4:27: sha256 must be 64 hexadecimal digits, not "9f86"',
    f"{HEAD}source: {{date: 2021-02-30}}": 'deck:4:16: date must be a date, not "2021-02-30"\n'
    "  Write it as 2021-12-03.",
    f"{HEAD}source: {{file: a}}": "deck:4:9: a source has no sha256\n  Add the line: sha256: ...",
    f"{HEAD}description: !!python/object:os.system x": "deck:4:14: tags (!name) are not used in deck files\n"
    "  Put quotes around a text that begins with !.",
    f"{HEAD}description: &a x": "deck:4:14: anchors (&name) are not used in deck files\n"
    "  Put quotes around a text that begins with &.",
    f"{HEAD}description: *a": "deck:4:14: aliases (*name) are not used in deck files\n"
    "  Put quotes around a text that begins with *.",
    f"%TAG !a! b\n---\n{HEAD}": "deck:1: tag directives (%TAG) are not used in deck files\n  Delete the line.",
    f"{HEAD}---\n{HEAD}": "deck:4:1: a second document begins here\n  One file holds one deck: delete the line ---",
    f"{HEAD}x-a: {'[' * 30}": "deck:4:26: x-a nests more than 20 lists and mappings",
    f"{HEAD}x-{'a' * 200}: b": f'deck:4:1: the key "x-{"a" * 57}…" is longer than 100 characters',
    f'{HEAD}description: "\\e[2J"': f"deck:4:14: description holds a control character\n  {_PLAIN}",
    f"{HEAD}description: a\x1b[2J": f"deck:4:15: a control character stands here (U+001B)\n  {_PLAIN}",
    f"{HEAD}description: \x9b2J": f"deck:4:14: a control character stands here (U+009B)\n  {_PLAIN}",
    f"{HEAD}description: a: b": "deck:4:15: this is not YAML as decks use it: "
    "mapping values are not allowed in this context\n"
    "  Put quotes around a text that holds a colon and a space, "
    "and check the line's indentation.",
    f"{HEAD}description: @a": "deck:4:14: this is not YAML as decks use it: "
    "found character that cannot start any token\n  Put quotes around a text that begins with @, %, or `.",
}


@pytest.mark.parametrize(("text", "told"), ERRORS.items())
def test_an_error_says_what_where_and_how_to_mend(text: str, told: str) -> None:
    with pytest.raises(DeckError) as error:
        read_deck(text.encode(), "deck")
    assert str(error.value) == told


JSON_ERRORS = {
    '{"quizgen": 1,}': "deck:1:15: this is not JSON: expected a key in double quotes",
    '{"quizgen": 1': 'deck:1:14: this is not JSON: expected "," or "}"',
    '{"quizgen": 1}\n x': "deck:2:2: this is not JSON: expected the end of the file",
    '{"quizgen" 1}': 'deck:1:12: this is not JSON: expected ":"',
    '{"quizgen": nil}': "deck:1:13: this is not JSON: expected a value",
    '{"quizgen": 1, "id": "\\q"}': "deck:1:23: this is not JSON: expected a string without control "
    "characters or unknown escapes, closed by a quote",
    '{"quizgen": 1, "quizgen": 1}': 'deck:1:16: the key "quizgen" stands here twice\n  Keep one of the two.',
    '{"quizgen": 1, "id": "\\u001b"}': f"deck:1:22: id holds a control character\n  {_PLAIN}",
    '{"quizgen": 1, "id": "\\ud800"}': f"deck:1:22: id holds a control character\n  {_PLAIN}",
}


@pytest.mark.parametrize(("text", "told"), JSON_ERRORS.items())
def test_json_has_errors_of_the_same_kind(text: str, told: str) -> None:
    with pytest.raises(DeckError) as error:
        read_deck(text.encode(), "deck", "json")
    assert str(error.value) == told


def test_json_is_read_by_the_same_schema(tmp_path: Path) -> None:
    path = tmp_path / "deck.json"
    path.write_text(
        '{"quizgen": 1, "id": "d", "title": "t", "description": null,\n'
        ' "cards": [{"question": "\\ud83d\\ude00", "answer": 1e3, "derived": true, "tags": []}]}'
    )
    (card,) = load_deck(path).cards
    assert (card.question, card.answer, card.derived) == ("\U0001f600", "1e3", True)


def test_files_that_cannot_be_had(tmp_path: Path) -> None:
    missing = tmp_path / "none.yaml"
    for path, told in (
        (missing, "there is no such file\n  Check its name and folder."),
        (tmp_path, "this is a folder, not a deck file\n  Name the deck files in it."),
    ):
        with pytest.raises(DeckError) as error:
            load_deck(path)
        assert str(error.value) == f"{path}: {told}"


def test_bytes_that_are_no_utf8() -> None:
    with pytest.raises(DeckError) as error:
        read_deck(b"quizgen: 1\nid: caf\xe9\n", "deck")
    assert str(error.value) == "deck:2: the file is not UTF-8 text\n  Save it with the encoding UTF-8."


def test_a_name_cannot_act_on_the_terminal() -> None:
    with pytest.raises(DeckError) as error:
        read_deck(b"- a", "\x1b[2J.yaml")
    assert error.value.where == "\\u001b[2J.yaml:1:1"


def test_aliases_cannot_grow() -> None:
    bomb = "".join(f"x-{level}: &a{level} [{f'*a{level - 1}, ' * 9}]\n" for level in range(1, 10))
    with pytest.raises(DeckError, match="anchors"):
        read_deck(f"{HEAD}{bomb}".encode(), "deck")


def test_the_collector_is_as_it_was() -> None:
    for turn in (gc.enable, gc.disable):
        turn()
        before = gc.isenabled()
        with pytest.raises(DeckError):
            read_deck(b"- a", "deck")
        after = gc.isenabled()
        gc.enable()
        assert after == before


def test_an_escape_beyond_unicode_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    with pytest.raises(DeckError, match="not YAML as decks use it"):
        read_deck(f'{HEAD}description: "\\UFFFFFFFF"\n'.encode(), "deck")


HOSTILE = {
    "lists": b"x-a: " + b"[" * 1_000_000,
    "dashes": b"x-a:\n" + b"- " * 1_000_000,
    "mappings": b"x-a: " + b"{a: " * 500_000,
    "questions": b"? " * 1_000_000,
    "directives": b"%TAG !a! b\n" * 500_000,
    "quote": b'x-a: "' + b"a" * 5_000_000,
    "keys": b"".join(b"x-%d: a\n" % number for number in range(50_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_large_nonsense_is_refused_soon(name: str) -> None:
    with pytest.raises(DeckError):
        read_deck(b"quizgen: 1\n" + HOSTILE[name], "deck")


def test_a_file_of_100_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(DeckError) as error:
        load_deck(path)
    assert str(error.value) == (
        f"{path}: the file is too large for a deck\n  A deck has at most 96 MB and 10 million values."
    )


def test_many_tiny_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 2 * events.MAX_EVENTS < MAX_BYTES  # so that a file can have too many
    monkeypatch.setattr(events, "MAX_EVENTS", 100_000)  # ten million take ten seconds
    with pytest.raises(DeckError, match="too large"):
        read_deck(f"{HEAD}x-a: [{'a,' * 110_000}]".encode(), "deck")
    assert read_deck(f"{CARD}x-a: [{'a,' * 90_000}]".encode(), "deck").cards
