"""Tags written into lines: where that is done at all, the file is as if each card had been edited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.deckfile.edit import Change, edit_data
from quizgen.deckfile.load import read_deck
from quizgen.deckfile.tagged import with_tags

HEAD = "quizgen: 1\nid: a\ntitle: A\ncards:\n"
CARDS = (
    "- id: {0}\n  question: Q\n  answer: A\n",
    "- id: {0}\n  question: Q\n  answer: A  # so\n  # and more\n\n# about the next\n",
    "- id: {0}\n  tags: [one]\n  question: Q\n  answer: A\n\n",
    "- question: Q\n  id: {0}\n  answer: A\n  tags: [one, 'two 2']\n  retired: true\n",
    "- id: {0}\n  question: Q\n  answer: A\n  tags: [one]  # behind\n",
    "- id: {0}\n  question: Q\n  answer: A\n  tags:\n  - one\n  - two\n",
    "- id: {0}\n  question: Q\n  answer: A\n  tags: [one,\n    two]\n",
    "- tags: [one]\n  id: {0}\n  question: Q\n  answer: A\n",
    "- id: {0}\n  question: Q\n  answer: A\n  suspended: true\n  x-mine: 1\n",
    "- id: {0}\n  question: Q\n  answer: A\n  note: |\n    One.\n    # No comment.\n\n",
    "- id: {0}\n  answer: A\n  question: >-\n    Which\n    tags: are these?\n",
    '- id: {0}\n  answer: A\n  question: "Which\n\n    - of these?"\n',
    "-   id: {0}\n    question: Q\n    answer: A\n    evidence:\n    - start: 0\n      end: 1\n      quote: A\n",
    "- {{id: {0}, question: Q, answer: A, tags: [one]}}\n",
)
TAGS = st.sampled_from([(), ("one",), ("new",), ("one", "new"), ("a, b", "#c", "yes"), ("long " * 9, "longer " * 9)])


@given(st.lists(st.tuples(st.sampled_from(CARDS), st.none() | TAGS), min_size=1, max_size=5), st.booleans())
def test_it_is_as_if_each_card_had_been_edited(cards: list[tuple[str, tuple[str, ...] | None]], windows: bool) -> None:
    text = "".join(card.format(f"c{number}") for number, (card, _) in enumerate(cards))
    head, text = (part.replace("\n", "\r\n") if windows else part for part in (HEAD, text))
    before = read_deck((head + text).encode(), "", "yaml").cards
    after = [card if tags is None else replace(card, tags=tags) for card, (_, tags) in zip(before, cards, strict=True)]
    changes = [Change(*pair) for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    written = with_tags(text, [None if one == other else other.tags for one, other in zip(before, after, strict=True)])
    if written is not None and read_deck((head + written).encode(), "", "yaml").cards == tuple(after):
        assert (head + written).encode() == edit_data((head + text).encode(), "", "yaml", changes)[0]


@pytest.mark.parametrize("card", CARDS[:4])
def test_usual_cards_are_not_read(card: str) -> None:
    for tags in ((), ("new",), ("one", "new")):
        assert with_tags(card.format("c"), [tags]) is not None


@pytest.mark.parametrize("text", ["", "no cards\n", CARDS[4], CARDS[5], CARDS[6], CARDS[7], CARDS[8]])
def test_other_lines_do_not_tell_enough(text: str) -> None:
    assert with_tags(text, [("new",)]) is None
