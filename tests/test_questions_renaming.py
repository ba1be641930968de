"""Names made up of a programme's own: another country or region in it, in the same form."""

from __future__ import annotations

from itertools import islice

import pytest

from quizgen.language.gazetteer import country, is_country_name
from quizgen.questions.renaming import renamed


@pytest.mark.parametrize(("name", "kept"), [
    ("the Peru-Chile Fish Treaty", "Fish Treaty"), ("the Caribbean Storm Fund", "Storm Fund"),
    ("the U.S.-Norway Herring Dialogue", "Herring Dialogue"), ("the Danish Bridge Act", "Bridge Act"),
])  # fmt: skip
def test_only_the_place_changes(name: str, kept: str) -> None:
    made = list(islice(renamed(name, "Which?"), 6))
    assert made == list(dict.fromkeys(made))
    assert len(made) > 1
    assert all(other != name and other.endswith(kept) for other in made)


def test_a_name_stays_a_name_and_an_adjective_an_adjective() -> None:
    named = [other.split()[1].split("-") for other in islice(renamed("the Peru-Chile Fish Treaty", "Which?"), 8)]
    assert all(is_country_name(part) for pair in named for part in pair)
    adjectives = [other.split()[1] for other in islice(renamed("the Danish Bridge Act", "Which?"), 4)]
    assert all(country(word) and not is_country_name(word) for word in adjectives)


def test_a_name_without_a_place_gives_none() -> None:
    assert list(renamed("the Blue Harbour Initiative", "Which?")) == []
