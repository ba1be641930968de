"""GIFT: Moodle's own text format, which other systems read as well.

Syntax: https://docs.moodle.org/en/GIFT_format
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from quizgen.exports.shared.fitting import alike, blank
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_SPECIAL = re.compile(r"[~=#{}:\\]")
_CODE = re.compile(r"&&\d\d\d")
_MISREAD = re.compile(rf"->|{_CODE.pattern}|^\s*%-?\d")
"""What GIFT would take for a match, a character's number or a weight, and cannot escape."""
_TITLE = 60
_HELD = 0xD800
"""Where the surrogates begin."""


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The questions of a paper."""
    paper = papers[0]
    lines = [f"// {one_line(paper.title)}", f"$CATEGORY: {_category(paper.title)}", ""]
    for item in paper.items:
        lines += [*_question(item, layout), ""]
    return "\n".join(lines).encode()


def _category(title: str) -> str:
    return one_line(title).replace("/", "//")


def _question(item: Item, layout: Layout) -> Iterator[str]:
    marks = "".join(f" [tag:{_bare(tag)}]" for tag in dict.fromkeys((item.card.kind or "", *item.card.tags)) if tag)
    yield f"// [id:{_bare(item.deck)}/{_bare(item.id)}]{marks}"
    coded = _is_coded(item)
    kind = "html" if coded else "plain"
    yield f"::{escaped(one_line(item.stem)[:_TITLE])}::[{kind}]{_text(item.stem, coded)}{{"
    yield from (f"\t{line}" for line in _answers(item, coded))
    if item.feedback and layout.source:
        yield f"\t####{_text(item.feedback, coded)}"
    yield "}"


def _answers(item: Item, coded: bool) -> Iterator[str]:
    if item.mode is Mode.TRUE_FALSE:
        yield "TRUE" if item.right == ("True",) else "FALSE"
    elif item.mode is Mode.MATCHING:
        for card in item.cards:
            yield f"={_text(card.question, coded)} -> {_text(card.answer, coded)}"
    elif item.mode is Mode.SHORT:
        yield from (f"={_text(text, coded)}" for text in item.right if not _MISREAD.search(text))
    else:
        yield from (("=" if choice.right else "~") + _text(choice.text, coded) for choice in item.choices)


def _is_coded(item: Item) -> bool:
    """Whether a choice must be written as HTML, in which whatever GIFT would misread has another form."""
    return item.mode is Mode.CHOICE and any(map(_MISREAD.search, (item.stem, item.feedback, *item.right, *item.wrong)))


def _text(text: str, coded: bool) -> str:
    if coded:
        text = html.escape(text, quote=False).replace("%", "&#37;").replace("\n", "<br>")
    return escaped(text)


def escaped(text: str) -> str:
    """``text`` in which nothing is syntax, on one line."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n")


def _bare(name: str) -> str:
    return re.sub(r"[\[\]\s/]+", "-", name)


def read(data: bytes) -> list[Asked]:
    """The questions in GIFT, read as Moodle does: escapes first, then braces, then answers."""
    blocks = (block for block in re.split(r"\n\s*\n", data.decode().replace("\r\n", "\n")))
    bare = ("\n".join(line for line in block.split("\n") if not re.match(r"//|\$CATEGORY:", line)) for block in blocks)
    return [_read_block(block) for block in bare if block.strip()]


def _read_block(block: str) -> Asked:
    marked = re.sub(r"\\([~=#{}:\\n])", lambda m: _held(m[1]), block)
    head, _, body = marked.partition("{")
    body = body[: body.rindex("}")].partition("####")[0].strip()
    head = re.sub(r"^\s*::.*?::", "", head, flags=re.DOTALL)
    coded = head.startswith("[html]")
    stem = _plain(re.sub(r"^\[(html|plain)\]", "", head), coded)
    if body in ("TRUE", "FALSE"):
        return Asked(stem, ("True",) if body == "TRUE" else ("False",), ("False",) if body == "TRUE" else ("True",))
    answers = re.findall(r"([=~])([^=~]*)", body)
    if all("->" in text for _, text in answers):
        return Asked(stem, tuple(_plain(text.split("->")[1], coded) for _, text in answers))
    right = tuple(_plain(text, coded) for sign, text in answers if sign == "=")
    return Asked(stem, right, tuple(_plain(text, coded) for sign, text in answers if sign == "~"))


def _held(character: str) -> str:
    """An escaped character as a lone surrogate, which no decoded text can hold and no syntax looks for."""
    return chr(_HELD + ord("\n" if character == "n" else character))


def _plain(text: str, coded: bool) -> str:
    text = re.sub("[\ud800-\udfff]", lambda m: chr(ord(m[0]) - _HELD), text.strip())
    return html.unescape(text.replace("<br>", "\n")) if coded else text


def fits(item: Item) -> str:
    """Matches and short answers have no other form for what GIFT would misread; before the brace an arrow is none."""
    if reason := blank(item) or alike(item):
        return reason
    if item.mode is Mode.CHOICE:
        return ""
    matched = item.mode is Mode.MATCHING
    texts = [part for card in item.cards for part in (card.question, card.answer)] if matched else [item.right[0]]
    misread = any(map(_MISREAD.search, (*texts, item.feedback))) or _CODE.search(item.stem)
    return "with ->, && or % where GIFT would misread it" if misread else ""


FORMAT = Format("GIFT", ".gift", write, read, fits)
