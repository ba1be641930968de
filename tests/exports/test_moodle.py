"""Files as Moodle takes them: every question comes in as what it is, its right answer gets full marks and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from classroom import MILLS
from hostile import CARDS
from hypothesis import given, settings
from hypothesis import strategies as st
from moodle import Question, aiken, gift, moodle_xml

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


@pytest.mark.parametrize("name", ["gift", "moodle-xml"])
@pytest.mark.parametrize("answer", ["2 * 3", r"\*", "***", "* all", r"a\*b"])
def test_a_star_stands_for_itself(name: str, answer: str) -> None:
    form = format_named(name)
    deck = Deck(id="d", title="T", cards=(Card(id="a", question="Which?", answer=answer),))
    (question,) = READERS[name](form.write([make_paper([deck], mode="short")], Layout()))
    assert question.marks(answer) == 1.0
    assert question.marks(answer.replace("*", "x")) == 0.0
