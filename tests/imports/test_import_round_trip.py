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
from quizgen.imports.shared.brought import Brought
from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source
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


def test_the_documents_come_back_with_the_evidence() -> None:
    def deck(name: str) -> Deck:
        source = Source(file=f"{name}.txt", sha256="0" * 64, title=name.title(), date="2021-12")
        proof = Evidence(0, 4, "1887")
        return Deck(id=name, title=name, sources=(source,), cards=(Card(id=name, question=f"When did {name} open?",
                    answer="1887", evidence=(proof,)),))  # fmt: skip

    def back(*decks: Deck) -> Brought:
        return format_named("csv").read(written("csv").write([make_paper(decks, mode="short")], Layout()))

    one, other = deck("mills"), deck("locks")
    assert back(one) == Brought(one.cards, sources=one.sources)
    both = back(one, other)
    assert both.sources == (*one.sources, *other.sources)
    assert [proof.source for card in both.cards for proof in card.evidence] == ["mills.txt", "locks.txt"]


def test_choices_of_several_lines_come_back_from_anki() -> None:
    card = Card(id="a", question="Which?", answer="two\nlines", distractors=("<b>", "three\nlines {{x}}\nin all"))
    kept = paper_of([card], "anki", Mode.CHOICE)
    (back,) = written("anki").read(written("anki").write([kept], Layout()))  # type: ignore[misc]
    assert (back.right, set(back.wrong)) == (("two\nlines",), set(card.distractors))


@pytest.mark.parametrize("form", ["gift", "moodle-xml"])
def test_what_is_matched_comes_back_card_by_card(form: str) -> None:
    cards = [
        Card(id=f"c{n}", context="In Leeds", question=f"Who was mayor {n}?", answer=f"Person {n}") for n in range(3)
    ]
    back = format_named(form).read(written(form).write([paper_of(cards, form, Mode.MATCHING)], Layout())).cards
    assert [(one.context, one.question, one.answer) for one in back] == [
        (card.context, card.question, card.answer) for card in cards
    ]


@pytest.mark.parametrize("told", ["x", "[1]", '[{"file": 3, "sha256": "0"}]', '[{"file": "a"}]', "{}", "[[]]"])
def test_documents_that_are_none_are_left_out(told: str) -> None:
    table = f'question,answer,sources\nWhen?,1887,"{told.replace(chr(34), chr(34) * 2)}"\n'
    result = format_named("csv").read(table.encode())
    assert (len(result.cards), result.sources) == (1, ())


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
