"""GIFT: Moodle's own text format, which other systems read as well.

Syntax: https://docs.moodle.org/en/GIFT_format
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from quizgen.exports.shared.fitting import alike, blank, trimmed
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import name_of, one_line
from quizgen.exports.shared.moodle import category, idnumber, overlong
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_SPECIAL = re.compile(r"[~=#{}:\\]")
_CODE = re.compile(r"&&\d\d\d")
_FORMAT = re.compile(r"\s*\[(?:html|plain|moodle|markdown)")
_WEIGHT = re.compile(r"\s*%-*\d")
STAR = r"\*"
"""A star that stands for itself, in a short answer."""
_HELD = 0xD800
"""Where the surrogates begin."""
_SPACES = " \t\n\r\0\x0b"
"""What PHP, and so Moodle, trims."""


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The questions of a paper."""
    paper = papers[0]
    lines = [f"// {one_line(paper.title)}", f"$CATEGORY: {_path(paper.title)}", ""]
    for item in paper.items:
        lines += [*_question(item, layout), ""]
    return "\n".join(lines).encode()


def _path(title: str) -> str:
    """A category, in whose name only a backslash has to be escaped."""
    return category(title).replace("\\", "\\\\")


def _question(item: Item, layout: Layout) -> Iterator[str]:
    marks = "".join(f" [tag:{_noted(tag)}]" for tag in dict.fromkeys((item.card.kind or "", *item.card.tags)) if tag)
    yield f"// [id:{_noted(idnumber(item))}]{marks}"
    coded = _is_coded(item)
    kind = "html" if coded else "plain"
    yield f"::{escaped(name_of(item))}::[{kind}]{_text(item.stem, coded)}{{"
    yield from (f"\t{line}" for line in _answers(item, coded))
    if item.feedback and layout.source:
        yield f"\t####{_text(item.feedback, coded)}"
    yield "}"


def _answers(item: Item, coded: bool) -> Iterator[str]:
    if item.mode is Mode.TRUE_FALSE:
        yield "TRUE" if item.right == ("True",) else "FALSE"
    elif item.mode is Mode.MATCHING:
        pairs = zip(item.parts, item.right, strict=True)
        yield from (f"={_text(part, coded)} -> {escaped(answer)}" for part, answer in pairs)
    elif item.mode is Mode.SHORT:  # in which * stands for any text, and HTML for nothing
        yield from (f"={escaped(text.replace('*', STAR))}" for text in item.right if not _is_misread(text))
    else:
        yield from (("=" if choice.right else "~") + _text(choice.text, coded) for choice in item.choices)


def _is_coded(item: Item) -> bool:
    """Whether a question must be written as HTML, in which whatever GIFT would misread has another form."""
    offered = [choice.text for choice in item.choices] if item.mode is Mode.CHOICE else []
    told = [text for text in (item.stem, item.feedback) if _CODE.search(text) or _FORMAT.match(text)]
    return bool(told) or any(map(_is_misread, (*item.parts, *offered)))


def _is_misread(text: str) -> bool:
    """Whether GIFT takes an answer for a match, a character's number, a format or a weight, which has no escape."""
    return "->" in text or any((_CODE.search(text), _FORMAT.match(text), _WEIGHT.match(text)))


def _text(text: str, coded: bool) -> str:
    if coded:
        text = html.escape(text, quote=False).replace("%", "&#37;").replace("[", "&#91;").replace("\n", "<br>")
    return escaped(text)


def escaped(text: str) -> str:
    """``text`` in which nothing is syntax, on one line."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n")


def _noted(name: str) -> str:
    """A name in a comment, without what Moodle allows in none."""
    return one_line(re.sub("[<>`]+", " ", name)).replace("]", "\\]")


def read(data: bytes) -> list[Asked]:
    """The questions in GIFT, read as Moodle does: escapes first, then braces, then answers."""
    blocks = (block for block in re.split(r"\n\s*\n", data.decode().replace("\r\n", "\n")))
    bare = ("\n".join(line for line in block.split("\n") if not re.match(r"//|\$CATEGORY:", line)) for block in blocks)
    return [_read_block(block) for block in bare if block.strip()]


def _read_block(block: str) -> Asked:
    marked = re.sub(r"\\([~=#{}:\\n])", lambda m: _held(m[1]), block)
    head, _, body = marked.partition("{")
    body, _, told = body[: body.rindex("}")].partition("####")
    head = re.sub(r"^\s*::.*?::", "", head, flags=re.DOTALL)
    coded = head.startswith("[html]")
    stem, told = _plain(re.sub(r"^\[(html|plain)\]", "", head), coded), _plain(told, coded)
    body = body.strip(_SPACES)
    if body in ("TRUE", "FALSE"):
        return Asked(stem, (body.title(),), ("False" if body == "TRUE" else "True",), told)
    answers = re.findall(r"([=~])([^=~]*)", body)
    if "~" in body:
        read = [(sign, _plain(text, coded)) for sign, text in answers]
        right, wrong = (tuple(text for sign, text in read if sign == kind) for kind in "=~")
        return Asked(stem, right, wrong, told)
    if "->" in body:
        return Asked(stem, tuple(_plain(text.split("->", 1)[1], False) for _, text in answers), (), told)
    return Asked(stem, tuple(_plain(text, False).replace(STAR, "*") for _, text in answers), (), told)


def _held(character: str) -> str:
    """An escaped character as a lone surrogate, which no decoded text can hold and no syntax looks for."""
    return chr(_HELD + ord("\n" if character == "n" else character))


def _plain(text: str, coded: bool) -> str:
    text = re.sub("[\ud800-\udfff]", lambda m: chr(ord(m[0]) - _HELD), text.strip(_SPACES)).strip(_SPACES)
    return html.unescape(text.replace("<br>", "\n")) if coded else text


def fits(item: Item) -> str:
    """Short answers have no other form for what GIFT would misread, nor have the answers of a matching."""
    if reason := blank(item) or alike(item) or overlong(item):
        return reason
    misread = item.mode is Mode.SHORT and _is_misread(item.right[0])
    misread = misread or (item.mode is Mode.MATCHING and any(_CODE.search(card.answer) for card in item.cards))
    return "with ->, &&, % or [ where GIFT would misread it" if misread else ""


def alters(item: Item) -> str:
    """Moodle trims every text, and accepted answers that it would misread are not written."""
    if item.mode is Mode.SHORT and any(map(_is_misread, item.right)):
        return "without accepted answers that GIFT would misread"
    return trimmed(item.stem, item.feedback, *item.right, *item.wrong, *item.parts)


FORMAT = Format("GIFT", ".gift", write, read, fits, alters=alters)
