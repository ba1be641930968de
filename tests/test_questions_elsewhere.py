"""The same event of another country as a wrong choice."""

from __future__ import annotations

import pytest

from quizgen.language.gazetteer import country
from quizgen.questions.elsewhere import elsewhere


@pytest.mark.parametrize(
    ("event", "lead", "tail"),
    [
        ("the independence of Uruguay", "the independence of ", ""),
        ("the signing of the treaty between Chile and Peru", "the signing of the treaty between Chile and ", ""),
        ("the founding of the Peru-Chile Fund", "the founding of the Peru-", " Fund"),
        ("the end of Peruvian rule", "the end of ", " rule"),
    ],
)
def test_a_neighbour_takes_the_place_of_the_last_country(event: str, lead: str, tail: str) -> None:
    others = list(elsewhere(event, "Which?"))
    assert len(others) > 2
    assert event not in others
    assert all(other.startswith(lead) and other.endswith(tail) for other in others)
    assert all(country(other.removeprefix(lead).removesuffix(tail)) for other in others)


@pytest.mark.parametrize("event", ["the founding of the Tarn Bank", "the French Revolution", "the birth of Ana Reis"])
def test_what_has_no_like_elsewhere_has_none(event: str) -> None:
    assert not list(elsewhere(event, "Which?"))
