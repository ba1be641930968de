"""Names: where they begin and end, what they are names of, and which are one and the same."""

from __future__ import annotations

import pytest
from language_tools import understood

from quizgen.language.entity import Entity
from quizgen.language.names import Mention, NameKind


def mentions(text: str) -> list[Mention]:
    return [mention for sentence in understood(text).mentions for mention in sentence]


def entity(text: str, name: str) -> Entity:
    """The one entity of a text that is called ``name``."""
    (found,) = [e for e in understood(text).aliases.entities if e.name == name]
    return found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("We met Thomas Hale.", "Thomas Hale", NameKind.PERSON),
        ("We met Ursula von der Leyen.", "Ursula von der Leyen", NameKind.PERSON),
        ("Prime Minister Theresa May told the house so.", "Theresa May", NameKind.PERSON),
        ("May said that the house was full, as Mrs. May knew.", "May", NameKind.PERSON),
        ("Mill Board General Counsel Aaron B. Quill wrote in reply.", "Aaron B. Quill", NameKind.PERSON),
        ("They showed President Reis Speech and left.", "Reis", NameKind.PERSON),
        ("We met Martin Luther King Jr. there.", "Martin Luther King Jr.", NameKind.PERSON),
        ("We met Miss Universe Alicia Quill there.", "Alicia Quill", NameKind.PERSON),
        ("Ada lives in Dar es Salaam.", "Dar es Salaam", NameKind.PLACE),
        ("Kyle Technology Corp. closed.", "Kyle Technology Corp.", NameKind.ORGANISATION),
        ("We met Democrat Laura Mendez there.", "Laura Mendez", NameKind.PERSON),
        ("We met Green Valley Holt there.", "Green Valley Holt", NameKind.OTHER),
        ("We met Queen Elizabeth II there.", "Elizabeth II", NameKind.PERSON),
        ("We met President Xi Jinping there.", "Xi Jinping", NameKind.PERSON),
        ("Oru Tanaq (4 May 1811 – 7 June 1893) was a pilot.", "Oru Tanaq", NameKind.PERSON),
        ("Oru Tanaq (born 1971) is a pilot.", "Oru Tanaq", NameKind.PERSON),
        ("Oru Tanaq (1811 – 1893) was a kingdom.", "Oru Tanaq", NameKind.OTHER),
        ("They dug the Graz and Avon Canal.", "Graz and Avon Canal", NameKind.PROGRAMME),
        ("They paved the North Chile – South Peru Corridor.", "North Chile – South Peru Corridor", NameKind.PROGRAMME),
        ("They saw Chile – then came Peru.", "Chile", NameKind.PLACE),
        ("It was J. R. Holt.", "J. R. Holt", NameKind.OTHER),
        (
            "Ada joined the Ministry of Trade and Industry.",
            "Ministry of Trade and Industry",
            NameKind.ORGANISATION,
        ),
        ("Ada joined the University of Vienna.", "University of Vienna", NameKind.ORGANISATION),
        (
            "Ada joined the World Health Organization (WHO).",
            "World Health Organization",
            NameKind.ORGANISATION,
        ),
        ("Ada praised the Belt and Road Initiative.", "Belt and Road Initiative", NameKind.PROGRAMME),
        ("Ada praised the Treaty of Rome.", "Treaty of Rome", NameKind.PROGRAMME),
        ("Ada praised the 2030 Agenda and Agenda 2030.", "Agenda 2030", NameKind.PROGRAMME),
        (
            "Ada praised the Framework Convention on Tobacco Control.",
            "Framework Convention on Tobacco Control",
            NameKind.PROGRAMME,
        ),
        (
            "Ada praised the Joint Committee for Trade and Fisheries Cooperation.",
            "Joint Committee for Trade and Fisheries Cooperation",
            NameKind.ORGANISATION,
        ),
        ("Ada lives in Vietnam.", "Vietnam", NameKind.PLACE),
        ("Ada lives near Marston Moor.", "Marston Moor", NameKind.PLACE),
        ("Ada speaks for the Lao side.", "Lao", NameKind.PEOPLE),
        ("Ada spoke to the Prime Minister.", "Prime Minister", NameKind.OFFICE),
        (
            "Ada praised the Victoria and Albert Museum.",
            "Victoria and Albert Museum",
            NameKind.PROGRAMME,
        ),
        (
            "Ada praised the Convention for the Conservation of Antarctic Marine Living Resources.",
            "Convention for the Conservation of Antarctic Marine Living Resources",
            NameKind.PROGRAMME,
        ),
        ("China and Laos agreed.", "China", NameKind.PLACE),
    ],
)
def test_a_name_is_found_whole(text: str, name: str, kind: NameKind) -> None:
    assert (name, kind) in [(mention.text, mention.kind) for mention in mentions(text)]
    assert all(text[m.span.start : m.span.end] == m.text for m in mentions(text))
    assert all(m.whole.contains(m.span) for m in mentions(text))


@pytest.mark.parametrize(
    ("text", "name", "title", "whole"),
    [
        ("We met Dr. Ana Reis there.", "Ana Reis", "Dr.", "Dr. Ana Reis"),
        ("We met Prime Minister Jan Novak there.", "Jan Novak", "Prime Minister", "Prime Minister Jan Novak"),
        (
            "Later Lao President Thongloun Sisoulith came.",
            "Thongloun Sisoulith",
            "President",
            "Lao President Thongloun Sisoulith",
        ),
        ("We met Vice President Carl Holm there.", "Carl Holm", "Vice President", "Vice President Carl Holm"),
    ],
)
def test_a_title_is_told_from_the_name(text: str, name: str, title: str, whole: str) -> None:
    (mention,) = [m for m in mentions(text) if m.kind is NameKind.PERSON]
    assert (mention.text, mention.title, mention.whole.of(text)) == (name, title, whole)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was opened.",
        "Farmers met on Monday in May.",
        "However, it rained.",
        "It was 10 a.m. then.",
    ],
)
def test_where_no_name_stands_none_is_found(text: str) -> None:
    assert mentions(text) == []


def test_a_person_goes_by_several_names() -> None:
    text = "Dr. Dana Whitfield runs Orion Steel in Leeds. Whitfield came in 2001. In 2009 Dana Whitfield left."
    person = entity(text, "Dana Whitfield")
    assert person.names == {"Dana Whitfield": 2, "Whitfield": 1}
    assert (person.surname, person.titles, len(person.mentions)) == ("Whitfield", {"Dr."}, 3)


@pytest.mark.parametrize("beside", [", 34,", ", of Bramley Corn Mills,", ", aged 34,"])
def test_an_age_or_a_body_beside_a_name_tells_a_person(beside: str) -> None:
    assert entity(f"The feast, said Oruna Tanaq{beside} was loud.", "Oruna Tanaq").kind is NameKind.PERSON


@pytest.mark.parametrize("beside", [", in 1990,", ", of late,", ", 340 metres high,"])
def test_other_things_beside_a_name_tell_none(beside: str) -> None:
    assert entity(f"The feast at Oruna Tanaq{beside} was loud.", "Oruna Tanaq").kind is NameKind.OTHER


@pytest.mark.parametrize("name", ["Orela Schifan", "J. J. Schifan", "R. Gil Schifan"])
def test_a_surname_with_ms_tells_whose_the_full_name_is(name: str) -> None:
    text = f"The corn was dear, said {name}, a miller. Ms. Schifan sold it."
    assert entity(text, name).kind is NameKind.PERSON
    assert entity(text, name).names == {name: 1, "Schifan": 1}


@pytest.mark.parametrize("name", ["Railing Against Schifan", "Schifan Mills"])
def test_other_names_with_that_surname_are_no_person_s(name: str) -> None:
    text = f"They read of {name} in Graz. Ms. Schifan sold it."
    assert all(e.kind is not NameKind.PERSON for e in understood(text).aliases.entities if e.name == name)


def test_an_acronym_is_joined_to_what_it_is_defined_for() -> None:
    text = "The World Health Organization (WHO) met in Geneva. In May the WHO left Geneva."
    body = entity(text, "World Health Organization")
    assert body.acronym == "WHO"
    assert [m.text for m in body.mentions] == ["World Health Organization", "WHO", "WHO"]


@pytest.mark.parametrize("aside", ["(Geneva)", "(IOC)", "(W)", "(see below)", "(HWO)"])
def test_not_every_bracket_is_an_acronym(aside: str) -> None:
    assert (
        entity(f"Ada joined the World Health Organization {aside} in May.", "World Health Organization").acronym == ""
    )


def test_the_order_of_hyphened_parts_makes_no_other_thing() -> None:
    text = "Ada built the Laos-China Railway. Later the China-Laos Railway was sold."
    assert len(entity(text, "Laos-China Railway").mentions) == 2


def test_the_commission_is_the_one_that_was_named() -> None:
    text = "Ada joined the European Commission. In May the Commission met in Riga."
    assert entity(text, "European Commission").names == {"European Commission": 1, "Commission": 1}


def test_the_commission_is_nobody_where_two_were_named() -> None:
    text = "Ada left the Danube Commission and joined the European Commission. The Commission met in Riga."
    assert entity(text, "European Commission").names == {"European Commission": 1}


def test_a_surname_that_two_people_share_is_nobody_s() -> None:
    text = "Anna Frey met Otto Lang. Karl Lang was there too. Later Lang left."
    assert len(entity(text, "Karl Lang").mentions) + len(entity(text, "Otto Lang").mentions) == 2


def test_countries_of_people() -> None:
    text = "Lao President Thongloun Sisoulith met President Laura Mendez of Chile in Lima."
    assert entity(text, "Thongloun Sisoulith").countries == {"Laos"}
    assert entity(text, "Laura Mendez").countries == {"Chile"}


def test_a_country_at_the_end_of_a_sentence() -> None:
    assert entity("We met President Laura Mendez of Chile.", "Laura Mendez").countries == {"Chile"}


def test_a_particle_belongs_to_the_surname() -> None:
    assert entity("We met Ursula von der Leyen.", "Ursula von der Leyen").surname == "von der Leyen"


def test_a_shouted_name_is_spoken_of_as_usual() -> None:
    assert "Holm" in entity("VICE PRESIDENT HOLM: We met.", "Holm").names


def test_a_king_is_not_who_has_his_name_for_a_surname() -> None:
    text = "Osman Hussein left Lima. King Hussein of Jordan met Ana Reis. Hussein spoke of herring."
    assert entity(text, "Osman Hussein").titles == set()
    assert "King" in entity(text, "Hussein").titles


def test_a_country_that_a_heading_shouts_is_one() -> None:
    assert ("Peru", NameKind.PLACE) in [
        (m.text, m.kind) for m in mentions("MINISTER VISITS PERU\n\nHe came on Monday.")
    ]
    assert ("UNESCO", NameKind.PLACE) not in [(m.text, m.kind) for m in mentions("MINISTER VISITS UNESCO\n\nHe came.")]
