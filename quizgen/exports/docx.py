"""Word: a paper whose styles a teacher can change."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from string import ascii_uppercase
from typing import Any
from unicodedata import east_asian_width
from xml.etree import ElementTree

from quizgen.exports.shared.archive import packed, unpacked
from quizgen.exports.shared.extra import needed
from quizgen.exports.shared.fitting import blank, heading, no_xml, run_together
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import amount
from quizgen.exports.shared.pen import Pen, Xml, bubbles, table
from quizgen.exports.shared.sheet import Printed, Row, answer_rows, instructions, matched_answer, printed
from quizgen.exports.shared.word import answer_widths, blank_document, entry_widths, section
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_BODY = "word/document.xml"
_HALF_LINE = {False: 30, True: 17}
"""Characters that surely fit on half a line, in small and in large print."""
_MOST_BUBBLES = {False: 5, True: 4}
"""Letters to choose from that fit on half a line of the answer sheet, in small and in large print."""
_ROWS = {False: 22, True: 14}
"""Lines that surely fit on a page of the answer sheet."""


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """All versions of a paper, each on pages of its own, then their keys where these are wanted.

    Raises:
        QuizgenError: python-docx is not installed.
    """
    document = needed("docx", "docx").Document()
    blank_document(document, papers[0], layout)
    pen = Pen(document)
    for paper in papers:
        if layout.questions:
            _sheet(document, pen, paper, layout)
        if layout.answer_sheet:
            _answer_sheet(document, pen, paper, layout)
    for paper in papers if layout.key else ():
        _key(document, pen, paper, layout)
    out = io.BytesIO()
    document.save(out)
    files = unpacked(out.getvalue())
    return packed({**files, _BODY: pen.filled(files[_BODY])})  # without the time of writing


@contextmanager
def _part(document: Any, pen: Pen, paper: Paper, name: str) -> Iterator[None]:
    """A part of the document, with its heading."""
    version = f"Version {paper.version}" if paper.version else ""
    running = "".join(f"{said}  ·  " for said in (name, version) if said)
    with section(document, f"End{name.replace(' ', '')}{paper.version}", running):
        title = ": ".join(filter(None, (name, heading(paper.title))))
        pen.write(pen.paragraph("Heading 1", "\t".join(filter(None, (title, version)))))
        yield


def _names(pen: Pen, paper: Paper) -> None:
    pen.write(pen.paragraph("Name lines", f"Name \t\tDate \t\tPoints \t\t/ {amount(paper.points)}"))


def _sheet(document: Any, pen: Pen, paper: Paper, layout: Layout) -> None:
    with _part(document, pen, paper, ""):
        _names(pen, paper)
        pen.write(pen.paragraph("Instructions", instructions(paper, answer_sheet=layout.answer_sheet)))
        entries = ([_question(pen, question, layout), _margin(pen, question)] for question in printed(paper, layout))
        pen.write(table(entry_widths(layout), entries))


def _question(pen: Pen, question: Printed, layout: Layout) -> list[Xml]:
    """The paragraphs of a question."""
    stem = pen.paragraph("Question", question.stem, label=f"{question.number}.")
    return [stem, *(pen.paragraph(style, text) for text, style in _below(question, layout))]


def _margin(pen: Pen, question: Printed) -> list[Xml]:
    """What a question is worth and its code, at the height of its first line."""
    points = f"{question.points} ·".replace(" ", "\N{NO-BREAK SPACE}")
    return [pen.paragraph("Points", f"{points} {question.code}")]


def _below(question: Printed, layout: Layout) -> Iterator[tuple[str, str]]:
    """What stands below a question, with the style of each paragraph."""
    room = "" if layout.answer_sheet else "____"
    yield from ((f"{room} {label}\t{part}".lstrip(), "Part") for label, part in question.parts)
    if question.mode is Mode.SHORT and room:
        yield "", "Answer line"
    choices = [f"{letter}.\t{text}" for letter, text in zip(ascii_uppercase, question.choices, strict=False)]
    if len(choices) > 1 and all(_is_short(text, _HALF_LINE[layout.large]) for text in question.choices):
        pairs = ("\t".join(choices[i : i + 2]) for i in range(0, len(choices), 2))
        yield from ((pair, "Choices in two columns") for pair in pairs)
    else:
        yield from ((choice, "Choice") for choice in choices)


def _is_short(text: str, most: int) -> bool:
    """Whether a choice surely fits on one line of half the width."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    return len(text) + wide <= most and not set("\n\t") & set(text)


def _answer_sheet(document: Any, pen: Pen, paper: Paper, layout: Layout) -> None:
    with _part(document, pen, paper, "Answer sheet"):
        _names(pen, paper)
        lines = list(answer_rows(printed(paper, layout)))
        beside = 1 if any(len(line.letters) > _MOST_BUBBLES[layout.large] for line in lines) else 2
        most = _ROWS[layout.large] * beside
        for start in range(0, len(lines), most):
            if start:
                pen.write(pen.paragraph("Normal", "", page=True))
            held = lines[start : start + most]
            down = -(-len(held) // beside)
            columns = (held[i * down : (i + 1) * down] for i in range(beside))
            rows = zip_longest(*columns, fillvalue=Row("", ""))
            pen.write(table(answer_widths(layout, beside), (list(_answers(pen, row)) for row in rows)))


def _answers(pen: Pen, row: Sequence[Row]) -> Iterator[list[Xml]]:
    """The cells of answers that stand beside each other on the answer sheet; one without a label is none."""
    for line in row:
        yield [pen.paragraph("Answer number", line.label)]
        yield [
            pen.paragraph(
                "Marked answer" if line.letters or not line.label else "Written answer", bubbles(line.letters)
            )
        ]


def _key(document: Any, pen: Pen, paper: Paper, layout: Layout) -> None:
    with _part(document, pen, paper, "Answer key"):
        entries = ([_answer(pen, question), _margin(pen, question)] for question in printed(paper, layout))
        pen.write(table(entry_widths(layout), entries))


def _answer(pen: Pen, question: Printed) -> list[Xml]:
    """The paragraphs of the key to a question."""
    told = [pen.paragraph("Key", question.answer, label=f"{question.number}.\t{question.letters}")]
    more = (("Also right", question.also), ("Evidence", question.evidence))
    return [*told, *(pen.paragraph(style, text) for style, text in more if text)]


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(data: bytes) -> list[Asked]:
    """The questions of a paper with its key, versions one after the other."""
    root = ElementTree.fromstring(unpacked(data)[_BODY])
    sheets, keys, part = list[Part](), list[Part](), Part()
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        part.append(("" if style is None else style.get(f"{_W}val") or "", _said(paragraph)))
        if (end := paragraph.find(f"{_W}bookmarkStart")) is not None:
            name = (end.get(f"{_W}name") or "").removeprefix("End")
            if not name.startswith("Answersheet"):
                (keys if name.startswith("Answerkey") else sheets).append(part)
            part = Part()
    return [asked for sheet, key in zip(sheets, keys, strict=True) for asked in _read_version(sheet, key)]


Part = list[tuple[str, str]]
"""Paragraphs, each the id of its style and its text."""


def _said(paragraph: ElementTree.Element) -> str:
    """The text of a paragraph."""
    marks = {f"{_W}tab": "\t", f"{_W}br": "\n"}
    return "".join(marks.get(piece.tag) or piece.text or "" for run in paragraph.iter(f"{_W}r") for piece in run)


def _read_version(sheet: Part, key: Part) -> Iterator[Asked]:
    for question, answer in zip(_numbered(sheet), _numbered(key), strict=True):
        stem = question[0][1].partition("\t")[2]
        _, letter, told = answer[0][1].split("\t", 2)
        feedback = "".join(text for style, text in answer if style == "Evidence")
        offered = [text for style, text in question if style == "Choice"]
        pairs = [text.split("\t") for style, text in question if style == "Choicesintwocolumns"]
        choices = {text[0]: text.partition("\t")[2] for text in offered}
        choices |= {cells[i][0]: cells[i + 1] for cells in pairs for i in range(0, len(cells), 2)}
        if any(style == "Part" for style, _ in question):
            yield Asked(stem, tuple(map(matched_answer, told.split("\n"))), (), feedback)
        elif choices:
            yield Asked(stem, (told,), tuple(text for name, text in choices.items() if name != letter), feedback)
        else:
            yield Asked(stem, (told,), (), feedback)


def _numbered(part: Part) -> list[Part]:
    """The paragraphs of each question."""
    found: list[Part] = []
    for style, text in part:
        if style in ("Question", "Key"):
            found.append([])
        if found:
            found[-1].append((style, text))
    return found


def fits(item: Item) -> str:
    """Whatever XML can hold."""
    return blank(item) or no_xml(item)


def alters(item: Item) -> str:
    """Of what is matched, the key tells each answer on one line."""
    return run_together(*item.right) if item.mode is Mode.MATCHING else ""


FORMAT = Format("Word", ".docx", write, read, fits, printed=True, keyed=True, alters=alters)
