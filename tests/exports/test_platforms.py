"""Packages as Canvas and H5P take them: every question is of its kind, and its right answer gets all marks.

The readers are modelled on what these platforms look for in a package, and share nothing with our writers.
"""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from classroom import MILLS
from hostile import CARDS
from hypothesis import given, settings
from hypothesis import strategies as st
from moodle import said

from quizgen.exports import format_named
from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.lines import one_line
from quizgen.exports.shared.loss import altered, sifted
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper, make_paper

MODES = ["choice", "short", "truefalse", "matching", "mixed"]
DECKS = st.lists(CARDS, min_size=1, max_size=4, unique_by=lambda card: card.id)
CANVAS_KINDS = {
    Mode.CHOICE: "multiple_choice_question", Mode.SHORT: "short_answer_question",
    Mode.TRUE_FALSE: "true_false_question", Mode.MATCHING: "matching_question",
}  # fmt: skip
H5P_VERSIONS = {"H5P.MultiChoice": "1.16", "H5P.TrueFalse": "1.8"}
"""Those that a Question Set of version 1.20 takes."""


def packed(name: str, deck: Deck, mode: str) -> tuple[Paper, dict[str, bytes]]:
    form = format_named(name)
    kept, _ = sifted(make_paper([deck], mode=mode, points=2), form)
    if not kept.items:
        return kept, {}
    with zipfile.ZipFile(io.BytesIO(form.write([kept], Layout()))) as archive:
        return kept, {entry: archive.read(entry) for entry in archive.namelist()}


class Canvas:
    """A package of QTI 1.2, followed from its manifest."""

    def __init__(self, files: dict[str, bytes]) -> None:
        manifest = self._bare(files["imsmanifest.xml"])
        resources = {one.get("identifier"): one for one in manifest.iter("resource")}
        (quiz,) = (one for one in resources.values() if one.get("type") == "imsqti_xmlv1p2")
        dependency = quiz.find("dependency")
        assert dependency is not None
        meta = self._bare(files[resources[dependency.get("identifierref")].get("href", "")])
        assert meta.get("identifier") == quiz.get("identifier")
        file = quiz.find("file")
        assert file is not None
        self.questions = list(self._bare(files[file.get("href", "")]).iter("item"))
        self.points = float(meta.findtext("points_possible", ""))

    @staticmethod
    def _bare(data: bytes) -> ElementTree.Element:
        """A tree without namespaces."""
        return ElementTree.fromstring(re.sub(rb'\sxmlns="[^"]*"', b"", data))

    @staticmethod
    def facts(question: ElementTree.Element) -> dict[str, str]:
        fields = question.iter("qtimetadatafield")
        return {field.findtext("fieldlabel", ""): field.findtext("fieldentry", "") for field in fields}

    @staticmethod
    def score(question: ElementTree.Element, given: dict[str, str]) -> float:
        """What answers, by the responses they are given to, score of 100."""
        total = 0.0
        for condition in question.iter("respcondition"):
            change = condition.find("setvar")
            tests = [(test.get("respident"), test.text or "") for test in condition.iter("varequal")]
            if change is None or not any(given.get(name or "", "").lower() == text.lower() for name, text in tests):
                continue
            worth = float(change.text or "0")
            total = worth if change.get("action") == "Set" else total + worth
            if condition.get("continue") == "No":
                break
        return total


def canvas_takes(deck: Deck, mode: str) -> None:
    kept, files = packed("qti12", deck, mode)
    if not files:
        return
    canvas = Canvas(files)
    assert canvas.points == kept.points
    assert len({question.get("ident") for question in canvas.questions}) == len(kept.items)
    for item, question in zip(kept.items, canvas.questions, strict=True):
        facts = canvas.facts(question)
        assert facts["question_type"] == CANVAS_KINDS[item.mode]
        assert float(facts["points_possible"]) == item.points
        stem = question.find("presentation/material/mattext")
        assert stem is not None
        assert said(stem.text or "") == item.stem
        canvas_grades(canvas, item, question)


def canvas_grades(canvas: Canvas, item: Item, question: ElementTree.Element) -> None:
    if item.mode is Mode.SHORT:
        for text in item.right:
            assert canvas.score(question, {"response1": one_line(text)}) == 100
        return
    marked: dict[str, dict[str, str]] = {}
    for response in question.iter("response_lid"):
        labels = response.iter("response_label")
        marked[response.get("ident", "")] = {
            label.findtext("material/mattext", ""): label.get("ident", "") for label in labels
        }  # fmt: skip
    if item.mode is Mode.MATCHING:
        given = {name: texts[card.answer] for (name, texts), card in zip(marked.items(), item.cards, strict=True)}
        assert canvas.score(question, given) == pytest.approx(100, abs=0.1)
        turned = dict(zip(given, [*list(given.values())[1:], next(iter(given.values()))], strict=True))
        assert canvas.score(question, turned) == 0
        return
    ((name, texts),) = marked.items()
    assert canvas.score(question, {name: texts[item.right[0]]}) == 100
    assert {canvas.score(question, {name: texts[text]}) for text in item.wrong} <= {0}


@pytest.mark.parametrize("mode", MODES)
def test_canvas_takes_a_deck(mode: str) -> None:
    canvas_takes(MILLS, mode)


@settings(max_examples=60)
@given(deck=DECKS, mode=st.sampled_from(MODES))
def test_canvas_takes_any_text(deck: list[Card], mode: str) -> None:
    canvas_takes(Deck(id="d", title="T ]]> \uffff", cards=tuple(deck)), mode)


LONG = replace(MILLS, title="Mühle " * 60)


def test_canvas_takes_a_long_title_and_is_spared_long_texts() -> None:
    _, files = packed("qti12", LONG, "choice")
    titles = re.findall(r"<title>(.*?)</title>|<assessment [^>]*title=\"(.*?)\"", b"".join(files.values()).decode())
    assert {len(html.unescape(one or other)) for one, other in titles} == {255}
    cards = (replace(MILLS.cards[0], question="é" * 16_000), replace(MILLS.cards[1], question="&" * 16_000))
    (lost,) = sifted(make_paper([replace(MILLS, cards=cards)]), format_named("qti12"))[1]
    assert (lost.item.card.id, lost.reason) == (cards[1].id, "with texts over 16,384 characters")


def test_h5p_takes_a_long_title_and_needs_no_more_libraries_than_it_uses() -> None:
    _, files = packed("h5p", LONG, "choice")
    about = json.loads(files["h5p.json"])
    assert 250 <= len(about["title"].encode()) <= 255
    assert [one["machineName"] for one in about["preloadedDependencies"]] == ["H5P.QuestionSet", "H5P.MultiChoice"]


def test_google_forms_has_whole_points_and_says_so() -> None:
    form = format_named("google-forms")
    assert {one.reason for one in altered(make_paper([MILLS], points=1.5), form)} == {"with points made whole"}
    assert not altered(make_paper([MILLS], points=2), form)


@pytest.mark.parametrize("mode", MODES)
def test_blackboard_takes_each_question_on_a_line(mode: str) -> None:
    form = format_named("blackboard")
    kept, lost = sifted(make_paper([MILLS], mode=mode), form)
    assert not lost
    lines = form.write([kept], Layout()).decode().split("\r\n")[:-1]
    for item, line in zip(kept.items, lines, strict=True):
        kind, stem, *rest = line.split("\t")
        assert stem == one_line(item.stem)
        if kind == "MAT":
            assert rest[::2] == [one_line(part) for part in item.parts]
            assert rest[1::2] == list(item.right)
        elif kind == "MC":
            assert rest[rest.index("correct") - 1] == item.right[0]
            assert rest.count("incorrect") == len(item.wrong)
        else:
            assert rest == ([item.right[0].lower()] if kind == "TF" else [one_line(text) for text in item.right])


def h5p_takes(deck: Deck, mode: str) -> None:
    kept, files = packed("h5p", deck, mode)
    if not files:
        return
    about, content = (json.loads(files[name]) for name in ("h5p.json", "content/content.json"))
    needed = {one["machineName"]: f"{one['majorVersion']}.{one['minorVersion']}" for one in
              about["preloadedDependencies"]}  # fmt: skip
    assert about["mainLibrary"] in needed
    assert about["embedTypes"]
    assert len({question["subContentId"] for question in content["questions"]}) == len(kept.items)
    for item, question in zip(kept.items, content["questions"], strict=True):
        library, version = question["library"].split()
        assert H5P_VERSIONS[library] == version == needed[library]
        assert said(question["params"]["question"]) == item.stem
        h5p_grades(item, question["params"], library)


def h5p_grades(item: Item, params: dict[str, Any], library: str) -> None:
    if library == "H5P.TrueFalse":
        assert item.mode is Mode.TRUE_FALSE
        assert params["correct"] == item.right[0].lower()
        return
    assert params["behaviour"]["type"] == "single"
    answers = [(h5p_said(answer["text"]), answer["correct"]) for answer in params["answers"]]
    assert [text for text, right in answers if right] == [item.right[0]]
    assert [text for text, right in answers if not right] == list(item.wrong)


def h5p_said(markup: str) -> str:
    return said(markup.removeprefix("<div>").removesuffix("</div>"))


@pytest.mark.parametrize("mode", ["choice", "truefalse", "mixed"])
def test_h5p_takes_a_deck(mode: str) -> None:
    h5p_takes(MILLS, mode)


@settings(max_examples=60)
@given(deck=DECKS, mode=st.sampled_from(MODES))
def test_h5p_takes_any_text(deck: list[Card], mode: str) -> None:
    h5p_takes(Deck(id="d", title="T ]]> \uffff", cards=tuple(deck)), mode)
