"""GIFT, as Moodle documents it: https://docs.moodle.org/en/GIFT_format"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.imports.shared.brought import Brought, Found, ImportFormat, Left, brought, matched, true_or_false
from quizgen.imports.shared.text import decoded, plain

_HELD = 0xD800
"""Where the surrogates begin, which no decoded text can hold: escaped characters wait there."""
_ESCAPE = re.compile(r"\\([~=#{}:\\n])")
_TRUTH = re.compile(r"(TRUE|T|FALSE|F)\s*(?:#.*)?$", re.IGNORECASE | re.DOTALL)
_ANSWER = re.compile(r"([=~])\s*(?:%(-?\d+(?:\.\d+)?)%)?([^=~]*)")
_MARK = re.compile(r"\[(id|tag):((?:\\\]|[^\]])*)\]")


def read(data: bytes) -> Brought:
    """The questions of a file in GIFT."""
    text = _ESCAPE.sub(lambda m: chr(_HELD + ord("\n" if m[1] == "n" else m[1])), decoded(data))
    found: list[Found | Left] = []
    title = ""
    for block in re.split(r"\n[^\S\n]*\n", text):
        notes = [line for line in block.split("\n") if line.lstrip().startswith("//")]
        lines = [line for line in block.split("\n") if not line.lstrip().startswith("//")]
        if category := next((line for line in lines if line.startswith("$CATEGORY:")), ""):
            title = _shown(re.split(r"(?<!/)/(?!/)", category.partition(":")[2].strip())[-1].replace("//", "/"))
            lines.remove(category)
        if any(line.strip() for line in lines):
            found += _questions("\n".join(lines), "\n".join(notes))
    return brought(found, title)


def _questions(block: str, notes: str) -> Iterator[Found | Left]:
    head, brace, rest = block.partition("{")
    body, closed, tail = rest.rpartition("}")
    head = re.sub(r"^\s*::.*?::", "", head, flags=re.DOTALL)
    marked = re.match(r"\s*\[(html|plain|moodle|markdown)\]", head)
    html = marked is not None and marked[1] == "html"
    gap = "____" if tail.strip() else ""
    stem = _shown(f"{head[marked.end() if marked else 0 :].rstrip()} {gap}{tail}".strip(), html=html)
    if not brace or not closed:
        yield Left(stem, "it has no answers in braces")
        return
    body, _, feedback = body.partition("####")
    marks = [(key, value.replace("\\]", "]")) for key, value in _MARK.findall(notes)]
    name = next((value.rpartition("/")[2] for key, value in marks if key == "id"), "")
    tags = tuple(value for key, value in marks if key == "tag")
    for one in _answered(stem, body.strip(), name, html=html):
        if isinstance(one, Left):
            yield one
        else:
            yield Found(
                question=one.question, right=one.right, wrong=one.wrong, id=one.id or name, context=one.context,
                note=_shown(feedback.strip(), html=html), tags=tags,
            )  # fmt: skip


def _answered(stem: str, body: str, name: str, *, html: bool) -> Iterator[Found | Left]:
    if truth := _TRUTH.match(body):
        yield true_or_false(stem, right=truth[1].upper().startswith("T"))
        return
    if body.startswith("#"):
        number = re.match(r"#\s*=?\s*(-?\d+(?:\.\d+)?)\s*(?::0)?\s*(?:#.*)?$", body)
        yield Found(question=stem, right=(number[1],)) if number else Left(stem, "it takes a range of numbers")
        return
    answers = [(sign, weight, text.partition("#")[0].strip()) for sign, weight, text in _ANSWER.findall(body)]
    if not answers:
        yield Left(stem, "it has no single right answer")
    elif all("->" in text for _, _, text in answers):
        pairs = [text.split("->", 1) for _, _, text in answers]
        yield from matched(stem, [(_shown(a.strip(), html=html), _shown(b.strip())) for a, b in pairs], name)
    else:
        yield _choice(stem, answers, html=html)


def _choice(stem: str, answers: list[tuple[str, str, str]], *, html: bool) -> Found | Left:
    def full(sign: str, weight: str) -> bool:
        return float(weight) >= 100 if weight else sign == "="

    typed = all(sign == "=" for sign, _, _ in answers)  # in which a bare * stands for any text, and HTML for nothing
    right = tuple(_shown(text, html=html and not typed) for sign, weight, text in answers if full(sign, weight))
    right = tuple(text.replace(r"\*", "*") for text in right) if typed else right
    if not right:
        return Left(stem, "no answer alone has full marks")
    wrong = tuple(_shown(t, html=html) for sign, weight, t in answers if sign == "~" and float(weight or 0) <= 0)
    return Found(question=stem, right=right, wrong=wrong)


def _shown(text: str, *, html: bool = False) -> str:
    """Text with its escaped characters as they are."""
    text = re.sub("[\ud800-\udfff]", lambda m: chr(ord(m[0]) - _HELD), text)
    return plain(text) if html else text


def _signs(head: bytes) -> bool:
    return re.search(rb"^\s*(?:::|//|\$CATEGORY)|\{[^{}]*[=~]|\{\s*(?:T|F|TRUE|FALSE)\s*\}", head) is not None


FORMAT = ImportFormat("GIFT", (".gift", ".gift.txt"), _signs, read)
