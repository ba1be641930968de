"""Word: a paper whose styles a teacher can change."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from string import ascii_uppercase
from typing import Any
from unicodedata import east_asian_width

from quizgen.exports.shared.archive import packed, unpacked
from quizgen.exports.shared.extra import needed
from quizgen.exports.shared.fitting import blank, heading, no_xml
from quizgen.exports.shared.format import Format, Layout
from quizgen.exports.shared.sheet import Printed, answer_rows, instructions, printed
from quizgen.exports.shared.word import blank_document, bubbles, row, rows, section, text_width
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
    for paper in papers:
        if layout.questions:
            _sheet(document, paper, layout)
        if layout.answer_sheet:
            _answer_sheet(document, paper, layout)
    for paper in papers if layout.key else ():
        _key(document, paper, layout)
    out = io.BytesIO()
    document.save(out)
    return packed(unpacked(out.getvalue()))  # without the time of writing


@contextmanager
def _part(document: Any, paper: Paper, name: str) -> Iterator[None]:
    """A part of the document, with its heading."""
    version = f"Version {paper.version}" if paper.version else ""
    running = "".join(f"{said}  ·  " for said in (name, version) if said)
    with section(document, f"End{name.replace(' ', '')}{paper.version}", running):
        title = ": ".join(filter(None, (name, heading(paper.title))))
        document.add_heading(", ".join(filter(None, (title, version))), level=1)
        yield


def _names(document: Any, paper: Paper) -> None:
    document.add_paragraph(f"Name \t\tDate \t\tPoints ____ / {paper.points:g}", style="Name lines")


def _sheet(document: Any, paper: Paper, layout: Layout) -> None:
    with _part(document, paper, ""):
        _names(document, paper)
        document.add_paragraph(instructions(paper, answer_sheet=layout.answer_sheet))
        table = rows(document, text_width(layout))
        for question in printed(paper, layout):
            row(table, _question(document, question, layout))


def _question(document: Any, question: Printed, layout: Layout) -> list[Any]:
    """The paragraphs of a question."""
    stem = document.add_paragraph(f"{question.number}.\t{question.stem}   ", style="Question")
    stem.add_run(_worth(question), style="Points")
    return [stem, *(document.add_paragraph(text, style=style) for text, style in _below(question, layout))]


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


def _answer_sheet(document: Any, paper: Paper, layout: Layout) -> None:
    with _part(document, paper, "Answer sheet"):
        _names(document, paper)
        lines = list(answer_rows(printed(paper, layout)))
        if any(not line.letters or len(line.letters) > _MOST_BUBBLES for line in lines) or layout.large:
            for line in lines:
                style = "Marked answer" if line.letters else "Written answer"
                document.add_paragraph(f"{line.label}\t" + (bubbles(line.letters) or "\t"), style=style)
            return
        half = -(-len(lines) // 2)
        for pair in zip_longest(lines[:half], lines[half:]):
            told = (f"{line.label}\t{bubbles(line.letters)}" for line in pair if line)
            document.add_paragraph("\t".join(told), style="Marked answer")


def _key(document: Any, paper: Paper, layout: Layout) -> None:
    with _part(document, paper, "Answer key"):
        for question in printed(paper, layout):
            letters = f"{question.letters}  " if question.letters else ""
            line = document.add_paragraph(f"{question.number}.\t{letters}{question.answer}   ", style="Question")
            line.add_run(_worth(question), style="Points")
            line.paragraph_format.keep_with_next = bool(question.evidence)
            if question.evidence:
                document.add_paragraph(question.evidence, style="Evidence")


def fits(item: Item) -> str:
    """Whatever XML can hold."""
    return blank(item) or no_xml(item)


FORMAT = Format("Word", ".docx", write, None, fits, printed=True)
