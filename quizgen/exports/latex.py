"""LaTeX with the exam class: a paper that prints its own solutions. Class: https://ctan.org/pkg/exam"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from quizgen.exports.shared.fitting import blank
from quizgen.exports.shared.format import Asked, Format, Layout
from quizgen.exports.shared.lines import amount, one_line
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
_HALF_LINE = 32
"""Characters that surely fit on half a line."""
_LINE = {False: 72, True: 42}
"""Characters on a line, in small and in large print."""
_MOST_KEPT = {False: 40, True: 24}
"""Lines that stay on one page, at the most."""


def write(papers: Sequence[Paper], layout: Layout) -> bytes:
    """All versions of a paper; the class shows the answers where the key is wanted."""
    lines = [_preamble(layout)]
    for paper in papers:
        lines += _sheet(paper, layout)
        lines += _answer_sheet(paper, layout) if layout.answer_sheet else ()
    return "\n".join([*lines, r"\end{document}", ""]).encode()


def _preamble(layout: Layout) -> str:
    paper = "letterpaper" if layout.letter else "a4paper"
    settings = {
        "OPTIONS": f"{paper},11pt",
        "SIZE": r"\usepackage[17pt]{extsizes}" if layout.large else "",
        "PAGE": f"{paper}, right={'4.6cm' if layout.large else '3.4cm'}",
        "MARGIN": "4.1cm" if layout.large else "2.9cm",
        "ANSWERS": r"\printanswers" if layout.key else r"% \printanswers",
        "WRITTEN": "" if layout.answer_sheet else r"\vspace{3ex}\rule{0.7\linewidth}{0.4pt}",
    }
    text = (files("quizgen.exports") / "data" / "paper.tex").read_text(encoding="utf-8")
    for name, value in settings.items():
        text = text.replace(name, value, 1)
    return text


def _sheet(paper: Paper, layout: Layout) -> Iterator[str]:
    yield from _heading(paper, "")
    yield rf"\noindent {escaped(instructions(paper, answer_sheet=layout.answer_sheet))}"
    yield r"\begin{questions}"
    for question in printed(paper, layout):
        lines = list(_question(question, layout))
        yield from (rf"\needspace{{{_height(lines, layout)}\baselineskip}}", *lines)
    yield r"\end{questions}"
    yield r"\closed"


def _heading(paper: Paper, name: str) -> Iterator[str]:
    version = f"Version {paper.version}" if paper.version else ""
    running = "".join(f"{said} · " for said in (name, version) if said)
    title = ": ".join(filter(None, (name, escaped(one_line(paper.title)))))
    yield rf"\opened{{{f'{name} {paper.version}'.strip() or 'paper'}}}{{{running}}}"
    yield rf"\headline{{{title}}}{{{version}}}"
    yield rf"\namelines{{{amount(paper.points)}}}"


def _answer_sheet(paper: Paper, layout: Layout) -> Iterator[str]:
    yield from _heading(paper, "Answer sheet")
    yield r"\begin{multicols}{2}"
    for label, letters in answer_rows(printed(paper, layout)):
        bubbles = r"\enspace ".join(rf"\textcircled{{\scriptsize {letter}}}" for letter in letters) or r"\hrulefill"
        yield rf"\noindent\makebox[2.5em][r]{{\textbf{{{label}}}}}\quad {bubbles}\par\medskip"
    yield r"\end{multicols}"
    yield r"\closed"


def _height(lines: Iterable[str], layout: Layout) -> int:
    """About how many lines a question takes, by which it stays on one page where it fits on one."""
    width = _LINE[layout.large]
    gaps = sum(3 for line in lines if line.startswith((r"\question", r"\begin{solution}")))
    return min(_MOST_KEPT[layout.large], gaps + sum(1 + len(line) // width for line in lines))


def _question(question: Printed, layout: Layout) -> Iterator[str]:
    yield rf"\question \worth{{{question.points} · {question.code}}} {_lines(question.stem)}"
    if question.parts:
        room = "" if layout.answer_sheet else r"\underline{\hspace{2em}} "
        yield r"\begin{matched}"
        yield from (rf"\item[{room}{label}] {_lines(part)}" for label, part in question.parts)
        yield r"\end{matched}"
    if question.mode is Mode.SHORT:
        yield rf"\written{{{_lines(question.answer)}}}"
    else:
        right = question.answer if not question.parts else ""
        short = all(len(text) <= _HALF_LINE and "\n" not in text for text in question.choices) and not layout.large
        yield from [r"\begin{twocolumns}"] if short else []
        yield r"\begin{choices}"
        commands = ((r"\CorrectChoice" if text == right else r"\choice", text) for text in question.choices)
        yield from (f"{command} {_lines(text)}" for command, text in commands)
        yield r"\end{choices}"
        yield from [r"\end{twocolumns}"] if short else []
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
    stem = _unset(re.match(r" \\worth\{[^}]*\} (.*)$", block, re.MULTILINE), 1)
    right, wrong = (
        [_unset(found, 1) for found in re.finditer(rf"^\\{name} (.*)$", block, re.MULTILINE)]
        for name in ("CorrectChoice", "choice")
    )
    solution = _unset(re.search(r"^\\begin\{solution\} (.*) \\end\{solution\}$", block, re.MULTILINE), 1).split("\n")
    if parts := len(re.findall(r"^\\item\[", block, re.MULTILINE)):
        return Asked(stem, tuple(map(matched_answer, solution[:parts])), (), "\n".join(solution[parts:]))
    if typed := re.search(r"^\\written\{(.*)\}$", block, re.MULTILINE):
        told = solution[1:] if solution[0].startswith("also: ") else solution
        return Asked(stem, (_unset(typed, 1),), (), "\n".join(told))
    return Asked(stem, tuple(right), tuple(wrong), "\n".join(solution))


def _unset(found: re.Match[str] | None, group: int) -> str:
    """What was found, as the text that it sets; empty where nothing was."""
    text = found[group] if found else ""
    return _COMMAND.sub(lambda command: _COMMANDS[command[0]], text.replace(r" \newline ", "\n"))


FORMAT = Format("LaTeX (exam class)", ".tex", write, read, blank, printed=True, alters=set_anew)
