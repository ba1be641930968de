"""Word: a paper whose styles a teacher can change."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from string import ascii_uppercase
from typing import Any

from quizgen.exports.shared.archive import packed, unpacked
from quizgen.exports.shared.extra import needed
from quizgen.exports.shared.fitting import blank, heading, no_xml
from quizgen.exports.shared.format import Format, Layout
from quizgen.exports.shared.sheet import Printed, instructions, printed
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_MILLIMETRES = 36_000
"""In the units in which Word measures."""
_SIZES = {False: (210, 297), True: (215.9, 279.4)}


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """All versions of a paper, each on pages of its own, then their keys where these are wanted.

    Raises:
        QuizgenError: python-docx is not installed.
    """
    document = needed("docx", "docx").Document()
    _set_up(document, papers[0], layout)
    for number, paper in enumerate(papers):
        if number:
            document.add_page_break()
        _sheet(document, paper, layout)
    if layout.key:
        for paper in papers:
            document.add_page_break()
            _key(document, paper, layout)
    out = io.BytesIO()
    document.save(out)
    return packed(unpacked(out.getvalue()))  # without the time of writing


def _set_up(document: Any, paper: Paper, layout: Layout) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    about, day = document.core_properties, datetime(2000, 1, 1)  # noqa: DTZ001  (no clock in the file)
    about.title, about.author, about.comments, about.created, about.modified = heading(paper.title), "", "", day, day
    section = document.sections[0]
    section.page_width, section.page_height = (int(side * _MILLIMETRES) for side in _SIZES[layout.letter])
    document.styles["Normal"].font.size = Pt(18 if layout.large else 11)
    for name, indent in (("Question", 0), ("Choice", 22), ("Answer line", 22), ("Evidence", 22)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.paragraph_format.left_indent = Pt(indent)
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.space_before = Pt(12 if name == "Question" else 0)
    document.styles["Evidence"].font.italic = True
    _page_numbers(section.footer.paragraphs[0])


def _page_numbers(paragraph: Any) -> None:
    """ "Page x of y", which Word counts itself."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(text)
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        paragraph._p.append(simple)


def _sheet(document: Any, paper: Paper, layout: Layout) -> None:
    version = f"\tVersion {paper.version}" if paper.version else ""
    document.add_heading(heading(paper.title) + version, level=1)
    document.add_paragraph("Name: ______________________________   Date: ________________")
    document.add_paragraph(instructions(paper))
    for question in printed(paper, layout):
        _question(document, question)


def _question(document: Any, question: Printed) -> None:
    lines = [(f"{question.number}.  {question.stem}   ({question.points}, {question.code})", "Question")]
    lines += [(f"____  {part}", "Choice") for part in question.parts]
    if question.mode is Mode.SHORT:
        lines.append(("_" * 40, "Answer line"))
    lines += [(f"{letter}.  {text}", "Choice") for letter, text in zip(ascii_uppercase, question.choices, strict=False)]
    for text, style in lines:
        paragraph = document.add_paragraph(text, style=style)
        paragraph.paragraph_format.keep_together = True
        paragraph.paragraph_format.keep_with_next = (text, style) != lines[-1]


def _key(document: Any, paper: Paper, layout: Layout) -> None:
    version = f", version {paper.version}" if paper.version else ""
    document.add_heading(f"Answer key: {heading(paper.title)}{version}", level=1)
    for question in printed(paper, layout):
        letters = f"{question.letters}  " if question.letters else ""
        document.add_paragraph(f"{question.number}.  {letters}{question.answer}   ({question.code})", style="Question")
        if question.evidence:
            document.add_paragraph(question.evidence, style="Evidence")


def fits(item: Item) -> str:
    """Whatever XML can hold."""
    return blank(item) or no_xml(item)


FORMAT = Format("Word", ".docx", write, None, fits, printed=True)
