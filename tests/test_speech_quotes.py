"""Quotations: which marks open and close one, and how far it goes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.quotes import Quotation, find_quotations
from quizgen.language.sentences import split_sentences
from quizgen.model.document import Span


def quotations_in(text: str) -> tuple[Quotation, ...]:
    paragraphs: dict[int, Span] = {}
    for sentence in split_sentences(text):
        first = paragraphs.get(sentence.paragraph, sentence.span)
        paragraphs[sentence.paragraph] = Span(first.start, sentence.span.end)
    return find_quotations(text, paragraphs.values())


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes" twice.', ["yes"]),
        ("He said “yes” twice.", ["yes"]),
        ("He said ''yes'' twice.", ["yes"]),
        ("He said ``yes'' twice.", ["yes"]),
        ("He said «yes» twice.", ["yes"]),
        ("'I never saw it,' said Marsh.", ["I never saw it,"]),
        ("‘I never saw it,’ said Marsh.", ["I never saw it,"]),
        ("“He said ‘no’ to me,” said Marsh.", ["He said ‘no’ to me,"]),
        ("The sailors' boats and the '90s weren't theirs.", []),
        ('A board 6" wide.', []),
        ("''He'll go,'' said Marsh.", ["He'll go,"]),
        ('"One. "Two." She left.', ["One.", "Two."]),
        ("It “ended.\n\nShe left.", ["ended."]),
        (
            "Marsh said:\n\n‘The sailors’ boats are ours.\n\n‘So are the nets.’",
            ["The sailors’ boats are ours.", "So are the nets."],
        ),
        ("Marsh wept.\n\n‘Twas on a night like this that the sailors’ boats were lost.", []),
    ],
)
def test_what_is_quoted(text: str, quoted: list[str]) -> None:
    assert [quotation.inner.of(text) for quotation in quotations_in(text)] == quoted


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    first, second, third = quotations_in("“One.\n\n“Two.”\n\n“Three.”")
    assert (first.closed, second.closed, third.closed) == (False, True, True)
    assert (first.continues, second.continues, third.continues) == (False, True, False)


@given(st.text(alphabet="“”‘’\"'« »ab.,\n", max_size=80))
def test_quotations_stand_in_order_and_apart(text: str) -> None:
    found = quotations_in(text)
    for quotation in found:
        assert quotation.span.contains(quotation.inner)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
