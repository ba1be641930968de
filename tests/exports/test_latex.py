"""LaTeX as it is set: compiled where XeLaTeX is installed, and read back from its PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from classroom import MILLS
from clients import letters, program

from quizgen.exports import format_named
from quizgen.exports.shared.format import Layout
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.item import Mode
from quizgen.quiz.paper import Paper, make_paper
from quizgen.quiz.versions import versions_of

pytestmark = pytest.mark.slow


def compiled(folder: Path, paper: Paper, layout: Layout, versions: int = 1) -> str:
    """The text of the PDF that XeLaTeX makes of a paper."""
    latex = shutil.which("xelatex") or pytest.skip("XeLaTeX is not installed (Debian's texlive-xetex)")
    (folder / "a.tex").write_bytes(format_named("latex").write(versions_of(paper, versions), layout))
    command = [latex, "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    for _ in range(2):  # the second time it knows how many pages there are
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=120)
        assert done.returncode == 0, done.stdout[-3000:]
    told = subprocess.run([program("pdftotext"), "a.pdf", "-"], cwd=folder, capture_output=True, text=True, check=True)
    return told.stdout


@pytest.mark.parametrize("mode", ["mixed", "matching"])
def test_every_question_is_set_with_its_answer(mode: str, tmp_path: Path) -> None:
    paper = make_paper([MILLS], mode=mode, seed="golden", points=0.25)
    shown = compiled(tmp_path, paper, Layout(key=True, answer_sheet=True), versions=2)
    held = letters(shown)
    for item in paper.items:
        for text in [line for part in item.parts or item.told for line in part.split("\n")]:
            assert held.count(letters(text)) >= 2, text
        assert f"{item.points:g} point" in shown
        assert item.mode is Mode.TRUE_FALSE or all(letters(text) in held for text in item.right)
    feet = re.findall(r"((?:Answer sheet · )?Version [AB]) · Page (\d+) of (\d+)", shown)
    parts = dict.fromkeys(running for running, _, _ in feet)
    assert list(parts) == ["Version A", "Answer sheet · Version A", "Version B", "Answer sheet · Version B"]
    for part in parts:
        own = [(int(number), int(total)) for running, number, total in feet if running == part]
        assert own == [(n, len(own)) for n in range(1, len(own) + 1)]


@pytest.mark.parametrize(
    ("layout", "size"), [(Layout(), "595.28 x 841.89"), (Layout(letter=True, large=True), "612 x 792")]
)
def test_the_answers_stand_in_the_key_alone_on_the_paper_asked_for(layout: Layout, size: str, tmp_path: Path) -> None:
    paper = make_paper([MILLS], mode="short")
    assert "gateforwater" not in letters(compiled(tmp_path, paper, layout))
    told = subprocess.run([program("pdfinfo"), "a.pdf"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert size in told.stdout


def test_nothing_in_a_text_is_a_command(tmp_path: Path) -> None:
    traps = r"\end{document} \input{x} $x^2$ {}}{ % # & _ ^ ~ [a] -- ``q'' <b> | \\ \newline".split()
    texts = ("Größe Łódź", "Μύλος", "Мельница", "Nguyễn Phú Trọng", *traps)
    cards = tuple(
        Card(id=f"t{n}", question=f"What is {text} here?", answer=f"{text} a{n}", distractors=(f"{text} b{n}",))
        for n, text in enumerate(texts)
    )
    held = compiled(tmp_path, make_paper([Deck(id="d", title="#T $x$ <b>", cards=cards)]), Layout(key=True))
    flat = "".join(held.split())
    for card in cards:
        for text in (card.question, card.answer, *card.distractors):
            assert "".join(text.split()) in flat, text
