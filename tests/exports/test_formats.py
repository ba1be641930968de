"""Every format: a golden file, a way back, and whatever text a deck may hold."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from classroom import MILLS
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import identifiers, texts

from quizgen.exports import format_named, format_names
from quizgen.exports.shared.format import Format, Layout
from quizgen.exports.shared.loss import sifted, told
from quizgen.exports.shared.verify import compare
from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck
from quizgen.quiz.paper import Paper, make_paper
from quizgen.quiz.versions import versions_of

GOLDEN = Path(__file__).parent.parent / "golden" / "exports"
READABLE = [name for name in format_names() if format_named(name).read is not None]
MODES = ["choice", "short", "truefalse", "matching", "mixed"]


TRAPS = st.sampled_from(
    """
    -> a->b {#} {=x} ~ = # : \\ \\n \\: %50%x %-25% &&058; &&010; ]]> <![CDATA[ <!-- --> </script> <b>&amp; &#10; &lt;
    {{c1::x}} {{ }} A. B) ANSWER:A // 0 $CATEGORY: ::t:: [html] [id:3] =1+1 +1 -1 @x '=1 | ; * \\* _ ` $x$ % ^ &
    \x85 \u2028 \u202eabc \ufffe \U0001f600 e\u0301 TRUE F _x000D_ #### "q" 'q' \\ufeff 1. - ---
    """.split()
)
"""What is syntax in some format."""
HOSTILE = st.builds("{}{}{}".format, TRAPS | texts(min_size=0), st.sampled_from(["", " ", "\n", "a"]), TRAPS | texts())
FILLED = HOSTILE.filter(lambda text: bool(text.strip()))
CARDS = st.builds(
    Card, id=identifiers(), kind=st.none() | st.just("date"), context=st.none() | FILLED, question=FILLED,
    answer=FILLED,
    accept=st.lists(FILLED, max_size=2).map(tuple), distractors=st.lists(FILLED, max_size=4).map(tuple),
    note=st.none() | FILLED, tags=st.lists(FILLED, max_size=2).map(tuple),
    evidence=st.lists(FILLED.map(lambda quote: Evidence(0, len(quote), quote)), max_size=1).map(tuple),
)  # fmt: skip
"""Cards with such text everywhere."""


def through(form: Format, paper: Paper) -> None:
    """Writes what the format can hold of a paper, and reads it back."""
    kept, lost = sifted(paper, form)
    assert len(kept.items) + len(lost) == len(paper.items)
    if not kept.items or form.read is None:
        return
    found = compare(kept.items, form.read(form.write([kept], Layout())), choices="choices" not in form.omits)
    assert found.faults == ()
    assert found.right == len(kept.items)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", READABLE)
def test_all_comes_back(name: str, mode: str) -> None:
    form = format_named(name)
    through(form, make_paper([MILLS], mode="choice" if form.cards else mode))


@pytest.mark.parametrize("name", READABLE)
@settings(max_examples=60)
@given(deck=st.lists(CARDS, min_size=1, max_size=4, unique_by=lambda card: card.id), mode=st.sampled_from(MODES))
def test_any_text_comes_back_or_is_told_as_lost(name: str, deck: list[Card], mode: str) -> None:
    live = [card for card in deck if not (card.suspended or card.retired)]
    if live:
        form = format_named(name)
        paper = make_paper(
            [Deck(id="d", title="T ]]> -> {#} \uffff", cards=tuple(live))], mode="choice" if form.cards else mode
        )
        through(form, paper)


PRINTED = [name for name in format_names() if format_named(name).printed and name != "pdf"]


@pytest.mark.parametrize("name", PRINTED)
@settings(max_examples=40)
@given(deck=st.lists(CARDS, min_size=1, max_size=3, unique_by=lambda card: card.id), mode=st.sampled_from(MODES))
def test_what_is_printed_takes_any_text(name: str, deck: list[Card], mode: str) -> None:
    form = format_named(name)
    kept, _ = sifted(make_paper([Deck(id="d", title="T", cards=tuple(deck))], mode=mode), form)
    if kept.items:
        assert form.write(versions_of(kept, 2), Layout(key=True))


def _texts_of(data: bytes) -> str:
    """A file as text; an archive as the texts in it, less what libraries of the day put there."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {name: archive.read(name) for name in archive.namelist() if not name.endswith(".jpeg")}
    return "\n".join(f"== {name}\n{text.decode()}" for name, text in texts.items())


@pytest.mark.parametrize("name", [n for n in format_names() if n not in ("pdf", "docx", "kahoot", "anki")])
def test_a_format_writes_what_it_wrote(name: str) -> None:
    form = format_named(name)
    paper, _ = sifted(make_paper([MILLS], mode="choice" if form.cards else "mixed", seed="golden"), form)
    papers = versions_of(paper, 2) if form.printed else (paper,)
    text = _texts_of(form.write(papers, Layout(key=True)))
    golden = GOLDEN / f"{name}.txt"
    assert golden.is_file(), f"no golden file {golden.name}; it would be:\n{text}"
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", format_names())
def test_the_same_paper_gives_the_same_bytes(name: str) -> None:
    form = format_named(name)
    paper, _ = sifted(make_paper([MILLS], mode="choice"), form)
    assert form.write([paper], Layout()) == form.write([paper], Layout())


def test_a_loss_is_told_by_its_reasons() -> None:
    form = format_named("kahoot")
    paper = make_paper([MILLS])
    _, lost = sifted(paper, form)
    assert told(form, lost, len(paper.items)) == "Kahoot: 1 of 7 left out: 1 without choices"


def test_no_source_means_no_evidence() -> None:
    for name in format_names():
        form = format_named(name)
        if name in ("csv", "pdf"):
            continue
        paper, _ = sifted(make_paper([MILLS]), form)
        plain = _texts_of(form.write([paper], Layout(source=False, key=True))) if name != "anki" else ""
        assert "was opened on 4 May" not in plain, name
