"""What quizgen writes comes back, from the formats that hold it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import cards, filled_texts

from quizgen.errors import QuizgenError
from quizgen.exports import format_named as written
from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.loss import sifted
from quizgen.imports import format_named
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.item import Mode
from quizgen.quiz.paper import Paper, make_paper


def asked_cards() -> st.SearchStrategy[list[Card]]:
    """Cards that a paper can ask, each with two wrong choices."""
    wrong = st.lists(filled_texts(), min_size=2, max_size=2, unique=True).map(tuple)
    whole = st.builds(
        lambda card, given: replace(card, suspended=False, retired=False, distractors=given), cards(), wrong
    )
    return st.lists(whole, min_size=1, max_size=2, unique_by=lambda card: card.id)


def paper_of(deck: Sequence[Card], form: str, mode: Mode) -> Paper:
    paper = make_paper([Deck(id="d", title="T", cards=tuple(deck))], mode=mode)
    return sifted(paper, written(form))[0]


@given(deck=asked_cards())
def test_a_table_comes_back_without_loss(deck: list[Card]) -> None:
    kept = paper_of(deck, "csv", Mode.SHORT)
    assume(kept.items)
    result = format_named("csv").read(written("csv").write([kept], Layout()))
    assert not result.left
    same = {"accept", "distractors", "tags"}  # of which repeated and empty ones are dropped
    for card, item in zip(result.cards, kept.items, strict=True):
        assert replace(card, **dict.fromkeys(same, ())) == replace(item.card, **dict.fromkeys(same, ()))
        assert set(card.distractors) <= set(item.card.distractors)


PLAIN = Card(
    id="date-1", kind="date", question="When did 1 = {2} -> # “open”?", answer="a=b~c:d", accept=("it's",),
    distractors=("<b>x</b>", "5 > 4 && 3"), note="A\nnote", tags=("north",),
)  # fmt: skip


@pytest.mark.parametrize("form", ["gift", "moodle-xml", "aiken", "quizlet", "anki"])
@pytest.mark.parametrize("mode", [Mode.CHOICE, Mode.SHORT])
def test_question_and_answer_come_back(form: str, mode: Mode) -> None:
    if form == "aiken" and mode is Mode.SHORT:
        pytest.skip("Aiken has choices alone")
    card = replace(PLAIN, question="When did 1 = {2} # “open”?") if mode is Mode.SHORT else PLAIN
    kept = paper_of([card], form, mode)
    (back,) = format_named(form).read(written(form).write([kept], Layout())).cards
    assert (back.question, back.answer) == (card.question, card.answer)
    if form in ("gift", "moodle-xml"):
        assert back.id == card.id
        assert "north" in back.tags


@pytest.mark.parametrize("form", ["gift", "moodle-xml", "aiken", "quizlet", "csv"])
@given(data=st.binary(max_size=200))
def test_no_bytes_break_a_reader(form: str, data: bytes) -> None:
    with suppress(QuizgenError):
        format_named(form).read(data)
