"""Every format: a golden file, a way back, and whatever text a deck may hold."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from classroom import MILLS
from hostile import CARDS
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.exports import format_named, format_names
from quizgen.exports.shared.format import Format, Layout
from quizgen.exports.shared.loss import altered, sifted, told
from quizgen.exports.shared.verify import compare
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.paper import Paper, make_paper
from quizgen.quiz.versions import versions_of

GOLDEN = Path(__file__).parent.parent / "golden" / "exports"
READABLE = [name for name in format_names() if format_named(name).read is not None]
MODES = ["choice", "short", "truefalse", "matching", "mixed"]


def through(form: Format, paper: Paper) -> None:
    """Writes what the format can hold of a paper, and reads it back."""
    kept, lost = sifted(paper, form)
    assert len(kept.items) + len(lost) == len(paper.items)
    if not kept.items or form.read is None:
        return
    layout = Layout(key=form.keyed)
    found = compare(form, layout, kept.items, form.read(form.write([kept], layout)))
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


@pytest.mark.parametrize("title", ["m" * 2_000, "𝔪 / ]]> <b> \n" * 200, "\u202e\uffff"])
@pytest.mark.parametrize("name", format_names())
def test_any_title_is_taken(name: str, title: str) -> None:
    form = format_named(name)
    paper, _ = sifted(make_paper([MILLS], mode="choice", title=title), form)
    if name == "pdf" and not title.isascii():  # for which its font has no shapes
        return
    data = form.write([paper], Layout(key=form.keyed))
    assert form.read is None or len(form.read(data)) == len(paper.items)


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


_HASHES = """
import datetime, hashlib, sys, time
away = float(sys.argv[1])
now, today = time.time, datetime.datetime
time.time = lambda: now() + away
local = time.localtime
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
class Moved(today):
    @classmethod
    def now(cls, tz=None):
        return today.now(tz) + datetime.timedelta(seconds=away)
    utcnow = today = now
datetime.datetime = Moved
from classroom import MILLS
from quizgen.export import export
from quizgen.exports import format_names
from quizgen.exports.shared.format import Layout
for name in format_names():
    for mode in ("choice", "short", "mixed"):
        if name in ("aiken", "h5p", "kahoot") and mode == "short":
            continue
        made = export([MILLS], name, mode=mode, shuffle=True, layout=Layout(key=True))
        print(name, mode, hashlib.sha256(made.data).hexdigest())
"""


def _hashes(*, seed: str, zone: str, days: int) -> str:
    path = os.pathsep.join([str(Path(__file__).parent.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    there = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path}
    command = [sys.executable, "-W", "ignore", "-c", _HASHES, str(days * 86_400)]
    return subprocess.run(command, env=there, capture_output=True, text=True, check=True).stdout


def test_the_same_bytes_on_another_day_in_another_zone() -> None:
    here = _hashes(seed="1", zone="Pacific/Kiritimati", days=0)
    assert len(here.splitlines()) == 3 * len(format_names()) - 3
    assert here == _hashes(seed="2", zone="America/Anchorage", days=400)


@pytest.mark.parametrize(
    ("name", "mode", "expected"),
    [
        ("kahoot", "choice", "Kahoot: 1 of 7 left out: 1 without choices"),
        ("aiken", "choice", "Aiken: 1 of 7 left out: 1 without choices"),
        ("blackboard", "short", "Blackboard: 1 changed: 1 with spaces or line breaks run together"),
        ("gift", "short", ""),
        ("moodle-xml", "mixed", ""),
    ],
)
def test_a_loss_is_told_by_its_reasons(name: str, mode: str, expected: str) -> None:
    form = format_named(name)
    paper = make_paper([MILLS], mode=mode)
    kept, lost = sifted(paper, form)
    assert told(form, lost, altered(kept, form), len(paper.items)) == expected


def test_no_source_means_no_evidence() -> None:
    for name in format_names():
        form = format_named(name)
        if name in ("csv", "pdf"):
            continue
        paper, _ = sifted(make_paper([MILLS]), form)
        plain = _texts_of(form.write([paper], Layout(source=False, key=True))) if name != "anki" else ""
        assert "was opened on 4 May" not in plain, name
