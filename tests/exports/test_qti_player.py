"""QTI in a player from npm, in a browser: the right answer scores all points, a wrong one none.

The player speaks QTI 3; a package of QTI 2.1 is first upgraded by a converter that is not ours.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Browser
from classroom import MILLS
from clients import program
from npm import brought

from quizgen.exports import format_named
from quizgen.exports.shared.archive import unpacked
from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.qti import identifier
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper, make_paper

pytestmark = pytest.mark.slow

PACKAGE = "@citolab/qti-components@7.27.4"
SCRIPT = "cdn/index.global.js"
POINTS = 2

LOAD = """
document.querySelectorAll("qti-item").forEach((old) => old.remove());
window.held = document.createElement("item-container");
held.itemXML = %s;
const player = document.createElement("qti-item");
player.append(held);
document.body.append(player);
0
"""
READY = """
window.item = held.shadowRoot && held.shadowRoot.querySelector("qti-assessment-item");
!!item && !!item.variables && item.variables.some((one) => one.identifier === "SCORE")
"""
CHOOSE = """
[...item.querySelectorAll("qti-simple-choice")].find((one) => one.identifier === %s).click()
"""
TYPE = """
const field = item.querySelector("qti-text-entry-interaction").shadowRoot.querySelector("input");
field.value = %s;
for (const kind of ["input", "keyup", "change"]) field.dispatchEvent(new Event(kind, {bubbles: true, composed: true}));
"""
MATCH = 'item.updateResponseVariable("RESPONSE", %s)'
SCORE = 'item.processResponse(); Number(item.getOutcome("SCORE").value)'


@pytest.fixture(scope="session")
def player(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The player's script."""
    return brought(PACKAGE, tmp_path_factory.mktemp("player")) / SCRIPT


@pytest.fixture(scope="module")
def page(player: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("page")
    chromium = program("chromium", "chromium-browser", "google-chrome")
    file = folder / "page.html"
    file.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body><script src="{player.as_uri()}"></script></body>')
    with Browser(chromium, folder / "profile") as opened:
        opened.open(file.as_uri())
        yield opened


def score(page: Browser, xml: str, answer: str) -> Any:
    """What an answer scores, given by a script."""
    page.run(f"{{{LOAD % json.dumps(xml)}}}")
    end = time.monotonic() + 20
    while not page.run(READY):
        assert time.monotonic() < end, "the player shows no item"
    page.run(f"{{{answer}}}")
    return page.run(SCORE)


def answers(item: Item) -> tuple[list[str], list[str]]:
    """Scripts that give right answers, and wrong ones."""
    if item.mode is Mode.SHORT:
        right = [text for one in item.right for text in (one, one.upper())]
        return [TYPE % json.dumps(text) for text in right], [TYPE % json.dumps("nothing of the kind")]
    if item.mode is Mode.MATCHING:
        places = {choice.text: f"A{n}" for n, choice in enumerate(item.choices, 1)}
        pairs = [f"Q{n} {places[card.answer]}" for n, card in enumerate(item.cards, 1)]
        turned = [f"Q{n} {places[card.answer]}" for n, card in enumerate((*item.cards[1:], item.cards[0]), 1)]
        return [MATCH % json.dumps(pairs)], [MATCH % json.dumps(turned)]
    marked = {right: [f"C{n}" for n, c in enumerate(item.choices, 1) if c.right is right] for right in (True, False)}
    return [CHOOSE % json.dumps(name) for name in marked[True]], [CHOOSE % json.dumps(name) for name in marked[False]]


def files_of(name: str, paper: Paper) -> dict[str, str]:
    """The files of a paper's package, in QTI 3."""
    data = format_named(name).write([paper], Layout())
    if name == "qti3":
        return {path: held.decode() for path, held in unpacked(data).items()}
    converter = pytest.importorskip("qti_convert", reason="the converter from QTI 2.1 is not installed")
    files: dict[str, str] = converter.upgrade_package(data).files
    return files


@pytest.mark.parametrize("name", ["qti3", "qti21"])
@pytest.mark.parametrize("mode", ["choice", "short", "truefalse", "matching"])
def test_right_answers_score_all_points_and_wrong_ones_none(mode: str, name: str, page: Browser) -> None:
    paper = make_paper([MILLS], mode=mode, points=POINTS)
    files = files_of(name, paper)
    for item in paper.items:
        xml = files[f"items/{identifier(f'{item.deck}.{item.id}')}.xml"]
        right, wrong = answers(item)
        assert {score(page, xml, script) for script in right} == {POINTS * len(item.cards)}, item.id
        assert {score(page, xml, script) for script in wrong} == {0}, item.id
    assert page.log == []
