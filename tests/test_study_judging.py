"""Typed answers: what is forgiven and what is not, and the difference shown."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.card import Card
from quizgen.model.review import Grade
from quizgen.study.judging import Difference, Verdict, judge


def card(answer: str, value: str | None = None, *accept: str) -> Card:
    return Card(id="card", question="?", answer=answer, value=value, accept=accept)


def verdict(answer: str, typed: str) -> Verdict:
    return judge(card(answer), typed).verdict


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("Marie Curie", "marie curie"),
        ("Malmö", "malmo"),
        ("Tromsø", "Tromso"),
        ("Łódź", "lodz"),
        ("École normale supérieure", "ecole normale superieure"),
        ("the Treaty of Utrecht", "Treaty of Utrecht"),
        ("the Treaty of Utrecht", "the treaty of the utrecht"),
        ("a lighthouse", "lighthouse"),
        ("King's Cross", "Kings Cross"),
        ("King’s Cross", "King's Cross!"),
        ("the U.S.", "US"),
        ("J. Smith", "J Smith"),
        ("pasteurisation", " pasteurisation "),
        ("3 December 2021", "December 3, 2021"),
        ("3 December 2021", "2021-12-03"),
        ("3 December 2021", "the 3rd of december 2021"),
        ("3 December 2021", "Friday, 3 Dec. 2021"),
        ("3 December 2021", "on 3 December 2021"),
        ("3 December 2021", "3/12/2021"),
        ("3 December 2021", "12/3/2021"),
        ("3 December 2021", "03.12.2021"),
        ("December 2021", "2021-12"),
        ("December 2021", "in December 2021"),
        ("1961", "in 1961"),
        ("the 60th", "60"),
        ("the 60th", "sixtieth"),
        ("the 60th", "the sixtieth"),
        ("60", "sixty"),
        ("21st", "twenty-first"),
        ("1,000 kilometres", "one thousand kilometres"),
        ("1,200 km", "1200 kilometres"),
        ("30 metres", "30m"),
        ("five kilograms", "5 kg"),
        ("30 per cent", "30%"),
        ("30 percent", "thirty per cent"),
        ("$4.5 billion", "4.5bn"),
        ("Belt and Road Initiative", "belt & road initiative"),
        ("205", "two hundred and five"),
        ("1200000", "one million two hundred thousand"),
        ("37.5", "37.5"),
        ("C++", "c++"),
        ("+", "+"),
    ],
)
def test_forms_are_forgiven(answer: str, typed: str) -> None:
    judged = judge(card(answer), typed)
    assert (judged.verdict, judged.suggested, judged.pieces) == (Verdict.RIGHT, Grade.GOOD, ())


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("Marie Curie", "Pierre Curie"),
        ("3 December 2021", "3 December 2012"),
        ("3 December 2021", "4 December 2021"),
        ("the 60th", "the 16th"),
        ("1961", "1691"),
        ("21", "20 1"),
        ("Danube", "Rhine"),
        ("30 February 2021", "2 March 2021"),
        ("+", "-"),
        ("हिन्दी", "हैन्दा"),
    ],
)
def test_another_answer_is_wrong(answer: str, typed: str) -> None:
    judged = judge(card(answer), typed)
    assert (judged.verdict, judged.suggested) == (Verdict.WRONG, Grade.AGAIN)


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("Louis Pasteur", "Louis Pastuer"),
        ("Louis Pasteur", "Pasteur"),
        ("Budapest", "Budapst"),
        ("3 December 2021", "December 2021"),
        ("December 2021", "3 December 2021"),
        ("the 60th", "the 60th anniversary"),
    ],
)
def test_a_slip_or_a_part_is_close(answer: str, typed: str) -> None:
    judged = judge(card(answer), typed)
    assert (judged.verdict, judged.suggested) == (Verdict.CLOSE, Grade.HARD)


def test_value_and_accepted_answers_count() -> None:
    assert judge(card("the diamond jubilee", "60", "sixty years"), "60").verdict is Verdict.RIGHT
    assert judge(card("the diamond jubilee", "60", "sixty years"), "60 years").verdict is Verdict.RIGHT


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_is_empty(typed: str) -> None:
    judged = judge(card("Danube"), typed)
    assert (judged.verdict, judged.suggested) == (Verdict.EMPTY, Grade.AGAIN)
    assert [(piece.text, piece.difference) for piece in judged.pieces] == [("Danube", Difference.MISSING)]


def difference(answer: str, typed: str) -> str:
    """The pieces as ``same -extra- +missing+``."""
    sign = {Difference.SAME: "", Difference.EXTRA: "-", Difference.MISSING: "+"}
    return "|".join(f"{sign[piece.difference]}{piece.text}" for piece in judge(card(answer), typed).pieces)


@pytest.mark.parametrize(
    ("answer", "typed", "shown"),
    [
        ("Louis Pasteur", "Louis Pastuer", "Louis |Past|+e|u|-e|r"),
        ("Louis Pasteur", "Pasteur", "+Louis |Pasteur"),
        ("Danube", "Rhine", "-Rhine |+Danube"),
        ("the Lower Danube", "the upper Danube", "the |-upper |+Lower |Danube"),
    ],
)
def test_the_difference_is_shown(answer: str, typed: str, shown: str) -> None:
    assert difference(answer, typed) == shown


def test_a_long_answer_is_right_for_itself() -> None:
    assert verdict("river " * 400, "River " * 400) is Verdict.RIGHT


@given(st.text(max_size=40), st.text(max_size=700))
def test_any_text_can_be_judged(answer: str, typed: str) -> None:
    judged = judge(card(answer), typed)
    if judged.verdict is not Verdict.RIGHT:
        kept = "".join(piece.text for piece in judged.pieces if piece.difference is not Difference.EXTRA)
        assert kept.split() == answer.split()


@given(st.text(min_size=1, max_size=40).filter(lambda text: text.strip()))
def test_every_answer_is_right_for_itself(answer: str) -> None:
    assert verdict(answer, answer) is Verdict.RIGHT


@given(st.dates(dt.date(1000, 1, 1)))
def test_a_date_is_right_in_every_form(day: dt.date) -> None:
    answer = f"{day.day} {day:%B} {day.year}"
    for typed in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}"):
        assert verdict(answer, typed) is Verdict.RIGHT
