"""Anki: a package of notes that keep their ids, so that importing it again updates what was imported before.

The layout is Anki's collection of schema 11, which every version reads.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha1
from importlib.resources import files
from pathlib import Path

from quizgen.exports.shared.archive import packed, unpacked
from quizgen.exports.shared.fitting import blank, heading
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.exports.shared.markup import as_html, from_html
from quizgen.exports.shared.revisions import named
from quizgen.model.card import Card
from quizgen.model.deck import Source
from quizgen.model.draw import anki_note, draw
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_FIELDS = ("Question", "Answer", "Choices", "Evidence", "Source", "Note", "Extra 1", "Extra 2")
_SEPARATOR = "\x1f"
_NOTE_TYPE = 1_640_000_000_001
"""Its id, the same in every package, so that Anki knows it again."""
_MADE = 1_640_000_000
"""Seconds since 1970, in place of a clock."""
_SQLITE_VERSION = slice(96, 100)
"""Where a database tells which SQLite wrote it."""
_PRESET = {
    "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": True, "timer": 0, "replayq": True,
    "dyn": False,
    "new": {"bury": True, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20},
    "rev": {"bury": True, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
    "lapse": {"delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0},
}  # fmt: skip
"""Anki's own deck options, which a package must name."""
_FRONT = "{{Question}}{{#Choices}}<br>{{hint:Choices}}{{/Choices}}"
_BACK = (
    '{{FrontSide}}<hr id="answer">{{Answer}}{{#Note}}<p>{{Note}}</p>{{/Note}}'
    "{{#Evidence}}<blockquote>{{Evidence}}</blockquote>{{/Evidence}}{{#Source}}<small>{{Source}}</small>{{/Source}}"
)


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The package of a paper's cards, in a deck with its title."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        with closing(sqlite3.connect(path)) as database, database:
            _fill(database, papers[0], layout)
        data = bytearray(path.read_bytes())
    data[_SQLITE_VERSION] = b"\0\0\0\0"
    return packed({"collection.anki2": bytes(data), "media": b"{}"})


def _fill(database: sqlite3.Connection, paper: Paper, layout: Layout) -> None:
    schema = (files("quizgen.exports") / "data" / "anki-schema.sql").read_text(encoding="utf-8")
    database.executescript(schema)
    deck = 1_640_000_000_000 + int.from_bytes(draw("anki deck", paper.id)) % 1_000_000_000
    database.execute(
        "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
        (
            _MADE, _MADE * 1000, _MADE * 1000, json.dumps({"nextPos": 1, "curDeck": deck}),
            json.dumps({str(_NOTE_TYPE): _note_type(deck)}), json.dumps(dict(_decks(deck, paper))),
            json.dumps({"1": _PRESET}),
        ),
    )  # fmt: skip
    notes = [(item, card) for item in paper.items for card in item.cards]
    for place, (item, card) in enumerate(notes, 1):
        note = 1_640_000_000_000 + int.from_bytes(draw(item.deck, card.id)) % 100_000_000_000
        database.execute(
            "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
            (
                note,
                anki_note(item.deck, card.id),
                _NOTE_TYPE,
                _MADE + layout.revisions.get(named(item.deck, card.id), 0),
                _tags(card),
                *_held(card, paper.sources.get(item.deck, ()), layout),
            ),
        )
        database.execute(
            "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
            (note + 1, note, deck, _MADE, place),
        )


def _tags(card: Card) -> str:
    names = dict.fromkeys("-".join(tag.split()) for tag in (card.kind or "", *card.tags))
    return "".join(f" {name}" for name in names if name) + " "


def _held(card: Card, sources: Sequence[Source], layout: Layout) -> tuple[str, str, int]:
    """The fields of a note, the one it is sorted by, and a checksum of it."""
    asked = f"{card.context}\n{card.question}" if card.context else card.question
    evidence = "\n".join(proof.quote for proof in card.evidence) if layout.source else ""
    titles = dict.fromkeys(source.title or source.file for source in sources) if evidence else {}
    offered = sorted({card.answer, *card.distractors}) if card.distractors else []
    choices = "".join(f"<div>{_marked_up(text)}</div>" for text in offered)
    more = (evidence, "; ".join(titles), card.note or "", "", "")
    fields = [_marked_up(asked), _marked_up(card.answer), choices, *map(_marked_up, more)]
    digest = int(sha1(one_line(asked).encode()).hexdigest()[:8], 16)
    return _SEPARATOR.join(fields), one_line(asked), digest


def _marked_up(text: str) -> str:
    """A text as HTML, in which Anki finds no field and no cloze of its own."""
    return as_html(text).replace("{{", "{<!-- -->{")


def _note_type(deck: int) -> dict[str, object]:
    fields = [
        {"name": name, "ord": i, "sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": []}
        for i, name in enumerate(_FIELDS)
    ]
    template = {"name": "Card 1", "ord": 0, "qfmt": _FRONT, "afmt": _BACK, "bqfmt": "", "bafmt": "", "did": None}
    return {
        "id": _NOTE_TYPE, "name": "quizgen", "type": 0, "mod": _MADE, "usn": 0, "sortf": 0, "did": deck,
        "tmpls": [template], "flds": fields, "req": [[0, "any", [0]]], "tags": [], "vers": [], "latexPre": "",
        "latexPost": "", "css": ".card { font-family: serif; font-size: 20px; text-align: left; }",
    }  # fmt: skip


def _decks(deck: int, paper: Paper) -> Iterator[tuple[str, dict[str, object]]]:
    for number, name in ((1, "Default"), (deck, heading(paper.title).replace("::", ":"))):
        counts = {count: [0, 0] for count in ("newToday", "revToday", "lrnToday", "timeToday")}
        about = {"id": number, "name": name, "mod": _MADE, "usn": 0, "desc": "", "dyn": 0, "conf": 1}
        yield str(number), {**about, **counts, "collapsed": False, "extendNew": 10, "extendRev": 50}


def read(data: bytes) -> list[Asked]:
    """The notes of such a package, in the order in which Anki would show them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        path.write_bytes(unpacked(data)["collection.anki2"])
        with closing(sqlite3.connect(path)) as database:
            rows = database.execute("SELECT flds FROM notes JOIN cards ON cards.nid = notes.id ORDER BY due").fetchall()
    return [_asked(fields.split(_SEPARATOR)) for (fields,) in rows]


def _asked(fields: Sequence[str]) -> Asked:
    question, answer, choices = (field.replace("<!-- -->", "") for field in fields[:3])
    offered = map(from_html, re.findall("<div>(.*?)</div>", choices))
    return Asked(from_html(question), (from_html(answer),), tuple(t for t in offered if t != from_html(answer)))


def fits(item: Item) -> str:
    """Plain question and answer."""
    return blank(item) if item.mode in (Mode.CHOICE, Mode.SHORT) else "that are no plain question and answer"


FORMAT = Format("Anki", ".apkg", write, read, fits, cards=True, omits=("accepted answers",))
