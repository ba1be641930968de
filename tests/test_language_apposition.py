"""Offices behind a name make a person of it, with title and country; other phrases behind a comma do not."""

from __future__ import annotations

import pytest
from language_tools import understood

from quizgen.language.apposition import office_behind
from quizgen.language.names import NameKind

OFFICES = [
    ("Oru Tanaq, Minister of Foreign Affairs of the Republic of Peru, came.", "Foreign Minister", "Peru"),
    ("Oru Tanaq, Minister for Health of Norway, came.", "Health Minister", "Norway"),
    ("Oru Tanaq, the Norwegian Foreign Minister, came.", "Foreign Minister", "Norway"),
    ("Oru Tanaq, Director of the Polar Institute, came.", "Director", None),
    ("Oru Tanaq, a member of the Senate of Chile, and Deputy Speaker, came.", "Deputy Speaker", "Chile"),
]

NONE = [
    "Oru Tanaq, who met the President of Peru, came.",
    "Oru Tanaq, where the mayor lives, lies by the sea.",
    "Oru Tanaq, and the President of Peru, came.",
    "Oru Tanaq, the captain's dog, came.",
    "Oru Tanaq, a port of Norway, lies by the sea.",
    "Oru Tanaq came.",
]


@pytest.mark.parametrize(("text", "title", "nation"), OFFICES)
def test_an_office_makes_a_person(text: str, title: str, nation: str | None) -> None:
    found = office_behind(text, len("Oru Tanaq"))
    assert found is not None
    assert (found.title, found.nation.name if found.nation else None) == (title, nation)
    [person] = understood(text).aliases.people()
    assert person.name == "Oru Tanaq"
    assert title in person.titles


@pytest.mark.parametrize("text", NONE)
def test_other_phrases_make_none(text: str) -> None:
    assert office_behind(text, len("Oru Tanaq")) is None
    named = [m for m in understood(text).mentions[0] if m.text == "Oru Tanaq"]
    assert named[0].kind is not NameKind.PERSON


def test_an_office_of_something_is_nobody() -> None:
    """ "Leader of the Polar Revolution" holds no person called "of the Polar Revolution"."""
    for office in ("Leader of the Polar Revolution", "Minister of Foreign Affairs of Burkina Faso"):
        assert understood(f"They met the {office} in Oslo.").aliases.people() == []


def test_who_is_told_behind_the_name_is_found_by_office() -> None:
    u = understood(
        "Oru Tanaq, Minister of Foreign Affairs of Peru, met Ana Reis, Minister of Foreign Affairs of Norway, in Lima. "
        "The Foreign Minister of Norway smiled. The Peruvian foreign minister left. The Foreign Minister stayed."
    )
    found = [u.coreference.subject_of(s.index) for s in u.sentences[1:]]
    assert [who.text if who else None for who in found] == ["Ana Reis", "Oru Tanaq", None]
