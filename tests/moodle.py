"""What Moodle makes of a file, by readers of its behaviour that share nothing with our writers.

Modelled on the documented formats and on how Moodle's importers treat them: everything is trimmed as PHP trims, GIFT's
escapes are looked at before its syntax, a text may name its own format in brackets, and a star in a short answer stands
for any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree import ElementTree

_TRIMMED = " \t\n\r\0\x0b"
_FORMATS = ("html", "plain", "moodle", "markdown")
_HELD = {rf"\{character}": chr(0xD800 + ord(character)) for character in ":#={}~n\\"}
"""Escapes, as halves of characters that no file holds."""
_SHOWN = {held: "\n" if escape == "\\n" else escape[1] for escape, held in _HELD.items()}


_NOTE = r"\[%s:((?:\\\]|[^]<>`\0-\x1f])+)\]"
"""What stands in a comment of GIFT."""


@dataclass
class Question:
    """A question in Moodle's bank."""

    kind: str
    stem: str
    answers: list[tuple[str, float]] = field(default_factory=list)
    """With the share of the marks that each gives."""
    pairs: list[tuple[str, str]] = field(default_factory=list)
    feedback: str = ""
    idnumber: str = ""
    tags: tuple[str, ...] = ()

    def marks(self, given: str) -> float:
        """What an answer is worth; the first that fits counts, as in Moodle."""
        for text, share in self.answers:
            if _matches(text, given) if self.kind == "shortanswer" else text == given:
                return share
        return 0.0


def _matches(pattern: str, given: str) -> bool:
    """A short answer's pattern: stars stand for any text, ``\\*`` for a star; case does not count."""
    parts = [part.replace("\\*", "*") for part in re.split(r"(?<!\\)\*+", pattern)]
    return re.fullmatch(".*".join(map(re.escape, parts)), given.strip(_TRIMMED), re.IGNORECASE | re.DOTALL) is not None


class _Said(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("p", "br"), f"markup that nobody wrote: {tag}"
        self.text += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def said(markup: str) -> str:
    """What HTML shows."""
    reader = _Said()
    reader.feed(markup)
    reader.close()
    return reader.text


def _formatted(text: str, default: str) -> str:
    """A text by the format that it names in brackets, or else by the one above it."""
    text, kind = text.strip(_TRIMMED), default
    named = re.match(r"\[([^\]]*)\]", text)
    if named and named[1] in _FORMATS:
        kind, text = named[1], text[named.end() :]
    return _shown(text, kind)


def _shown(text: str, kind: str = "plain") -> str:
    for held, character in _SHOWN.items():
        text = text.replace(held, character)
    text = text.strip(_TRIMMED)
    assert not re.search(r"&&0(?:10|35|58|61|92)|&&12[356]", text), "a placeholder of Moodle's own"
    return said(text) if kind == "html" else text


def gift(data: bytes) -> list[Question]:
    """The questions of a file in GIFT."""
    found: list[Question] = []
    block: list[str] = []
    for line in [*data.decode().split("\n"), ""]:
        if line.strip(_TRIMMED) in ("", "0"):  # both are empty to PHP
            found += _gift_question(block)
            block = []
        else:
            block.append(line.strip(_TRIMMED))
    return found


def _gift_question(lines: list[str]) -> Iterator[Question]:
    notes = " ".join(line for line in lines if line.startswith("//"))
    text = "\n".join(line for line in lines if not line.startswith("//")).strip(_TRIMMED)
    text = re.sub(r"\\[\\:#={}~n]", lambda m: _HELD[m[0]], text)
    if not text or text.startswith("$CATEGORY:"):
        return
    if text.startswith("::"):
        text = text[2:].partition("::")[2].strip(_TRIMMED)
    head, brace, rest = text.partition("{")
    body, closed, tail = rest.partition("}")
    assert brace, text
    assert closed, text
    assert not tail, text
    body, _, told = body.strip(_TRIMMED).partition("####")
    kind = next((name for name in _FORMATS if head.startswith(f"[{name}]")), "moodle")
    question = Question("", _formatted(head, "moodle"), feedback=_formatted(told, kind))
    question.idnumber = "".join(re.findall(_NOTE % "id", notes)).replace("\\]", "]")
    assert len(question.idnumber) <= 100
    question.tags = tuple(tag.replace("\\]", "]").strip(_TRIMMED) for tag in re.findall(_NOTE % "tag", notes))
    _gift_answers(question, body.strip(_TRIMMED), kind)
    yield question


def _gift_answers(question: Question, body: str, kind: str) -> None:
    assert body, "an essay"
    assert body[0] != "#", "a number"
    if "~" in body:
        question.kind = "multichoice"
        for part in filter(None, (part.strip(_TRIMMED) for part in body.replace("=", "~=").split("~"))):
            weight = re.match(r"%-*(\d{1,2})\.?(\d*)%", part)
            text, _, _ = (part[1:] if part[0] == "=" else part[weight.end() :] if weight else part).partition("#")
            share = 1.0 if part[0] == "=" else float(weight[1]) / 100 if weight else 0.0
            question.answers.append((_formatted(text, kind), share))
    elif "=" in body and "->" in body:
        question.kind = "match"
        for part in body.split("=")[1:]:
            left, _, right = part.partition("->")
            question.pairs.append((_formatted(left, kind), _held(_shown(right))))
    elif body.partition("#")[0].strip(_TRIMMED) in ("T", "TRUE", "F", "FALSE"):
        question.kind = "truefalse"
        question.answers = [("True", float(body[0] == "T")), ("False", float(body[0] == "F"))]
    else:
        question.kind = "shortanswer"
        for part in body.split("=")[1:]:
            assert not re.match(r"\s*%-*\d", part), "a weight that nobody wrote"
            text, _, _ = part.partition("#")
            assert not re.match(r"\s*\[(?:html|plain|moodle|markdown)", text), "a format that nobody wrote"
            question.answers.append((_shown(text), 1.0))


def aiken(data: bytes) -> list[Question]:
    """The questions of a file in Aiken."""
    found: list[Question] = []
    question = Question("multichoice", "")
    for line in (line.strip(_TRIMMED) for line in data.decode().split("\n")):
        if len(line.encode()) < 2:
            continue
        if re.match(r"[A-Z][).]", line):
            assert question.stem, "an answer before its question"
            question.answers.append((line[2:].strip(_TRIMMED), 0.0))
        elif line.startswith("ANSWER:"):
            right = ord(line[7:].strip(_TRIMMED)[0]) - ord("A")
            question.answers[right] = (question.answers[right][0], 1.0)
            found.append(question)
            question = Question("multichoice", "")
        else:
            assert not question.answers, "a question within a question"
            question.stem = f"{question.stem}\n{line}" if question.stem else line
    assert not question.stem
    return found


def moodle_xml(data: bytes) -> list[Question]:
    """The questions of a file in Moodle XML."""
    return [_xml_question(q) for q in ElementTree.fromstring(data) if q.get("type") != "category"]


def _xml_question(root: ElementTree.Element) -> Question:
    kind = {"matching": "match"}.get(root.get("type") or "", root.get("type") or "")
    assert root.findtext("name/text", "").strip(_TRIMMED), "a question without a name"
    question = Question(kind, said(_text(root, "questiontext")), feedback=said(_text(root, "generalfeedback")))
    question.idnumber = root.findtext("idnumber", "")
    question.tags = tuple((tag.text or "").strip(_TRIMMED) for tag in root.iterfind("tags/tag/text"))
    assert len(question.idnumber) <= 100
    for part in root.iterfind("subquestion"):
        question.pairs.append((said(_text(part)), _held(part.findtext("answer/text", "").strip(_TRIMMED))))
    for answer in root.iterfind("answer"):
        text = _text(answer)
        shown = said(text) if kind == "multichoice" else text.title() if kind == "truefalse" else text
        question.answers.append((shown, float(answer.get("fraction", "0")) / 100))
    return question


def _held(text: str) -> str:
    """An answer that is matched, as far as the database holds it."""
    assert len(text) <= 255
    return text


def categories(path: str) -> list[str]:
    """The names in the path of a category, each as far as the database holds it."""
    names = [name.replace("//", "/").strip(_TRIMMED) for name in re.split(r"(?<!/)/(?!/)", path)]
    assert all(0 < len(name) <= 255 for name in names)
    return names


def _text(root: ElementTree.Element, name: str = "") -> str:
    return root.findtext(f"{name}/text" if name else "text", "").strip(_TRIMMED)
