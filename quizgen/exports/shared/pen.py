"""The body of a Word document, written as text: building its elements one by one takes many times as long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from quizgen.exports.shared.word import LABEL, element

Xml = str
"""Elements of Word's own, as text."""

_BUBBLE = "◯"
_TEXT = '<w:t xml:space="preserve">', "</w:t>"
_HELD = re.compile(rb'<w:held w:n="(\d+)"/>')


class Pen:
    """Writes paragraphs and tables at a document's end; `filled` puts them there.

    Args:
        document: of python-docx, with its styles.
    """

    def __init__(self, document: Any) -> None:
        self._styles = {style.name: style.style_id for style in document.styles}
        self._end = document.element.body[-1]  # the settings of the last section, before which everything goes
        self._held: list[Xml] = []

    def write(self, text: Xml) -> None:
        """Puts a paragraph or a table at the document's end."""
        self._end.addprevious(element("w:held", n=str(len(self._held))))
        self._held.append(text)

    def filled(self, document: bytes) -> bytes:
        """The document's XML with what was written in its places."""
        return _HELD.sub(lambda place: self._held[int(place[1])].encode(), document)

    def paragraph(self, style: str, text: str, *, label: str = "", page: bool = False) -> Xml:
        """A paragraph, not yet in the document.

        Args:
            style: its name.
            text: a line feed breaks the line, a tab goes to the next stop.
            label: what stands before it in bold, up to a tab.
            page: whether it begins a page.
        """
        broken = "<w:pageBreakBefore/>" if page else ""
        runs = self._run(label, LABEL) + self._run("\t" + text) if label else self._run(text)
        return f'<w:p><w:pPr><w:pStyle w:val="{self._styles[style]}"/>{broken}</w:pPr>{runs}</w:p>'

    def _run(self, text: str, style: str = "") -> Xml:
        about = f'<w:rPr><w:rStyle w:val="{self._styles[style]}"/></w:rPr>' if style else ""
        pieces = "".join(map(_piece, re.findall(r"[\t\n]|[^\t\n]+", text)))
        return f"<w:r>{about}{pieces}</w:r>"


def _piece(text: str) -> Xml:
    return {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(text) or escape(text).join(_TEXT)


def table(widths: Sequence[float], entries: Iterable[Sequence[Sequence[Xml]]]) -> Xml:
    """A table without lines, in whose rows paragraphs stay together on one page.

    It does what "keep with next" is for, which LibreOffice gives up where many paragraphs are kept.

    Args:
        widths: of its columns, in points.
        entries: the cells of each row, each at least one paragraph.
    """
    wide = [round(width * 20) for width in widths]
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    about = (
        f'<w:tblPr><w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    rows = "".join(_row(wide, cells) for cells in entries)
    return f"<w:tbl>{about}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(widths: Sequence[int], cells: Sequence[Sequence[Xml]]) -> Xml:
    held = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'
        for width, paragraphs in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{held}</w:tr>"


def bubbles(letters: str) -> str:
    """Letters to be circled or filled, on one line."""
    return "  ".join(f"{_BUBBLE} {letter}" for letter in letters).replace(" ", "\N{NO-BREAK SPACE}")
