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
from quizgen.exports.shared.sheet import Printed, answer_rows, instructions, matched_answer, printed
from quizgen.exports.shared.word import Pen, blank_document, bubbles, rows, section, text_width
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_HALF_LINE = 34
"""Characters that surely fit on half a line."""
_MOST_BUBBLES = 5
"""Letters to choose from that fit on half a line of the answer sheet."""


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
    return packed(unpacked(out.getvalue()))  # without the time of writing


@contextmanager
def _part(document: Any, pen: Pen, paper: Paper, name: str) -> Iterator[None]:
    """A part of the document, with its heading."""
    version = f"Version {paper.version}" if paper.version else ""
    running = "".join(f"{said}  ·  " for said in (name, version) if said)
    with section(document, f"End{name.replace(' ', '')}{paper.version}", running):
        title = ": ".join(filter(None, (name, heading(paper.title))))
        pen.write(pen.paragraph("Heading 1", ", ".join(filter(None, (title, version)))))
        yield


def _names(pen: Pen, paper: Paper) -> None:
    pen.write(pen.paragraph("Name lines", f"Name \t\tDate \t\tPoints ____ / {paper.points:g}"))


def _sheet(document: Any, pen: Pen, paper: Paper, layout: Layout) -> None:
    with _part(document, pen, paper, ""):
        _names(pen, paper)
        pen.write(pen.paragraph("Normal", instructions(paper, answer_sheet=layout.answer_sheet)))
        entries = (_question(pen, question, layout) for question in printed(paper, layout))
        pen.write(rows(text_width(layout), entries))


def _question(pen: Pen, question: Printed, layout: Layout) -> list[Any]:
    """The paragraphs of a question."""
    stem = pen.paragraph("Question", f"{question.number}.\t{question.stem}   ", _worth(question))
    return [stem, *(pen.paragraph(style, text) for text, style in _below(question, layout))]


def _worth(question: Printed) -> str:
    """Points and code, on one line."""
    return f"({question.points}, {question.code})".replace(" ", "\N{NO-BREAK SPACE}")


def _below(question: Printed, layout: Layout) -> Iterator[tuple[str, str]]:
    """What stands below a question, with the style of each paragraph."""
    room = "" if layout.answer_sheet else "____"
    yield from ((f"{room} {label}\t{part}".lstrip(), "Part") for label, part in question.parts)
    if question.mode is Mode.SHORT and room:
        yield "\t", "Answer line"
    choices = [f"{letter}.\t{text}" for letter, text in zip(ascii_uppercase, question.choices, strict=False)]
    if len(choices) > 1 and all(map(_is_short, question.choices)) and not layout.large:
        pairs = ("\t".join(choices[i : i + 2]) for i in range(0, len(choices), 2))
        yield from ((pair, "Choices in two columns") for pair in pairs)
    else:
        yield from ((choice, "Choice") for choice in choices)


def _is_short(text: str) -> bool:
    """Whether a choice surely fits on one line of half the width."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    return len(text) + wide <= _HALF_LINE and not set("\n\t") & set(text)


def _answer_sheet(document: Any, pen: Pen, paper: Paper, layout: Layout) -> None:
    with _part(document, pen, paper, "Answer sheet"):
        _names(pen, paper)
        lines = list(answer_rows(printed(paper, layout)))
        if any(not line.letters or len(line.letters) > _MOST_BUBBLES for line in lines) or layout.large:
            for line in lines:
                style = "Marked answer" if line.letters else "Written answer"
                pen.write(pen.paragraph(style, f"{line.label}\t" + (bubbles(line.letters) or "\t")))
            return
        half = -(-len(lines) // 2)
        for pair in zip_longest(lines[:half], lines[half:]):
            told = (f"{line.label}\t{bubbles(line.letters)}" for line in pair if line)
            pen.write(pen.paragraph("Marked answer", "\t".join(told)))


def _key(document: Any, pen: Pen, paper: Paper, layout: Layout) -> None:
    with _part(document, pen, paper, "Answer key"):
        for question in printed(paper, layout):
            letters = f"{question.letters}  " if question.letters else ""
            told = f"{question.number}.\t{letters}{question.answer}   "
            pen.write(pen.paragraph("Question", told, _worth(question), keep=bool(question.also or question.evidence)))
            if question.also:
                pen.write(pen.paragraph("Also right", question.also, keep=bool(question.evidence)))
            if question.evidence:
                pen.write(pen.paragraph("Evidence", question.evidence))


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(data: bytes) -> list[Asked]:
    """The questions of a paper with its key, versions one after the other."""
    root = ElementTree.fromstring(unpacked(data)["word/document.xml"])
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
    """The text of a paragraph, less its points."""
    runs = (run for run in paragraph.iter(f"{_W}r") if run.find(f"{_W}rPr/{_W}rStyle") is None)
    marks = {f"{_W}tab": "\t", f"{_W}br": "\n"}
    return "".join(marks.get(piece.tag) or piece.text or "" for run in runs for piece in run)


def _read_version(sheet: Part, key: Part) -> Iterator[Asked]:
    for question, answer in zip(_numbered(sheet), _numbered(key), strict=True):
        stem, told = (part[0][1].partition("\t")[2][:-3] for part in (question, answer))
        feedback = "".join(text for style, text in answer if style == "Evidence")
        offered = [text for style, text in question if style == "Choice"]
        pairs = [text.split("\t") for style, text in question if style == "Choicesintwocolumns"]
        choices = {text[0]: text.partition("\t")[2] for text in offered}
        choices |= {cells[i][0]: cells[i + 1] for cells in pairs for i in range(0, len(cells), 2)}
        if any(style == "Part" for style, _ in question):
            yield Asked(stem, tuple(map(matched_answer, told.split("\n"))), (), feedback)
        elif choices:
            letter, _, right = told.partition("  ")
            yield Asked(stem, (right,), tuple(text for name, text in choices.items() if name != letter), feedback)
        else:
            yield Asked(stem, (told,), (), feedback)


def _numbered(part: Part) -> list[Part]:
    """The paragraphs of each question."""
    found: list[Part] = []
    for style, text in part:
        if style == "Question":
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
