"""The hero of a portrait, whose name is of no known make or whom no title names."""

from __future__ import annotations

import pytest
from language_tools import understood

from quizgen.language.names import NameKind

LIFE = (
    "Nothing in {name}'s early life suggests that he would become a painter. He was born in Graz in 1903. "
    "His father died when he was four. {short} had little schooling. In 1920 he opened a shop, and {short} kept it. "
    "He died in 1980."
)


def test_a_name_of_unknown_words_is_a_person_where_he_is_told_of() -> None:
    u = understood(LIFE.format(name="Tanaq Oru Fen", short="Tanaq"))
    (person,) = u.aliases.people()
    assert (person.name, person.kind, sorted(person.names)) == (
        "Tanaq Oru Fen",
        NameKind.PERSON,
        ["Tanaq", "Tanaq Oru Fen"],
    )
    assert u.aliases.hero is person


@pytest.mark.parametrize(
    "text",
    [
        LIFE.format(name="Tanaq Oru Fen", short="The boy"),
        "The Tanaq Oru Fen is a bridge. Tanaq is near it. It was built in 1903. Tanaq grew with it.",
        LIFE.format(name="Suleiman the Magnificent", short="Suleiman").replace("he ", "it ").replace("He ", "It "),
    ],
)
def test_a_name_that_is_not_taken_up_stays_unknown(text: str) -> None:
    assert all("Tanaq" not in p.name for p in understood(text).aliases.people())


def test_of_two_told_of_alike_nobody_is_the_hero() -> None:
    text = "Anna Frey met Laura Mendez. " * 3 + "She sang. " * 6
    assert understood(text).aliases.hero is None


def test_he_is_the_hero_where_nobody_else_is_near() -> None:
    u = understood(LIFE.format(name="Karl Brandt", short="Brandt"))
    number = next(s.index for s in u.sentences if s.span.of(u.text).startswith("He died"))
    subject = u.coreference.subject_of(number)
    assert subject is not None
    assert subject.text == "Karl Brandt"


def test_a_name_of_one_word_with_an_office_behind_it_opens_the_account_of_its_hero() -> None:
    story = (
        "{title}\n\nTanaqo was born in Graz. He was poor. His father died. He kept a shop. "
        "Tanaqo left it, and he took his sons with him."
    )
    assert [p.name for p in understood(story.format(title="Tanaqo, King of Graz")).aliases.people()] == ["Tanaqo"]
    assert not understood(story.format(title="Tanaqo, a town of Graz")).aliases.people()
