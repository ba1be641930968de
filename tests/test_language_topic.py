"""What an article is about, and that pronouns and "the company" stand for it only where nothing else is near."""

from __future__ import annotations

import pytest
from language_tools import understood

TOPICS = [
    ("Ana Reis (4 May 1811 – 7 June 1893) was a Chilean pilot.", "", "Ana Reis"),
    ("Ana Reis, in full Ana Lucia Reis, (born 4 May 1911 in Lima) flew alone.", "", "Ana Lucia Reis"),
    ("Orion Steel (formerly Graz Steel) is a maker of rails.", "", "Orion Steel"),
    ("The mill of Graz burned. Orion Steel closed.", "Orion Steel", "Orion Steel"),
    ("Oru Tanaq was born in Lima. He flew.", "Oru Tanaq", "Oru Tanaq"),
    ("The mill of Graz burned. Orion Steel closed.", "A fire in Graz", None),
    ("Orion Steel closed. Ana Reis was a pilot.", "", None),
]


@pytest.mark.parametrize(("text", "title", "topic"), TOPICS)
def test_the_opening_or_the_title_tells(text: str, title: str, topic: str | None) -> None:
    found = understood(text, title).aliases.topic
    assert (found.name if found else None) == topic


def subject(text: str, title: str = "") -> str | None:
    """What the subject of the last sentence stands for."""
    u = understood(text, title)
    referent = u.coreference.subject_of(len(u.sentences) - 1)
    return referent.text if referent else None


@pytest.mark.parametrize(("text", "who"), [
    ("Ana Reis was a pilot. The war came to Lima. Bombs fell. In 1942 she gave up flying.", "Ana Reis"),
    ("Ana Reis was a pilot. Clara Frey taught in Lima. Bombs fell. In 1942 she gave up flying.", None),
    ("Orion Steel is a maker of rails. Iron grew dear. The maker closed its mill.", "Orion Steel"),
    ("Orion Steel is a maker of rails. Rails of the Graz maker rusted. The mill closed.", None),
    ("Orion Steel is a maker of rails. Orion Steel grew. In 2001 it bought a mine.", "Orion Steel"),
])  # fmt: skip
def test_what_stands_for_the_topic(text: str, who: str | None) -> None:
    assert subject(text) == who


FIRM = (
    "The Brandt Company, better known as Brandt, is a maker of mill wheels in Graz. It was founded by Karl Brandt in "
    "1869. In 2001, Brandt bought a saw mill. {more}"
)


def test_a_firm_and_its_founder_share_a_name_that_is_neither_s() -> None:
    u = understood(FIRM.format(more="Brandt sold it in 2008."), title="Brandt")
    assert u.aliases.topic is not None
    assert u.aliases.topic.name == "Brandt Company"
    (founder,) = u.aliases.people()
    assert founder.names == {"Karl Brandt": 1}


def test_a_surname_is_a_person_s_where_the_article_is_about_the_person() -> None:
    u = understood("Karl Brandt (1840-1910) was a miller. Brandt founded the Brandt Company in 1869.", title="Brandt")
    (founder,) = u.aliases.people()
    assert founder.names == {"Karl Brandt": 1, "Brandt": 1}
