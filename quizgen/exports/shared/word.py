"""A Word document to fill: paper, styles that a teacher can change, and sections that count their own pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from quizgen.exports.shared.fitting import heading
from quizgen.exports.shared.format import Layout
from quizgen.quiz.paper import Paper

_MILLIMETRE = 36_000
"""In the units in which Word measures."""
_SIZES = {False: (210, 297), True: (215.9, 279.4)}
_MARGIN = 20
"""In millimetres, on every side."""
_FONT = "Times New Roman"
"""It, or what stands in for it everywhere, has Latin, Greek, Cyrillic and Vietnamese letters."""
_HANG = {False: 22, True: 34}
"""Points between a number or a letter and its text, in small and in large print."""
_SPACE = {"Name lines": 6, "Question": 12, "Answer line": 12, "Written answer": 9, "Marked answer": 9}
"""Points above a paragraph of a style."""
_BUBBLE = "◯"
_SPACE_KEPT = "{http://www.w3.org/XML/1998/namespace}space"


def blank_document(document: Any, paper: Paper, layout: Layout) -> None:
    """Set up an empty document of python-docx for a paper."""
    about, day = document.core_properties, datetime(2000, 1, 1)  # noqa: DTZ001  (no clock in the file)
    about.title, about.author, about.comments, about.created, about.modified = heading(paper.title), "", "", day, day
    section = document.sections[0]
    section.page_width, section.page_height = (int(side * _MILLIMETRE) for side in _SIZES[layout.letter])
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", _MARGIN * _MILLIMETRE)
    _base(document, paper, layout)
    _styles(document, text_width(layout), _HANG[layout.large])


def text_width(layout: Layout) -> float:
    """The width of the text, in points."""
    return (_SIZES[layout.letter][0] - 2 * _MARGIN) / 25.4 * 72


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


def _styles(document: Any, width: float, hang: int) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Pt, RGBColor

    middle, ruled = hang + (width - hang) / 2, WD_TAB_LEADER.LINES
    names = ((0.42, ruled), (0.44, None), (0.62, ruled), (0.64, None))
    tabs: dict[str, tuple[int, int, tuple[tuple[float, Any], ...]]] = {
        "Name lines": (0, 0, tuple((width * share, leader) for share, leader in names)),
        "Question": (hang, -hang, ((hang, None),)),
        "Part": (hang * 4, -hang * 3, ((hang * 4, None),)),
        "Choice": (hang * 2, -hang, ((hang * 2, None),)),
        "Choices in two columns": (
            hang * 2, -hang, ((hang * 2, None), (middle, None), (middle + hang, None)),
        ),
        "Answer line": (hang, 0, ((width * 0.75, ruled),)),
        "Written answer": (hang * 2, -hang * 2, ((hang * 2, None), (width, ruled))),
        "Marked answer": (hang * 2, -hang * 2, ((hang * 2, None), (middle, None), (middle + hang * 2, None))),
        "Also right": (hang, 0, ()),
        "Evidence": (hang, 0, ()),
    }  # fmt: skip
    for name, (left, first, stops) in tabs.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        shape = style.paragraph_format
        shape.left_indent, shape.first_line_indent = Pt(left), Pt(first)
        shape.space_before, shape.space_after = Pt(_SPACE.get(name, 0)), Pt(3)
        for place, leader in stops:
            aligned = WD_TAB_ALIGNMENT.RIGHT if leader is ruled else WD_TAB_ALIGNMENT.LEFT
            shape.tab_stops.add_tab_stop(Pt(place), aligned, leader or WD_TAB_LEADER.SPACES)
    document.styles["Evidence"].font.italic = True
    points = document.styles.add_style("Points", WD_STYLE_TYPE.CHARACTER)
    points.font.color.rgb, points.font.size = RGBColor(90, 90, 90), Pt(9)


@contextmanager
def section(document: Any, name: str, running: str) -> Iterator[None]:
    """A part of the document: on new pages, counted from 1, with ``running`` before their numbers at the foot.

    Args:
        document: of python-docx.
        name: of a bookmark at its end, by which its pages are counted; letters and digits.
        running: as "Version A  ·  ".
    """
    part = _new_section(document)
    part._sectPr.find(_qualified("w:cols")).addprevious(_element("w:pgNumType", start="1"))
    part.footer.is_linked_to_previous = False
    _page_numbers(part.footer.paragraphs[0], running, name)
    yield
    end = _end(document)
    number = str(len(document.sections))
    end.append(_element("w:bookmarkStart", id=number, name=name))
    end.append(_element("w:bookmarkEnd", id=number))


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


class Pen:
    """Writes paragraphs; python-docx itself would look through the whole document for each.

    Args:
        document: of python-docx, with its styles.
    """

    def __init__(self, document: Any) -> None:
        self._styles = {style.name: style.style_id for style in document.styles}
        self._end = document.element.body[-1]  # the settings of the last section, before which everything goes

    def paragraph(self, style: str, text: str, points: str = "", *, keep: bool = False) -> Any:
        """A paragraph, not yet in the document.

        Args:
            style: its name.
            text: a line feed breaks the line, a tab goes to the next stop.
            points: what follows it in the style "Points".
            keep: whether it stays on the page of the next one.
        """
        paragraph, about = _element("w:p"), _element("w:pPr")
        about.append(_element("w:pStyle", val=self._styles[style]))
        about.extend([_element("w:keepNext")] if keep else [])
        paragraph.append(about)
        paragraph.append(self._run(text))
        if points:
            paragraph.append(self._run(points, "Points"))
        return paragraph

    def _run(self, text: str, style: str = "") -> Any:
        run = _element("w:r")
        if style:
            about = _element("w:rPr")
            about.append(_element("w:rStyle", val=self._styles[style]))
            run.append(about)
        for piece in re.findall(r"[\t\n]|[^\t\n]+", text):
            child = _element({"\t": "w:tab", "\n": "w:br"}.get(piece, "w:t"))
            if piece not in "\t\n":
                child.text = piece
                child.set(_SPACE_KEPT, "preserve")
            run.append(child)
        return run

    def write(self, element: Any) -> None:
        """Puts a paragraph or a table at the document's end."""
        self._end.addprevious(element)


def rows(width: float, entries: Iterable[Sequence[Any]]) -> Any:
    """A table without lines, in whose rows paragraphs stay together on one page.

    It does what "keep with next" is for, which LibreOffice gives up where many paragraphs are kept.

    Args:
        width: in points.
        entries: the paragraphs of each row.
    """
    table, about, grid, margins = map(_element, ("w:tbl", "w:tblPr", "w:tblGrid", "w:tblCellMar"))
    wide = str(round(width * 20))
    margins.extend(_element(f"w:{side}", w="0", type="dxa") for side in ("left", "right"))
    about.extend((_element("w:tblW", w=wide, type="dxa"), _element("w:tblLayout", type="fixed"), margins))
    grid.append(_element("w:gridCol", w=wide))
    table.extend((about, grid, *map(_row, entries)))
    return table


def _row(paragraphs: Sequence[Any]) -> Any:
    line, rule, cell = map(_element, ("w:tr", "w:trPr", "w:tc"))
    rule.append(_element("w:cantSplit"))
    cell.extend(paragraphs)
    line.extend((rule, cell))
    return line


def _page_numbers(paragraph: Any, running: str, end: str) -> None:
    """ "Page x of y", which Word counts itself: of a section, by the page on which its last paragraph stands."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, field in ((f"{running}Page ", "PAGE"), (" of ", f"PAGEREF {end}")):
        paragraph.add_run(text)
        simple = _element("w:fldSimple", instr=field, dirty="true")
        run = _element("w:r")
        run.append(_element("w:t"))
        run[0].text = "1"
        simple.append(run)
        paragraph._p.append(simple)


def _element(tag: str, **attributes: str) -> Any:
    """An element of Word's own, whose namespace is declared where it is put."""
    from docx.oxml.parser import oxml_parser

    names = {_qualified(f"w:{name}"): value for name, value in attributes.items()}
    return oxml_parser.makeelement(_qualified(tag), names)


def _qualified(name: str) -> str:
    return name.replace("w:", "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", 1)


def bubbles(letters: str) -> str:
    """Letters to be circled or filled."""
    return "    ".join(f"{_BUBBLE} {letter}" for letter in letters)
