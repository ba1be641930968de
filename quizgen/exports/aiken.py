"""Aiken: the plainest format of choices. Syntax: https://docs.moodle.org/en/Aiken_format"""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase

from quizgen.exports.shared.fitting import alike, blank, no_choices, no_matching, reflowed
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.quiz.item import Item
from quizgen.quiz.paper import Paper

_APART = "Question: "
_SYNTAX = re.compile(rf"(?:{_APART})*(?:[A-Z][.)]|ANSWER:|.?$)", re.IGNORECASE)
"""A stem that would be read as an option ("A. Lincoln ...") or as the answer, or that is too short to be read; and what
setting it apart makes of it, which has to stay unlike."""


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """The questions of a paper."""
    return "\n".join(_question(item) for item in papers[0].items).encode()


def _question(item: Item) -> str:
    stem = one_line(item.stem)
    stem = f"{_APART}{stem}" if _SYNTAX.match(stem) else stem
    options = [
        f"{letter}. {one_line(choice.text)}" for letter, choice in zip(ascii_uppercase, item.choices, strict=False)
    ]
    right = next(letter for letter, choice in zip(ascii_uppercase, item.choices, strict=False) if choice.right)
    return "\n".join([stem, *options, f"ANSWER: {right}", ""])


def read(data: bytes) -> list[Asked]:
    """The questions in Aiken, line by line."""
    found, stem, options = list[Asked](), "", dict[str, str]()
    for line in filter(None, data.decode().split("\n")):
        if line.startswith("ANSWER: "):
            right = options.pop(line.removeprefix("ANSWER: "))
            found.append(Asked(stem, (right,), tuple(options.values())))
            options = {}
        elif re.match(r"[A-Z]\. ", line):
            options[line[0]] = line[3:]
        else:
            stem = re.sub(r"^Question: (?=(?:Question: )*(?:[A-Z][.)]|ANSWER:|.?$))", "", line, flags=re.IGNORECASE)
    return found


def fits(item: Item) -> str:
    """Choices alone, with a text in each."""
    return no_matching(item) or no_choices(item) or blank(item) or alike(item)


def alters(item: Item) -> str:
    """One line a text, none of which looks like another part of the format."""
    return f"with “{_APART.strip()}” before the question" if _SYNTAX.match(one_line(item.stem)) else reflowed(item)


FORMAT = Format("Aiken", ".aiken.txt", write, read, fits, omits=("evidence", "points", "ids"), alters=alters)
