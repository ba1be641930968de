"""Verbs from base to form and back."""

from __future__ import annotations

import pytest

from quizgen.language.inflection import IRREGULAR, base_form, third_person, verb_forms

FORMS = [
    ("be", "is", "was", "been", "being"),
    ("have", "has", "had", "had", "having"),
    ("go", "goes", "went", "gone", "going"),
    ("stop", "stops", "stopped", "stopped", "stopping"),
    ("visit", "visits", "visited", "visited", "visiting"),
    ("open", "opens", "opened", "opened", "opening"),
    ("refer", "refers", "referred", "referred", "referring"),
    ("commit", "commits", "committed", "committed", "committing"),
    ("carry", "carries", "carried", "carried", "carrying"),
    ("play", "plays", "played", "played", "playing"),
    ("die", "dies", "died", "died", "dying"),
    ("panic", "panics", "panicked", "panicked", "panicking"),
    ("agree", "agrees", "agreed", "agreed", "agreeing"),
    ("see", "sees", "saw", "seen", "seeing"),
    ("found", "founds", "founded", "founded", "founding"),
    ("fix", "fixes", "fixed", "fixed", "fixing"),
    ("launch", "launches", "launched", "launched", "launching"),
    ("write", "writes", "wrote", "written", "writing"),
    ("quiz", "quizzes", "quizzed", "quizzed", "quizzing"),
]
BASES = {
    "ranged": "range",
    "found": "find",
    "founded": "found",
    "established": "establish",
    "used": "use",
    "hosted": "host",
    "dying": "die",
    "left": "leave",
    "rose": "rise",
    "was": "be",
    "does": "do",
    "has": "have",
    "ceases": "cease",
    "echoes": "echo",
    "running": "run",
    "rebuilt": "rebuild",
    "overthrew": "overthrow",
    "undertook": "undertake",
}


@pytest.mark.parametrize(("base", "third", "past", "participle", "gerund"), FORMS)
def test_the_forms_of_a_verb(base: str, third: str, past: str, participle: str, gerund: str) -> None:
    assert verb_forms(base) == (base, third, past, participle, gerund)


@pytest.mark.parametrize("form", BASES)
def test_the_base_of_a_form(form: str) -> None:
    assert base_form(form) == BASES[form]


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("travelled", "travel"),
        ("cancelled", "cancel"),
        ("modelling", "model"),
        ("panicked", "panic"),
        ("inaugurated", "inaugurate"),
        ("vaccinated", "vaccinate"),
        ("premiered", "premiere"),
        ("nationalised", "nationalise"),
        ("codified", "codify"),
    ],
)
def test_the_base_of_a_form_that_adds_or_loses_a_letter(form: str, base: str) -> None:
    assert base_form(form) == base


def test_every_irregular_verb_goes_there_and_back() -> None:
    own = {
        "found",
        "lay",
        "saw",
        "wound",
        "ground",
        "fell",
        "bore",
        "left",
        "rent",
        "lent",
        "bound",
        "shed",
        "set",
    }
    lost = [
        (base, form)
        for base in IRREGULAR
        for form in verb_forms(base)[1:]
        if base_form(form) != base and form not in own and form not in IRREGULAR
    ]
    assert lost == []


@pytest.mark.parametrize(
    "base",
    [
        "sign",
        "open",
        "establish",
        "adopt",
        "create",
        "launch",
        "visit",
        "stop",
        "refer",
        "carry",
        "play",
        "agree",
        "propose",
        "host",
        "dissolve",
        "celebrate",
        "transfer",
        "admit",
        "permit",
        "enter",
        "elect",
        "study",
        "tie",
    ],
)
def test_a_regular_verb_goes_there_and_back(base: str) -> None:
    assert {base_form(form) for form in verb_forms(base)} == {base}


def test_the_third_person_makes_plurals_too() -> None:
    nouns = {
        "city": "cities",
        "day": "days",
        "church": "churches",
        "box": "boxes",
        "hero": "heroes",
        "bridge": "bridges",
    }
    assert {noun: third_person(noun) for noun in nouns} == nouns
