"""Events named by nouns, and the clauses that say the same."""

from __future__ import annotations

import pytest

from quizgen.language.nominal import event_clause, happens, is_action, is_plural

CLAUSES = [
    ("the founding of the party", "was the party founded"),
    ("the opening of the Tay Bridge", "was the Tay Bridge opened"),
    ("the birth of Charles Dickens", "was Charles Dickens born"),
    ("the death of Mozart", "did Mozart die"),
    ("Stalin's death", "did Stalin die"),
    ("the fall of the Berlin Wall", "did the Berlin Wall fall"),
    ("the end of the Second World War", "did the Second World War end"),
    ("the Battle of Hastings", "did the Battle of Hastings take place"),
    ("the opening and closing of the Games", "did the opening and closing of the Games take place"),
    (
        "the establishment of diplomatic relations between China and Laos",
        "were diplomatic relations between China and Laos established",
    ),
    ("the discovery of the bones", "were the bones discovered"),
    ("the signing of the Treaties of Rome", "were the Treaties of Rome signed"),
    ("the accession of Estonia to the United Nations", "did Estonia accede to the United Nations"),
]


@pytest.mark.parametrize(("event", "clause"), CLAUSES)
def test_an_event_becomes_a_clause(event: str, clause: str) -> None:
    assert happens(event)
    assert event_clause(event) == clause


@pytest.mark.parametrize(
    "lasting",
    [
        "diplomatic relations",
        "the National Health Service",
        "the Red Cross",
        "the city of Graz",
        "its people",
    ],
)
def test_what_lasts_does_not_happen(lasting: str) -> None:
    assert not happens(lasting)


@pytest.mark.parametrize("noun", ["founding", "signing", "birth", "opening", "establishment", "liberation"])
def test_nouns_of_action(noun: str) -> None:
    assert is_action(noun)


@pytest.mark.parametrize("noun", ["bridge", "relations", "party", "building site", ""])
def test_other_nouns(noun: str) -> None:
    assert not is_action(noun)


@pytest.mark.parametrize(
    "phrase",
    [
        "the Olympic Games",
        "relations between A and B",
        "Ada and Ben",
        "the children of the king",
        "twelve oaks",
    ],
)
def test_plurals(phrase: str) -> None:
    assert is_plural(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "the United Nations",
        "the news",
        "the team of nurses",
        "the bridge between the islands",
        "the bus",
    ],
)
def test_singulars(phrase: str) -> None:
    assert not is_plural(phrase)
