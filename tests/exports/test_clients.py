"""The programs that people open our files with: a browser, LibreOffice, a PDF reader."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest
from browser import Browser
from classroom import MILLS
from clients import converted, letters, program

from quizgen.exports import format_named
from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.lines import one_line
from quizgen.exports.shared.loss import sifted
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.item import Mode
from quizgen.quiz.paper import Paper, make_paper
from quizgen.quiz.versions import versions_of

pytestmark = pytest.mark.slow


def written(name: str, folder: Path, *, mode: str = "mixed", versions: int = 1) -> tuple[Path, Paper]:
    """A file of the mills, and the paper in it."""
    form = format_named(name)
    paper, _ = sifted(make_paper([MILLS], mode=mode, seed="golden"), form)
    path = folder / f"mills{form.suffix}"
    path.write_bytes(form.write(versions_of(paper, versions), Layout(key=True)))
    return path, paper


@pytest.mark.parametrize("mode", ["choice", "short", "truefalse", "matching", "mixed"])
def test_the_page_scores_in_a_browser(mode: str, tmp_path: Path) -> None:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    path, paper = written("html", tmp_path, mode=mode)
    with Browser(chromium, tmp_path / "profile", width=360, height=740) as page:
        page.open(path.as_uri())
        assert page.run("document.documentElement.scrollWidth") <= 360
        assert page.run("document.querySelectorAll('fieldset').length") == len(paper.items)
        page.run("document.querySelector('button[type=submit]').click()")
        assert page.run("document.getElementById('score').textContent") == f"Score: 0 of {paper.points:g}"
        assert page.run("document.querySelectorAll('.told.wrong').length") == len(paper.items)
        assert page.run("document.activeElement.id") == "score"
        page.run("document.querySelector('button[type=reset]').click()")
        page.run(
            """JSON.parse(document.getElementById("key").textContent).forEach((asked, n) => {
              const fields = [...document.getElementById("q" + n).querySelectorAll("input, select")];
              if (asked.mode === "short") fields[0].value = "  " + asked.right[0].toUpperCase() + "!";
              else if (asked.mode === "matching") fields.forEach((field, i) => { field.value = asked.right[i]; });
              else fields.find((field) => field.value === asked.right[0]).checked = true;
            })"""
        )
        page.run("document.querySelector('button[type=submit]').click()")
        assert page.run("document.getElementById('score').textContent") == (
            f"Score: {paper.points:g} of {paper.points:g}"
        )
        assert page.run("document.querySelectorAll('.told.right').length") == len(paper.items)
        assert page.log == []  # nothing refused by the page's own policy, nothing asked of a network


def test_the_page_gives_marks_for_each_part_that_is_matched(tmp_path: Path) -> None:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    path, paper = written("html", tmp_path, mode="matching")
    with Browser(chromium, tmp_path / "profile") as page:
        page.open(path.as_uri())
        number = next(n for n, item in enumerate(paper.items) if item.parts)
        page.run(
            f"""{{const asked = JSON.parse(document.getElementById("key").textContent)[{number}];
              const fields = [...document.getElementById("q{number}").querySelectorAll("select")];
              fields.forEach((field, i) => {{ field.value = asked.right[i && 1]; }});}}"""
        )
        page.run("document.querySelector('button[type=submit]').click()")
        assert page.run("document.getElementById('score').textContent") == f"Score: 2 of {paper.points:g}"
        marks = f"document.querySelectorAll('#q{number} label.%s').length"
        assert (page.run(marks % "right"), page.run(marks % "wrong")) == (2, len(paper.items[number].parts) - 2)
        links = page.run("[...document.querySelectorAll('#mistakes a')].map((one) => one.textContent).join()")
        assert links == ",".join(str(n) for n in range(1, len(paper.items) + 1))
        page.run("document.querySelector('button[type=reset]').click()")
        assert page.run("document.querySelectorAll('label.right, label.wrong').length") == 0
        assert page.run("document.getElementById('result').hidden") is True


def test_each_question_runs_in_its_own_direction(tmp_path: Path) -> None:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    cards = tuple(
        Card(id=f"c{n}", question=text, answer="1887") for n, text in enumerate(("When?", "מתי נפתחה הטחנה?"))
    )
    file = tmp_path / "page.html"
    file.write_bytes(format_named("html").write([make_paper([Deck(id="d", title="T", cards=cards)])], Layout()))
    with Browser(chromium, tmp_path / "profile") as page:
        page.open(file.as_uri())
        shown = "getComputedStyle(document.querySelector('#q%d legend')).direction"
        assert [page.run(shown % n) for n in range(2)] == ["ltr", "rtl"]


def test_the_page_tells_how_many_are_answered(tmp_path: Path) -> None:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    path, paper = written("html", tmp_path, mode="short")
    with Browser(chromium, tmp_path / "profile") as page:
        page.open(path.as_uri())
        assert page.run("document.getElementById('count').textContent") == f"0 of {len(paper.items)} answered"
        page.press("Tab", 9)
        page.press("x", 88)
        assert page.run("document.getElementById('count').textContent") == f"1 of {len(paper.items)} answered"


def test_the_page_can_be_used_by_keys_alone(tmp_path: Path) -> None:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    path, _ = written("html", tmp_path, mode="choice")
    with Browser(chromium, tmp_path / "profile") as page:
        page.open(path.as_uri())
        page.press("Tab", 9)
        page.press("ArrowDown", 40)
        assert page.run("document.querySelector('#q0 input:checked').value") == "1"
        page.press("Enter", 13)
        assert page.run("document.getElementById('result').hidden") is False


def test_the_page_runs_no_script_but_its_own(tmp_path: Path) -> None:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    path, _ = written("html", tmp_path)
    with Browser(chromium, tmp_path / "profile") as page:
        page.open(path.as_uri())
        page.run(
            "const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s)"
        )
        assert page.run("window.hacked") is None
        assert any("Content Security Policy" in line for line in page.log)


@pytest.mark.parametrize("mode", ["choice", "matching", "mixed"])
def test_poppler_reads_every_question_and_answer_of_the_pdf(mode: str, tmp_path: Path) -> None:
    path, paper = written("pdf", tmp_path, mode=mode, versions=2)
    done = subprocess.run([program("pdftotext"), "-layout", str(path), "-"], capture_output=True, check=True, text=True)
    text = letters(done.stdout)
    for item in paper.items:
        for card in item.cards:
            assert letters(card.question.split("\n")[0])[:20] in text
            assert letters(card.answer) in text or item.mode is Mode.TRUE_FALSE
    assert "VersionA" in text
    assert "VersionB" in text
    info = subprocess.run([program("pdfinfo"), str(path)], capture_output=True, check=True, text=True).stdout
    assert "A year of mills" in info
    assert "595.276 x 841.89" in info


def test_libreoffice_opens_the_word_file_without_loss(tmp_path: Path) -> None:
    path, paper = written("docx", tmp_path, versions=2)
    text = converted(path, "txt:Text").read_text(encoding="utf-8-sig")
    for item in paper.items:
        assert letters(item.stem) in letters(text)
        assert all(letters(choice.text) in letters(text) for choice in item.choices)
    assert text.count("Answer key") == 2


def test_libreoffice_opens_the_kahoot_sheet_without_loss(tmp_path: Path) -> None:
    path, paper = written("kahoot", tmp_path, mode="choice")
    rows = list(
        csv.reader(converted(path, "csv:Text - txt - csv (StarCalc):44,34,76").read_text(encoding="utf-8").splitlines())
    )
    assert rows[7][1].startswith("Question")
    assert [row[1] for row in rows[8:]] == [one_line(item.stem) for item in paper.items]
    for row, item in zip(rows[8:], paper.items, strict=True):
        assert row[1 + int(row[7])] == item.right[0]


def test_libreoffice_opens_the_csv_without_loss(tmp_path: Path) -> None:
    path, paper = written("csv", tmp_path, mode="choice")
    text = converted(path, "html").read_text(encoding="utf-8", errors="replace")
    for item in paper.items:
        assert letters(item.card.answer) in letters(text)
    assert "Err:" not in text  # a formula that is none
    assert "=1+1 Which" in text
