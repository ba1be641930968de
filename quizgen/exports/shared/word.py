"""A Word document to fill: paper, styles that a teacher can change, and sections that count their own pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple

from quizgen.exports.shared.fitting import heading
from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.lines import amount
from quizgen.quiz.paper import Paper

_MILLIMETRE = 36_000
"""In the units in which Word measures."""
_LONGEST_TITLE = 255
"""Characters of the title that stands beside the text, in the file's properties."""
_SIZES = {False: (210, 297), True: (215.9, 279.4)}
_MARGIN = 20
"""In millimetres, on every side."""
_FONT = "Times New Roman"
"""It, or what stands in for it everywhere, has Latin, Greek, Cyrillic and Vietnamese letters."""
_HANG = {False: 22, True: 34}
"""Points between a number or a letter and its text, in small and in large print."""
_MARGINAL = {False: 66, True: 88}
"""Points that the column at the right takes, in which what a question is worth stands."""
LABEL = "Label"
"""The style of numbers and of the letters of right answers."""
_SPACE = {
    "Name lines": 6, "Instructions": 6, "Question": 10, "Key": 10, "Points": 13, "Answer line": 8, "Written answer": 9,
    "Marked answer": 9, "Answer number": 9,
}  # fmt: skip
"""Points above a paragraph of a style."""
_SMALL = {"Points": 0.7, "Evidence": 0.86}
"""Sizes of letters, as shares of the usual size."""
_GREY = (90, 90, 90)


def blank_document(document: Any, paper: Paper, layout: Layout) -> None:
    """Set up an empty document of python-docx for a paper."""
    about, day = document.core_properties, datetime(2000, 1, 1)  # noqa: DTZ001  (no clock in the file)
    about.title, about.author, about.comments = heading(paper.title)[:_LONGEST_TITLE], "", ""
    about.created, about.modified = day, day
    section = document.sections[0]
    section.page_width, section.page_height = (int(side * _MILLIMETRE) for side in _SIZES[layout.letter])
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", _MARGIN * _MILLIMETRE)
    _base(document, paper, layout)
    _styles(document, layout, f"/ {amount(paper.points)}")


def text_width(layout: Layout) -> float:
    """The width of the text, in points."""
    return (_SIZES[layout.letter][0] - 2 * _MARGIN) / 25.4 * 72


def entry_widths(layout: Layout) -> tuple[float, float]:
    """The widths of a question and of what stands at its right, in points."""
    return text_width(layout) - _MARGINAL[layout.large], _MARGINAL[layout.large]


def _base(document: Any, paper: Paper, layout: Layout) -> None:
    """The font, the colour of headings, and the language, by which spelling is checked."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size in (("Normal", 18 if layout.large else 11), ("Heading 1", 22 if layout.large else 16)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
        fonts = document.styles[name].element.rPr.rFonts
        for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{script}"), None)
        fonts.set(qn("w:cs"), _FONT)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(0)
    for language in document.styles.element.iter(qn("w:lang")):
        if language.get(qn("w:val"), "").partition("-")[0] != paper.language:  # "en-US" says more than "en"
            language.set(qn("w:val"), paper.language)


class _Shape(NamedTuple):
    """How a paragraph stands on the page, in points."""

    left: float = 0
    first: float = 0
    """Where its first line begins, from ``left``."""
    stops: tuple[tuple[float, str], ...] = ()
    """Of its tabs: each a place, and whether text begins there, ends there, or a line to write on does."""
    right: float = 0


def _styles(document: Any, layout: Layout, all_points: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Pt, RGBColor

    kinds = {
        "text": (WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.SPACES), "end": (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.SPACES),
        "line": (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES),
    }  # fmt: skip
    usual = document.styles["Normal"].font.size.pt
    for name, shape in _shapes(layout, usual * 0.55 * len(all_points)).items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        about = style.paragraph_format
        about.left_indent, about.first_line_indent = Pt(shape.left), Pt(shape.first)
        about.right_indent = Pt(shape.right)
        about.space_before, about.space_after = Pt(_SPACE.get(name, 0)), Pt(1 if name.startswith("Choice") else 3)
        for place, kind in shape.stops:
            about.tab_stops.add_tab_stop(Pt(place), *kinds[kind])
        if name in _SMALL:
            style.font.size, style.font.color.rgb = Pt(round(usual * _SMALL[name] * 2) / 2), RGBColor(*_GREY)
    document.styles["Points"].paragraph_format.alignment = kinds["end"][0]
    document.styles["Heading 1"].paragraph_format.tab_stops.add_tab_stop(Pt(text_width(layout)), *kinds["end"])
    document.styles["Answer number"].font.bold = True
    for name in ("Answer line", "Written answer"):
        _rule(document.styles[name])
    document.styles.add_style(LABEL, WD_STYLE_TYPE.CHARACTER).font.bold = True


def _rule(style: Any) -> None:
    """Draws a line below the paragraphs of a style; LibreOffice draws none for a tab that ends a table's cell."""
    border = element("w:pBdr")
    border.append(element("w:bottom", val="single", sz="4", space="1", color="auto"))
    style.element.pPr.insert_element_before(border, "w:tabs", "w:spacing", "w:ind")


def _shapes(layout: Layout, held: float) -> dict[str, _Shape]:
    """The styles of paragraphs; their names are what a teacher sees in the list of styles.

    Args:
        layout: of the paper.
        held: the width that all points take, after the line for those reached.
    """
    width, hang = text_width(layout), _HANG[layout.large]
    room = entry_widths(layout)[0]
    middle = hang + (room - hang) / 2
    part = hang * (2.5 if layout.answer_sheet else 4)
    names = ((0.46, "line"), (0.49, "text"), (0.73, "line"), (0.76, "text"), (1 - held / width, "line"), (1, "end"))
    return {
        "Name lines": _Shape(stops=tuple((width * share, kind) for share, kind in names)),
        "Instructions": _Shape(),
        "Question": _Shape(hang, -hang, ((hang, "text"),)),
        "Part": _Shape(part, hang - part, ((part, "text"),)),
        "Choice": _Shape(hang * 2, -hang, ((hang * 2, "text"),)),
        "Choices in two columns": _Shape(
            hang * 2, -hang, ((hang * 2, "text"), (middle, "text"), (middle + hang, "text"))
        ),
        "Answer line": _Shape(hang, right=room / 4),
        "Answer number": _Shape(),
        "Marked answer": _Shape(),
        "Written answer": _Shape(right=hang),
        "Key": _Shape(hang * 2, -hang * 2, ((hang, "text"), (hang * 2, "text"))),
        "Also right": _Shape(hang * 2),
        "Evidence": _Shape(hang * 2),
        "Points": _Shape(),
    }


@contextmanager
def section(document: Any, name: str, running: str) -> Iterator[None]:
    """A part of the document: on new pages, counted from 1, with ``running`` before their numbers at the foot.

    Args:
        document: of python-docx.
        name: of a bookmark at its end, by which its pages are counted; letters and digits.
        running: as "Version A  ·  ".
    """
    part = _new_section(document)
    part._sectPr.find(_qualified("w:cols")).addprevious(element("w:pgNumType", start="1"))
    part.footer.is_linked_to_previous = False
    _page_numbers(part.footer.paragraphs[0], running, name)
    yield
    end = _end(document)
    number = str(len(document.sections))
    end.append(element("w:bookmarkStart", id=number, name=name))
    end.append(element("w:bookmarkEnd", id=number))


def answer_widths(layout: Layout, beside: int) -> list[float]:
    """The widths of numbers and answers on an answer sheet, so many of which stand beside each other, in points."""
    number = _HANG[layout.large] + 14
    return [number, text_width(layout) / beside - number] * beside


def _new_section(document: Any) -> Any:
    body = document.element.body
    if len(body) == 1:  # nothing but the document's own settings
        return document.sections[0]
    part = document.add_section()
    broken = body[-2]
    body[-3].get_or_add_pPr().append(broken.pPr.sectPr)  # into the paragraph at the end, or there would be two
    body.remove(broken)
    for counted in part._sectPr.findall(_qualified("w:pgNumType")):
        part._sectPr.remove(counted)
    return part


def _end(document: Any) -> Any:
    """A paragraph too small to take a page of its own, which a section needs after a table."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(0), Pt(0), Pt(1)
    return paragraph._p


def _page_numbers(paragraph: Any, running: str, end: str) -> None:
    """ "Page x of y", which Word counts itself: of a section, by the page on which its last paragraph stands."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, field in ((f"{running}Page ", "PAGE"), (" of ", f"PAGEREF {end}")):
        paragraph.add_run(text)
        simple = element("w:fldSimple", instr=field, dirty="true")
        run = element("w:r")
        run.append(element("w:t"))
        run[0].text = "1"
        simple.append(run)
        paragraph._p.append(simple)


def element(tag: str, **attributes: str) -> Any:
    """An element of Word's own, whose namespace is declared where it is put."""
    from docx.oxml.parser import oxml_parser

    names = {_qualified(f"w:{name}"): value for name, value in attributes.items()}
    return oxml_parser.makeelement(_qualified(tag), names)


def _qualified(name: str) -> str:
    return name.replace("w:", "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", 1)
