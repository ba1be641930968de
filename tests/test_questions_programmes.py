"""Programmes as wrong choices: of the sort asked for, of the field, place and time, and not told by the question."""

from __future__ import annotations

import pytest
from language_tools import understood

from quizgen.model.fact import AnswerType, Question
from quizgen.questions.coined import about_others, of_other_use, other_numbers, other_years
from quizgen.questions.distractors import distractors
from quizgen.questions.programmes import gives_away
from quizgen.questions.wellknown import wellknown

PLAIN = "The harbour office wrote a letter. It told of the old pier and of the ships."


def chosen(asked: str, answer: str, text: str = PLAIN) -> tuple[str, ...]:
    question = Question(aspect="which", text=asked, answer=answer, type=AnswerType.PROGRAMME)
    return distractors(question, understood(text))


@pytest.mark.parametrize(("asked", "answer"), [
    ("Which canal was opened in 1840?", "the Holm Canal"),
    ("Which university was founded in 1350?", "the University of Holm"),
    ("Which prize did Ida Lund win for a poem?", "the Holm Prize"),
    ("Which treaty ended the war in 1920?", "the Treaty of Holm"),
    ("Which convention protects wild birds?", "the Holm Convention"),
    ("Which cross did Ida Lund earn?", "the Holm Cross"),
    ("Which report told why the crowd fell?", "the Holm Report"),
    ("Which fund pays for clean rivers?", "the Holm Water Fund"),
])  # fmt: skip
def test_they_are_of_the_noun_asked_for(asked: str, answer: str) -> None:
    noun = asked.split()[1]
    made = chosen(asked, answer)
    assert len(made) == 3
    known = {listed.name for listed in wellknown(noun)}
    assert all(name in known or noun in name.lower() for name in made)


def test_they_are_of_the_time_when_it_began() -> None:
    years = {listed.name: listed.year for listed in wellknown("university")}
    made = chosen("Which university was founded by the bishop in 1350?", "the University of Holm")
    assert all(abs(years[name] - 1350) <= 70 for name in made)


def test_none_began_in_the_year_that_is_asked() -> None:
    """It would be right as well."""
    years = {listed.name: listed.year for listed in wellknown("organization")}
    made = chosen("Which organization was founded in 1945?", "the Holm Organization")
    assert all(years[name] != 1945 for name in made)


def test_they_are_of_the_field_and_of_the_place() -> None:
    listed = {w.name: w for w in wellknown("act")}
    made = chosen(
        "Which act did Congress pass to protect voters?",
        "the Holm Act",
        "The United States Congress met in Washington.",
    )
    assert all("the United States" in listed[name].places for name in made)
    made = chosen("Which convention protects rare species and their forests?", "the Holm Convention")
    assert all("climate" in {w.name: w for w in wellknown("convention")}[name].fields for name in made)


def test_a_word_of_the_answer_in_the_question_stands_in_every_choice() -> None:
    made = chosen(
        "Which committee coordinates the work of Chile and Peru?", "the Joint Committee for Chile-Peru Fishing Ports"
    )
    assert len(made) == 3
    assert all("Chile" in name and "Peru" in name for name in made)


@pytest.mark.parametrize(("asked", "answer"), [
    ("Which railway do Laos and Chinese engineers run?", "the China-Laos Railway"),
    ("Which museum in Holmby shows the work of Ida Holmby?", "the Ida Holmby Museum"),
])  # fmt: skip
def test_where_the_question_tells_the_name_there_are_no_choices(asked: str, answer: str) -> None:
    assert len(chosen(asked, answer)) < 2
    assert gives_away(asked, answer, chosen(asked, answer))


def test_a_thing_that_a_sentence_tells_the_same_of_is_no_choice() -> None:
    text = (
        "The Elm Railway runs from Bergenby to Osloby. The Fjord Railway had run from Bergenby to Osloby before. "
        "The Lake Railway was never built."
    )
    made = chosen("Which railway runs from Bergenby to Osloby?", "the Elm Railway", text)
    assert "the Fjord Railway" not in made
    assert "the Lake Railway" in made


@pytest.mark.parametrize(("name", "kept"), [
    ("the Peru-Chile River Safety Fund", "the Peru-Chile "), ("the European Ports Alliance", "the European "),
    ("the Convention on River Safety", "the Convention on "), ("the River Act of 1911", "the "),
])  # fmt: skip
def test_made_up_names_keep_whose_they_are_and_change_the_topic(name: str, kept: str) -> None:
    made = list(about_others(name, ["trade", "sea"], "Which?", ""))
    assert len(made) > 5
    assert all(other.startswith(kept) and other != name for other in made)


@pytest.mark.parametrize("name", ["the Suez Canal", "the Marshall Plan", "the Treaty of Rome", "the Lund Institute"])
def test_no_name_is_made_up_of_one_that_tells_no_topic(name: str) -> None:
    assert list(about_others(name, ["trade"], "Which?", "")) == []


def test_a_made_up_topic_holds_no_word_of_the_question() -> None:
    made = list(about_others("the Holm Zero Hunger Plan", ["food"], "Which plan?", ""))
    told = list(
        about_others("the Caribbean Zero Hunger Plan", ["food"], "Which plan?", "Which plan pays for safe water?")
    )
    assert made == []  # Holm is nobody's word
    assert told
    assert not any("Water" in name for name in told)


def test_names_that_a_question_mostly_holds_differ_in_the_rest() -> None:
    made = list(of_other_use("the River Workers Safety Fund", "Which?", ["River", "Workers"]))
    assert made
    assert all(name.startswith("the River Workers ") and name.endswith(" Fund") for name in made)
    assert list(of_other_use("the River Workers Safety Fund", "Which?", [])) == []


@pytest.mark.parametrize(("name", "part"), [
    ("the Third River Summit", "Fourth"), ("the 11th River Summit", "12th"), ("Council Resolution 312", "316"),
])  # fmt: skip
def test_numbered_names_get_other_numbers(name: str, part: str) -> None:
    made = list(other_numbers(name, "Which?"))
    assert any(part in other for other in made)
    assert name not in made


def test_years_are_changed_only_where_the_question_tells_none() -> None:
    assert len(list(other_years("the Ports Act of 1911", "Which act?", ""))) > 3
    assert list(other_years("the Ports Act of 1911", "Which act was passed in 1911?", "")) == []


def test_what_is_in_the_plural_stands_among_plurals() -> None:
    made = chosen("Which acts taxed glass and paper?", "the Holm Acts")
    assert made
    assert all(name.endswith("Acts") for name in made)


def test_a_body_that_signs_did_not_begin_with_what_it_signs() -> None:
    listed = {w.name: w for w in wellknown("authority")}
    made = chosen(
        "Which authority signed a pact with two firms in 2016?",
        "the Harbour Growth Authority",
        "Manila is the capital of the Philippines. Philippine ports grew. The Philippines met two firms.",
    )
    assert sum(name in listed and "the Philippines" in listed[name].places for name in made) > 1
