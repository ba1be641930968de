"""Names made up of a programme's own: another country in a pair of two, in the same form."""

from __future__ import annotations

from itertools import islice

import pytest

from quizgen.language.gazetteer import is_country_name
from quizgen.questions.renaming import renamed


@pytest.mark.parametrize(("name", "kept"), [
    ("the Peru-Chile Fish Treaty", "Fish Treaty"), ("the U.S.-Norway Herring Dialogue", "Herring Dialogue"),
])  # fmt: skip
def test_only_the_place_changes(name: str, kept: str) -> None:
    made = list(islice(renamed(name, "Which?"), 6))
    assert made == list(dict.fromkeys(made))
    assert len(made) > 1
    assert all(other != name and other.endswith(kept) for other in made)


def test_countries_stay_countries() -> None:
    named = [other.split()[1].split("-") for other in islice(renamed("the Peru-Chile Fish Treaty", "Which?"), 8)]
    assert all(is_country_name(part) for pair in named for part in pair)


@pytest.mark.parametrize("name", [
    "the Blue Harbour Initiative", "the Danish Bridge Act", "the Caribbean Storm Fund", "the Inter-American Charter",
])  # fmt: skip
def test_a_name_without_a_pair_of_countries_gives_none(name: str) -> None:
    """What names one country or region is told by a question about it."""
    assert list(renamed(name, "Which?")) == []
