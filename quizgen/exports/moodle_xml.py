"""Moodle XML: a question bank that keeps ids, tags and feedback.

Layout: https://docs.moodle.org/en/Moodle_XML_format
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from quizgen.exports.shared.fitting import alike, blank, no_xml, trimmed
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import amount, name_of, one_line
from quizgen.exports.shared.markup import as_html, from_html
from quizgen.exports.shared.moodle import category, idnumber, overlong
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_TYPES = {
    Mode.CHOICE: "multichoice", Mode.SHORT: "shortanswer", Mode.TRUE_FALSE: "truefalse", Mode.MATCHING: "matching",
}  # fmt: skip


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The questions of a paper, in a category with its title."""
    paper = papers[0]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", '<question type="category">']
    lines += [f"<category><text>{escape(f'$course$/top/{category(paper.title)}')}</text></category>", "</question>"]
    for item in paper.items:
        lines += _question(item, layout)
    return "\n".join([*lines, "</quiz>", ""]).encode()


def _question(item: Item, layout: Layout) -> Iterator[str]:
    yield f'<question type="{_TYPES[item.mode]}">'
    yield f"<name><text>{escape(name_of(item))}</text></name>"
    yield f'<questiontext format="html">{_html(item.stem)}</questiontext>'
    yield f'<generalfeedback format="html">{_html(item.feedback if layout.source else "")}</generalfeedback>'
    yield f"<defaultgrade>{amount(item.points)}</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>"
    yield f"<idnumber>{escape(idnumber(item))}</idnumber>"
    yield from _answers(item)
    if tags := dict.fromkeys((item.card.kind or "", *item.card.tags)):
        yield "<tags>" + "".join(f"<tag><text>{escape(one_line(tag))}</text></tag>" for tag in tags if tag) + "</tags>"
    yield "</question>"


def _answers(item: Item) -> Iterator[str]:
    if item.mode is Mode.MATCHING:
        yield "<shuffleanswers>true</shuffleanswers>"
        for part, text in zip(item.parts, item.right, strict=True):
            answer = f"<answer><text>{escape(text)}</text></answer>"
            yield f'<subquestion format="html">{_html(part)}{answer}</subquestion>'
    elif item.mode is Mode.SHORT:
        yield "<usecase>0</usecase>"
        yield from (_answer(escape(text.replace("*", "\\*")), 100, "moodle_auto_format") for text in item.right)
    elif item.mode is Mode.TRUE_FALSE:
        yield from (_answer(c.text.lower(), 100 * c.right, "moodle_auto_format") for c in item.choices)
    else:
        yield "<single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>"
        yield from (_answer(_cdata(as_html(c.text)), 100 * c.right, "html") for c in item.choices)


def _answer(text: str, fraction: int, kind: str) -> str:
    feedback = '<feedback format="html"><text></text></feedback>'
    return f'<answer fraction="{fraction}" format="{kind}"><text>{text}</text>{feedback}</answer>'


def _html(text: str) -> str:
    return f"<text>{_cdata(f'<p>{as_html(text)}</p>')}</text>" if text else "<text></text>"


def _cdata(markup: str) -> str:
    return f"<![CDATA[{markup}]]>"  # as HTML it holds no ]]>: each > is &gt; or ends a tag


def read(data: bytes) -> list[Asked]:
    """The questions of such a file."""
    questions = ElementTree.fromstring(data).iterfind("question")
    return [_asked(question) for question in questions if question.get("type") != "category"]


def _asked(question: ElementTree.Element) -> Asked:
    kind = question.get("type")
    stem = _read_html(question.findtext("questiontext/text"))
    told = _read_html(question.findtext("generalfeedback/text"))
    if kind == "matching":
        parts = question.iterfind("subquestion")
        return Asked(stem, tuple(part.findtext("answer/text") or "" for part in parts), (), told)
    answers = [
        (answer.findtext("text") or "", answer.get("fraction") == "100") for answer in question.iterfind("answer")
    ]
    if kind == "shortanswer":
        answers = [(text.replace("\\*", "*"), right) for text, right in answers]
    elif kind == "truefalse":
        answers = [(text.title(), right) for text, right in answers]
    else:
        answers = [(_read_html(text), right) for text, right in answers]
    return Asked(stem, tuple(t for t, right in answers if right), tuple(t for t, right in answers if not right), told)


def _read_html(text: str | None) -> str:
    return from_html((text or "").removeprefix("<p>").removesuffix("</p>"))


def fits(item: Item) -> str:
    """Whatever XML can hold."""
    return blank(item) or alike(item) or no_xml(item) or overlong(item)


def alters(item: Item) -> str:
    """Moodle trims what is typed and what is matched."""
    typed = item.right if item.mode in (Mode.SHORT, Mode.MATCHING) else ()
    return trimmed(*typed)


FORMAT = Format("Moodle XML", ".xml", write, read, fits, alters=alters)
