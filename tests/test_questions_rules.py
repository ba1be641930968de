"""The rules of a good item: what keeps them, and what breaks each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from language_tools import wrong

from quizgen.model.card import Card
from quizgen.questions.normal import holds, normal
from quizgen.questions.rules import broken_rule

SOUND = Card(
    id="x",
    kind="attribution",
    question="Who said that Poland would plant ten million trees?",
    answer="Anna Kowalska",
    distractors=("Jan Novak", "Carl Holm", "Rosa Vidal"),
)

KEPT = [
    "Who said that the reign of Elizabeth I was golden?",
    "Who said that World War I was over?",
    "Who said that clocks showed 10 a.m. in the U.S.?",
    "Who said: “We will not leave you today”?",
    'Who said that the border was "closed to us this year"?',
    "Who praised the bridge (and its builders)?",
    "Who said that Yahoo! Inc. had closed?",
    "Who said that the ship had had a name?",
    "Who said that the three branches of the bank had closed?",
    "Who said that Lund University knew what the University owed?",
    "Who said that the University of Lund would close?",
    wrong("Who said that those who fell were free?", reason="taken for some told of before"),
]

BROKEN = [
    ("points-outside", {"question": "Who said that I would plant trees?"}),
    ("not-a-question", {"question": "Anna said that Poland would plant trees."}),
    ("too-long", {"question": f"Who said that {'very ' * 60}old trees are dear?"}),
    ("too-long", {"answer": "Anna " * 20}),
    ("too-long", {"answer": "  "}),
    ("gives-its-answer-away", {"question": "Who said that Anna Kowalska would win?"}),
    ("gives-its-answer-away", {"question": "Who said that Mrs. Kowalska would win?"}),
    ("gives-its-answer-away", {"question": "Who said that ANNA KOWALSKA’s trees grow?"}),
    ("gives-its-answer-away", {"context": "After the speech of Anna Kowalska in Warsaw"}),
    ("points-outside", {"question": "Who said that our trees would grow?"}),
    ("points-outside", {"question": "Who said that trees are planted today?"}),
    ("points-outside", {"question": "Who said that this year trees would be planted?"}),
    ("points-outside", {"question": "Who said that the two sides would plant trees?"}),
    ("points-outside", {"question": "Who said that both countries would plant trees?"}),
    ("points-outside", {"question": "Who said that she would plant trees?"}),
    ("points-outside", {"question": "Who said that they would plant trees?"}),
    ("tells-no-whole", {"question": "Who said that the three brewers of 1950 had gone from the two towns?"}),
    ("tells-no-whole", {"question": "Who said that the University would plant trees?"}),
    ("of-a-number-alone", {"answer": "the Thirteenth Council"}),
    ("of-a-number-alone", {"answer": "14th Session", "kind": "initiative"}),
    ("untidy", {"question": "Who said that trees , and oaks, would grow?"}),
    ("untidy", {"question": "Who said that  trees would grow?"}),
    ("untidy", {"question": "Who said that trees would grow.?"}),
    ("untidy", {"question": "Who said that trees would grow,?"}),
    ("untidy", {"question": "Who said that the the trees would grow?"}),
    ("untidy", {"question": "Who said that trees (oaks would grow?"}),
    ("untidy", {"question": "Who said that “trees would grow?"}),
    ("untidy", {"question": 'Who said that "trees would grow?'}),
    ("too-few-choices", {"distractors": ("Jan Novak",)}),
    ("too-few-choices", {"distractors": ()}),
    ("choices-repeat", {"distractors": ("Jan Novak", "jan novak")}),
    ("choices-repeat", {"distractors": ("Jan Novak", "Anna Kowalska")}),
    ("choices-repeat", {"accept": ("Kowalska",), "distractors": ("Jan Novak", "the Kowalska")}),
    wrong(
        "points-outside",
        {"question": "Who said that the oaks of Poland were there?"},
        reason='"there" is not seen',
    ),
    wrong(
        "points-outside",
        {"question": "Who planted the trees that are hers?"},
        reason="only some pronouns are seen",
    ),
]


def test_a_sound_card_breaks_no_rule() -> None:
    assert broken_rule(SOUND) == ""
    assert broken_rule(replace(SOUND, distractors=SOUND.distractors[:2])) == ""


@pytest.mark.parametrize("question", KEPT)
def test_what_only_looks_like_a_fault_is_kept(question: str) -> None:
    assert broken_rule(replace(SOUND, question=question)) == ""


@pytest.mark.parametrize(("rule", "changes"), BROKEN)
def test_a_fault_is_seen(rule: str, changes: dict[str, object]) -> None:
    assert broken_rule(replace(SOUND, **changes)) == rule  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Treaty of Rome", "treaty of rome"),
        ("Aleksandar Vučić", "Aleksandar Vucic"),
        ("China-Laos Railway", "the China–Laos railway"),
        ("  Ana   Reis ", "Ana Reis."),
        ("Peru’s coast", "Peru coast"),
        ("ﬁsh", "fish"),
    ],
)
def test_answers_that_are_the_same(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"), [("1961", "1962"), ("the 60th", "the 6th"), ("Anna", "Ann"), ("Theodor", "odor")]
)
def test_answers_that_are_not_the_same(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_a_phrase_stands_in_whole_words() -> None:
    assert holds("Who praised the Treaty of Rome?", "the treaty of Rome")
    assert not holds("Who praised the Romans?", "Rome")
    assert not holds("Who praised the Romans?", "Roman")
    assert not holds("anything", "…")


@pytest.mark.parametrize(
    ("question", "answer", "broken"),
    [
        ("Who said she was glad?", "Karl Brandt", True),
        ("Who said she was glad?", "Yitzhak Rabin", True),
        ("Who said she was glad?", "Anna Frey", False),
        ("Who said he was glad?", "Anna Frey", True),
        ("Who said he was glad?", "Oru Tanaq", False),
        ("Who said that she was glad?", "Karl Brandt", True),
        ("Who met Karl, she said, in Lima?", "Karl Brandt", False),
    ],
)
def test_she_is_no_man(question: str, answer: str, broken: bool) -> None:
    asked = replace(SOUND, question=question, answer=answer, kind="person", distractors=("Ada Lund", "Ida Moe"))
    assert (broken_rule(asked) == "of-another-sex") is broken


@pytest.mark.parametrize(("answer", "broken"), [("George III", True), ("Elizabeth II", False), ("Oru Tanaq", False)])
def test_nobody_holds_an_office_in_another_age(answer: str, broken: bool) -> None:
    asked = replace(SOUND, question="Who was the King of England in October 2016?", answer=answer, kind="role")
    assert (broken_rule(asked) == "of-another-age") is broken
