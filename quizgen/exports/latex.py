"""LaTeX with the exam class: a paper that prints its own solutions. Class: https://ctan.org/pkg/exam"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.exports.shared.fitting import blank
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import one_line
from quizgen.exports.shared.sheet import Printed, answer_rows, instructions, lines_of, matched_answer, printed, set_anew
from quizgen.quiz.item import Mode
from quizgen.quiz.paper import Paper

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
        "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
        "|": r"\textbar{}", '"': r"\textquotedbl{}", "`": r"\textasciigrave{}", "'": r"\textquotesingle{}",
        "[": "{[}", "]": "{]}", "-": "{-}",
    }
)  # fmt: skip
_PREAMBLE = r"""% Compile with LuaLaTeX or XeLaTeX.
\documentclass[OPTIONS]{exam}
\usepackage{fontspec}
\usepackage{textcomp}
\pagestyle{foot}
\cfoot{Page \thepage\ of \numpages}
EXTRAS
\begin{document}
"""


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """All versions of a paper; the class shows the answers where the key is wanted."""
    options = f"{'letterpaper' if layout.letter else 'a4paper'},{'12pt' if layout.large else '11pt'},addpoints"
    extras = [r"\usepackage{multicol}"] if layout.answer_sheet else []
    extras.append(r"\printanswers" if layout.key else r"% \printanswers")
    lines = [_PREAMBLE.replace("OPTIONS", options).replace("EXTRAS", "\n".join(extras))]
    for paper in papers:
        lines += [*_sheet(paper, layout), r"\clearpage"]
        if layout.answer_sheet:
            lines += [*_answer_sheet(paper, layout), r"\clearpage"]
    return "\n".join([*lines, r"\end{document}", ""]).encode()


def _sheet(paper: Paper, layout: Layout) -> Iterator[str]:
    yield from _heading(paper, "")
    yield rf"\par\medskip {escaped(instructions(paper, answer_sheet=layout.answer_sheet))}"
    yield r"\begin{questions}"
    for question in printed(paper, layout):
        yield from _question(question)
    yield r"\end{questions}"


def _heading(paper: Paper, name: str) -> Iterator[str]:
    version = rf"\hfill Version {paper.version}" if paper.version else ""
    yield rf"\section*{{{name}{escaped(one_line(paper.title))}{version}}}"
    yield r"\makebox[0.6\textwidth]{Name:\enspace\hrulefill}\hfill\makebox[0.35\textwidth]{Date:\enspace\hrulefill}"


def _answer_sheet(paper: Paper, layout: Layout) -> Iterator[str]:
    yield from _heading(paper, "Answer sheet: ")
    yield r"\begin{multicols}{2}"
    for label, letters in answer_rows(printed(paper, layout)):
        bubbles = r"\enspace ".join(rf"\textcircled{{\scriptsize {letter}}}" for letter in letters) or r"\hrulefill"
        yield rf"\noindent\makebox[2.5em][r]{{\textbf{{{label}}}}}\quad {bubbles}\par\medskip"
    yield r"\end{multicols}"


def _question(question: Printed) -> Iterator[str]:
    worth = question.points.partition(" ")[0]
    yield rf"\question[{worth}] {_lines(question.stem)} \hfill{{\tiny {question.code}}}"
    if question.parts:
        yield r"\begin{itemize}"
        yield from (rf"\item[\underline{{\hspace{{2em}}}} {label}] {_lines(part)}" for label, part in question.parts)
        yield r"\end{itemize}"
    if question.mode is Mode.SHORT:
        yield rf"\fillin[{{{_lines(question.answer)}}}][0.6\textwidth]"
    else:
        right = question.answer if not question.parts else ""
        yield r"\begin{choices}"
        commands = ((r"\CorrectChoice" if text == right else r"\choice", text) for text in question.choices)
        yield from (f"{command} {_lines(text)}" for command, text in commands)
        yield r"\end{choices}"
    told = [question.answer] if question.parts else [question.also] if question.also else []
    if question.evidence or told:
        yield rf"\begin{{solution}} {_lines(chr(10).join([*told, question.evidence]))} \end{{solution}}"


def escaped(text: str) -> str:
    """``text`` in which nothing is a command."""
    return text.translate(_SPECIAL)


def _lines(text: str) -> str:
    return r" \newline ".join(map(escaped, lines_of(text)))


_COMMANDS = {command: chr(character) for character, command in _SPECIAL.items()}
_COMMAND = re.compile("|".join(re.escape(command) for command in sorted(_COMMANDS, key=len, reverse=True)))


def read(data: bytes) -> list[Asked]:
    """The questions of a paper, versions one after the other."""
    return [_asked(block) for block in re.split(r"^\\question", data.decode(), flags=re.MULTILINE)[1:]]


def _asked(block: str) -> Asked:
    stem = _unset(re.match(r"\[[\d.]+\] (.*) \\hfill\{\\tiny \w+\}$", block, re.MULTILINE), 1)
    right, wrong = (
        [_unset(found, 1) for found in re.finditer(rf"^\\{name} (.*)$", block, re.MULTILINE)]
        for name in ("CorrectChoice", "choice")
    )
    solution = _unset(re.search(r"^\\begin\{solution\} (.*) \\end\{solution\}$", block, re.MULTILINE), 1).split("\n")
    if parts := len(re.findall(r"^\\item\[", block, re.MULTILINE)):
        return Asked(stem, tuple(map(matched_answer, solution[:parts])), (), "\n".join(solution[parts:]))
    if typed := re.search(r"^\\fillin\[\{(.*)\}\]\[0\.6\\textwidth\]$", block, re.MULTILINE):
        told = solution[1:] if solution[0].startswith("also: ") else solution
        return Asked(stem, (_unset(typed, 1),), (), "\n".join(told))
    return Asked(stem, tuple(right), tuple(wrong), "\n".join(solution))


def _unset(found: re.Match[str] | None, group: int) -> str:
    """What was found, as the text that it sets; empty where nothing was."""
    text = found[group] if found else ""
    return _COMMAND.sub(lambda command: _COMMANDS[command[0]], text.replace(r" \newline ", "\n"))


FORMAT = Format("LaTeX (exam class)", ".tex", write, read, blank, printed=True, alters=set_anew)
