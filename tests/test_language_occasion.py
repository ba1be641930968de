"""What is said of where a document's statements come from."""

from __future__ import annotations

import datetime as dt

import pytest

from quizgen.language.occasion import occasion_of, occasions, source_of
from quizgen.language.understanding import Understanding, understand
from quizgen.model.document import Document

PAIR = "President Tomas Rivas of Peru {} President Laura Mendez of Chile in Lima."


def dated(text: str, title: str = "") -> Understanding:
    return understand(Document(text=text, title=title, date=dt.date(2021, 5, 4)))


OCCASIONS = [
    (PAIR.format("met"), "", "From a report on a meeting between Peru and Chile, May 2021"),
    (PAIR.format("spoke by phone with"), "", "From a report on a phone call between Peru and Chile, May 2021"),
    (
        PAIR.format("held a virtual meeting with"),
        "",
        "From a report on a virtual meeting between Peru and Chile, May 2021",
    ),
    (
        "President Tomas Rivas met President Laura Mendez of Chile.",
        "",
        "From a report on a meeting with Chile, May 2021",
    ),
    ("The council of Graz met on Monday.", "", "From a report, May 2021"),
    (
        "President Tomas Rivas met President Laura Mendez of Chile. They praised the Peru-Chile Fish Treaty.",
        "",
        "From a report on a meeting between Peru and Chile, May 2021",
    ),
    (
        "President Tomas Rivas met President Laura Mendez of Chile. They praised Peru-Chile and Chile-Brazil trade.",
        "",
        "From a report on a meeting with Chile, May 2021",
    ),
    ("Herring are fish.", "Joint Statement on Herring", "From “Joint Statement on Herring”, May 2021"),
    (
        "Herring are fish.",
        "MINISTER IN PERU: THE HFC OPENS",
        "From “Minister in Peru: the HFC Opens”, May 2021",
    ),
    (
        PAIR.format("met"),
        "Statement by Spokesman Karl Holm on President Rivas’s Meeting with President Mendez",
        "From a report on a meeting between Peru and Chile, May 2021",
    ),
]
BARER = [
    ("Statement by President Karl Holm on Herring", "From a statement, May 2021"),
    ("Remarks by President Karl Holm at the Fish Dinner", "From a speech, May 2021"),
    ("Joint Statement on Herring", "From a joint statement, May 2021"),
]


@pytest.mark.parametrize(("title", "told"), BARER)
def test_the_barest_tells_the_genre(title: str, told: str) -> None:
    assert occasions(dated("Herring are fish.", title))[-1] == told


@pytest.mark.parametrize(("text", "title", "told"), OCCASIONS)
def test_the_fullest_occasion_comes_first(text: str, title: str, told: str) -> None:
    assert occasions(dated(text, title))[0] == told


TOLD = [
    ("Statement by President Karl Holm on Young Herring", "From a statement on young herring, May 2021"),
    ("Statement by President Karl Holm on the Sea Law", "From a statement on the Sea Law, May 2021"),
    ("Remarks by President Karl Holm at the Fish Dinner", "From a speech at the Fish Dinner, May 2021"),
    (
        "Statement by President Karl Holm on the 30th Anniversary of the Dam",
        "From a statement by President Karl Holm, May 2021",
    ),
    ("Statement on the 30th Anniversary of the Dam", "From a statement on the Anniversary of the Dam, May 2021"),
    ("Readout of Karl Holm’s Meeting with the Herring", "From a report on a meeting with the herring, May 2021"),
    (
        "Statement by Karl Holm, Minister of the Kingdom of Norway, at the General Debate of the Fish Council",
        "From Norway’s statement at the General Debate of the Fish Council, May 2021",
    ),
    ("Holm Lays Stone for 30th Anniversary", "From “Holm Lays Stone for … Anniversary”, May 2021"),
]


@pytest.mark.parametrize(("title", "told"), TOLD)
def test_a_title_is_also_told_in_part(title: str, told: str) -> None:
    assert told in occasions(dated("The young herring are fish.", title))[1:-1]


def test_a_report_is_on_the_body_that_it_names_most() -> None:
    text = "The Tarn Museum opened. Ana Reis led the Tarn Museum for years. The Tarn Museum is in Lima."
    assert "From a report on the Tarn Museum, May 2021" in occasions(dated(text, "A Door Opens"))
    assert not any("Lima" in told for told in occasions(dated(text, "A Door Opens")))


def test_a_report_is_on_no_letters_and_on_no_shouted_land() -> None:
    text = "The HFC met in Bergen. The HFC thanked LAOS. Ana Reis left the HFC. LAOS and LAOS again."
    told = occasions(dated(text, "HFC IN LAOS"))
    assert "From a report on Laos, May 2021" in told
    assert not any(one.startswith("From a report on HFC") for one in told)


def test_a_date_stands_under_the_title_alone() -> None:
    assert source_of(dated("Herring are fish.", "On Herring")) == ("From “On Herring”",)
    assert source_of(dated("The Tarn Bridge is a bridge in Peru.", "Tarn Bridge")) == ()


def test_each_is_followed_by_a_barer_one() -> None:
    assert occasions(dated(PAIR.format("met"))) == (
        "From a report on a meeting between Peru and Chile, May 2021",
        "From a report on a meeting, May 2021",
        "From a report, May 2021",
    )


def test_an_undated_document_has_its_title_or_none() -> None:
    assert occasions(understand(Document(text=PAIR.format("met")))) == ()
    assert occasions(understand(Document(text=PAIR.format("met"), title="On Herring"))) == ("From “On Herring”",)


def test_an_undated_statement_has_what_its_title_tells_as_well() -> None:
    u = understand(
        Document(text="Herring are fish.", title="Statement by Karl Holm to the 62nd Session of the Fish Council")
    )
    assert occasions(u)[1:2] == ("From a statement to the 62nd Session of the Fish Council",)


def test_an_article_has_the_title_that_names_what_it_is_about() -> None:
    u = understand(Document(text="The Tarn Bridge is a bridge in Peru.", title="Tarn Bridge"))
    assert occasions(u) == ("Tarn Bridge",)


@pytest.mark.parametrize(("sentence", "asked"), [
    ("In 1990 Rivas said that the bridge was closed.", "said that the bridge was closed"),
    ("In 1990 Rivas closed the bridge.", "closed the bridge"),
])  # fmt: skip
def test_what_tells_of_another_time_has_none(sentence: str, asked: str) -> None:
    u = dated(f"{PAIR.format('met')} {sentence}")
    assert occasion_of(u, (u.sentences[-1].span,), asked) == ()


@pytest.mark.parametrize("said", ["the bridge was closed", "the bridge would open in 2024"])
def test_what_tells_no_earlier_time_has_its_own(said: str) -> None:
    u = dated(f"{PAIR.format('met')} Rivas said that {said}.")
    assert occasion_of(u, (u.sentences[-1].span,), f"said that {said}") == occasions(u)
