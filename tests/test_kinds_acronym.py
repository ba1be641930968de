"""What an acronym could stand for as well: names with the same letters, of words of the same classes."""

from __future__ import annotations

import pytest
from language_tools import understood

from quizgen.kinds import all_kinds
from quizgen.questions.making import make_cards


def choices(name: str, letters: str) -> tuple[str, ...]:
    u = understood(f"The {name} ({letters}) met in Bergen. The {letters} thanked the divers.")
    (card,) = (made.card for made in make_cards(u, [all_kinds()["acronym"]])[0])
    return card.distractors


NAMES = [
    ("Norwegian Fishery Council", "NFC"), ("Herring Protection Agency", "HPA"), ("Large Herring Detector", "LHD"),
    ("Communist Party of Peru", "CPP"), ("Department of Mills and Natural Resources", "DMNR"),
    ("Lima Coast Guard", "LCG"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "letters"), NAMES)
def test_the_letters_stay_and_one_word_has_changed(name: str, letters: str) -> None:
    for other in choices(name, letters):
        words = [(a, b) for a, b in zip(name.split(), other.split(), strict=True) if a != b]
        assert [a[0] for a, _ in words] == [b[0] for _, b in words]
        assert len(words) == 1


@pytest.mark.parametrize(
    ("name", "letters", "kept"),
    [
        ("Department of Mills and Natural Resources", "DMNR", "Resources"),
        ("Lima Herring Council", "LHC", "Lima"),
        ("Norwegian Fishery Council", "NFC", "Norwegian"),
    ],
)
def test_a_word_of_no_class_stays(name: str, letters: str, kept: str) -> None:
    assert all(kept in other.split() for other in choices(name, letters))


def test_a_country_changes_for_its_neighbours() -> None:
    others = {other.split()[-1] for other in choices("Communist Party of Chile", "CPC")}
    assert others <= {"Chile", "Canada", "Cuba", "Colombia"}


def test_a_guard_stays_a_force() -> None:
    assert not {"Group", "Guild"} & {other.split()[-1] for other in choices("Lima Coast Guard", "LCG")[:1]}


def test_what_tells_of_a_thing_that_no_list_has_stays() -> None:
    assert all("Trade Winds" in other for other in choices("Trade Winds Herring Limited", "TWHL"))
