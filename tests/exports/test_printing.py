"""What is printed: answer sheets, keys of their own, page numbers, and letters that the fonts have."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom import MILLS, card
from click.testing import CliRunner
from clients import converted, letters, program
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import filled_texts

from quizgen.cli import quizgen
from quizgen.deckfile import save_deck
from quizgen.errors import QuizgenError
from quizgen.export import export
from quizgen.exports import format_named
from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.lines import amount
from quizgen.exports.shared.sheet import Printed, answer_rows, printed
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.paper import Paper, make_paper
from quizgen.quiz.versions import versions_of

LONG = Deck(
    id="long",
    title="Years of mills",
    cards=tuple(
        card(f"date-when-{i}", f"In which year did the mill of parish number {i} in the north first grind any grain?",
             f"year {1700 + i}", *(f"year {1700 + i + n}" for n in (11, 23, 37)), fact=f"f{i}")
        for i in range(60)
    ),
)  # fmt: skip


def paper(deck: Deck = MILLS, mode: str = "mixed") -> Paper:
    return make_paper([deck], mode=mode, seed="golden")


def test_the_answer_sheet_has_a_line_for_each_answer() -> None:
    whole = paper(mode="matching")
    rows = list(answer_rows(printed(whole, Layout())))
    assert len(rows) == len(MILLS.cards)
    for item, question in zip(whole.items, printed(whole, Layout()), strict=True):
        labels = [f"{question.number}.{n}" for n in range(1, len(item.cards) + 1)]
        own = [row for row in rows if row.label in (labels if item.choices else [str(question.number)])]
        assert len(own) == len(item.cards)
        assert {len(row.letters) for row in own} == {len(item.choices)}


def test_every_version_has_its_answer_sheet() -> None:
    text = export([MILLS], "markdown", versions=3, mode="choice", layout=Layout(answer_sheet=True)).data.decode()
    assert re.findall(r"# Answer sheet: A year of mills, version (.)", text) == ["A", "B", "C"]
    assert text.count("| ◯ A   ◯ B") == 3 * 6
    assert "Give all answers on the answer sheet." in text
    assert text.count("________ |") == 3  # the card without choices


@pytest.mark.parametrize(
    ("points", "told"),
    [(1, "1"), (10, "10"), (0.25, "0.25"), (0.1 + 0.2, "0.3"), (1_000_000, "1000000"), (1 / 3, "0.333333")],
)
def test_points_are_told_in_plain_figures(points: float, told: str) -> None:
    assert amount(points) == told


def test_the_occasion_of_what_is_matched_is_told() -> None:
    def matched(*occasions: str | None) -> Printed:
        cards = tuple(
            Card(id=f"c{n}", question=f"Who was mayor {n}?", answer=f"Person {n}", distractors=("X",), context=occasion)
            for n, occasion in enumerate(occasions)
        )
        (question,) = printed(paper(Deck(id="d", title="T", cards=cards), "matching"), Layout())
        return question

    one = matched("In 1880", "In 1880", "In 1880")
    assert one.stem == "In 1880\nMatch each question with its answer."
    assert one.parts[0] == ("1.1", "Who was mayor 0?")
    several = matched("In 1880", None, "In 1890")
    assert several.stem == "Match each question with its answer."
    assert [text for _, text in several.parts] == [
        "In 1880\nWho was mayor 0?", "Who was mayor 1?", "In 1890\nWho was mayor 2?",
    ]  # fmt: skip


def run(folder: Path, *arguments: str) -> str:
    save_deck(MILLS, folder / "mills.yaml")
    done = CliRunner().invoke(quizgen, ["export", str(folder / "mills.yaml"), *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.output


def test_the_key_in_a_file_of_its_own(tmp_path: Path) -> None:
    run(tmp_path, "-o", str(tmp_path / "a.md"), "--versions", "2", "--key-file", str(tmp_path / "key.md"))
    key = (tmp_path / "key.md").read_text(encoding="utf-8")
    assert re.findall(r"^# (.*)$", key, re.MULTILINE) == [
        f"Answer key: A year of mills, version {v}" for v in "AB"
    ]  # fmt: skip
    assert "The Bramley mill was opened" in key
    assert "Answer key" not in (tmp_path / "a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "gift", "--answer-sheet"], "GIFT has no answer sheet"),
        (["--to", "gift", "--key-file", "key.pdf"], "GIFT has no key to print"),
        (["--to", "markdown", "--key-file", "key.pdf"], "printed in the paper's own format"),
    ],
)
def test_what_a_format_cannot_print_is_told(arguments: list[str], told: str, tmp_path: Path) -> None:
    assert told in run(tmp_path, "-o", str(tmp_path / "a"), *arguments)
    assert not (tmp_path / "a").exists()


SCRIPTS = {
    "Latin": "Größe, ångström, œuvre, Łódź, ğ, ő, ș",
    "Greek": "Ποῦ ἦν ὁ μύλος;",
    "Cyrillic": "Где была мельница? Їжак, Љубав",
    "Vietnamese": "Cối xay gió ở đâu? Nguyễn Phú Trọng, Đà Nẵng",
    "typography": "“a” ‘b’ – — … € £ § ° × ½ ≤ →",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_fonts_of_the_pdf_have_the_letters_of(script: str) -> None:
    text = SCRIPTS[script]
    deck = Deck(id="d", title=text, cards=(Card(id="a", question=text, answer=text, distractors=(f"{text}!",)),))
    assert export([deck], "pdf", layout=Layout(key=True, answer_sheet=True)).data.startswith(b"%PDF")


@settings(max_examples=40)
@given(texts=st.lists(filled_texts(), min_size=4, max_size=4, unique=True))
def test_any_text_is_set_or_told(texts: list[str]) -> None:
    question, answer, wrong, title = texts
    deck = Deck(id="d", title=title, cards=(Card(id="a", question=question, answer=answer, distractors=(wrong,)),))
    try:
        outcome = export([deck], "pdf", layout=Layout(key=True)).data[:4].decode()
    except QuizgenError as error:
        outcome = error.message
    assert re.match("%PDF|the font has no shape for|nothing is left", outcome)


def pages(pdf: Path, *options: str) -> list[str]:
    """The text of each page."""
    command = [program("pdftotext"), *options, str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return done.stdout.rstrip("\f").split("\f")


def counted(texts: list[str]) -> Iterator[tuple[str, int, int]]:
    """What runs along at the foot of each page, its number and how many there are."""
    for text in texts:
        foot = text.rstrip().splitlines()[-1].strip()
        found = re.fullmatch(r"(.*?)Page (\d+) of (\d+)", foot)
        assert found, foot
        yield found[1], int(found[2]), int(found[3])


def as_pdf(name: str, folder: Path, wanted: Layout) -> Path:
    """A long paper in two versions, as PDF."""
    form = format_named(name)
    path = folder / f"long{form.suffix}"
    path.write_bytes(form.write(versions_of(paper(LONG, "choice"), 2), wanted))
    return path if name == "pdf" else converted(path, "pdf")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_every_part_counts_its_own_pages(name: str, tmp_path: Path) -> None:
    feet = list(counted(pages(as_pdf(name, tmp_path, Layout(key=True, answer_sheet=True)), "-layout")))
    parts = dict.fromkeys(running for running, _, _ in feet)
    assert [tuple(filter(None, re.split(r"\s+·\s+", part))) for part in parts] == [
        ("Version A",), ("Answer sheet", "Version A"), ("Version B",), ("Answer sheet", "Version B"),
        ("Answer key", "Version A"), ("Answer key", "Version B"),
    ]  # fmt: skip
    for part in parts:
        own = [(number, total) for running, number, total in feet if running == part]
        assert own == [(n, len(own)) for n in range(1, len(own) + 1)]


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_an_answer_sheet_goes_on_where_the_page_before_ended(name: str, large: bool, tmp_path: Path) -> None:
    texts = pages(as_pdf(name, tmp_path, Layout(answer_sheet=True, large=large)), "-layout")
    sheets = [text for text in texts if re.search(r"Answer sheet\s+·\s+Version A", text)]
    held = [sorted(map(int, re.findall(r"(?<!\S)(\d+)(?=\s+(?:◯\s*)?A\b)", text))) for text in sheets]
    assert [number for numbers in held for number in numbers] == list(range(1, len(LONG.cards) + 1))


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_a_question_stands_on_one_page(name: str, large: bool, tmp_path: Path) -> None:
    set_off = re.compile(r"1 point · \w{4}")  # stands beside a question
    texts = [letters(set_off.sub("", text)) for text in pages(as_pdf(name, tmp_path, Layout(large=large)))]
    assert len(texts) > 4
    for one in LONG.cards:
        held = [text for text in texts if letters(one.question) in text]
        assert len(held) == 2  # one in each version
        assert all(letters(choice) in text for text in held for choice in (one.answer, *one.distractors))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_short_choices_stand_in_two_columns_and_long_ones_in_one(name: str, tmp_path: Path) -> None:
    short, long = (
        ("one", "two", "three"),
        tuple(f"{word} and a good many other words besides" for word in "one two".split()),
    )
    cards = (
        Card(id="a", question="Short?", answer=short[0], distractors=short[1:]),
        Card(id="b", question="Long?", answer=long[0], distractors=long[1:]),
    )
    form = format_named(name)
    path = tmp_path / f"a{form.suffix}"
    path.write_bytes(form.write([paper(Deck(id="d", title="T", cards=cards), "choice")], Layout()))
    (text,) = pages(path if name == "pdf" else converted(path, "pdf"), "-layout")
    lines = text.splitlines()
    assert any(re.search(r"A\.\s+\w+\s+B\.\s+\w+$", line) for line in lines), text
    assert not any(sum(words in line for words in long) > 1 for line in lines)


def lines_to_write_on(pdf: Path) -> int:
    """Rows of the first page's picture in which a dark line of at least 2 inches stands, those that touch as one."""
    command = [program("pdftoppm"), "-gray", "-r", "72", "-f", "1", "-l", "1", str(pdf)]
    made = subprocess.run(command, capture_output=True, check=True).stdout
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", made)
    assert header
    width, dots = int(header[1]), made[header.end() :]
    rows = [dots[at : at + width] for at in range(0, len(dots), width)]
    ruled = [re.search(rb"[\x00-\xb4]{144}", row) is not None for row in rows]
    return sum(now and not before for before, now in zip([False, *ruled], ruled, strict=False))


@pytest.mark.slow
@pytest.mark.parametrize("wanted", [Layout(), Layout(questions=False, answer_sheet=True)])
@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_there_is_a_line_for_each_written_answer(name: str, wanted: Layout, tmp_path: Path) -> None:
    cards = tuple(Card(id=f"c{n}", question=f"Who opened mill {n}?", answer=f"Person {n}") for n in range(6))
    form = format_named(name)
    path = tmp_path / f"a{form.suffix}"
    path.write_bytes(form.write([paper(Deck(id="d", title="T", cards=cards), "short")], wanted))
    count = lines_to_write_on(path if name == "pdf" else converted(path, "pdf"))
    assert count == 1 + (3 if wanted.answer_sheet else 6)  # the name's; on the sheet two stand beside each other


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pdf", "docx"])
@pytest.mark.parametrize(("letter", "size"), [(False, (595, 842)), (True, (612, 792))])
def test_the_paper_has_the_size_asked_for(name: str, letter: bool, size: tuple[int, int], tmp_path: Path) -> None:
    file = as_pdf(name, tmp_path, Layout(letter=letter))
    told = subprocess.run([program("pdfinfo"), str(file)], capture_output=True, check=True, text=True).stdout
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told)
    assert found
    assert (round(float(found[1])), round(float(found[2]))) == size


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_no_word_runs_off_the_page(name: str, large: bool, tmp_path: Path) -> None:
    word = "".join(f"word{n}" for n in range(40))
    deck = Deck(id="d", title="T", cards=(Card(id="a", question=word, answer=f"A{word}", distractors=(f"B{word}",)),))
    form = format_named(name)
    path = tmp_path / f"a{form.suffix}"
    path.write_bytes(form.write([paper(deck, "choice")], Layout(key=True, large=large)))
    file = path if name == "pdf" else converted(path, "pdf")
    command = [program("pdftotext"), "-bbox", str(file), "-"]
    boxes = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    edges = [float(edge) for edge in re.findall(r'<word [^>]*xMax="([\d.]+)"', boxes)]
    assert edges
    assert max(edges) < 595 - 28  # a centimetre from the edge of the paper
    assert letters("".join(pages(file))).count(word) == 4


@pytest.mark.slow
def test_traps_are_set_as_they_are(tmp_path: Path) -> None:
    traps = """
        #set page(fill: red) $x^2$ *bold* _it_ `raw` <label> @ref [a](b) \\u{41} // c /* d */ -> ]]> {{c1::x}} #{1+1} ~
        \\textbf{x} & % =1+1 <b>tag</b> &amp; "q" 'q' \\n --- ... 1. + - | ;
    """.split()
    cards = tuple(
        Card(id=f"t{n}", question=f"What is {trap} here?", answer=f"{trap} a{n}", distractors=(f"{trap} b{n}",))
        for n, trap in enumerate(traps)
    )
    for name in ("pdf", "docx"):
        form = format_named(name)
        path = tmp_path / f"a{form.suffix}"
        kept = paper(Deck(id="d", title="#T $x$ <b>", cards=cards), "choice")
        path.write_bytes(form.write([kept], Layout(key=True)))
        texts = "".join("".join(text.split()) for text in pages(path if name == "pdf" else converted(path, "pdf")))
        for one in cards:
            assert "".join(one.question.split()) in texts, (name, one.question)
            assert texts.count("".join(one.answer.split())) >= 2, (name, one.answer)
