"""Moodle XML: a question bank as Moodle exports it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from quizgen.errors import QuizgenError
from quizgen.imports.shared.brought import Brought, Found, ImportFormat, Left, brought, matched, true_or_false
from quizgen.imports.shared.text import has_media, plain

_CLOSED = frozenset(["multichoice", "shortanswer", "numerical"])


def read(data: bytes) -> Brought:
    """The questions of a bank.

    Raises:
        QuizgenError: it is no such file.
    """
    if b"<!DOCTYPE" in data[:4096].upper() or b"<!ENTITY" in data.upper():
        raise QuizgenError("the file declares a document type, which no question bank does", hint="Export it anew.")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        line, column = error.position
        raise QuizgenError(f"the XML is broken at line {line}, column {column + 1}", hint="Export it anew.") from None
    if root.tag != "quiz":
        raise QuizgenError(f"this is XML, but no question bank: it begins with <{root.tag}>")
    found: list[Found | Left] = []
    category = ""
    for question in root.iterfind("question"):
        if question.get("type") == "category":
            category = (question.findtext("category/text") or "").rpartition("/")[2]
        else:
            media = has_media("".join(question.itertext()))
            found += (replace(one, media=media) if isinstance(one, Found) else one for one in _questions(question))
    return brought(found, category)


def _questions(question: ElementTree.Element) -> Iterator[Found | Left]:
    kind = question.get("type") or ""
    stem = _said(question.find("questiontext"))
    name = (question.findtext("idnumber") or "").strip().rpartition("/")[2]
    if kind == "matching":
        pairs = [(_said(part), _said(part.find("answer"))) for part in question.iterfind("subquestion")]
        yield from matched(stem, pairs, name)
    elif kind == "truefalse":
        right = [a.findtext("text") for a in question.iterfind("answer") if a.get("fraction") == "100"]
        yield true_or_false(stem, right=right == ["true"])
    elif kind in _CLOSED:
        yield _closed(question, stem, name, starred=kind == "shortanswer")
    else:
        yield Left(stem, f"{kind or 'a question without a type'} has no single right answer")


def _closed(question: ElementTree.Element, stem: str, name: str, *, starred: bool) -> Found | Left:
    answers = [(_said(a), float(a.get("fraction") or 0)) for a in question.iterfind("answer")]
    if starred:
        answers = [(text.replace(r"\*", "*"), fraction) for text, fraction in answers]
    right = tuple(text for text, fraction in answers if fraction >= 100)
    if not right:
        return Left(stem, "no answer alone has full marks")
    wrong = tuple(text for text, fraction in answers if fraction <= 0)
    tags = tuple(tag.strip() for tag in (t.findtext("text") or "" for t in question.iterfind("tags/tag")) if tag)
    note = _said(question.find("generalfeedback"))
    return Found(question=stem, right=right, wrong=wrong, id=name, tags=tags, note=note)


def _said(element: ElementTree.Element | None) -> str:
    if element is None:
        return ""
    text = element.findtext("text") or ""
    return text.strip() if element.get("format") in ("plain_text", "moodle_auto_format") else plain(text)


def _signs(head: bytes) -> bool:
    return b"<quiz" in head


FORMAT = ImportFormat("Moodle XML", (".xml",), _signs, read)
