"""Questions and clauses that were cut in their midst, and whole ones beside them."""

from __future__ import annotations

import pytest

from quizgen.language.halves import breaks_off, lacks_main


@pytest.mark.parametrize(
    "question",
    [
        "Who spoke about the age of the mills while?",
        "Who said that the fund pays for wheels and?",
        "In which year did Reis have another, far more serious?",
        "In which year did Reis build a tall, slender?",
        "Who said she was careful about ensuring?",
        "Who defended the notion that a wet spring?",
        "Who praised the idea of the?",
        "Who said that Reis wanted?",
        "In which year did Reis call upon the millers of Chile?",
        "Who persuaded Karl Holm?",
        "Who wrote: “I intend, in coming years”?",
        "On what date did Reis meet Karl Holm to discuss how the Mill Board best?",
    ],
)
def test_a_question_that_breaks_off(question: str) -> None:
    assert breaks_off(question)


@pytest.mark.parametrize(
    "question",
    [
        "What was the wheel made of?",
        "In which year did the company come into being?",
        "Who wrote a long, hard book?",
        "Who called upon the millers to plant trees?",
        "Who urged restraint in the talks?",
        "What did Reis say that Peru wanted?",
        "Who called the mill a dear, dear friend?",
        "Who defended the notion that rain helps?",
        "Which fund did Peru take part in?",
        "Who said: “We go on and on”?",
        "Who said: “I intend, in coming years, to sing”?",
        "Who was proud of the fact that Chile won?",
    ],
)
def test_a_question_that_ends_well(question: str) -> None:
    assert not breaks_off(question)


@pytest.mark.parametrize(
    "clause",
    [
        "with the mills that Reis already had",
        "if the mill were to win in November 2016",
        "spokesman Hugo Brandt said that if the mill were to win",
        "the poor harvest, which fell far short of the plan",
        "is meant to make sure that mills run",
        "when the war ended, Peru",
        "using the old code of Peru",
    ],
)
def test_half_a_clause(clause: str) -> None:
    assert lacks_main(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "with 120 members, the club is the largest",
        "if prices rise, wages will fall",
        "while wages fell, prices rose",
        "the mill, which closed in 1990, reopened",
        "the mill, which closed in 1990, had forty workers",
        "spokesman Hugo Brandt said that if the mill won, it would grow",
        "Peru would plant trees",
        "using the old code was wrong",
        "Will Reis would sell the mill",
    ],
)
def test_a_whole_clause(clause: str) -> None:
    assert not lacks_main(clause)
