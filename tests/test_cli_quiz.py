"""``quizgen quiz``: a whole quiz line by line, its results, and what it refuses."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tui_tools import CARDS, DECK, write_deck

from quizgen.cli import quizgen
from quizgen.study.places import progress_file
from quizgen.study.store import Store


def quiz(*arguments: object, lines: str = "") -> Result:
    return CliRunner().invoke(quizgen, ["quiz", *map(str, arguments)], input=lines)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return write_deck(tmp_path).file


def test_without_a_terminal_it_says_so(deck: Path) -> None:
    done = quiz(deck)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "--plain" in done.stderr


def test_a_short_answer_quiz_from_first_question_to_review(deck: Path) -> None:
    done = quiz(deck, "--plain", "--mode", "short", "--all", "--seed", "s", lines=":?\n\n" + "Clara Voss\n" * 5)
    assert done.exit_code == 0, done.output
    assert "Enter alone puts a question off until the end." in done.stdout
    assert "Result: 1 of 5 right (20 %)" in done.stdout
    review = done.stdout.partition("Result:")[2]
    assert review.count("Your answer: Clara Voss") == 4
    assert "Right: 12 October 1865" in review
    assert "Source: The lamp was lit for the first time on [12 October 1865]" in review
    assert "Note: The supper was for the fishermen's children." in review


def test_choices_have_letters_and_other_lines_are_asked_again(tmp_path: Path) -> None:
    one = write_deck(tmp_path, replace(DECK, cards=CARDS[:1])).file
    done = quiz(one, "--plain", lines="z\nab\nA\n")
    assert done.stdout.count("Answer with one of the letters") == 2
    assert re.search(r"Result: [01] of 1 right", done.stdout)


def test_commands_have_names_and_a_colon_where_answers_are_typed(deck: Path) -> None:
    done = quiz(deck, "--plain", "--seed", "s", lines="help\nrepeat\nundo\nleave\n")
    assert "help tells all commands" in done.stdout
    assert "leave or q: Hand the quiz in" in done.stdout
    assert "There is no question before." in done.stdout
    assert done.stdout.count("1 of 5") == 2
    assert "Answer with one of the letters" not in done.stdout
    typed = quiz(deck, "--plain", "--mode", "short", "--seed", "s", lines="leave\n:leave\n")
    assert ":help tells all commands" in typed.stdout
    assert "Your answer: leave" in typed.stdout
    assert typed.stdout.count("Not answered.") == 4


@pytest.mark.parametrize("mode", ["truefalse", "matching", "mixed"])
def test_every_way_of_asking_comes_to_an_end(deck: Path, mode: str) -> None:
    done = quiz(deck, "--plain", "--mode", mode, "--all", lines="a\n" * 30)
    assert done.exit_code == 0, done.output
    assert "of 5 right" in done.stdout


def test_the_same_seed_asks_the_same_and_none_asks_another(deck: Path) -> None:
    first, again = (quiz(deck, "--plain", "--seed", "s", lines=":q\n").stdout for _ in range(2))
    assert first == again
    assert "nothing is kept" in first
    with Store.open(progress_file()) as store:
        assert store.query("SELECT count(*) FROM quiz") == [(0,)]
    asked = {quiz(deck, "--plain", "--count", 1, lines="a\na\n").stdout.splitlines()[4] for _ in range(6)}
    assert len(asked) > 1


def test_the_end_of_the_input_hands_in_and_results_are_listed(deck: Path) -> None:
    assert "No quiz was taken yet." in quiz("--results").stdout
    quiz(deck, "--plain", "--minutes", 5, lines="a\n")
    done = quiz("--results")
    assert done.exit_code == 0
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d The lighthouse of Arnholm: [01] of 5 right \(\d+ %\), .+\n", done.stdout
    )
    with Store.open(progress_file()) as store:
        assert store.query("SELECT count(*) FROM operation") == [(0,)]


def test_what_is_no_deck_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    done = quiz(tmp_path / "notes.txt", "--plain")
    assert done.exit_code == 2
    assert "this is no deck file" in done.stderr


def test_the_question_before_comes_once_more_and_one_is_said_again(deck: Path) -> None:
    done = quiz(deck, "--plain", "--mode", "short", "--count", 2, "--seed", "s", lines=":u\n:r\nx\n:u\ny\ny\n")
    assert "There is no question before." in done.stdout
    asked = [line for line in done.stdout.splitlines() if line.endswith("?")]
    assert asked[0] == asked[1] == asked[2] == asked[4] != asked[3]
    assert "Your answer: y" in done.stdout
    assert "Your answer: x" not in done.stdout
