"""HTML: one page that asks, scores and shows the evidence, without a network."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from importlib.resources import files

from quizgen.exports.shared.fitting import alike, blank
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.sheet import instructions
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The page of a paper, in which only its own style and script run."""
    paper = papers[0]
    style, script = _data("page.css"), _data("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    key = [_key(item, layout) for item in paper.items]
    title = html.escape(paper.title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{html.escape(paper.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        f'<h1 dir="auto">{title}</h1>',
        '<p class="lines">Name: ______________________ Date: ______________</p>',
        f'<p class="quiet">{html.escape(instructions(paper))}</p>',
        '<div id="result" hidden><p id="score" role="status" tabindex="-1"></p><p id="mistakes"></p></div>',
        '<form autocomplete="off">',
        *(line for number, item in enumerate(paper.items) for line in _question(number, item)),
        '<div class="bar"><p id="count"></p><button type="submit">Check the answers</button>',
        '<button type="reset" hidden>Start again</button></div>',
        "</form>",
        "</main>",
        f'<script type="application/json" id="key">{_embedded(key)}</script>',
        f"<script>{script}</script>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def _data(name: str) -> str:
    return (files("quizgen.exports") / "data" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _embedded(key: list[dict[str, object]]) -> str:
    """JSON that no tag or comment can end."""
    return json.dumps(key).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _key(item: Item, layout: Layout) -> dict[str, object]:
    right = _places(item) if item.mode is not Mode.SHORT else list(item.right)
    if item.mode is Mode.MATCHING:
        right = list(item.right)
    return {
        "mode": str(item.mode),
        "right": right,
        "shown": item.right[0],
        "points": item.points,
        "evidence": item.feedback if layout.source else "",
    }


def _places(item: Item) -> list[str]:
    return [str(place) for place, choice in enumerate(item.choices) if choice.right]


def _question(number: int, item: Item) -> Iterator[str]:
    stem = _shown("\n".join(item.told), item.card.context)
    yield f'<fieldset id="q{number}" dir="auto" aria-describedby="t{number}">'
    yield f"<legend>{number + 1}. <span>{stem}</span></legend>"
    if item.mode is Mode.SHORT:
        yield f'<p><input type="text" name="q{number}" aria-label="Answer to question {number + 1}"></p>'
    elif item.mode is Mode.MATCHING:
        options = "".join(f'<option value="{_quoted(c.text)}">{html.escape(c.text)}</option>' for c in item.choices)
        for part, card in zip(item.parts, item.cards, strict=True):
            asked = f"<span>{_shown(part, card.context)}</span>"
            yield f'<label>{asked}<select><option value=""></option>{options}</select></label>'
    else:
        yield '<div class="choices">'
        for place, choice in enumerate(item.choices):
            field = f'<input type="radio" name="q{number}" value="{place}">'
            yield f"<label>{field}<span>{html.escape(choice.text)}</span></label>"
        yield "</div>"
    yield f'<div class="told" id="t{number}" hidden></div></fieldset>'


def _shown(text: str, occasion: str | None) -> str:
    """What is asked, with the occasion set off where it begins with one."""
    if not occasion or not text.startswith(f"{occasion}\n"):
        return html.escape(text)
    return f"<i>{html.escape(occasion)}</i>{html.escape(text.removeprefix(occasion))}"


def _quoted(text: str) -> str:
    return html.escape(text).replace("\n", "&#10;")


class _Page(HTMLParser):
    """Collects what each question shows, and the key."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[list[str]] = []
        self.key = ""
        self._into = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "fieldset":
            self.shown.append([])
        elif tag == "span":
            self.shown[-1].append("")
        if tag != "i":  # within a span
            self._into = "key" if ("id", "key") in attrs else tag

    def handle_endtag(self, tag: str) -> None:
        self._into = self._into if tag == "i" else ""

    def handle_data(self, data: str) -> None:
        if self._into == "key":
            self.key += data
        elif self._into == "span":
            self.shown[-1][-1] += data


def read(data: bytes) -> list[Asked]:
    """The questions of such a page."""
    page = _Page()
    page.feed(data.decode())
    page.close()
    found = []
    for (stem, *choices), asked in zip(page.shown, json.loads(page.key), strict=True):
        if asked["mode"] in ("short", "matching"):
            found.append(Asked(stem, tuple(asked["right"]), (), asked["evidence"]))
            continue
        right = int(asked["right"][0])
        wrong = tuple(text for i, text in enumerate(choices) if i != right)
        found.append(Asked(stem, (choices[right],), wrong, asked["evidence"]))
    return found


def fits(item: Item) -> str:
    """Whatever can be read and chosen."""
    return blank(item) or alike(item)


FORMAT = Format("HTML", ".html", write, read, fits)
