"""PDF, set by Typst from data: sheets to hand out, in versions, with their keys."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.resources import files

from quizgen.errors import QuizgenError
from quizgen.exports.shared.extra import needed
from quizgen.exports.shared.format import Format, Layout
from quizgen.exports.shared.lines import amount
from quizgen.exports.shared.sheet import answer_rows, fits, instructions, printed
from quizgen.quiz.paper import Paper

_MISSING = re.compile(r'the text [`"]*(?P<text>.+?)[`"]* could not be displayed')


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """All versions of a paper, then their keys where these are wanted.

    Raises:
        QuizgenError: Typst is not installed, or a character has no shape in the font.
    """
    typst = needed("typst", "pdf")
    data = {
        "title": papers[0].title,
        "language": papers[0].language[:2],
        "size": "us-letter" if layout.letter else "a4",
        "large": layout.large,
        "key": layout.key,
        "questions": layout.questions,
        "answer_sheet": layout.answer_sheet,
        "versions": [_version(paper, layout) for paper in papers],
    }
    source = (files("quizgen.exports") / "data" / "paper.typ").read_bytes()
    try:
        made: bytes = typst.compile(
            source, sys_inputs={"paper": json.dumps(data)}, ignore_system_fonts=True, pdf_standards=["a-2b"]
        )
    except RuntimeError as error:
        found = _MISSING.search(str(error))
        if found is None:
            raise
        hint = "Write it in other letters, or export to docx or html."
        raise QuizgenError(
            f"the font has no shape for {found['text']!r}", _holder(papers[0], found["text"]), hint
        ) from None
    return made


def _holder(paper: Paper, text: str) -> str:
    """The card that holds a text; empty where none does, but the title."""
    texts = ((item.card.id, (*item.told, *item.right, *item.wrong, item.feedback)) for item in paper.items)
    return next((f"card {name}" for name, held in texts if any(text in one for one in held)), "")


def _version(paper: Paper, layout: Layout) -> dict[str, object]:
    questions = list(printed(paper, layout))
    return {
        "letter": paper.version,
        "points": amount(paper.points),
        "instructions": instructions(paper, answer_sheet=layout.answer_sheet),
        "items": [question._asdict() for question in questions],
        "rows": [row._asdict() for row in answer_rows(questions)],
    }


FORMAT = Format("PDF", ".pdf", write, None, fits, printed=True)
