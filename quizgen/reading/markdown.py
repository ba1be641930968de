"""Markdown: the words of its prose, as CommonMark with tables and footnotes understands them.

Every heading, paragraph, list item and table cell becomes a paragraph of its own, so that no sentence runs
from one into the next. Code blocks, pictures, struck text and footnote marks are left out; a footnote's
text comes at the end. ``markdown-it-py`` is linear also on hostile input, though it takes hundreds of bytes
of memory for each of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from quizgen.errors import ReadingError
from quizgen.reading.decoding import decode
from quizgen.reading.extract import Extract
from quizgen.reading.front_matter import front_matter
from quizgen.reading.tags import without_tags

MAX_BYTES = 4_000_000
"""The longest Markdown file read: some eight thick novels."""

_SPACES = re.compile("[ \r]{2,}|\r")  # a carriage return comes from &#13; alone


def read(data: bytes, where: str) -> Extract:
    """The words of ``data``, a Markdown file that messages call ``where``.

    Raises:
        ReadingError: it is longer than ``MAX_BYTES``, or no text in an encoding that is known here.
    """
    if len(data) > MAX_BYTES:
        hint = "Split it, or give it a name that ends in .txt, to be read as it stands."
        raise ReadingError(f"Markdown longer than {MAX_BYTES // 1_000_000} MB", where, hint)
    source = decode(data, where)
    head = front_matter(source)
    tokens = _parser().parse(source[head.length :])
    text = "\n\n".join(filter(None, map(str.strip, _paragraphs(tokens))))
    return Extract(text=text, reader="markdown 1", title=head.title or _first_heading(tokens), date=head.date)


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield _words(token.children or ())
        elif token.type == "html_block":
            yield without_tags(token.content)


def _first_heading(tokens: list[Token]) -> str:
    """The words of the first heading of the first level, or nothing."""
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return _words(content.children or ())
    return ""


def _words(children: Iterable[Token]) -> str:
    """What a paragraph's parts say, without marks, tags and what its author struck out."""
    parts: list[str] = []
    struck = 0
    for token in children:
        struck += (token.type == "s_open") - (token.type == "s_close")
        if not struck:
            parts.append(_word(token))
    return _SPACES.sub(" ", "".join(parts))  # as what was left out leaves them


def _word(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline" if token.content.lower().startswith("<br"):
            return "\n"
        case _:
            return ""
