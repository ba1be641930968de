"""Google Forms: an Apps Script that makes the form, as Forms has no import of its own.

Script service: https://developers.google.com/apps-script/reference/forms
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files

from quizgen.exports.shared.fitting import alike, blank, no_matching, run_together
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_OPENING, _CLOSING = "const QUIZ = ", ";\n"


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The script of a paper: its questions as data, and the code that adds them to a new form."""
    paper = papers[0]
    quiz = {"title": one_line(paper.title), "questions": [_question(item, layout) for item in paper.items]}
    code = (files("quizgen.exports") / "data" / "google-forms.js").read_text(encoding="utf-8")
    return f"{_OPENING}{json.dumps(quiz, indent=1)}{_CLOSING}\n{code}".encode()  # in ASCII, nothing ends a string


def _question(item: Item, layout: Layout) -> dict[str, object]:
    return {
        "id": item.id,
        "question": item.stem,
        "points": _points(item),
        "choices": [] if item.mode is Mode.SHORT else [[one_line(c.text), c.right] for c in item.choices],
        "answers": list(item.right) if item.mode is Mode.SHORT else [],
        "feedback": item.feedback if layout.source else "",
    }


def _points(item: Item) -> int:
    return max(1, round(item.points))


def read(data: bytes) -> list[Asked]:
    """The questions of such a script."""
    quiz = json.loads(data.decode().removeprefix(_OPENING).partition(_CLOSING)[0])
    return [
        Asked(
            asked["question"],
            tuple(asked["answers"] or [text for text, right in asked["choices"] if right]),
            tuple(text for text, right in asked["choices"] if not right),
            asked["feedback"],
        )
        for asked in quiz["questions"]
    ]


def fits(item: Item) -> str:
    """Forms have no matching that scores."""
    return no_matching(item) or blank(item) or alike(item)


def alters(item: Item) -> str:
    """Choices stand on one line, and points are whole."""
    if item.points != _points(item):
        return "with points made whole"
    return "" if item.mode is Mode.SHORT else run_together(*item.right, *item.wrong)


FORMAT = Format("Google Forms", ".gs", write, read, fits, omits=("ids",), alters=alters)
