"""Whom a title names as the author of a speech, a statement or a letter."""

import pytest

from quizgen.language.titled import titled


@pytest.mark.parametrize(
    ("title", "name", "office"),
    [
        ("Speech by Minister for Herring Affairs Sunniva Kvalheim at the Mill Dinner", "Sunniva Kvalheim", ""),
        ("Minister Ana Reis: Opening remarks at the dinner", "Ana Reis", ""),
        ("Speech: Ana Reis at the dinner", "Ana Reis", ""),
        ("Prime Minister Ana Reis's New Year's address", "Ana Reis", ""),
        ("Address delivered by Ana Reis, mayor of Bergen", "Ana Reis", ""),
        ("Letter from the Herring Ambassador", "", "the Herring Ambassador"),
        ("The Queen's Speech at the Opening of Parliament", "", "the Queen"),
        ("Address of the Governor-General of Norway to the Mill Board", "", "the Governor-General of Norway"),
        ("Statement by the Prime Minister for Easter", "", "the Prime Minister"),
        ("President of Norway: National Statement at the Assembly", "", "the President of Norway"),
        ("Statement by the Minister for Fisheries on the cod", "", "the Minister for Fisheries"),
    ],
)
def test_a_title_tells_the_name_or_the_office(title: str, name: str, office: str) -> None:
    found = titled(title)
    assert found is not None
    assert (found.name, found.office) == (name, office)


@pytest.mark.parametrize(
    "title",
    [
        "Message of hope",
        "Price of Cod: Statement at the Assembly",
        "Open letter to the Prime Minister",
        "Herring Board: Thirteenth meeting: final communique",
        "The Bergen Address",
        "Ferries return to Bergen",
    ],
)
def test_a_title_that_tells_of_no_author(title: str) -> None:
    assert titled(title) is None


@pytest.mark.parametrize(
    "title",
    ["Statement by the Spokesperson on the storm", "Letter of Intent", "Joint statement by Karl Holm and Ana Reis"],
)
def test_whom_a_title_names_who_is_no_one_person(title: str) -> None:
    found = titled(title)
    assert found is not None
    assert (found.name, found.office) == ("", "")
