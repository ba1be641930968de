"""Deck files written: the canonical form to the letter, and files that are replaced as a whole."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from quizgen.deckfile import dump_deck, load_deck, read_deck, replace_file, save_deck
from quizgen.errors import DeckError
from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source

LONG = "the keeper of the harbour light, who had written in his diary every single evening from 1911 to 1937"

DECK = Deck(
    id="harbour",
    title="The harbour: a bridge",
    description="Two\nlines",
    sources=(Source(file="sources/harbour.txt", sha256="0" * 64, title="Harbour", date="2019-05-04"),),
    extra={"x-shelf": ["a", {"b": "c", "d": []}, ["e", [{}]]]},
    cards=(
        Card(
            id="opened-1",
            fact="3f9c2a1b7d",
            kind="date",
            question="In which year was the bridge opened?",
            answer="1932",
            value="1932",
            accept=("in 1932",),
            distractors=("1931", "No", "1,932", "the 60th"),
            evidence=(Evidence(start=4, end=8, quote="1932", page=3, time="00:12:05"),),
            derived=True,
            tags=("bridges",),
        ),
        Card(
            id="keeper-2",
            question='Who said "it holds"?',
            answer="“Old” Tom",
            value="2021-12-03",
            distractors=(LONG, "Ann"),
            note="First.\n\n  Second: it's\nThird.",
            retired=True,
            extra={"x-mine": "\u202e"},
        ),
    ),
)

YAML = f"""\
quizgen: 1
id: harbour
title: "The harbour: a bridge"
language: en
description: |-
  Two
  lines
source:
  file: sources/harbour.txt
  sha256: "{"0" * 64}"
  title: Harbour
  date: 2019-05-04
x-shelf:
- a
- b: c
  d: []
-
  - e
  -
    - {{}}
cards:

- id: opened-1
  fact: 3f9c2a1b7d
  kind: date
  question: In which year was the bridge opened?
  answer: "1932"
  value: 1932
  accept: [in 1932]
  distractors: ["1931", "No", "1,932", the 60th]
  evidence:
  - start: 4
    end: 8
    quote: "1932"
    page: 3
    time: "00:12:05"
  derived: true
  tags: [bridges]

- id: keeper-2
  question: Who said "it holds"?
  answer: “Old” Tom
  value: 2021-12-03
  distractors:
  - {LONG}
  - Ann
  note: |-
    First.

      Second: it's
    Third.
  retired: true
  x-mine: "\\u202e"
"""

JSON = f"""\
{{
"quizgen": 1,
"id": "harbour",
"title": "The harbour: a bridge",
"language": "en",
"description": "Two\\nlines",
"source": {{"file": "sources/harbour.txt", "sha256": "{"0" * 64}", "title": "Harbour", "date": "2019-05-04"}},
"x-shelf": ["a", {{"b": "c", "d": []}}, ["e", [{{}}]]],
"cards": [
"""


def test_the_canonical_form() -> None:
    assert dump_deck(DECK).decode() == YAML
    assert read_deck(YAML.encode(), "deck") == DECK


def test_the_canonical_json() -> None:
    text = dump_deck(DECK, "json").decode()
    head, cards = text[: len(JSON)], text[len(JSON) :].split("\n")
    assert head == JSON
    assert [line[:9] for line in cards] == ['{"id": "o', '{"id": "k', "]", "}", ""]
    assert '"x-mine": "\\u202e"' in cards[1]


def test_a_deck_without_cards() -> None:
    deck = Deck(id="d", title="t")
    assert dump_deck(deck) == b"quizgen: 1\nid: d\ntitle: t\nlanguage: en\ncards: []\n"
    assert read_deck(dump_deck(deck, "json"), "deck", "json") == deck


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("it's: so", '"it\'s: so"'),
        ('say "a": b', "'say \"a\": b'"),
        ("a\\b: c", "'a\\b: c'"),
        ("\u2028", '"\\u2028"'),
        ("tab\there", '"tab\\there"'),
        ("ends \nso", '"ends \\nso"'),
        ("- item", '"- item"'),
        ("0127", '"0127"'),
        ("Ölpreis", "Ölpreis"),
    ],
)
def test_how_a_text_is_written(text: str, written: str) -> None:
    assert f"title: {written}\n" in dump_deck(Deck(id="d", title=text)).decode()


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({"mine": "a"}, 'a key of one\'s own begins with x-, not "mine"'),
        ({"x-a": 1}, '"x-a" holds int, not text, a list or a mapping'),
        ({"x-a": [None]}, '"x-a" holds NoneType, not text, a list or a mapping'),
        ({"x-a": {"<<": "b"}}, '"x-a" holds a key that is <<, or no text of at most 100 characters'),
        ({"x-a": "\x1b[2J"}, 'a deck cannot hold control characters: "\\u001b[2J"'),
        ({"x-a": "\ud800"}, 'a deck cannot hold control characters: "\\ud800"'),
    ],
)
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_what_cannot_be_read_again_is_not_written(extra: dict[str, object], told: str, form: str) -> None:
    with pytest.raises(DeckError) as error:
        dump_deck(Deck(id="d", title="t", extra=extra), "json" if form == "json" else "yaml")
    assert str(error.value) == told


def test_depth_is_bounded_alike_for_reading_and_writing() -> None:
    nested: object = "a"
    for _ in range(20):
        nested = [nested]
    deck = Deck(id="d", title="t", extra={"x-a": nested})
    assert read_deck(dump_deck(deck), "deck") == deck
    with pytest.raises(DeckError, match="nests more than 20"):
        dump_deck(Deck(id="d", title="t", extra={"x-a": [nested]}))


@pytest.mark.parametrize("name", ["deck.yaml", "deck.json", "deck"])
def test_saved_and_loaded(tmp_path: Path, name: str) -> None:
    save_deck(DECK, tmp_path / name)
    assert load_deck(tmp_path / name) == DECK
    assert (tmp_path / name).read_bytes().startswith(b"{" if name.endswith("json") else b"quizgen")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_failed_write_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DeckError) as error:
        save_deck(DECK, path)
    assert str(error.value) == f"{path}: the file cannot be written: No space left on device"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="the file cannot be written: No such file or directory"):
        save_deck(DECK, tmp_path / "none" / "deck.yaml")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links as POSIX has them")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "deck.yaml", tmp_path / "link.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    replace_file(link, b"new")
    assert (link.is_symlink(), path.read_bytes()) == (True, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
