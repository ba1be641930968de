"""Who "she" or "the Lao leader" is, and that they are nobody where it is not certain."""

from __future__ import annotations

import pytest
from language_tools import understood, wrong


def subjects(text: str) -> list[str | None]:
    """What the main subject of each sentence stands for."""
    u = understood(text)
    found = [u.coreference.subject_of(sentence.index) for sentence in u.sentences]
    return [referent.text if referent else None for referent in found]


LEADERS = "President Tomas Rivas of Peru met President Laura Mendez of Chile in Lima."

CERTAIN = [
    ("Irene Valdez found the gene. She left.", "Irene Valdez"),
    ("Hugo Brandt found the gene. He left.", "Hugo Brandt"),
    ("President Xi Jinping came to Lima. The President smiled.", "Xi Jinping"),
    (f"{LEADERS} The Peruvian leader left.", "Tomas Rivas"),
    (f"{LEADERS} The Chilean President left.", "Laura Mendez"),
    (f"{LEADERS} Mendez left.", "Laura Mendez"),
    ("Irene Valdez bought a mill. It burned. In May Valdez left.", "Irene Valdez"),
    ("Tomas Rivas and Laura Mendez left.", "Tomas Rivas and Laura Mendez"),
    ("Laura Mendez found the gene. She and Tomas Rivas left.", "Laura Mendez and Tomas Rivas"),
    ("The World Health Organization (WHO) met. The WHO left.", "World Health Organization"),
    wrong("Ana Reis came. Orion Steel, she said, had closed.", "Orion Steel", reason="the speaker in the middle"),
    wrong(
        "Xi Jinping and Laura Mendez left.",
        "Xi Jinping and Laura Mendez",
        reason="the one with an unknown given name is lost",
    ),
    ("Hugo Brandt, Anna Frey and Karl Maier left.", "Hugo Brandt, Anna Frey and Karl Maier"),
]

UNCERTAIN = [
    "He and Tomas Rivas left.",
    "Laura Mendez found the gene. They and Tomas Rivas left.",
    "He left.",
    "They met. They left.",
    "Irene Valdez and Marta Ruiz run the laboratory. She left.",
    "Hugo Brandt found the gene. She left.",
    "Irene Valdez found the gene. It left.",
    "Irene Valdez came. Rain fell in Turin. She left.",
    f"{LEADERS} The leader left.",
    f"{LEADERS} The President left.",
    f"{LEADERS} The President of Bolivia left.",
    f"{LEADERS} The Bolivian leader left.",
    f"{LEADERS} The minister left.",
    "The wife of Hugo Brandt came. She left.",
    "A spokesman for Hugo Brandt left.",
    "Hugo Brandt's lawyer left.",
    "The mother of the composer Hugo Brandt left.",
    "The minister and Hugo Brandt left.",
    "Sources close to Hugo Brandt left.",
    "Laura Mendez spoke to Carmen Soto. She left.",
    "President Tomas Rivas met the President of Chile. The President left.",
]


@pytest.mark.parametrize(("text", "name"), CERTAIN)
def test_who_is_certain_is_named(text: str, name: str) -> None:
    assert subjects(text)[-1] == name


@pytest.mark.parametrize("text", UNCERTAIN)
def test_who_is_not_certain_is_nobody(text: str) -> None:
    assert subjects(text)[-1] is None


def test_a_family_is_told_apart_by_given_names() -> None:
    """Johann is not Johannes; Steve is Steven."""
    u = understood(
        "Johannes Vogt was born in Bergen. His father, Johann Jakob Vogt, sang. Steve Frey and Steven Frey left."
    )
    assert sorted(p.name for p in u.aliases.people()) == ["Johann Jakob Vogt", "Johannes Vogt", "Steve Frey"]


def test_whose_kin_somebody_unknown_is_is_not_he() -> None:
    u = understood("Karl Lund Junior was president. Karl Junior's brother Orzo led it until his death in 1926.")
    his = next(w for w in u.sentences[1].words if w.lower == "his")
    assert u.coreference.resolve(his.span, 1) is None


def test_he_behind_he_is_not_the_one_named_between() -> None:
    u = understood("Karl Holm ruled Graz. When he was deposed by Otto Brandt in 1946 he was not surprised.")
    second = [w for w in u.sentences[1].words if w.lower == "he"][1]
    assert u.coreference.resolve(second.span, 1) is None


def test_a_name_that_may_be_a_persons_leaves_he_open() -> None:
    u = understood("Hugo Brandt came to Bergen. Orzo hid until he was found.")
    he = next(w for w in u.sentences[1].words if w.lower == "he")
    assert u.coreference.resolve(he.span, 1) is None
