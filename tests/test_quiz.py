"""Papers: what is selected, how it is asked, in which order, in which versions."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from classroom import MILLS, card
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import QuizgenError
from quizgen.model.deck import Deck
from quizgen.quiz.conflicts import gives_away, kept_apart, together
from quizgen.quiz.draw import code
from quizgen.quiz.item import Mode
from quizgen.quiz.paper import make_paper
from quizgen.quiz.versions import answer_key, versions_of

MODES = ["choice", "short", "truefalse", "matching", "mixed"]


def many(count: int) -> Deck:
    """A deck of dates and names, two cards a fact."""
    cards = [
        card(
            f"{kind}-when-{n}",
            f"{kind.title()} of mill {n}?",
            f"{1000 + n}",
            f"{1100 + n}",
            f"{1200 + n}",
            fact=f"f{n}",
        )
        for n in range(count)
        for kind in ("date", "quantity")
    ]
    return Deck(id="many", title="Many", cards=tuple(cards))


@pytest.mark.parametrize("mode", MODES)
def test_every_card_is_asked_once(mode: str) -> None:
    paper = make_paper([MILLS], mode=mode)
    assert Counter(c.id for item in paper.items for c in item.cards) == {c.id: 1 for c in MILLS.cards}
    assert paper.points == len(MILLS.cards)


def test_a_choice_offers_the_answer_once_among_its_best_distractors() -> None:
    first = make_paper([MILLS]).items[0]
    assert first.right == ("4 May 1887",)
    assert [choice.text for choice in first.choices] == ["4 May 1878", "4 May 1887", "5 May 1887", "4 June 1887"]


def test_a_card_without_distractors_is_asked_for_a_short_answer() -> None:
    assert make_paper([MILLS]).items[-1].mode is Mode.SHORT
    assert make_paper([MILLS]).items[-1].right == ("a gate for water", "a gate")


def test_true_or_false_proposes_the_answer_or_a_distractor() -> None:
    items = [i for i in make_paper([many(60)], mode="truefalse").items if i.mode is Mode.TRUE_FALSE]
    assert all((item.proposal == item.card.answer) == (item.right == ("True",)) for item in items)
    assert all(item.proposal in (item.card.answer, *item.card.distractors) for item in items)
    assert 30 <= sum(item.right == ("True",) for item in items) <= 90  # of 120


def test_matching_puts_together_what_asks_the_same_and_never_siblings() -> None:
    items = [item for item in make_paper([many(20)], mode="matching").items if item.mode is Mode.MATCHING]
    assert items
    for item in items:
        assert 3 <= len(item.cards) <= 6
        assert len({c.answer for c in item.cards}) == len(item.cards)
        assert len({c.kind for c in item.cards}) == 1
        assert sorted(choice.text for choice in item.choices) == sorted(c.answer for c in item.cards)


def test_what_is_retired_or_suspended_is_not_asked() -> None:
    from dataclasses import replace

    deck = replace(MILLS, cards=(replace(MILLS.cards[0], retired=True), replace(MILLS.cards[1], suspended=True)))
    with pytest.raises(QuizgenError, match="no card"):
        make_paper([deck])


def test_kinds_and_tags_narrow_the_choice() -> None:
    assert {i.card.kind for i in make_paper([MILLS], kinds=["date"]).items} == {"date"}
    assert [i.card.id for i in make_paper([MILLS], tags=["wheels"]).items] == ["attribution-who-5"]


@given(st.integers(1, 40), st.text("abc", min_size=1, max_size=3))
def test_a_selection_has_the_size_asked_and_is_spread(count: int, seed: str) -> None:
    paper = make_paper([many(20)], count=count, seed=seed)
    assert len(paper.items) == count
    assert len({item.card.id for item in paper.items}) == count
    if count <= 20:  # there are other cards in plenty: no siblings
        assert len({item.card.fact for item in paper.items}) == count
    kinds = Counter(item.card.kind for item in paper.items)
    assert abs(kinds["date"] - kinds["quantity"]) <= 1 + count // 4


def test_a_question_that_holds_answer_and_subject_gives_away() -> None:
    who = card("initiative-who-1", "Who proposed the Blue Coast Plan?", "Ana Rivas")
    which = card("initiative-which-2", "Which plan did Ana Rivas propose?", "the Blue Coast Plan")
    told = card("date-when-3", "When did Ana Rivas propose the Blue Coast Plan?", "1999")
    other = card("attribution-who-4", "Who thanked Ana Rivas for the fish?", "Juan Diaz")
    assert gives_away(told, who)
    assert gives_away(told, which)
    assert not gives_away(who, told)
    assert together(who, other)


def test_what_gives_away_does_not_stand_beside() -> None:
    items = make_paper([many(6)]).items
    assert any(not together(a.card, b.card) for a, b in itertools.pairwise(items))
    apart = kept_apart(items)
    assert Counter(i.id for i in apart) == Counter(i.id for i in items)
    assert all(together(a.card, b.card) for a, b in itertools.pairwise(apart))


@pytest.mark.parametrize("mode", MODES)
def test_versions_ask_the_same_and_the_key_joins_them(mode: str) -> None:
    papers = versions_of(make_paper([MILLS, many(9)], mode=mode, seed="s"), 3)
    assert [paper.version for paper in papers] == ["A", "B", "C"]
    asked = [Counter(c.id for item in paper.items for c in item.cards) for paper in papers]
    assert asked[0] == asked[1] == asked[2]
    assert [i.id for i in papers[0].items] != [i.id for i in papers[1].items]
    for row in answer_key(papers):
        paper = next(p for p in papers if p.version == row.version)
        item = paper.items[row.number - 1]
        found = item.cards[max(row.part, 1) - 1]
        assert (found.id, row.code) == (row.card, code(row.deck, row.card))
        if row.letter:
            shown = item.choices["ABCDEFGHIJ".index(row.letter)].text
            assert shown == row.answer
        assert row.answer == (found.answer if item.mode is not Mode.TRUE_FALSE else item.right[0])


def test_one_version_has_no_letter() -> None:
    paper = make_paper([MILLS])
    assert versions_of(paper, 1) == (paper,)


def test_the_right_answer_stands_anywhere() -> None:
    places = Counter(
        next(i for i, c in enumerate(item.choices) if c.right)
        for item in make_paper([_named(200)]).items
    )  # fmt: skip
    assert set(places) == {0, 1, 2, 3}
    assert max(places.values()) < 80


def _named(count: int) -> Deck:
    cards = [
        card(f"attribution-who-{n}", f"Who spoke as number {n}?", "Ann", "Bob", "Cleo", "Dan") for n in range(count)
    ]
    return Deck(id="named", title="Named", cards=tuple(cards))


def test_a_paper_is_the_same_whatever_the_hash_seed() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from classroom import MILLS\n"
        "from quizgen.quiz.paper import make_paper\n"
        "paper = make_paper([MILLS], mode='mixed', count=5, shuffle=True)\n"
        "print([(item.id, [choice.text for choice in item.choices]) for item in paper.items])"
    )
    command = [sys.executable, "-c", program, str(Path(__file__).parent)]
    environments = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("0", "1", "77")]
    assert len({subprocess.run(command, capture_output=True, check=True, env=env).stdout for env in environments}) == 1
