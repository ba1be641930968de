"""CSV: a table with columns for question and answer; one that quizgen wrote comes back without loss."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, replace

from quizgen.errors import QuizgenError
from quizgen.imports.shared.brought import Brought, Found, ImportFormat, Left, brought
from quizgen.imports.shared.text import decoded
from quizgen.model.card import Card, Evidence
from quizgen.model.characters import ILLEGAL
from quizgen.model.deck import Source

_NAMES = {
    "question": ("question", "front", "term", "prompt", "stem"),
    "answer": ("answer", "back", "definition", "correct answer", "right answer"),
}
_DEFUSED = re.compile(r"'('*[=+\-@\t])")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_DELIMITERS = ",;\t"
_TOLD = re.compile(r'"?sep=([,;\t|])"?\n')
"""The first line of a table in which Excel is told what separates its cells."""
_CELL = 1 << 20
"""Characters in a cell, at the most."""


def read(data: bytes) -> Brought:
    """The cards of a table.

    Raises:
        QuizgenError: no table, or one without the two columns.
    """
    text = decoded(data)
    csv.field_size_limit(_CELL)
    if told := _TOLD.match(text):
        delimiter, text = told[1], text[told.end() :]
    else:
        delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval=""))
    except csv.Error as error:
        raise QuizgenError(f"the table cannot be read: {error}", hint="Save it as CSV in UTF-8.") from None
    columns = {(name or "").strip().lower(): name for name in (rows[0] if rows else {}) if name}
    question, answer = (next((columns[n] for n in names if n in columns), None) for names in _NAMES.values())
    if question is None or answer is None:
        raise QuizgenError(
            "the table has no columns named question and answer", hint="Name them in its first row: question,answer"
        )
    found: list[Found | Left] = []
    whole: dict[str, Mapping[str, str]] = {}
    for row in rows:
        cells = {(name or "").strip().lower(): _text(cell) for name, cell in row.items() if isinstance(cell, str)}
        one = _found(cells, _text(row[question] or ""), _text(row[answer] or ""))
        found.append(one)
        whole.setdefault(one.id, cells)
    result = brought(found)
    sources = tuple(dict.fromkeys(source for cells in whole.values() for source in _sources(cells)))
    cards = (_whole(card, whole.get(card.id, {}), many=len(sources) > 1) for card in result.cards)
    return result._replace(cards=tuple(cards), sources=sources)


def _text(cell: str) -> str:
    return _DEFUSED.sub(r"\1", cell, count=1) if _DEFUSED.match(cell) else cell


def _found(cells: Mapping[str, str], question: str, answer: str) -> Found:
    return Found(
        question=question, right=(answer, *_listed(cells.get("accept"))), wrong=_listed(cells.get("distractors")),
        id=cells.get("id", ""), context=cells.get("context", ""), note=cells.get("note", ""),
        tags=_listed(cells.get("tags")),
    )  # fmt: skip


def _listed(cell: str | None) -> tuple[str, ...]:
    """The values of a cell, one a line; a line break in one is written ``\\n``."""
    lines = (cell or "").split("\n")
    return tuple(_ESCAPED.sub(lambda m: "\n" if m[1] == "n" else m[1], line) for line in lines if line)


def _sources(cells: Mapping[str, str]) -> tuple[Source, ...]:
    """The documents that a row names."""
    try:
        told = tuple(Source(**one) for one in json.loads(cells.get("sources") or "[]"))
        texts = [text for one in told for text in asdict(one).values() if text is not None]
        return told if all(text.strip() and not ILLEGAL.search(text) for text in texts) else ()
    except (ValueError, TypeError, AttributeError):
        return ()


def _whole(card: Card, cells: Mapping[str, str], *, many: bool) -> Card:
    """A card with what only our own tables tell of it.

    Args:
        card: with what any table tells.
        cells: of its row.
        many: whether the table's cards come from several documents, of which the evidence then names its own.
    """
    try:
        places = json.loads(cells.get("places") or "[]")
        extra = json.loads(cells.get("extra") or "{}")
        quotes = _listed(cells.get("evidence"))
        evidence = tuple(Evidence(quote=quote, **place) for quote, place in zip(quotes, places, strict=True))
        own = [source.file for source in _sources(cells)]
        if many and len(own) == 1:
            evidence = tuple(replace(proof, source=proof.source or own[0]) for proof in evidence)
    except (ValueError, TypeError):
        return card
    return replace(
        card, kind=cells.get("kind") or None, fact=cells.get("fact") or None, value=cells.get("value") or None,
        derived=cells.get("derived") == "yes", evidence=evidence, extra=extra if isinstance(extra, dict) else {},
    )  # fmt: skip


def _signs(head: bytes) -> bool:
    first, _, rest = head.partition(b"\n")
    names = (rest.partition(b"\n")[0] if b"sep=" in first else first).lower()
    return b"question" in names and b"answer" in names and any(mark.encode() in names for mark in _DELIMITERS)


FORMAT = ImportFormat("CSV", (".csv",), _signs, read)
