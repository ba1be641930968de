"""CSV: one row a card with all that the deck file holds of it, for spreadsheets and for `quizgen import`."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from quizgen.exports.shared.cells import defused
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.model.card import Card
from quizgen.model.deck import Source
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

COLUMNS = (
    *("id", "deck", "kind", "context", "question", "answer", "accept", "distractors", "evidence", "places"),
    *("value", "derived", "note", "tags", "fact", "extra", "sources"),
)


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The cards of a paper, in its order."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for item in papers[0].items:
        sources = papers[0].sources.get(item.deck, ())
        rows.writerows([defused(cell) for cell in _row(item.deck, card, sources)] for card in item.cards)
    return out.getvalue().encode("utf-8-sig")  # with a mark, for Excel


def _row(deck: str, card: Card, sources: Sequence[Source]) -> Iterator[str]:
    names = ("start", "end", "page", "time", "source")
    places = [{name: value for name in names if (value := getattr(proof, name)) is not None} for proof in card.evidence]
    yield from (card.id, deck, card.kind or "", card.context or "", card.question, card.answer)
    yield from (_listed(card.accept), _listed(card.distractors), _listed(proof.quote for proof in card.evidence))
    yield json.dumps(places) if places else ""
    yield from (card.value or "", "yes" if card.derived else "", card.note or "", _listed(card.tags), card.fact or "")
    yield json.dumps(dict(card.extra), ensure_ascii=False, sort_keys=True) if card.extra else ""
    told = [{name: value for name, value in asdict(source).items() if value is not None} for source in sources]
    yield json.dumps(told, ensure_ascii=False) if card.evidence and told else ""


def _listed(values: Iterator[str] | Sequence[str]) -> str:
    """Several values in a cell, one a line; a line break in one is written ``\\n``."""
    return "\n".join(value.replace("\\", "\\\\").replace("\n", "\\n") for value in values)


def read(data: bytes) -> list[Asked]:
    """The questions of such a file."""
    return [_asked(row) for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]


def _asked(row: dict[str, str]) -> Asked:
    cells = {name: cell[1:] if re.match(r"''*[=+\-@\t]", cell) else cell for name, cell in row.items()}
    wrong = [
        re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], line) for line in cells["distractors"].split("\n")
    ]
    question = f"{cells['context']}\n{cells['question']}" if cells["context"] else cells["question"]
    return Asked(question, (cells["answer"],), tuple(filter(None, wrong)))


def fits(item: Item) -> str:
    """A table of cards has one row for each, asked in one way."""
    return "" if item.mode in (Mode.CHOICE, Mode.SHORT) else "that are no plain question and answer"


FORMAT = Format("CSV", ".csv", write, read, fits, cards=True)
