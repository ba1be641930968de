"""Anki: the notes of an .apkg package, or of a whole collection (.colpkg)."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from quizgen.imports.shared.brought import Brought, Found, ImportFormat, Left, brought
from quizgen.imports.shared.collection import collection_in
from quizgen.imports.shared.text import has_media, plain

_CLOZE = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_SEPARATOR = "\x1f"
"""Of a note's fields, and of a newer collection's decks within decks."""
_IS_CLOZE = b"\x08\x01"
"""How the settings of a newer collection's cloze types begin: field 1 of a protocol buffer, of value 1."""


def read(data: bytes) -> Brought:
    """The notes of a package, question and answer by their first two fields.

    Raises:
        QuizgenError: it is no package, or one that needs another library to be unpacked.
    """
    with collection_in(data) as database:
        return _notes(database)


def _notes(database: sqlite3.Connection) -> Brought:
    models, decks = _types(database)
    rows = database.execute(
        "SELECT n.guid, n.mid, n.tags, n.flds, MIN(c.did) FROM notes n JOIN cards c ON c.nid = n.id "
        "GROUP BY n.id ORDER BY MIN(c.due), n.id"
    ).fetchall()
    found: list[Found | Left] = []
    for guid, model, tags, fields, _ in rows:
        found += _note(guid, models.get(str(model), {}), tags.split(), fields.split(_SEPARATOR))
    titles = {decks.get(str(row[4]), {}).get("name", "") for row in rows}
    return brought(found, titles.pop().rpartition("::")[2] if len(titles) == 1 else "")


def _types(database: sqlite3.Connection) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The note types and the decks by their ids, as older collections keep them in JSON."""
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'notetypes'").fetchone():
        models, decks = database.execute("SELECT models, decks FROM col").fetchone()
        return json.loads(models), json.loads(decks)
    types: dict[str, Any] = {}
    for key, name, settings in database.execute("SELECT id, name, config FROM notetypes"):
        types[str(key)] = {"name": name, "type": int(bytes(settings)[:2] == _IS_CLOZE), "flds": []}
    held = "SELECT ntid, name FROM fields WHERE ntid IN (SELECT id FROM notetypes) ORDER BY ntid, ord"
    for key, name in database.execute(held):
        types[str(key)]["flds"].append({"name": name})
    rows = database.execute("SELECT id, name FROM decks")
    return types, {str(key): {"name": name.replace(_SEPARATOR, "::")} for key, name in rows}


def _note(guid: str, model: Mapping[str, Any], tags: list[str], values: list[str]) -> Iterator[Found | Left]:
    if model.get("type") == 1:
        yield from _clozes(guid, tags, values)
        return
    names = [field["name"].lower() for field in model.get("flds", ())]
    told = dict(zip(names, map(_field, values), strict=False))
    question, answer = (*map(_field, values), "", "")[:2]
    choices = told.get("choices", "").split("\n") if model.get("name") == "quizgen" else []
    wrong = tuple(choice for choice in choices if choice and choice != answer)
    note = told.get("note") or told.get("extra") or ""
    media = any(map(has_media, values))
    yield Found(question=question, right=(answer,), wrong=wrong, id=guid, note=note, tags=tuple(tags), media=media)


def _field(markup: str) -> str:
    return plain(markup.replace("<!-- -->", ""))


def _clozes(guid: str, tags: list[str], values: list[str]) -> Iterator[Found]:
    """One question for each number of a cloze note, its words left out."""
    text = values[0]
    for number in dict.fromkeys(m[1] for m in _CLOZE.finditer(text)):
        hidden = [m[2] for m in _CLOZE.finditer(text) if m[1] == number]
        asked = _without(text, number)
        note = plain(values[1]) if len(values) > 1 else ""
        yield Found(
            question=plain(asked), right=(plain(hidden[0]),), id=f"{guid}-c{number}", note=note, tags=tuple(tags),
            media=any(map(has_media, values)),
        )  # fmt: skip


def _without(text: str, number: str) -> str:
    """A cloze text with the words of one number left out."""
    return _CLOZE.sub(lambda m: "____" if m[1] == number else m[2], text)


def _signs(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04")


FORMAT = ImportFormat("Anki", (".apkg", ".colpkg"), _signs, read)
