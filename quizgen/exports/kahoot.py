"""Kahoot: the spreadsheet that its import takes, header in row 8 and questions from row 9.

Template: https://support.kahoot.com/hc/en-us/articles/115002812547
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from xml.etree import ElementTree

from quizgen.exports.shared.archive import unpacked
from quizgen.exports.shared.extra import needed
from quizgen.exports.shared.fitting import alike, blank, heading, no_choices, no_matching, no_xml, reflowed
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.quiz.item import Item
from quizgen.quiz.paper import Paper

_QUESTION, _ANSWER, _ANSWERS = 120, 75, 4
_SECONDS = 20
"""To answer in; Kahoot takes 5, 10, 20, 30, 60, 90, 120 and 240."""
_HEADER_ROW = 7
_HEADER = (
    "", "Question - max 120 characters", *(f"Answer {n} - max 75 characters" for n in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one",
)  # fmt: skip


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The workbook of a paper.

    Raises:
        QuizgenError: XlsxWriter is not installed.
    """
    out = io.BytesIO()
    book = needed("xlsxwriter", "xlsx").Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001  (no clock in the file)
    sheet = book.add_worksheet("Kahoot")
    sheet.write_string(0, 1, heading(papers[0].title))
    rows = [_HEADER, *(_row(number, item) for number, item in enumerate(papers[0].items, 1))]
    for row, cells in enumerate(rows, _HEADER_ROW):
        for column, cell in enumerate(cells):
            (sheet.write_number if isinstance(cell, int) else sheet.write_string)(row, column, cell)
    book.close()
    return out.getvalue()


def _row(number: int, item: Item) -> tuple[str | int, ...]:
    shown = [one_line(choice.text) for choice in item.choices]
    right = next(place for place, choice in enumerate(item.choices, 1) if choice.right)
    return (number, one_line(item.stem), *shown, *[""] * (_ANSWERS - len(shown)), _SECONDS, right)


_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read(data: bytes) -> list[Asked]:
    """The questions of such a workbook."""
    files = unpacked(data)
    strings = [_string(entry) for entry in ElementTree.fromstring(files["xl/sharedStrings.xml"]).iter(f"{_NS}si")]
    found = []
    for row in ElementTree.fromstring(files["xl/worksheets/sheet1.xml"]).iter(f"{_NS}row"):
        cells = {}
        for cell in row.iter(f"{_NS}c"):
            value = cell.findtext(f"{_NS}v") or ""
            cells[(cell.get("r") or "")[0]] = strings[int(value)] if cell.get("t") == "s" else value
        if int(row.get("r") or 0) > _HEADER_ROW + 1:
            answers = [cells[column] for column in "CDEF" if cells.get(column)]
            right = answers.pop(int(cells["H"]) - 1)
            found.append(Asked(cells["B"], (right,), tuple(answers)))
    return found


def _string(entry: ElementTree.Element) -> str:
    """A shared string; ``_x000D_`` in it stands for the character of that number."""
    text = "".join(part.text or "" for part in entry.iter(f"{_NS}t"))
    return re.sub(r"_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), text)


def fits(item: Item) -> str:
    """Short choices alone."""
    if reason := no_matching(item) or no_choices(item) or blank(item) or alike(item) or no_xml(item):
        return reason
    if len(one_line(item.stem)) > _QUESTION:
        return f"with a question over {_QUESTION} characters"
    return (
        f"with answers over {_ANSWER} characters" if any(len(one_line(c.text)) > _ANSWER for c in item.choices) else ""
    )


FORMAT = Format("Kahoot", ".xlsx", write, read, fits, omits=("evidence", "points", "ids"), alters=reflowed)
