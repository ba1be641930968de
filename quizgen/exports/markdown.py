"""Markdown: a paper to read, print or paste, with its key at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from quizgen.exports.shared.fitting import alike, blank
from quizgen.exports.shared.format import Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.exports.shared.sheet import answer_rows, instructions, printed
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~&$^=:\"'@/]")


_NAMES = "Name: ____________________ Date: ____________"


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """All versions of a paper, then their keys where these are wanted."""
    parts = []
    for paper in papers:
        parts += [_sheet(paper, layout)] if layout.questions else []
        parts += [_answer_sheet(paper, layout)] if layout.answer_sheet else []
    parts += [_key(paper, layout) for paper in papers] if layout.key else []
    return "\n---\n\n".join("\n".join(part) for part in parts).encode()


def _heading(paper: Paper) -> str:
    version = f", version {paper.version}" if paper.version else ""
    return f"{escaped(one_line(paper.title))}{version}"


def _sheet(paper: Paper, layout: Layout) -> Iterator[str]:
    yield from (
        f"# {_heading(paper)}",
        "",
        _NAMES,
        "",
        instructions(paper, answer_sheet=layout.answer_sheet),
        "",
    )
    for question in printed(paper, layout):
        stem = "  \n   ".join(escaped(line) for line in _lines(question.stem))
        yield from (f"{question.number}. {stem} \\[{question.points}, {question.code}\\]", "")
        parts = [f"   - ____ {label} {escaped(one_line(part))}" for label, part in question.parts]
        yield from (*parts, *([""] if parts else []))
        if question.mode is Mode.SHORT:
            yield from ("   ______________________________", "")
            continue
        letters = zip(ascii_uppercase, question.choices, strict=False)
        yield from (f"   - {letter}\\) {escaped(one_line(text))}" for letter, text in letters)
        yield ""


def _answer_sheet(paper: Paper, layout: Layout) -> Iterator[str]:
    yield from (f"# Answer sheet: {_heading(paper)}", "", _NAMES, "", "| | |", "|--:|:--|")
    for label, letters in answer_rows(printed(paper, layout)):
        yield f"| {label} | {'   '.join(f'◯ {letter}' for letter in letters) or '______________________________'} |"
    yield ""


def _key(paper: Paper, layout: Layout) -> Iterator[str]:
    yield from (f"# Answer key: {_heading(paper)}", "")
    for question in printed(paper, layout):
        letters = f"{question.letters}: " if question.letters else ""
        yield f"{question.number}. **{letters}{escaped(one_line(question.answer))}** \\[{question.code}\\]"
        yield from (f"   > {escaped(line)}" for line in _lines(question.evidence))
        yield ""


def _lines(text: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [one_line(line) for line in text.split("\n") if line.strip()]


def escaped(text: str) -> str:
    """``text`` in which nothing is markup."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def fits(item: Item) -> str:
    """Whatever can be printed."""
    return blank(item) or alike(item)


FORMAT = Format("Markdown", ".md", write, None, fits, printed=True)
