"""Files as Moodle takes them: every question comes in as what it is, its right answer gets full marks and no other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from classroom import MILLS
from hostile import CARDS
from hypothesis import given, settings
from hypothesis import strategies as st
from moodle import Question, aiken, categories, gift, moodle_xml

from quizgen.exports import format_named
from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.lines import one_line
from quizgen.exports.shared.loss import sifted
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import make_paper

READERS: dict[str, Callable[[bytes], list[Question]]] = {"gift": gift, "aiken": aiken, "moodle-xml": moodle_xml}
MODES = ["choice", "short", "truefalse", "matching", "mixed"]
KINDS = {
    Mode.CHOICE: "multichoice", Mode.SHORT: "shortanswer", Mode.TRUE_FALSE: "truefalse", Mode.MATCHING: "match",
}  # fmt: skip


def taken(name: str, deck: Deck, mode: str) -> None:
    """Exports a deck, and checks what Moodle makes of it."""
    form = format_named(name)
    kept, _ = sifted(make_paper([deck], mode=mode), form)
    if not kept.items:
        return
    found = READERS[name](form.write([kept], Layout()))
    assert len(found) == len(kept.items)
    for item, question in zip(kept.items, found, strict=True):
        same(item, question, aiken=name == "aiken")


def same(item: Item, question: Question, *, aiken: bool) -> None:
    assert question.kind == ("multichoice" if aiken else KINDS[item.mode])
    assert one_line(question.stem).removeprefix("Question: " * aiken) == one_line(item.stem)
    if item.mode is Mode.MATCHING:
        assert loose(question.pairs) == loose(list(zip(item.parts, item.right, strict=True)))
        return
    typed = item.mode is Mode.SHORT
    full = [text.replace(r"\*", "*") if typed else text for text, share in question.answers if share == 1.0]
    assert one_line(full[0]) == one_line(item.right[0])
    assert set(map(one_line, full)) <= set(map(one_line, item.right))
    if typed:
        assert question.marks(item.right[0]) == 1.0
    else:
        wrong = [one_line(text) for text, share in question.answers if share == 0]
        assert sorted(wrong) == sorted(map(one_line, item.wrong))


def loose(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(one_line(asked), one_line(answer)) for asked, answer in pairs]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", READERS)
def test_a_deck_comes_in_whole(name: str, mode: str) -> None:
    taken(name, MILLS, mode)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=100)
@given(deck=st.lists(CARDS, min_size=1, max_size=4, unique_by=lambda card: card.id), mode=st.sampled_from(MODES))
def test_any_text_comes_in_as_what_it_is(name: str, deck: list[Card], mode: str) -> None:
    taken(name, Deck(id="d", title="T\\n / ]]> -> {#}", cards=tuple(deck)), mode)


@pytest.mark.parametrize("name", ["gift", "moodle-xml"])
def test_ids_tags_and_feedback_come_along(name: str) -> None:
    form = format_named(name)
    kept, _ = sifted(make_paper([MILLS], mode="choice"), form)
    found = READERS[name](form.write([kept], Layout()))
    assert [question.idnumber for question in found] == [f"mills/{item.id}" for item in kept.items]
    assert found[0].tags == ("date", "mills")
    assert [question.feedback for question in found] == [item.feedback for item in kept.items]


def path_of(name: str, title: str) -> list[str]:
    """The category that a file names."""
    data = format_named(name).write([make_paper([replace(MILLS, title=title)])], Layout()).decode()
    if name == "moodle-xml":
        return categories(ElementTree.fromstring(data).findtext("question/category/text", ""))
    found = re.search(r"^\$CATEGORY:(.*)$", data, re.MULTILINE)
    assert found
    return categories(found[1].replace("\\\\", "\\"))


@pytest.mark.parametrize("name", ["gift", "moodle-xml"])
@pytest.mark.parametrize("title", ["A/B", "/a", "a/", "1/2 // 3", "a\\n", "m" * 300])
def test_the_category_is_one_with_the_title(name: str, title: str) -> None:
    assert path_of(name, title)[-1] == title[:255]
    assert len(path_of(name, title)) == (3 if name == "moodle-xml" else 1)


@pytest.mark.parametrize("name", ["gift", "moodle-xml"])
def test_names_too_long_for_the_database_are_shortened_and_stay_unlike(name: str) -> None:
    cards = tuple(replace(MILLS.cards[0], id=f"{'x' * 200}{n}", tags=("a]b", "<i>")) for n in range(3))
    form = format_named(name)
    found = READERS[name](form.write([make_paper([Deck(id="d" * 90, title="T", cards=cards)])], Layout()))
    assert len({question.idnumber for question in found}) == 3
    assert "a]b" in found[0].tags


@pytest.mark.parametrize("name", ["gift", "moodle-xml"])
def test_what_is_too_long_to_be_matched_is_told(name: str) -> None:
    cards = tuple(Card(id=f"c{n}", question=f"Which {n}?", answer=f"{n}" * 256) for n in range(3))
    (lost,) = sifted(make_paper([Deck(id="d", title="T", cards=cards)], mode="matching"), format_named(name))[1]
    assert lost.reason == "that match answers over 255 characters"


@pytest.mark.parametrize("stem", ["U.S. troops left when?", "A.Lincoln was who?", "B) or not?", "D.C."])
def test_a_question_that_begins_like_an_answer_is_set_apart(stem: str) -> None:
    deck = Deck(id="d", title="T", cards=(Card(id="a", question=stem, answer="1865", distractors=("1866",)),))
    (question,) = aiken(format_named("aiken").write([make_paper([deck])], Layout()))
    assert question.stem == f"Question: {stem}"


@pytest.mark.parametrize("name", ["gift", "moodle-xml"])
@pytest.mark.parametrize("answer", ["2 * 3", r"\*", "***", "* all", r"a\*b"])
def test_a_star_stands_for_itself(name: str, answer: str) -> None:
    form = format_named(name)
    deck = Deck(id="d", title="T", cards=(Card(id="a", question="Which?", answer=answer),))
    (question,) = READERS[name](form.write([make_paper([deck], mode="short")], Layout()))
    assert question.marks(answer) == 1.0
    assert question.marks(answer.replace("*", "x")) == 0.0
