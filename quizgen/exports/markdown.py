"""Markdown: a paper to read, print or paste, with its key at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from quizgen.exports.shared.fitting import alike, blank
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.exports.shared.sheet import answer_rows, instructions, lines_of, matched_answer, printed, set_anew
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
        yield from (f"{question.number}. {_broken(question.stem, 3)} \\[{question.points}, {question.code}\\]", "")
        parts = [f"   - ____ {label} {_broken(part, 5)}" for label, part in question.parts]
        yield from (*parts, *([""] if parts else []))
        if question.mode is Mode.SHORT:
            yield from ("   ______________________________", "")
            continue
        letters = zip(ascii_uppercase, question.choices, strict=False)
        yield from (f"   - {letter}\\) {escaped(one_line(text))}" for letter, text in letters)
        yield ""


def _broken(text: str, indent: int) -> str:
    """A text with its line breaks, below the beginning of a list's entry."""
    return f"  \n{' ' * indent}".join(map(escaped, lines_of(text)))


def _answer_sheet(paper: Paper, layout: Layout) -> Iterator[str]:
    yield from (f"# Answer sheet: {_heading(paper)}", "", _NAMES, "", "| | |", "|--:|:--|")
    for label, letters in answer_rows(printed(paper, layout)):
        yield f"| {label} | {'   '.join(f'◯ {letter}' for letter in letters) or '______________________________'} |"
    yield ""


def _key(paper: Paper, layout: Layout) -> Iterator[str]:
    yield from (f"# Answer key: {_heading(paper)}", "")
    for question in printed(paper, layout):
        letters = f"{question.letters}: " if question.letters else ""
        told = question.answer.split("\n") if question.parts else [one_line(question.answer)]
        lines = "  \n   ".join(f"**{letters}{escaped(line)}**" for line in told)
        also = f" ({escaped(question.also)})" if question.also else ""
        yield f"{question.number}. {lines}{also} \\[{question.code}\\]"
        yield from (f"   > {escaped(line)}" for line in lines_of(question.evidence))
        yield ""


def escaped(text: str) -> str:
    """``text`` in which nothing is markup."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def read(data: bytes) -> list[Asked]:
    """The questions of a paper with its key, versions one after the other."""
    parts = re.split(r"^---\n\n", data.decode(), flags=re.MULTILINE)
    keys = [part for part in parts if part.startswith("# Answer key: ")]
    sheets = [part for part in parts if part.startswith("# ") and "\n| | |\n" not in part][: len(keys)]
    return [asked for sheet, key in zip(sheets, keys, strict=True) for asked in _read_version(sheet, key)]


def _read_version(sheet: str, key: str) -> Iterator[Asked]:
    for question, answer in zip(_numbered(sheet), _numbered(key), strict=True):
        stem = re.split(r" \\\[[\d.]+ points?, \w+\\\]$", question, maxsplit=1, flags=re.MULTILINE)[0]
        told = re.findall(r"\*\*((?:\\.|[^*\\])*)\*\*", answer)
        feedback = _unescaped("\n".join(re.findall(r"^   > (.*)$", answer, re.MULTILINE)))
        offered = [_unescaped(text) for text in re.findall(r"^   - [A-Z]\\\) (.*)$", question, re.MULTILINE)]
        right = [_unescaped(text) for text in told]
        if re.search(r"^   - ____ ", question, re.MULTILINE):
            yield Asked(_unescaped(stem), tuple(map(matched_answer, right)), (), feedback)
        elif offered:
            letter, _, text = right[0].partition(": ")
            wrong = [choice for i, choice in enumerate(offered) if ascii_uppercase[i] != letter]
            yield Asked(_unescaped(stem), (text,), tuple(wrong), feedback)
        else:
            yield Asked(_unescaped(stem), tuple(right), (), feedback)


def _numbered(part: str) -> list[str]:
    """The questions of a sheet or a key."""
    return [block.rstrip("\n") for block in re.split(r"^\d+\. ", part, flags=re.MULTILINE)[1:]]


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text.replace("  \n   ", "\n"))


def fits(item: Item) -> str:
    """Whatever can be printed."""
    return blank(item) or alike(item)


FORMAT = Format("Markdown", ".md", write, read, fits, printed=True, keyed=True, alters=set_anew)
